"""The shapes of a clause that states an award count, and of what stands around it.

A clause is written as one letter a word group (`SYMBOLS`), and the shapes are expressions over those letters:
"49 cá nhân được tặng Giấy khen" is `NIgA`, "Chiến sĩ thi đua cơ sở: 27 cá nhân" is `A:NI`.
"""

from __future__ import annotations

import re

SYMBOLS: dict[str, str] = {
    "award": "A",
    "giver": "M",
    "who:individual": "I",
    "who:collective": "C",
    "stage:registered": "r",
    "stage:proposed": "p",
    "stage:granted": "g",
    "stage:attained": "g",
    "give": "n",
    "to": "T",
    "times": "l",
    "inexact": "q",
    "pending": "d",
    "part": "t",
    "elsewhere": "b",
    "change": "z",
    "share": "k",
    "filler": "",
    "number": "N",
    "decimal": "D",
    "own": "O",
    "year": "",
    "half": "",
    "other_year": "y",
    "other_half": "h",
}
"""One letter a label (or its part before the colon); "" is left out; a word of no label is `x`."""

MARKS: dict[str, str] = {",": "s", "và": "s", ":": ":", "-": "-", "=": "=", "%": "%", "(": "(", ")": ")"}
"""Letters of marks that shape a clause; a quotation mark or an end mark is left out."""

SILENT = frozenset("“”\"'.;‘’")

_WHO = r"(?:I(?:sI)*sC(?:sC)*|C(?:sC)*sI(?:sI)*|I(?:sI)*|C(?:sC)*)"
_COUNTED = rf"N{_WHO}e?"
_GROUP = rf"{_COUNTED}(?:s{_COUNTED})?"
_VERB = r"[rpgn]*"

COUNTED = re.compile(rf"N(?P<who>{_WHO})?")
"""One number and who was counted: `NI`, `NCsI` ("02 tập thể, cá nhân")."""

GROUP_THEN_AWARD = rf"[rpgnM]*T?{_GROUP}[rpgnMT]*AM?e?{_VERB}"
NUMBER_OF_AWARDS = rf"{_VERB}NAM?e?{_VERB}"
AWARD_THEN_GROUP = rf"[rpgnM]*AM?{_VERB}[:T\-](?:{_GROUP}|Ne?){_VERB}"

_LEAD = r"(?:O|s|:|-)*(?:[rpg]n?:)?"
SHAPES: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    name: (re.compile(rf"{_LEAD}(?:{shape})(?:s{shape})*s?"), re.compile(shape))
    for name, shape in {
        # "49 cá nhân được tặng Giấy khen, 81 đồng chí đạt Lao động tiên tiến"
        "group_then_award": GROUP_THEN_AWARD,
        # "13 Bằng khen của UBND tỉnh và 34 Giấy khen đã được trao"
        "number_of_awards": NUMBER_OF_AWARDS,
        # also without a colon: "tặng Giấy khen cho 66 tập thể và 146 cá nhân"
        "award_then_group": AWARD_THEN_GROUP,
    }.items()
}
"""For each shape: a whole clause of such statements, and one statement."""

# a number and the award beside it, whatever stands between: "Nl?I…A", "A…N"
_WHO_NEAR = r"[IC](?:s[IC])*"
NUMBER_NEAR_AWARD = re.compile(rf"[qt]?(?:Nl?(?P<who>{_WHO_NEAR})?[^NA]*AM?|M?A[^NA]*Nl?(?P<who_after>{_WHO_NEAR})?)")

# the numbers listed with that one: "NCs" before "NI…A", "sNI" behind "A…NC" where no other award takes them
LISTED_AHEAD = re.compile(rf"(?:N{_WHO_NEAR}s)+$")
LISTED_BEHIND = re.compile(rf"(?:sN{_WHO_NEAR})+(?![^N]*A)")

# a table's cell that names an award: "Giấy khen", "Bằng khen của UBND tỉnh", "Cá nhân được tặng Giấy khen"
AWARD_CELL = re.compile(r"(?P<who>[IC]?)[gn]*M?n?AM?")

# folded: a column whose numbers are no counts of the year's awards
NO_COUNT_COLUMN = re.compile(r"ty le|%|diem|so voi|so quyet dinh|ngay|ghi chu|khong dat")

# where a clause turns to others or to another time
TURN = re.compile(r"[bzy]")

# "Đăng ký:" before a list of awards
STAGE_AHEAD = re.compile(r"[Os:\-]*([rpg])n?:")

# "đăng ký … 30 cá nhân", "dự kiến: …" before the first number; "kế hoạch năm: …", "trong đó: …"
AIMED_LEAD = re.compile(r"[^NA]*[rp]")
STRANGE_LEAD = re.compile(r"[^AIC:]*[rpdxtbqkzyhl][^AIC:]*:")

# a share: "(15 %)", "= 15 %", "chiếm 27%"
SHARE = re.compile(r"\(?[=k]*[ND]%\)?")

# "1.329", "05"
WHOLE_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,6}")

# "2020": a bare year is no count
BARE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

# the mark before an item: "1. ", "a) ", "2.1. ", a dash
LIST_MARK = re.compile(r"\s*(?:[-–—+*•]|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[a-zđA-ZĐ][.)])\s+")

AWARD_WORD = re.compile(r"khen|thi dua|cstd|tien tien|ldtt|ldxs|xuat sac|sang kien|huan chuong|k[iy] niem chuong")

IN_AWARD_WORDS = ("khen", "dua", "cstd", "tien", "ldtt", "ldxs", "sac", "kien", "chuong")
"""A skeleton without any of these names no award: asked first, to fold and search a text costs ten times as much."""

_COUNTED_WORDS = (
    *(
        "luot",
        "tap the",
        "ca nhan",
        "d/",
        "dong chi",
        "nguoi",
        "can bo",
        "cong chuc",
        "vien chuc",
        "don vi",
        "phong",
        "cb",
    ),
    *("co thi", "bang", "giay", "chien s", "lao dong", "tt", "cstd", "ldtt", "sang kien", "huan chuong", "k[iy] niem"),
)

# a skeleton with single spaces, beside an award's name: "05 ca nhan", "13 bang khen", "co so: 27"; a digit begins
# each, for which a text is searched fastest
COUNT_HINT = re.compile(rf"[0-9](?:(?<=[:-][0-9])|(?<=[:-] [0-9])|\s*(?:{'|'.join(_COUNTED_WORDS)}))")

# "trong năm 2020", "6 tháng đầu năm 2020", "quý I", "giai đoạn 2016-2020", "5 năm"
PERIOD = re.compile(
    r"""(?P<half>(?:trong\s+)?\b(?:0?6|sáu)\s+tháng\s+đầu\s+năm(?:\s+(?P<half_year>20[0-9]{2}))?)
    | (?P<part>\b(?:[0-9]{1,2}|sáu|ba|chín)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?(?:\s+20[0-9]{2})?
        | \bquý\s+(?:[IVX]+|[1-4])\b | \btháng\s+[0-9]{1,2}\b | \bgiai\s+đoạn\b | \bnhiệm\s+kỳ\b | \b[0-9]{1,2}\s+năm\b
        | \bnăm\s+học\b)
    | (?P<year>(?:trong\s+)?\bnăm\s+(?P<the_year>(?:19|20)[0-9]{2})(?P<more>\s*[-–,]\s*(?:19|20)[0-9]{2})?)""",
    re.VERBOSE | re.IGNORECASE,
)

# where a sentence may end: "tặng Giấy khen. Có 15 sáng kiến"; a small letter after it says that it goes on
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)|\n")

# folded heading of what is still to come, or of what was long before: "phương hướng", "đặc điểm tình hình"
NOT_THIS_YEARS = re.compile(
    r"phuong huong|nhiem vu trong tam|nhiem vu, giai phap|kien nghi|de xuat, kien|ton tai|han che"
    r"|muc tieu|dac diem|tinh hinh chung|khai quat|lich su|truyen thong|qua trinh"
)

# folded, what makes an aim of all that follows: "chỉ tiêu giao ước cả năm: …"; no "kết quả thực hiện chỉ tiêu"
_AIMED = "muc\\ tieu|chi\\ tieu|giao\\ uoc|cam\\ ket|quyet\\ tam|dat\\ ra|de\\ ra|huong\\ toi"
AIM = re.compile(
    rf"^(?! \W* (?: ket\ qua | da\  | hoan\ thanh | thuc\ hien ) )"
    rf"(?: (?: [^:]*\b )? (?: {_AIMED} ) \b [^:]* : | \W* (?: muc\ tieu | chi\ tieu ) \b )",
    re.VERBOSE,
)

# a folded line that leads to what is to be, however it is set: "Mục tiêu phấn đấu năm 2021", "Phương hướng"
AIMING_LINE = re.compile(r"(?:muc tieu|chi tieu|phuong huong|phan dau|nhiem vu trong tam|kien nghi|de xuat)\b")
AIMING_INITIALS = frozenset("MCPNKĐ")
"""Of such a line: asked first."""

# a folded title of a paper that tells what is to be: "kế hoạch", "bản giao ước thi đua"
AIMING_TITLE = re.compile(
    r"^\W*(?:ke hoach|huong dan|chuong trinh|quy che|the le|loi phat dong|(?:ban )?giao uoc.*)\W*$"
)

# folded heading of a column that counts without saying what was done: "số lượng"
COUNT_COLUMN = re.compile(r"\bso luong\b|\btong so\b|\bket qua\b")

# folded heading of a column of people: "Năm 2024 ; Tập thể", "Số cá nhân"
PEOPLE_COLUMN = re.compile(r"(?:^|; )(?:so )?(?:tap the|ca nhan)$")

# a heading in small letters that names an office or a body: "chi cục kiểm lâm", "công đoàn", "hoạt động của khối"
OFFICE = re.compile(
    r"^(?:phòng(?! trào|,| chống)|ban|chi cục|trung tâm|văn phòng|sở|thanh tra|trường|bệnh viện|ubnd|huyện|xã)\b"
    r"|công đoàn|đoàn thanh niên|đoàn thể|đảng bộ|đảng ủy|chi bộ|phụ nữ|cựu chiến binh|\bkhối\b|\bcụm\b"
)

# who a sentence is about where it is not the paper's own office: "Công đoàn Sở …", "Chi cục Cây bóng mát …"
OTHER_SUBJECT = re.compile(
    r"""\s*(?:[-–—+*•]\s*)? (?: Các\s | Toàn\s\w+\s )?
    (?: [Cc]ông\ đoàn | Đoàn\ (?:[Tt]hanh\ niên|cơ\ sở|thể) | Đảng\ (?:bộ|ủy) | [Cc]hi\ (?:bộ|cục) | [Tt]rung\ tâm
      | [Hh]ội\ (?!đồng|nghị|thi|thao|viên) | [Pp]hòng(?!\ trào|\ chống|,) | [Tt]rường | [Bb]ệnh\ viện
      | [Hh]ạt | [Tt]rạm | Ban\ [Qq]uản\ lý | [Đđ]ơn\ vị\ trực\ thuộc )\b""",
    re.VERBOSE,
)

# how deep a heading stands: "II. …", "PHẦN B", then "2. …", then "2.1. …"
TOP_HEADING = re.compile(r"\s*(?:(?i:phần|chương)\s+\w|(?:[IVX]+|[A-ZĐ])\s*[.)/–-])")
NUMBERED_HEADING = re.compile(r"\s*[0-9]{1,2}\s*(?P<deeper>\.\s*[0-9])?")

# a folded line of the letterhead that names an office, and not the one above it: "so noi vu", no "ubnd tinh", no rule
NAME_LINE = re.compile(r"^(?!ubnd\b|uy ban nhan dan\b|hdnd\b|bo\b|cong hoa|doc lap)[^_]*[a-z]{2}")

# "so: 12/bc-snv", "so 12": below it stands no name
NUMBER_LINE = re.compile(r"^so *(?::|[0-9])")

# the paper's own words for its stage: "V/v đăng ký thi đua năm 2020", "BẢN ĐĂNG KÝ", "đề nghị khen thưởng năm 2020"
REGISTRATION_TITLE = re.compile(r"^(?:v/v|ve viec|ban)?\s*dang ky\b.*?(?:thi dua|danh hieu)|^ban dang ky")
PROPOSAL_TITLE = re.compile(r"^(?:v/v|ve viec)?\s*de nghi (?:xet )?(?:tang|khen|cong nhan|phong tang)")

# "sơ kết … 6 tháng đầu năm 2020": a half-year's paper
HALF_TITLE = re.compile(r"\b(?:6|sau) thang dau nam\b")

# "năm 2020", folded or not: folding every paragraph would cost more than all the rest
YEAR_OF = re.compile(r"\bn[aă]m\s+((?:19|20)[0-9]{2})\b", re.IGNORECASE)
IN_YEARS = ("19", "20")
"""A text without any of these names no year: asked first, for most paragraphs name none."""

DIGIT = re.compile(r"[0-9]")

"""Score sheets: what a cell of scores, a heading of a column, a code and a total's row look like."""

from __future__ import annotations

import re

_NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_UNIT = r"(?:\s*(?:điểm|đ)\.?)?"

PLAIN = re.compile(rf"(?P<sign>[+-]?)\s*(?P<number>{_NUMBER}){_UNIT}", re.VERBOSE | re.IGNORECASE)
"""`98,5`, `10đ`, `9,5 điểm`, `-2`, `+ 5`, `03 điểm`"""

BRACKETED = re.compile(rf"\(\s*(?P<sign>[+-]?)\s*(?P<number>{_NUMBER}){_UNIT}\s*\)", re.VERBOSE | re.IGNORECASE)
"""`(2)`, `(-2)`, `(5 điểm)`"""

OUT_OF = re.compile(rf"(?P<number>{_NUMBER}){_UNIT}\s*/\s*(?P<max>{_NUMBER}){_UNIT}", re.VERBOSE | re.IGNORECASE)
"""`8/10`, `8đ/10đ`"""

AT_MOST = re.compile(rf"tối\s+đa:?\s*(?:là\s+)?(?P<number>{_NUMBER}){_UNIT}", re.VERBOSE | re.IGNORECASE)
"""`Tối đa 20 điểm`"""

SUM = re.compile(
    rf"(?P<terms>{_NUMBER}{_UNIT}(?:\s*[+-]\s*{_NUMBER}{_UNIT})+)(?:\s*=\s*(?P<total>{_NUMBER}){_UNIT})?",
    re.VERBOSE | re.IGNORECASE,
)
"""`97 + 10 = 107`, `95+3,5`"""

TERM = re.compile(rf"(?P<sign>[+-]?)\s*(?P<number>{_NUMBER}){_UNIT}", re.VERBOSE | re.IGNORECASE)
"""`+ 10`"""

RANGE = re.compile(
    rf"(?:từ\s+)?{_NUMBER}{_UNIT}\s*(?:-|đến)\s*(?:dưới\s+)?{_NUMBER}{_UNIT}", re.VERBOSE | re.IGNORECASE
)
"""`5-10`, `từ 95 đến 100 điểm`, `từ 80 đến dưới 90`: a rule, no score"""

NOTHING: dict[str, re.Pattern[str]] = {
    "blank": re.compile(r""),
    "dash": re.compile(r"[-_.…/\\*]+ (?: \s [-_.…]+ )*", re.VERBOSE),
    "none": re.compile(r"(?: không | khong ) (?: \s+ có | \s+ có \s+ điểm )? \.?", re.VERBOSE | re.IGNORECASE),
    "not_assigned": re.compile(
        r"""
        k\.? p\.?
        | không \s+ (?: (?: được \s+ )? giao | phát \s+ sinh | áp \s+ dụng | chấm | thực \s+ hiện )
          (?: \s+ nhiệm \s+ vụ )? \.?
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    "mark": re.compile(r"[xX✓✔☑√]"),
}
"""`` · `-` `…` · `Không` `không có` · `KP` `không được giao` `không phát sinh` · `x`. By value of `Nothing`."""

# Headings of columns, folded (lower case, no accents): the first pattern that fits gives the role.

_COUNCIL = r"(?: hoi \s dong | \b hd \b | ban \s (?: td | thi \s dua ) | so \s noi \s vu | thuong \s truc )"
_BLOCK = r"\b (?: khoi | cum ) \b"
_CHECKS = r"(?: cham | tham \s dinh | danh \s gia | xet | phe \s duyet | thong \s nhat | duyet )"

EARLIER_YEAR = re.compile(r"\b nam \s (?: truoc | ngoai ) \b", re.VERBOSE)
"""`diem nam truoc`"""

_WHOLE_YEAR = r"^ (?: (?: (?: tong \s )? cong \s | tong \s )? ca \s nam | nam \s 20[0-9]{2} ) $"

_LEFT_OVER = r"^ (?: so \s )? (?: diem \s )? (?: con \s lai | sau \s (?: khi \s )? (?: bi \s )? tru ) $"

HEADINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.VERBOSE))
    for role, pattern in (
        (
            "note",
            r"^ (?: ghi \s chu | minh \s chung | tai \s lieu | giai \s trinh | nhan \s xet | ly \s do | dien \s giai )",
        ),
        (
            "criterion",
            r"^ (?: cac \s | ten \s )? (?: noi \s dung | tieu \s (?: chi | chuan ) | chi \s tieu | nhiem \s vu )",
        ),
        ("other", r"xep \s (?: hang | loai ) | ty \s le | % | chenh \s lech | tang .* giam"),
        ("deduction", r"diem \s (?: bi \s )? tru \b | tru \s diem | \b bi \s tru \b | ^ tru $"),
        (
            "bonus",
            r"diem \s (?: thuong | cong ) \b | ^ thuong $ | thuong \s diem | (?<! tong \s ) cong \s (?: diem | them )",
        ),
        (
            "self",
            r"tu \s (?: cham | danh \s gia | xep | cho ) | \b dtc \b | don \s vi \s (?: tu \b | cham | danh \s gia )",
        ),
        ("council", rf"(?: {_COUNCIL} | \b tinh \b ) .* {_CHECKS} | {_CHECKS} .* {_COUNCIL}"),
        (
            "block",
            rf"{_BLOCK} .* {_CHECKS} | {_CHECKS} .* {_BLOCK} | diem \s (?: cua \s )? {_BLOCK} | ^ (?: khoi | cum ) $",
        ),
        ("max", r"(?: diem | thang ) .* (?: chuan | toi \s da | quy \s dinh | giao \b ) | ^ toi \s da $"),
        ("max", r"(?: thang | khung | muc ) \s diem | ba \s? rem"),
        ("appraisal", r"tham \s dinh | phe \s duyet | diem \s duyet | ^ duyet $ | diem \s (?: cuoi | chot )"),
        ("appraisal", r"\b td \s? [12] \b | cham \s (?: lai | cheo ) | phuc \s tra | (?: diem | ket \s qua ) \s cham"),
        ("self", r"diem \s (?: dat | don \s vi ) | ^ dat $"),
        ("result", _LEFT_OVER),
        ("criterion", r"noi \s dung | tieu \s (?: chi | chuan ) | chi \s tieu | nhiem \s vu | hang \s muc"),
        ("order", r"^ (?: s? \s? tt | so \s (?: tt | thu \s tu ) | ma (?: \s so )? | muc | s\.? \s? t\. \s? t ) \.? $"),
        ("note", r"ghi \s chu | minh \s chung | kiem \s chung | giai \s trinh | can \s cu"),
        ("points", r"^ (?: so \s )? diem $"),
        ("result", _WHOLE_YEAR),
    )
)
"""`điểm chuẩn` max · `đơn vị tự chấm` self · `khối thẩm định` block · `hội đồng chấm` council · `lần 2` appraisal"""

IN_CRITERION = ("noi dung", "tieu chi", "tieu chuan", "chi tieu", "nhiem vu", "hang muc")
"""A table without any of these has no heading of a criterion: asked first, for a table is tried row by row."""

NAMELESS_SCORE = re.compile(r"^ (?: (?: diem | ket \s qua ) \s )? cham (?: \s diem )? $", re.VERBOSE)
"""`diem cham`, with no `tu cham` beside it: the unit's, or the block's (folded)"""

RESULT = re.compile(rf"{_WHOLE_YEAR} | {_LEFT_OVER}", re.VERBOSE)
"""`ca nam` beside quarters, `nam 2021` beside the year before, `diem con lai`: the unit's if nobody else is named"""

POINTS = re.compile(r"\b diem \b", re.VERBOSE)
"""`diem sau ra soat`: points, whoever gives them (folded)"""

POINTS_HEADING = re.compile(
    r"""
    (?<! thoi \s ) (?<! dia \s ) (?<! dac \s ) (?<! uu \s ) (?<! kiem \s ) (?<! quan \s ) (?<! khuyet \s ) \b diem \b
    | tu \s cham
    """,
    re.VERBOSE,
)
"""`diem chuan`, `so diem`, `don vi tu cham`: points stand below; no `thoi diem`, `dia diem` (folded)"""

PEOPLE = re.compile(
    r"""
    (?: ten \s )? (?: cac \s )?
    (?: don \s vi | co \s quan | ho \s (?: va \s )? ten | thanh \s vien )
    (?: \s thanh \s vien )?
    """,
    re.VERBOSE,
)
"""`tên đơn vị`: a table of units or persons, no sheet of criteria"""

PERSONS = re.compile(r"(?: ho \s (?: va \s )? ten | ca \s nhan | tac \s gia )", re.VERBOSE)
"""`họ và tên`: a table of persons, whose points are not the unit's (folded)"""

TITLE = re.compile(r"bang .* (?: cham | diem ) | (?: cham | thang ) \s diem | tieu \s chi", re.VERBOSE)
"""`bang tu cham diem thi dua nam 2020` (folded)"""

YEAR = re.compile(r"\b nam \s (?P<year> (?: 19 | 20 ) [0-9]{2} ) \b", re.VERBOSE)
"""2020 in `nam 2020` (folded)"""

COLUMN_NUMBER = re.compile(r"\(? (?: [0-9]{1,2} | [a-e] ) (?: \s? = .* )? \)?", re.VERBOSE)
"""`(3)`, `5 = 3 + 4`, `a`: the row below the headings that numbers the columns (folded)"""

# Codes.

_PREFIX = r"(?: (?: phần | mục | nhóm | tiêu \s+ chí | tiêu \s+ chuẩn | nội \s+ dung ) \s+ )?"
_PART = r"(?: [IVXL]+ | [A-ZĐ] | [0-9]{1,3}[a-zđ]? | [a-zđ] )"

CODE = re.compile(
    rf"{_PREFIX} \(? (?P<code> {_PART} (?: \s* [.\-)]+ \s* {_PART} )* ) \s* (?P<end> [.):/\-–]* )",
    re.VERBOSE | re.IGNORECASE,
)
"""`I.`, `1.1`, `1.a)`, `3. b)`, `a)`, `146a`, `(2)`, `Phần A`, `I-`"""

CODE_PART = re.compile(_PART, re.VERBOSE)
"""`1` and `a` in `1.a`"""

CODE_BEFORE_NAME = re.compile(
    rf"""
    \s*
    (?P<printed>
        (?: [Pp]hần | PHẦN | [Mm]ục | MỤC ) \s+ {_PART} \s* [.:)\-–]*
        | \(? {_PART} (?: \. {_PART} )* \s* [.)/:–\-]+
        | {_PART} (?: \. {_PART} )+
    )
    \s+ (?= \S )
    """,
    re.VERBOSE,
)
"""`1.` in `1. Hoàn thành các chỉ tiêu`, `a)` in `a) Ban hành kế hoạch`, `1.1` in `1.1 Kế hoạch`"""

BULLET = re.compile(r"[-–—+*•·▪o]+")
"""`-`, `+`, `•`"""

BULLET_BEFORE_NAME = re.compile(r"\s* (?P<printed> [-–—+*•·▪] ) \s* (?= \w )", re.VERBOSE)
"""`-` in `- Ban hành kế hoạch`"""

# Rows of totals, folded.

_OF_THE_SHEET = r"""
    (?: \s (?: tu \s cham | tu \s danh \s gia | toi \s da | dat (?: \s duoc )? | cua \s don \s vi | don \s vi
      | toan \s bang | cac \s (?: muc | tieu \s chi | noi \s dung | phan ) | chung | thi \s dua | cham
      | nam | [0-9]{4} | [ivx]+ | [a-e] | va ) )*
"""
_BONUS_TOLD = r"(?: sau | da | gom | bao \s gom | ke \s ca | tinh \s ca | ca | chua | khong | chinh \s thuc )"
_FORMULA = r"(?: \s? [(:=] .* )?"

TOTAL = re.compile(
    rf"""
    \W* (?: tong (?: \s (?: cong | so ) )? (?: \s so )? (?: \s diem )? | cong (?: \s diem )? )
    {_OF_THE_SHEET} {_FORMULA} [\s.:]*
    | \W* tong \s (?: cong | (?: so \s )? diem ) \s {_BONUS_TOLD} \b .*
    """,
    re.VERBOSE,
)
"""`tong cong`, `tong diem tu cham`, `tong cong (i+ii+iii)`, `tong diem sau thuong`; not `cong tac …`, `tong ket …`"""

SUBTOTAL = re.compile(
    r"""
    \W* (?: tong | cong ) (?: \s cong )? (?: \s so )? (?: \s diem )? \s (?: cua \s )?
    (?: muc | nhom | phan | tieu \s chi | noi \s dung )? \s?
    \(? (?P<code> [ivx]+ | [a-z] | [0-9]{1,3} (?: \. [0-9]{1,3} )* ) \)? [\s.:]*
    """,
    re.VERBOSE,
)
"""`cong muc i`, `tong diem phan a`, `cong i`, `cong 1.2`"""

CARRIED = re.compile(
    r"""
    \W* (?: (?: cong | tong \s cong ) \s (?: so \s )? trang \s? (?: [0-9]+ | nay | truoc )
      | (?: cong \s | tong \s cong \s )? (?: mang | chuyen ) \s (?: sang | qua | trang )
      | (?: so \s | cong \s )? trang \s truoc \s (?: chuyen | mang ) ) \b .*
    """,
    re.VERBOSE,
)
"""`cong trang 1`, `cong mang sang`, `trang truoc chuyen sang`: a page's sum, carried on; not `cong trang` (merits)"""

PENALTY = re.compile(r"\b (?: diem \s (?: bi \s )? tru | tru \s diem ) \b", re.VERBOSE)
"""`diem tru`: what such a group holds is taken off (folded)"""

REWARD = re.compile(r"\b (?: diem \s (?: thuong | cong ) | thuong \s diem | cong \s diem ) \b", re.VERBOSE)
"""`diem thuong`: may come on top of the total (folded)"""

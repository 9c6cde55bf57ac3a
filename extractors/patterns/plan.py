"""How plans say what, when and who. Every pattern is for folded text (`vietnamese.text.fold`)."""

from __future__ import annotations

import re

from extractors.patterns.phrases import phrases

FLAGS = re.VERBOSE

YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
OF_YEAR = rf"(?: \s* (?: /|-|\bnam\b|,\s*nam\b ) \s* {YEAR} )?"

# "ngày 15/6/2020", "15-6", "15.06.2020", "ngày 15 tháng 6 năm 2020"
DAY = re.compile(
    rf"""
    (?<![0-9/]) (?<! \bthang[ ] ) (?<! \btuan[ ] ) (?<! \bthu[ ] ) (?P<day>[0-9]{{1,2}})
    (?: \s*[/.-]\s* | \s+thang\s+ ) (?P<month>[0-9]{{1,2}})
    (?: (?: \s*[/.-]\s* | \s*,?\s*nam\s+ ) {YEAR} )?
    (?! [/.-]?[0-9] )
    """,
    FLAGS,
)

# "Tháng 12", "tháng 11 và 12", "tháng 10, 11, 12/2020", "tháng 3 - tháng 5", "T6/2020"
MONTHS = re.compile(
    rf"""
    \b (?:thang|t(?=[0-9])) \s* (?P<months> (?:0?[1-9]|1[0-2])
        (?: \s* (?: , | - | \bva\b | \bden\b ) \s* (?:thang\s+)? (?:0?[1-9]|1[0-2])
            (?! [0-9] | /[0-9]{{1,2}}(?![0-9]) ) )* )
    (?![0-9]) {OF_YEAR} (?! \s* (?: dau | cuoi | qua | nam \s+ dau ) )
    """,
    FLAGS,
)

# "Quý II", "QUÝ III/2023", "quý I, II", "Quý III và quý IV năm 2020", "Quý 2"
QUARTERS = re.compile(
    rf"""
    \b quy \s* (?P<quarters> (?:iv|i{{1,3}}|[1-4])\b
        (?: \s* (?: , | - | \bva\b | \bden\b ) \s* (?:quy\s+)? (?:iv|i{{1,3}}|[1-4])\b )* )
    {OF_YEAR}
    """,
    FLAGS,
)

# "6 tháng đầu năm 2020", "Sáu tháng cuối năm", "9 tháng đầu năm"
PART_OF_YEAR = re.compile(
    rf"\b (?P<count>6|sau|9|chin|3|ba) \s+ thang \s+ (?P<end>dau|cuoi) (?:\s+nam)? (?:\s+{YEAR})?", FLAGS
)

# "Thường xuyên", "Cả năm", "Trong năm 2020", "Hằng quý", "Năm 2023"
WHOLE_YEAR = re.compile(
    rf"""
    \b (?: thuong\s+xuyen | lien\s+tuc | (?:ca|trong|suot)\s+nam | hang\s+(?:nam|quy|thang|tuan)
         | dinh\s+ky | quanh\s+nam | ^nam (?=\s+[12][0-9]{{3}}$) ) (?: \s+ (?:nam\s+)? {YEAR} )?
    """,
    FLAGS,
)

# "Trước ngày 15/6", "chậm nhất", "xong trước", "đến hết ngày": what follows is an end without a start
UNTIL = re.compile(r"\b(?: truoc | cham\s+nhat | muon\s+nhat | den\s+het | den\s+ngay | hoan\s+thanh )\b", FLAGS)

# "từ ngày 25 đến", "25 - ": a first day whose month stands with the last one
FIRST_DAY = re.compile(r"(?<![0-9/.-]) (?P<day>[0-9]{1,2}) \s* (?: - | den ) \s* (?:het\s+)? (?:ngay\s+)? $", FLAGS)

# "Tháng 6 (trước ngày 20)", "trong tháng 12, chậm nhất ngày 20": a last day whose month stands elsewhere
LONE_DAY = re.compile(
    r"""\b(?: truoc | cham\s+nhat | muon\s+nhat | den\s+het | den ) (?: \s+ (?:la|vao|het) )? \s+ ngay \s+
        (?P<day>[0-9]{1,2}) (?! [0-9] | \s*[/.-]\s*[0-9] | \s+(?:thang|lam\s+viec|ke\s+tu|sau|tinh\s+tu)\b )""",
    FLAGS,
)

# "05 ngày làm việc sau khi kết thúc quý II", "kể từ ngày kết thúc năm": counted from something else
RELATIVE = re.compile(
    r"""\b(?: ngay\s+lam\s+viec | [0-9]+\s+ngay\s+(?:ke\s+tu|tinh\s+tu|sau)
           | (?:sau|ke\s+tu|tinh\s+tu)\s+(?:khi|ngay)\s+ket\s+thuc )\b""",
    FLAGS,
)

# "gửi báo cáo trước ngày 10/6/2024": a deadline within a sentence
DEADLINE = re.compile(
    rf"""\b(?: truoc | cham\s+nhat | muon\s+nhat | den\s+het ) (?: \s+ (?:la|vao) )?
        (?: \s+ [0-9]{{1,2}} \s* (?:h|gio|:) \s* (?:[0-9]{{2}}\s*(?:phut\s*)?)? (?:,\s*)? )?
        \s+ (?:ngay\s+)? {DAY.pattern}""",
    FLAGS,
)

# "sau ngày", "sau": the day that follows is no end
AFTER = re.compile(r"\bsau \s+ (?:ngay\s+)? $", FLAGS)

# "trước", directly before a month: the month itself is too late
BEFORE = re.compile(r"\btruoc \s+ $", FLAGS)

# "quý I năm sau", "tháng 01 năm tới"
NEXT_YEAR = re.compile(r"\bnam\s+(?: sau | toi | ke\s+tiep | tiep\s+theo )\b", FLAGS)

# "theo Kế hoạch số … ngày 12/3/2020": the day of another paper
CITED = re.compile(
    r"""
    \b(?: theo | can\s+cu | thuc\s+hien ) \s+
    (?: ke\s+hoach | quyet\s+dinh | cong\s+van | huong\s+dan | thong\s+bao | chi\s+thi | quy\s+che ) \b [^;.()]*
    """,
    FLAGS,
)

# "01/3 đến 15/4", "01/3 - 15/4": between the ends of one time
RANGE = re.compile(r"-|\bden\b")

# "từ ngày", "từ tháng": what follows is a start
SINCE = re.compile(r"\btu\b", FLAGS)

# "Kế hoạch ... năm 2020": the plan's own year, in its title
TITLE_YEAR = re.compile(rf"\bnam \s+ {YEAR}\b", FLAGS)

# "KẾ HOẠCH", "CHƯƠNG TRÌNH CÔNG TÁC": the line above the title
PLAN_TITLE = re.compile(r"^(?: ke\s+hoach | chuong\s+trinh )(?: \s+ (?:cong\s+tac|hoat\s+dong) )? $", FLAGS)

# "QUÝ I", "I. QUÝ II NĂM 2023", "Tháng 6:", "* 6 tháng đầu năm": a heading that is nothing but a time
HEADING_TIME = re.compile(
    rf"""
    ^ [\s*+-]* (?: (?: [ivx]+ | [0-9]{{1,2}} | [a-h] ) \s* [.)/-] \s* )? (?: trong \s+ )?
    (?: quy \s+ (?:iv|i{{1,3}}|[1-4]) (?: \s* (?:,|va|-) \s* (?:quy\s+)? (?:iv|i{{1,3}}|[1-4]) )*
      | thang \s+ [0-9]{{1,2}} (?: \s* (?:,|va|-) \s* (?:thang\s+)? [0-9]{{1,2}} )*
      | (?:6|sau) \s+ thang \s+ (?:dau|cuoi) (?:\s+nam)? )
    (?: \s*(?:/|-|nam)\s* {YEAR} )? \s* [.:;]? $
    """,
    FLAGS,
)

# "1", "01.", "11b", "1.2", "a)", "Nhiệm vụ 3:": a row's own number
ITEM_NUMBER = re.compile(r"^(?: nhiem\s+vu \s+ )? (?P<number>[0-9]{1,3}(?:\.[0-9]{1,2})*[a-h]?) \s* [.):/-]? $", FLAGS)

# "I", "II.", "A": numbers of headings, not of tasks
HEADING_NUMBER = re.compile(r"^(?: [ivx]+ | [a-h] ) \s* [.):/-]? $", FLAGS)

COLUMNS: dict[str, re.Pattern[str]] = {
    # "TT", "STT", "Số TT"
    "number": re.compile(r"^(?: s?tt | so\s+tt | so\s+thu\s+tu | thu\s+tu | so )\.? $", FLAGS),
    # "Đơn vị phối hợp"
    "support": re.compile(r"^(?! .*chu\s+tri ) .*\b(?: phoi\s+hop | tham\s+gia )\b", FLAGS),
    # "Thời gian thực hiện", "Thời hạn", "Tiến độ", "Tháng", "Quý", "Hoàn thành"
    "time": re.compile(
        r"^(?: (?:thoi\s+(?:gian|han|diem)|tien\s+do|han|ngay|moc) \b | (?:thang|quy) (?:/nam)? $ | hoan\s+thanh )",
        FLAGS,
    ),
    # "Đơn vị thực hiện", "Chủ trì", "Phân công", "Cơ quan chủ trì, phối hợp"
    "who": re.compile(
        r"^(?: (?:don\s+vi|co\s+quan|bo\s+phan|nguoi|to\s+chuc) \b (?!\s+(?:trong|thuoc)\b) | .*\bchu\s+tri\b"
        r" | phan\s+cong | phu\s+trach | trach\s+nhiem | thuc\s+hien $ )",
        FLAGS,
    ),
    # "Nội dung công việc", "Nhiệm vụ", "Công việc", "Hoạt động"
    "content": re.compile(r"\b(?: noi\s+dung | nhiem\s+vu | cong\s+viec | hoat\s+dong | dau\s+viec )\b", FLAGS),
    # "Ghi chú", "Sản phẩm", "Kinh phí"
    "other": re.compile(r"\b(?: ghi\s+chu | san\s+pham | kinh\s+phi | ket\s+qua | dia\s+diem )\b", FLAGS),
}
"""What a column holds, by its heading; the first that fits."""

# "I. MỤC ĐÍCH", "Phần II. Nội dung", "B- TIẾN ĐỘ": a heading of the paper's parts
_ORDINAL = r"(?: [ivx]+ | [a-d] | (?:thu\s+)?(?:nhat|hai|ba|tu) )"
PART = re.compile(rf"^(?: (?:phan|muc|chuong)\s+ )? {_ORDINAL} \s* [.)/:-] \s* (?P<title>.+)$", FLAGS)

# parts whose numbered paragraphs are no tasks
NOT_TASKS = re.compile(
    r"""\b(?: muc\s+dich | yeu\s+cau | muc\s+tieu | quan\s+diem | can\s+cu | to\s+chuc\s+thuc\s+hien | trach\s+nhiem
          | kinh\s+phi | dieu\s+khoan | chi\s+tieu )\b""",
    FLAGS,
)

# "1. ", "01) ", "1.2. ": a numbered paragraph
ITEM = re.compile(r"^(?: nhiem\s+vu \s+ )? (?P<number>[0-9]{1,3}(?:\.[0-9]{1,2})*) \s* [.):/-]+ \s* (?=\S)", FLAGS)

_TIMED = phrases("thuc hien | hoan thanh | to chuc | bao cao | gui bao cao")
_TIME_LABEL = rf"(?: thoi\s+(?:gian|han|diem) (?:\s+{_TIMED})? | tien\s+do (?:\s+thuc\s+hien)? | hoan\s+thanh )"
_DOES = r"(?: (?:chu\s+tri | phoi\s+hop) (?:\s+thuc\s+hien)? | thuc\s+hien | phu\s+trach )"
_WHO_LABEL = rf"""
    (?: (?:(?:cac\s+)?(?:don\s+vi|co\s+quan)\s+)? {_DOES} | phan\s+cong (?:\s+thuc\s+hien)? | trach\s+nhiem )
"""
_OTHER_LABEL = phrases("san pham | ket qua | dia diem | kinh phi | thanh phan | ghi chu")

# "Thời gian thực hiện: …", "Đơn vị chủ trì: …; phối hợp: …", "Nội dung: …": labelled parts of one task
LABEL = re.compile(
    rf"(?:^|(?<=[\s(;,.\[+*-])) (?: (?P<time>{_TIME_LABEL}) | (?P<who>{_WHO_LABEL}) | (?P<other>{_OTHER_LABEL})"
    r" | (?P<content>noi\s+dung (?:\s+cong\s+viec)?) ) \s* :",
    FLAGS,
)

# "… chủ trì", "Sở A, Sở B", "Các đơn vị trong Khối …": words that only a clause about who has
_IN_BLOCK = r"(?:\s+thanh\s+vien)? (?:\s+(?:trong|thuoc|cua)\s+(?:khoi|cum) (?:\s+thi\s+dua)?)?"
_DOERS = phrases(
    """so | van phong | vp | uy ban | ubnd | cuc | to thuong truc | to giup viec |
    truong khoi | pho truong khoi | truong cum"""
)
WHO_CLAUSE = re.compile(
    rf"""
    \b(?: chu\s+tri | phoi\s+hop\s+(?:thuc\s+hien|voi) | phoi\s+hop \s*[.;]?$ )
    | ^ (?:don\s+vi\s+)? {_DOERS} [\w\s,;&()-]* $
    | ^(?:tat\s+ca\s+)? cac\s+(?:co\s+quan,\s*)? (?:don\s+vi|thanh\s+vien)\b {_IN_BLOCK} (?:\s+thuc\s+hien)? \s*[.;]?$
    | ^(?:tat\s+ca\s+)? (?:cac|tung|moi)\s+(?:co\s+quan,\s*)? (?:don\s+vi|thanh\s+vien)\b {_IN_BLOCK} \s+ (?:gui|nop)\b
    """,
    FLAGS,
)

# for text as printed: "…của Khối. |Các đơn vị…", "…giao ước: |Sở Nội vụ…", "…thi đua |(Quý I…", "Sở A (Trưởng khối)"
CLAUSE_END = re.compile(
    r"(?<=[;:.)]) \s+ (?!chủ\ trì|phối\ hợp) | \s+ (?=\( (?!\s*(?:đơn\ vị\ )?(?:phó|trưởng|khối|cụm)\b) )",
    FLAGS | re.IGNORECASE,
)

# "trước ngày 15/6/2020", "trong quý II": a clause that says nothing but a time
_TIME_WORDS = phrases(
    """thoi | gian | thuc | hien | hoan | thanh | xong | gui | trong | truoc | sau | tu | den | het | va |
    cham | nhat | ngay | thang | quy | nam | dau | cuoi | ca | hang | chin | thuong | xuyen | i | ii | iii |
    iv"""
)
ONLY_TIME = re.compile(rf"^(?: [0-9/.,;:()\s-]+ | \b{_TIME_WORDS}\b )+$", FLAGS)

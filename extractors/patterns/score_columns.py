"""Headings of a score sheet's columns: who scores there, and of which year. Every pattern is for a folded text."""

from __future__ import annotations

import re

from extractors.patterns.scores import EARLIER_YEAR

_COUNCIL = r"(?: hoi \s dong | \b hd \b | ban \s (?: td | thi \s dua ) | so \s noi \s vu | thuong \s truc )"
_BLOCK = r"\b (?: khoi | cum ) \b"
_CHECKS = r"(?: cham | tham \s dinh | danh \s gia | xet | phe \s duyet | thong \s nhat | duyet )"

EARLIER_TERM = re.compile(rf"{EARLIER_YEAR.pattern} | \b ky \s truoc \b | \b cung \s ky \b", re.VERBOSE)
"""`diem cung ky`: the heading of a column that holds another time's points"""

_RESULT = r"(?: (?: so \s | tong \s )? diem (?: \s so )? | ket \s qua )"

_A_YEAR = r"\(? (?: nam \s (?: nay \s )? )? \(? 20[0-9]{2} \)? \)?"

_WHOLE_YEAR = rf"""
    ^ (?: (?: (?: tong \s )? cong \s | tong \s )? ca \s nam
      | (?: {_RESULT} \s )? {_A_YEAR} | {_A_YEAR} \s {_RESULT} ) $
"""

_LEFT_OVER = r"^ (?: so \s )? (?: diem \s )? (?: con \s lai | sau \s (?: khi \s )? (?: bi \s )? tru ) $"

_ONLY_MAXIMUM = r"""
    ^ (?: so \s )?
    (?: diem \s (?: chuan | toi \s da ) | (?: thang | khung ) \s diem (?! \s (?: thuong | cong | bi | tru ) ) ) \b
    (?! .* (?: / | \b (?: tu | va | cham ) \b ) )
"""
"""`diem chuan (khoi thong nhat)`: whoever is named besides; not `diem chuan va tu cham`"""

HEADINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.VERBOSE))
    for role, pattern in (
        (
            "note",
            r"""^ (?: ghi \s chu | minh \s chung | tai \s lieu | giai \s trinh | nhan \s xet | ly \s do | dien \s giai
                | can \s cu )""",
        ),
        (
            "criterion",
            r"^ (?: cac \s | ten \s )? (?: noi \s dung | tieu \s (?: chi | chuan ) | chi \s tieu | nhiem \s vu )",
        ),
        ("other", r"xep \s (?: hang | loai ) | ty \s le | % | chenh \s lech | tang .* giam"),
        ("other", r"^ (?: so \s )? (?: muc \s )? diem \s (?: thuong | cong | (?: bi \s )? tru ) \b .* \b toi \s da \b"),
        ("max", _ONLY_MAXIMUM),
        ("deduction", r"diem \s (?: bi \s )? tru \b | tru \s diem | \b bi \s tru \b | ^ tru $"),
        (
            "bonus",
            r"diem \s (?: thuong | cong ) \b | ^ thuong $ | thuong \s diem | (?<! tong \s ) cong \s (?: diem | them )",
        ),
        ("appraisal", r"(?: cham | danh \s gia ) (?: \s diem )? \s cheo \b | don \s vi \s khac \s (?: cham | danh )"),
        (
            "self",
            r"tu \s (?: cham | danh \s gia | xep | cho ) | \b dtc \b | don \s vi \s (?: tu \b | cham | danh \s gia )",
        ),
        ("council", rf"(?: {_COUNCIL} | \b tinh \b ) .* {_CHECKS} | {_CHECKS} .* {_COUNCIL}"),
        (
            "block",
            rf"{_BLOCK} .* {_CHECKS} | {_CHECKS} .* {_BLOCK} | diem \s (?: cua \s )? {_BLOCK} | ^ (?: khoi | cum ) $",
        ),
        ("self", r"\b dat (?: \s duoc )? \s? / \s? (?: so \s )? (?: diem \s )? (?: chuan | toi \s da )"),
        ("max", r"(?: diem | thang ) .* (?: chuan | toi \s da | quy \s dinh | giao \b ) | ^ toi \s da $"),
        ("max", r"(?: thang | khung | muc ) \s diem | ba \s? rem"),
        ("appraisal", r"tham \s dinh | phe \s duyet | diem \s duyet | ^ duyet $ | diem \s (?: cuoi | chot )"),
        ("appraisal", r"\b td \s? [12] \b | cham \s lai | phuc \s tra | (?: diem | ket \s qua ) \s cham"),
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
"""`ca nam` beside quarters, `diem 2021` beside the year before, `diem con lai`: the unit's if nobody else is named"""

OWN_SCORING = re.compile(r"\b tu \s (?: cham | danh \s gia )", re.VERBOSE)
"""`bang tu cham diem nam 2023`: a title that says who scores (folded)"""

OTHERS_SCORING = re.compile(rf"{_BLOCK} .* {_CHECKS} | {_COUNCIL} .* {_CHECKS} | tham \s dinh", re.VERBOSE)
"""`ket qua tu cham diem va khoi tham dinh` (folded)"""

POINTS = re.compile(r"\b diem \b", re.VERBOSE)
"""`diem sau ra soat`: points, whoever gives them (folded)"""

PEOPLE = re.compile(
    r"""
    (?: ten \s )? (?: cac \s )?
    (?: don \s vi | co \s quan | ho \s (?: va \s )? ten | thanh \s vien )
    (?: \s thanh \s vien )?
    """,
    re.VERBOSE,
)
"""`tên đơn vị`: a table of units or persons, no sheet of criteria"""

OFFICE = re.compile(
    r"""
    (?: so \s (?! diem | tt\b | thu \s | voi | luong | lieu )
      | (?: ban | thanh \s tra | (?: chi \s )? cuc | van \s phong | vp | uy \s ban | ubnd | hdnd | cong \s an ) \b
      | (?: huyen | thi \s xa | thanh \s pho | xa | phuong | thi \s tran | trung \s tam | benh \s vien ) \s
      | (?: cong \s ty | kho \s bac | toa \s an | vien \s kiem | mat \s tran | dang \s uy ) \b
      | lien \s (?: doan | minh ) \b
      | hoi \s (?! dong ) | phong \s (?! trao ) | truong \s (?! khoi | cum | doan | ban | phong )
      | don \s vi \s [a-z0-9] $ )
    """,
    re.VERBOSE,
)
"""`so tai chinh`, `ban dan toc`, `vp ubnd`: how an office's name begins; no `so diem`, `hoi dong`, `truong khoi`"""

RUN_OVER = re.compile(r"[0-9]+ (?: [.,][0-9]+ )? \s (?! diem | d\b ) [a-z0-9] .*", re.VERBOSE)
"""`60 chuan`, `57,5 2022`: a heading too long for its cell ran into the first row below it"""

YEAR_OF_SCORES = re.compile(
    r"""
    (?: (?<! [0-9/] ) | (?<= [0-9]/[0-9]/ ) | (?<= [0-9]/[0-9]{2}/ ) | (?<= \b thang \s [0-9]/ )
      | (?<= \b thang \s [0-9]{2}/ ) | (?<= [iv]/ ) )
    (?: 20[0-9]{2} \s? - \s? )? (?P<year> 20[0-9]{2} ) (?! [0-9/] )
    """,
    re.VERBOSE,
)
"""2023 in `tu cham 2023`, `nam hoc 2022-2023`, `den 31/12/2023`; not in `12/2023/qd-ubnd` (folded)"""

BY_RULE = re.compile(
    r"""
    \b (?: theo | can \s cu | kem | ban \s hanh | quy \s dinh | quyet \s dinh | huong \s dan
      | so \s (?: voi | sanh ) ) \b
    """,
    re.VERBOSE,
)
"""What stands before the year of a rule or of a comparison: `diem chuan theo quy dinh nam 2022` (folded)"""

COLUMN_NUMBER = re.compile(r"\(? (?: [0-9]{1,2} | [a-e] ) (?: \s? = .* )? \)?", re.VERBOSE)
"""`(3)`, `5 = 3 + 4`, `a`: the row below the headings that numbers the columns (folded)"""

"""Score sheets: what a cell of scores, a title, a code and a total's row look like."""

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

FIGURE_BEHIND_NAME = re.compile(rf"\S\s+{_NUMBER}{_UNIT}$", re.IGNORECASE)
"""`Cải cách hành chính 20`: a maximum that may have run into the name"""

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

POINTS_HEADING = re.compile(
    r"""
    (?<! thoi \s ) (?<! dia \s ) (?<! dac \s ) (?<! uu \s ) (?<! kiem \s ) (?<! quan \s ) (?<! khuyet \s ) \b diem \b
    | tu \s cham
    """,
    re.VERBOSE,
)
"""`diem chuan`, `so diem`, `don vi tu cham`: points stand below; no `thoi diem`, `dia diem` (folded)"""

IN_POINTS_HEADING = ("điểm", "diem", "chấm", "cham")
"""In small letters: a table without any of these has no such heading."""

PERSONS = re.compile(r"(?: ho \s (?: va \s )? ten | ca \s nhan | tac \s gia )", re.VERBOSE)
"""`họ và tên`: a table of persons, whose points are not the unit's (folded)"""

EARLIER_YEAR = re.compile(r"\b nam \s (?: truoc | ngoai ) \b", re.VERBOSE)
"""`diem nam truoc`"""

TELLS_OF_POINTS = re.compile(
    r"""
    (?: .* \b )? (?: bang | tong \s hop | ket \s qua | cham ) \b
    (?: (?! [0-9]+ \s diem ) [^.;] )* \b diem \b [^.;]* :?
    """,
    re.VERBOSE,
)
"""`ket qua cham diem cac don vi nhu sau:` right above a table (folded)"""

TITLE = re.compile(r"bang .* (?: cham | diem ) | (?: cham | thang ) \s diem | tieu \s chi", re.VERBOSE)
"""`bang tu cham diem thi dua nam 2020` (folded)"""

YEAR = re.compile(r"\b nam \s (?P<year> (?: 19 | 20 ) [0-9]{2} ) \b", re.VERBOSE)
"""2020 in `nam 2020` (folded)"""

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

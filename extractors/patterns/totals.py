"""Totals of a score sheet in running text."""

from __future__ import annotations

import re

from extractors.patterns.number_words import IN_WORDS

_DIGITS = r"[0-9]{1,9}(?:[.,][0-9]{1,6})*(?![0-9]|[.,][0-9])"
_FIGURE = rf"(?<![0-9.,/]){_DIGITS}"
_POINTS = r"(?:điểm|đ(?!\w))"
_YEAR = r"năm\s+[0-9]{4}"
_PARTS = r"thưởng|trừ|cộng\s+thêm|tối\s+đa|chuẩn|mục|nhóm|phần|tiêu\s+chí|thang|ngày|tháng|số(?!\s+điểm)"
_GAP = rf"(?:{_YEAR}|(?!{_PARTS}|{_YEAR})[^0-9;.…])"
"""`năm 2020 của Văn phòng HĐND tỉnh: ` between the words and the figure: no other figure, no part of the sheet"""

OF_TOTALS = ("điểm", "chấm", "đánh")
"""In small letters: a line without any of these words holds no total."""

BONES_OF_TOTALS = ("diem", "cham", "danh")
"""The same in a skeleton."""

VALUE = rf"""
(?: (?P<terms> {_FIGURE} (?: \s*\+\s* {_FIGURE} )+ ) \s*=\s* )?
(?P<number> {_FIGURE} ) \s*
(?: \( \s* (?P<words> {IN_WORDS} ) (?:{_POINTS})? \s* \) \s* )?
(?P<unit> {_POINTS} )?
(?: \s+ (?P<tenths> [0-9]{{1,2}} ) (?= \s* (?: [;,.)] | $ ) ) )?
(?: \s* \( \s* (?P<words_after> {IN_WORDS} ) (?:{_POINTS})? \s* \) )?
(?: \s* / \s* (?P<most> {_DIGITS} ) (?! / ) \s* (?:{_POINTS})? )?
"""
"""`98,5 điểm`, `93/102 điểm`, `93 (chín mươi ba) điểm`, `98 điểm 5`, `95 + 3,5 = 98,5 điểm`"""

SELF = re.compile(
    rf"""
    (?<!\w) (?: tự \s+ (?: chấm | đánh \s+ giá ) (?: \s+ điểm )? | điểm \s+ đạt (?: \s+ được )? ) (?!\w)
    (?P<between> {_GAP}{{0,80}}? )
    {VALUE}
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`tự chấm đạt 98,5/100 điểm`, `Tổng điểm tự chấm năm 2020 của Văn phòng HĐND tỉnh: 93 (chín mươi ba) điểm`"""

SELF_IN_WORDS = re.compile(
    rf"""
    (?<!\w) tự \s+ (?: chấm | đánh \s+ giá ) (?: \s+ điểm )? (?!\w)
    (?P<between> {_GAP}{{0,80}}? ) (?<!\w) (?P<words> {IN_WORDS} ) {_POINTS}
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`tự chấm đạt chín mươi tám phẩy năm điểm`"""

UNNAMED = re.compile(
    rf"""
    \s* tổng (?: \s+ (?: cộng | số ) )? \s+ điểm (?: \s+ (?: đạt (?: \s+ được )? | là ) )? \s* :? \s*
    {VALUE} \s* [.;]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`Tổng điểm: 985 điểm`, alone in its line"""

MAXIMUM = re.compile(
    rf"""
    (?<!\w) (?: thang \s+ điểm (?: \s+ tối \s+ đa )? | (?: tổng \s+ (?: số \s+ )? )? điểm \s+ (?: tối \s+ đa | chuẩn ) )
    (?!\w) \s* (?: của \s+ bảng )? \s* (?: :? | là ) \s* (?P<number> {_FIGURE} ) (?: \s* {_POINTS} )? (?! \s* [%/] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`điểm tối đa 100 điểm`, `Thang điểm tối đa: 100 điểm`, `thang điểm 100`"""

OF_A_PART = re.compile(
    r"""
    (?: (?i: thưởng | cộng | trừ | mỗi | từng | trong \s+ đó | bao \s+ gồm )
      | (?i: mục | nhóm | phần | tiêu \s+ chí | nội \s+ dung ) \s+ (?i: số \s+ )? (?: [IVX]+ | [0-9]+ | [A-ZĐ] ) \b )
    [^.;]{0,40} $
    """,
    re.VERBOSE,
)
"""What stands before a figure that is not the whole sheet's: `điểm thưởng …`, `Mục I …`, `trong đó điểm chuẩn …`"""

CLAUSE_END = re.compile(r"[;:()]|(?<![0-9])[.,]|[.,](?![0-9])")
"""The comma in `Theo bảng tiêu chí của khối, Sở Nội vụ tự chấm 88 điểm`; not the full stop in `thang điểm 1.000`"""

SENTENCE_END = re.compile(r"[.;]\s")
"""The full stop before `Năm 2022, đơn vị tự chấm 87,5 điểm`"""

NAMED_YEAR = re.compile(r"năm\s+(?P<year>(?:19|20)[0-9]{2})", re.IGNORECASE)
"""`năm 2022`"""

# a heading's skeleton: what stands below it is of a part of the year, or of the unit's scores; "BÁO CÁO" is the paper's
PART_OF_YEAR = re.compile(r"\b(?:(?:6|sau|9|chin)\s+thang|quy\s+(?:iv|i{1,3}|[1-4]))\b")
OF_SCORES = re.compile(
    r"\b(?:diem|thi\s+dua|khen\s+thuong|danh\s+gia|xep\s+loai|ket\s+qua|tong\s+hop)\b|^\W*bao\s+cao\W*$"
)


NOT_NOW = re.compile(
    r"""
    năm \s+ trước | cùng \s+ kỳ | ý \s+ kiến | dự \s+ kiến | ban \s+ đầu | trước \s+ (?:khi|rà)
    | (?: quy \s+ định | thang | bảng | điểm | hướng \s+ dẫn | tiêu \s+ chí ) \s+ cũ (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`so với năm trước`, `theo quy định cũ`, `có ý kiến đề nghị`"""

LATER_TOTAL = re.compile(
    r"[^.]{0,120}; [^.;]{0,60}? (?<!\w) (?: tổng | còn | cộng ) (?!\w) [^.;]{0,40}? [0-9]", re.VERBOSE | re.IGNORECASE
)
"""`95 điểm; điểm thưởng 3 điểm; tổng 98 điểm`: behind the figure, in its sentence, another total follows"""

ONE_DOT = re.compile(r"[1-9][0-9]{0,2}\.(?!000)[0-9]{3}")
"""`98.500`: a score of five digits, or 98,5 with a dot"""

# The words of a plain statement, folded.

NUMBER_LINE = re.compile(r"\W*[Ss][ốỐ]\s*:?")
"""`Số: 12/BC-SNV`: below it stands no name of the office"""

COUNCIL = re.compile(
    r"(?: ubnd | uy \s ban | hdnd | hoi \s dong | tinh \s uy | thanh \s uy | huyen \s uy | bo )\b", re.VERBOSE
)
"""`ubnd tinh cao bang`: the office above another"""

_OWN = r"(?: don \s vi | co \s quan | so | ban | van \s phong | thanh \s tra | (?: chi \s )? cuc | uy \s ban | huyen )"

PLAIN_LEAD = re.compile(
    r"""
    \s* (?: (?: trong \s | ket \s thuc \s )? nam (?: \s [0-9]{4} | \s qua | \s nay )?
      | (?: theo | can \s cu | tren \s co \s so | doi \s chieu | qua | sau \s khi ) \b .*
      | (?: diem \s toi \s da | thang \s diem | diem \s chuan ) .* | ket \s qua .{0,40} | [ivx0-9a-z] | [-+*] )? \s*
    """,
    re.VERBOSE,
)
"""`theo bang tieu chi cua khoi`, `nam 2021`, `diem toi da 100 diem`; not `ve nhiem vu chinh tri`, `cong doan co so`"""

BEFORE_SUBJECT = re.compile(
    r"""
    ^[\s+*-]* (?: (?: [ivx]+ | [0-9]{1,2} ) \s )? (?: (?: trong \s )? nam \s (?: [0-9]{4} | qua ) \s )?
    (?: theo \s do \s )? (?: va \s )?
    """,
    re.VERBOSE,
)
"""`nam 2021 ` in `nam 2021 so noi vu`"""

PLAIN_SUBJECT = re.compile(
    rf"""
    (?: (?: {_OWN} | ket \s qua | tong | so | diem | bang | da | dat ) \b \s*+ )*+
    """,
    re.VERBOSE,
)
"""`don vi`, `so`, `ket qua`: the paper's own office, unnamed"""

PLAIN_BETWEEN = re.compile(
    rf"""
    (?: \s | : | - | (?: cua \s {_OWN} | diem | dat | duoc | la | tong | so | cong (?: \s tac )? | ket \s qua | voi
      | cac | ca | bang | tieu \s chi | thi \s dua | khen \s thuong | nam (?: \s [0-9]{{4}} )? ) \b )*+
    """,
    re.VERBOSE,
)
"""` dat `, ` diem thi dua nam 2020 dat tong so `; not ` cong tac cai cach hanh chinh dat `, ` dat gan `"""

PLAIN_BEHIND = re.compile(
    r"""
    [\s.;]* (?: /\s* | tren \s (?: tong \s so \s )? [0-9.,]+ \s diem )?
    (?: [\s,;]* \(? (?: (?: tu | tuc | duoc | va )? \s* (?: xep | dat ) \s (?: loai | hang | thu ) .*
        | chi \s tiet .* | trong \s do .* | tu \s nhan .* | thang \s diem .* | diem \s toi \s da .* | kem \s theo .*
        | co \s (?: bang | phu \s luc | bieu ) .* | phu \s luc (?: \s [ivx0-9]+ )? \s (?: dinh \s )? kem .*
        | \(? (?: de \s nghi | kinh \s ) .* | tuc \s .* | bang \s chu .* ) )?
    [\s.;,)/]*
    """,
    re.VERBOSE,
)
"""`, xep loai xuat sac`, ` (co bang kem theo)`; not ` chua ke diem thuong`, ` doi voi noi dung 1`, `, con 93 diem`"""

OF_OFFICE = re.compile(r"\b cua \s (?P<who> [^:,]{3,80}? ) (?= \s* (?: : | , | $ | \s (?: la | dat )\b ) )", re.VERBOSE)
"""` cua so noi vu`"""

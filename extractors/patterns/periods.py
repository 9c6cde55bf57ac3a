"""How papers name the time they report on. Every pattern is for a skeleton (`vietnamese.skeleton`)."""

from __future__ import annotations

import re

from extractors.patterns.alternatives import phrases

FLAGS = re.VERBOSE

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_OF = r"\s*(?:/|-|,?\s*nam)\s*"

# "6 tháng đầu năm 2020", "Sáu tháng cuối năm 2021", "06 tháng đầu năm; …" (the year comes later)
HALF = re.compile(rf"\b(?:0?6|sau)\s+thang\s+(?:dau|(?P<second>cuoi))(?:\s+nam)?(?:\s+{_YEAR})?(?![0-9])", FLAGS)

# "quý III năm 2020", "Quý I/2025", "QUÝ 2-2024"
QUARTER = re.compile(rf"\bquy\s+(?P<quarter>iv|i{{1,3}}|[1-4])\b(?:{_OF}{_YEAR})?(?![0-9])", FLAGS)

# "tháng 6 năm 2020", "tháng 12/2021"; not "ngày 05 tháng 6 năm 2020", not "6 tháng"
MONTH = re.compile(rf"(?<![0-9]\s)(?<![0-9])\bthang\s+(?P<month>0?[1-9]|1[0-2])(?:{_OF}{_YEAR})(?![0-9])", FLAGS)

# "năm 2020", "NĂM 2021"; not "năm 2016-2020"
WHOLE = re.compile(rf"\bnam\s+(?:cong\s+tac\s+)?{_YEAR}(?![0-9]|\s*-\s*[0-9])", FLAGS)

# the year of "6 tháng đầu năm; phương hướng … 2020", wherever it stands
ANY_YEAR = re.compile(_YEAR)

# "2016-2020", "năm học 2017-2018", "nhiệm kỳ 2024 - 2029", "11 tháng năm 2021", "10 năm": without a form
OTHER = re.compile(
    rf"""
    \b(?: {phrases("giai doan | nam hoc | nhiem ky | tuan | hang nam")}
        | (?:19|20)[0-9]{{2}}\s*-\s*(?:19|20)?[0-9]{{2}}\b
        | (?: 0?[1-5789] | 1[01] | {phrases("chin | ba | bon | nam | bay | tam | muoi | muoi mot")} )
          \s+thang\s+(?:dau|cuoi|qua|nam)
        | (?<!thang\s)[0-9]{{1,2}}\s+nam\b(?!\s*(?:19|20)[0-9]{{2}})
        | quy\s+(?:iv|i{{1,3}}|[1-4])\s*(?:,|va|-)\s*(?:quy\s+)?(?:iv|i{{1,3}}|[1-4])\b )
    """,
    FLAGS,
)

# "năm học 2022-2023", "NĂM HỌC 2022 – 2023"
SCHOOL_YEAR = re.compile(r"\bnam\s+hoc\s+(?P<first>20[0-9]{2})\s*[-/]\s*(?P<last>20[0-9]{2})(?![0-9])", FLAGS)

# "phương hướng, nhiệm vụ năm 2021", "kế hoạch năm sau": what is to come
OUTLOOK = re.compile(
    rf"""
    (?: [;,.]\s* | \bva\s+ | \s-\s )
    {phrases("phuong huong | nhiem vu | ke hoach | chuong trinh | de xuat | giai phap | dinh huong")}
    """,
    FLAGS,
)

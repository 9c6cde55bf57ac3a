"""The gaps in a line: between two columns made by hand, and those left for a pen."""

from __future__ import annotations

import re

# between "UBND TỈNH CAO BẰNG" and "CỘNG HÒA …": a tab, or three spaces and more
GUTTER = re.compile(r" *\t\s*| {3,}")

# a gap inside one column: after "Số:", "ngày", "tháng 6", a row of dots
BEFORE_GAP = re.compile(
    r"(?: \bs[ốè]\s*[:.]?\s* | / | \b(?:ngày|tháng|năm) | \b(?:ngày|tháng)[\s._…]*[0-9]{1,2} | \.\. | … | _ )$",
    re.VERBOSE | re.IGNORECASE,
)

# before "/BC-…", "tháng", "năm 2020", a row of dots
AFTER_GAP = re.compile(r"/ | tháng\b | năm\b | năm[0-9] | -\s?[A-ZĐ]{2} | \.\. | … | _", re.VERBOSE | re.IGNORECASE)

# "\tVÀ PHÁT TRIỂN NÔNG THÔN\t": the right column is there and empty
LEFT_ALONE = re.compile(r" *\t[^\t]+\t\s*")

# "\tĐộc lập - Tự do - Hạnh phúc"
FAR_RIGHT = re.compile(r" *\t| {12,}")

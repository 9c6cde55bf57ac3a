"""What stands in a table's cells, as far as it tells where cells, rows and columns begin."""

from __future__ import annotations

import re

# "- Cờ thi đua", "+ Bằng khen": a line in a cell that begins a paragraph of its own
DASHED = re.compile(r"\s* [-–+•] \s", re.VERBOSE)

# "- Cờ thi đua", "* Về tổ chức", "1. Tập thể", "b) Cá nhân": never the rest of the line above
ITEM = re.compile(r"\s* (?: [-–+•*] | [0-9a-zđ]{1,2}[.)] ) \s", re.VERBOSE)

# "9,5", "(12)", "-3", "1.000": a cell that holds a figure and nothing else
FIGURE = re.compile(r"[-+(]? [0-9]+ (?:[.,][0-9]+)? \)?", re.VERBOSE)

# "9,5", "12": the same without a sign, as in a column of numbers
PLAIN_FIGURE = re.compile(r"[0-9]+ (?:[.,][0-9]+)?", re.VERBOSE)

# "TT", "STT", "Số TT": the heading of a table's first column at a line's beginning
FIRST_HEADING = re.compile(r"^[ ]* (?:TT|STT|Số\ TT) (?=[ \r\n])", re.VERBOSE | re.MULTILINE)

IN_FIRST_HEADING = "TT"
"""Asked first: a page without it has no such heading."""

# "Tổng cộng", "Cộng", "TỔNG SỐ": how a row begins that has no number of its own
TOTAL = re.compile(r"(?:Tổng|Cộng|TỔNG|CỘNG)\b")

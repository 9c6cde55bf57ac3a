"""What stands in a table's cells, as far as it tells where cells, rows and columns begin."""

from __future__ import annotations

import re

# "- Cờ thi đua", "+ Bằng khen": a line in a cell that begins a paragraph of its own
DASHED = re.compile(r"\s* [-–+•] \s", re.VERBOSE)

# "- Cờ thi đua", "* Về tổ chức", "1. Tập thể", "b) Cá nhân": never the rest of the line above
ITEM = re.compile(r"\s* (?: [-–+•*] | [0-9a-zđ]{1,2}[.)] ) \s", re.VERBOSE)

# "a", "a)", "b.", "ii)", "đ Tập thể": a small letter that numbers a row, not one that begins a word
SMALL_LABEL = re.compile(r"[a-zđ] (?: \s | $ ) | [a-zđ]{1,3} [.)]", re.VERBOSE)

# "9,5", "(12)", "-3", "1.000": a cell that holds a figure and nothing else
FIGURE = re.compile(r"[-+(]? [0-9]+ (?:[.,][0-9]+)? \)?", re.VERBOSE)

# "9,5", "12": the same without a sign, as in a column of numbers
PLAIN_FIGURE = re.compile(r"[0-9]+ (?:[.,][0-9]+)?", re.VERBOSE)

# "TT", "STT", "Số TT": the heading of a table's first column at a line's beginning
FIRST_HEADING = re.compile(r"^[ ]* (?:TT|STT|Số\ TT) (?=[ \r\n])", re.VERBOSE | re.MULTILINE)

# "II", "1.2", "3.", "a)": how a table's row is numbered
ROW_LABEL = re.compile(r"(?: [IVXL]+ | [0-9]{1,3} (?: \.[0-9]{1,3} )* | [A-ZĐa-zđ] ) [.)]?", re.VERBOSE)

IN_FIRST_HEADING = "TT"
"""Asked first: a page without it has no such heading."""

# "Tổng cộng", "Cộng", "TỔNG SỐ": how a row begins that has no number of its own
TOTAL = re.compile(r"(?:Tổng|Cộng|TỔNG|CỘNG)\b")

_COUNTED = r"[0-9]{1,4} (?: [.,][0-9]{1,2} )?"
_GROUPED = r"[0-9]{1,3} (?: (?: \.[0-9]{3} )+ (?: ,[0-9]{1,2} )? | (?: ,[0-9]{3} )+ )"

# "1000", "50,25", "98.500.000", "(12)", "98,5%": what a narrow cell may break; five figures are never written in one
BREAKABLE_FIGURE = re.compile(rf"[-+(]? (?: {_COUNTED} | {_GROUPED} ) [%)]?", re.VERBOSE)

# "15/12/2020"
BREAKABLE_DAY = re.compile(r"[0-9]{1,2} / [0-9]{1,2} / [0-9]{4}", re.VERBOSE)

# "152/BC-SKHĐT", "91/2017/NĐ-CP"
BREAKABLE_NUMBER = re.compile(r"[0-9]+[a-z]? / (?: [0-9]{4}/ )? [A-ZĐ]+ (?: -[A-ZĐ]+ )+", re.VERBOSE)

FIGURE_GOES_ON = re.compile(
    r"""
      [0-9],\n[0-9]                          # 1100,⏎5
    | [0-9]\n[.,][0-9]                       # 98⏎.500.000
    | \.[0-9]{3}\.[0-9]{1,2}\n[0-9]         # 98.500.0⏎00
    | /[0-9]{1,2}/[0-9]{1,3}\n[0-9]         # 15/12/202⏎0
    | [0-9]\n[%)]                            # 98,5⏎%
    """,
    re.VERBOSE,
)
"""Where a figure or a day breaks so that its parts are none by themselves: not 100⏎0, which may be two."""

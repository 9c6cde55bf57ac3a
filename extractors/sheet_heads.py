"""Where a score sheet that is sent without a letter says whose it is: the office above its title, "Đơn vị: …" below."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.lines import Line, Side
from extractors.patterns import letterhead

_BELOW = 5
"""Lines between a sheet's title and its table, at most."""

_ABOVE = 6
"""Lines of offices above a title, at most."""


def find(lines: Sequence[Line]) -> tuple[range, range]:
    """The lines of the offices, and those from the title to the table; both empty where there is no such sheet."""
    for i, line in enumerate(lines):
        if letterhead.SHEET_TITLE.match(line.bones) and (stop := _table_below(lines, i)):
            start = i
            while start > max(0, i - _ABOVE) and _names_office(lines[start - 1]):
                start -= 1
            return range(start, i), range(i, stop)
    return range(0), range(0)


def _table_below(lines: Sequence[Line], title: int) -> int:
    """The index of the table that the title stands over; 0 where none does."""
    near = range(title + 1, min(len(lines), title + 1 + _BELOW))
    return next((i for i in near if lines[i].side is Side.TABLE), 0)


def _names_office(line: Line) -> bool:
    """Whether the line may name an office: in capitals, or empty between two that do."""
    if line.side is Side.TABLE or len(line.text) > 100:
        return False
    return line.text == line.text.upper()

"""Where a paper's subject (trích yếu) stands among its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors import heads
from extractors.lines import Line, Side
from extractors.patterns import letterhead, signature

_MOST_LINES = 8
"""Of a subject."""


def find(lines: Sequence[Line], head: range, heading: range) -> tuple[range, str]:
    """The lines of the subject and what ends them."""
    if heading:
        return _about_below(lines, heading.stop)
    for i in head:
        if letterhead.ABOUT_SHORT.match(lines[i].bones):
            return _about_in_column(lines, i)
    return range(0), ""


def _about_in_column(lines: Sequence[Line], start: int) -> tuple[range, str]:
    """The line "V/v …" below the number, with those that its column goes on with."""
    stop = start + 1
    while (
        stop < len(lines)
        and _same_column(lines[start], lines[stop])
        and not letterhead.ADDRESSEE.match(lines[stop].bones)
    ):
        stop += 1
    return range(start, stop), "column"


def _same_column(first: Line, line: Line) -> bool:
    if not line.text or letterhead.RULE.match(line.bones) or heads.is_anchor(line) or heads.type_of(line):
        return False
    if letterhead.GROUNDS.match(line.bones) or line.text.endswith((":", ";")):
        return False
    return line.side is first.side and line.table == first.table


def _about_below(lines: Sequence[Line], start: int) -> tuple[range, str]:
    while start < len(lines) and not lines[start].text and lines[start].side is not Side.TABLE:
        start += 1
    stop, ends = start, ""
    while stop < len(lines) and stop < start + _MOST_LINES:
        ends = _end_of_about(lines, start, stop)
        if ends:
            break
        stop += 1
    return range(start, stop), ends


_ENDS: dict[str, re.Pattern[str]] = {
    "addressee": letterhead.ADDRESSEE,
    "rule": letterhead.DRAWN_LINE,
    "grounds": letterhead.GROUNDS,
}


def _end_of_about(lines: Sequence[Line], start: int, i: int) -> str:
    line, first = lines[i], lines[start]
    if line.side is Side.TABLE or line.table != first.table:
        return "gap"
    if not line.text:
        return "gap" if i > start else ""
    ends = next((name for name, pattern in _ENDS.items() if pattern.match(line.bones)), "")
    if ends or i == start:
        return ends
    if _restyled(first, line):
        return "style"
    if _in_capitals(line) and (letterhead.OFFICE.match(line.bones) or signature.TITLE.match(line.bones)):
        return "office"
    return "bracket" if line.text.startswith("(") else "sentence" if line.text.endswith((":", ";")) else ""


def _in_capitals(line: Line) -> bool:
    return line.text == line.text.upper()


def _restyled(first: Line, line: Line) -> bool:
    """Whether another style begins: bold or not, capitals, no longer centred."""
    if first.style.bold != line.style.bold or (_in_capitals(line) and not _in_capitals(first)):
        return True
    return first.style.align == "center" and line.style.align in {"left", "justify"}

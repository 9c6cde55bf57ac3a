"""A table's cells laid out on its grid: spans, merges, and the holes at a row's ends."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.formats.docx import names as w
from extractors.formats.docx.styles import integer
from extractors.formats.docx.xml import Element

MAX_SPAN = 256
"""Word itself allows 63 columns; a larger number is a slip or an attack."""

Marks = Mapping[Element, Mapping[str, str]]


class Slot:
    """One cell of the grid; it stands in every place that it covers."""

    row_span: int = 1
    merging: bool = False
    """Whether the cell below may go on with it."""

    def __init__(self, el: Element | None, row: int, column: int, column_span: int = 1) -> None:
        """`el` is its `w:tc`; None for a hole before, after or at the end of a row."""
        self.el = el
        self.row = row
        self.column = column
        self.column_span = column_span


def layout(rows: list[Element], marks: Marks) -> tuple[list[list[Slot]], list[Element]]:
    """The grid, every row of one width, and the cells that a merged one covers."""
    grid: list[list[Slot]] = []
    covered: list[Element] = []
    for index, tr in enumerate(rows):
        above = grid[-1] if grid else []
        grid.append(_row(tr, index, above, marks, covered))
    width = max(map(len, grid), default=0)
    for index, line in enumerate(grid):
        _hole(line, index, width - len(line))
    return grid, covered


def _row(tr: Element, index: int, above: list[Slot], marks: Marks, covered: list[Element]) -> list[Slot]:
    own = marks.get(tr, {})
    line: list[Slot] = []
    _hole(line, index, _span(own.get(w.GRID_BEFORE)))
    for tc in tr.iterchildren(w.TC):
        mark = marks.get(tc)
        if mark is None:
            line.append(Slot(tc, index, len(line)))
        else:
            _merged(tc, mark, line, index, above, covered)
    _hole(line, index, _span(own.get(w.GRID_AFTER)))
    return line


def _merged(
    tc: Element, mark: Mapping[str, str], line: list[Slot], index: int, above: list[Slot], covered: list[Element]
) -> None:
    """A cell with spans or merges: a new one, or more of the one to its left or above it."""
    span = max(1, _span(mark.get(w.GRID_SPAN)))
    if line and _goes_on(mark, w.H_MERGE):
        slot = line[-1]
        slot.column_span += span
        covered.append(tc)
    elif _goes_on(mark, w.V_MERGE) and (found := _slot_above(above, len(line), span)):
        slot = found
        slot.row_span = index - slot.row + 1
        covered.append(tc)
    else:
        slot = Slot(tc, index, len(line), span)
        slot.merging = w.V_MERGE in mark
    line += [slot] * span


def _goes_on(mark: Mapping[str, str], tag: str) -> bool:
    return mark.get(tag, "restart") != "restart"


def _slot_above(above: list[Slot], column: int, span: int) -> Slot | None:
    """The merging cell over the same columns in the row above."""
    if column >= len(above):
        return None
    slot = above[column]
    fits = slot.merging and slot.column == column and slot.column_span == span
    return slot if fits else None


def _hole(line: list[Slot], index: int, span: int) -> None:
    if span > 0:
        line += [Slot(None, index, len(line), span)] * span


def _span(value: str | None) -> int:
    return min(MAX_SPAN, integer(value))

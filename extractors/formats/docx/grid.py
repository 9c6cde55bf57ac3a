"""A table's cells laid out on its grid: spans, merges, and the holes at a row's ends."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.formats.docx import names as w
from extractors.formats.docx.drafts import CellDraft, RowDraft
from extractors.formats.docx.styles import integer

MAX_SPAN = 256
"""Word itself allows 63 columns; a larger number is a slip or an attack."""


class Slot:
    """One cell of the grid; it stands in every place that it covers."""

    row_span: int = 1
    merging: bool = False
    """Whether the cell below may go on with it."""

    def __init__(self, draft: CellDraft | None, row: int, column: int, column_span: int = 1) -> None:
        """`draft` is its cell; None for a hole before, after or at the end of a row."""
        self.draft = draft
        self.row = row
        self.column = column
        self.column_span = column_span


def layout(rows: list[RowDraft]) -> tuple[list[list[Slot]], list[CellDraft]]:
    """The grid, every row of one width, and the cells that a merged one covers."""
    grid: list[list[Slot]] = []
    covered: list[CellDraft] = []
    for index, row in enumerate(rows):
        above = grid[-1] if grid else []
        grid.append(_row(row, index, above, covered))
    width = max(map(len, grid), default=0)
    for index, line in enumerate(grid):
        _hole(line, index, width - len(line))
    return grid, covered


def _row(row: RowDraft, index: int, above: list[Slot], covered: list[CellDraft]) -> list[Slot]:
    line: list[Slot] = []
    _hole(line, index, _span(row.marks.get(w.GRID_BEFORE)))
    for cell in row.cells:
        if cell.marks:
            _merged(cell, line, index, above, covered)
        else:
            line.append(Slot(cell, index, len(line)))
    _hole(line, index, _span(row.marks.get(w.GRID_AFTER)))
    return line


def _merged(cell: CellDraft, line: list[Slot], index: int, above: list[Slot], covered: list[CellDraft]) -> None:
    """A cell with spans or merges: a new one, or more of the one to its left or above it."""
    marks = cell.marks
    span = max(1, _span(marks.get(w.GRID_SPAN)))
    if line and _goes_on(marks, w.H_MERGE):
        slot = line[-1]
        slot.column_span += span
        covered.append(cell)
    elif _goes_on(marks, w.V_MERGE) and (found := _slot_above(above, len(line), span)):
        slot = found
        slot.row_span = index - slot.row + 1
        covered.append(cell)
    else:
        slot = Slot(cell, index, len(line), span)
        slot.merging = w.V_MERGE in marks
    line += [slot] * span


def _goes_on(marks: Mapping[str, str], tag: str) -> bool:
    return marks.get(tag, "restart") != "restart"


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
    return min(MAX_SPAN, integer(value)) if value else 0

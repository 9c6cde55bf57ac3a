"""Stitched grids as the Tables that everybody else reads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from extractors.formats.pdf.paragraphs import joined
from extractors.formats.pdf.shapes import Line
from extractors.formats.pdf.stitch import Piece, Stitched
from extractors.patterns.table_cells import DASHED
from extractors.records import Cell, Paragraph, Place, Table
from extractors.vietnamese.text import clean


def table(stitched: Stitched, number: int, doubtful: frozenset[int] = frozenset()) -> Table:
    """The table with its number in the paper; a merged cell stands in every slot that it covers."""
    width, height = len(stitched.columns) - 1, len(stitched.rows)
    slots: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for index, row in enumerate(stitched.rows, 1):
        for ordinal, piece in enumerate(sorted(row, key=_column), 1):
            _fill(slots, _cell(piece, f"table {number}, row {index}, cell {ordinal}"))
    rows = tuple(tuple(cell or _empty(number, i, j) for j, cell in enumerate(row)) for i, row in enumerate(slots))
    place = Place(page=stitched.pages[0], container=f"table {number}")
    return Table(rows, place, header_rows=stitched.header_rows, ruled=stitched.ruled, doubtful_rows=doubtful)


def _column(piece: Piece) -> int:
    return piece.slot.column


def _fill(slots: list[list[Cell | None]], cell: Cell) -> None:
    if cell.row_span == cell.column_span == 1:
        slots[cell.row][cell.column] = cell
        return
    for row in slots[cell.row : cell.row + cell.row_span]:
        end = min(cell.column + cell.column_span, len(row))
        row[cell.column : end] = repeat(cell, end - cell.column)


def _cell(piece: Piece, container: str) -> Cell:
    page, box = piece.page, piece.box
    place = Place(page, container, 0, 0, None, None, box)
    texts = _texts(piece.lines) if piece.lines else ()
    paragraphs = [Paragraph(text, Place(page, container, n, n, None, None, box)) for n, text in enumerate(texts, 1)]
    return Cell("\n".join(texts), place, *piece.slot, tuple(paragraphs))


def _empty(number: int, row: int, column: int) -> Cell:
    """A slot that no drawn cell covers."""
    return Cell("", Place(container=f"table {number}, row {row + 1}, cell {column + 1}"), row, column)


def _texts(lines: Sequence[Line]) -> list[str]:
    """The cell's paragraphs: its lines joined, an item of a list on its own."""
    if len(lines) == 1:
        return [clean(lines[0].text).strip()]
    runs: list[list[str]] = []
    for line in lines:
        if runs and not DASHED.match(line.text):
            runs[-1].append(line.text)
        else:
            runs.append([line.text])
    return [joined(run) for run in runs]

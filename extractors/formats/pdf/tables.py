"""Stitched grids as the Tables that everybody else reads."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.formats.pdf.paragraphs import joined
from extractors.formats.pdf.shapes import Line
from extractors.formats.pdf.stitch import Piece, Stitched
from extractors.patterns.table_cells import DASHED
from extractors.records import Cell, Paragraph, Place, Table


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
    for i in range(cell.row, min(cell.row + cell.row_span, len(slots))):
        for j in range(cell.column, min(cell.column + cell.column_span, len(slots[i]))):
            slots[i][j] = cell


def _cell(piece: Piece, container: str) -> Cell:
    page, box = piece.page, piece.box
    place = Place(page, container, bbox=box)
    texts = _texts(piece.lines) if piece.lines else ()
    paragraphs = [Paragraph(text, Place(page, container, n, n, None, None, box)) for n, text in enumerate(texts, 1)]
    return Cell("\n".join(texts), place, *piece.slot, tuple(paragraphs))


def _empty(number: int, row: int, column: int) -> Cell:
    """A slot that no drawn cell covers."""
    return Cell("", Place(container=f"table {number}, row {row + 1}, cell {column + 1}"), row, column)


def _texts(lines: Sequence[Line]) -> list[str]:
    """The cell's paragraphs: its lines joined, an item of a list on its own."""
    runs: list[list[str]] = []
    for line in lines:
        if runs and not DASHED.match(line.text):
            runs[-1].append(line.text)
        else:
            runs.append([line.text])
    return [joined(run) for run in runs]

"""Builds invented tables for tests: a grid of texts, merged cells by repeating a mark."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.records import Block, Cell, Document, Paragraph, Place, Table

LEFT, UP = "<", "^"
"""A slot that belongs to the cell on its left, or above it."""


def table(
    grid: Sequence[Sequence[str]],
    number: int = 1,
    *,
    labels: Sequence[str] = (),
    bold: frozenset[int] = frozenset(),
    indents: Sequence[float] = (),
    doubtful: frozenset[int] = frozenset(),
) -> Table:
    """The grid as a table; `labels` are automatic numbers of the first column's cells."""
    cells: dict[tuple[int, int], Cell] = {}
    for r, row in enumerate(grid):
        turn = 0
        for c, text in enumerate(row):
            if text == LEFT:
                cells[r, c] = cells[r, c - 1]
            elif text == UP:
                cells[r, c] = cells[r - 1, c]
            else:
                turn += 1
                place = Place(container=f"table {number}, row {r + 1}, cell {turn}")
                label = labels[r] if labels and c == 0 else ""
                indent = indents[r] if indents else 0.0
                paragraph = Paragraph(text, place._replace(first=1, last=1), label=label, bold=r in bold, indent=indent)
                spans = _rows_below(grid, r, c), _columns_right(grid, r, c)
                cells[r, c] = Cell(text, place, r, c, *spans, (paragraph,))
    rows = tuple(tuple(cells[r, c] for c in range(len(row))) for r, row in enumerate(grid))
    return Table(rows, Place(container=f"table {number}"), doubtful_rows=doubtful)


def _columns_right(grid: Sequence[Sequence[str]], r: int, c: int) -> int:
    width = 1
    while c + width < len(grid[r]) and grid[r][c + width] == LEFT:
        width += 1
    return width


def _rows_below(grid: Sequence[Sequence[str]], r: int, c: int) -> int:
    height = 1
    while r + height < len(grid) and grid[r + height][c] == UP:
        height += 1
    return height


def document(*blocks: Block | str) -> Document:
    """A document of tables and of paragraphs given as texts."""
    found: list[Block] = []
    for number, block in enumerate(blocks, 1):
        text = isinstance(block, str)
        found.append(Paragraph(block, Place(first=number, last=number)) if isinstance(block, str) else block)
        assert text or isinstance(block, Table | Paragraph)
    return Document("application/x-test", None, tuple(found))


def sheet(*rows: str, number: int = 1, **how: object) -> Table:
    """A table from lines of cells between bars: "I | Nhiệm vụ | 60 | 55"."""
    return table([[cell.strip() for cell in row.split("|")] for row in rows], number, **how)  # type: ignore[arg-type]

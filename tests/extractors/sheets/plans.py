"""Invented plans: documents made of rows or of lines, as a reader would hand them over."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.records import Block, Cell, Document, Paragraph, Place, Table


def lines(*texts: str, labels: Sequence[str] = ()) -> Document:
    """A document of paragraphs."""
    return Document("test", None, tuple(paragraphs(*texts, labels=labels)))


def paragraphs(*texts: str, labels: Sequence[str] = ()) -> list[Paragraph]:
    padded = [*labels, *[""] * (len(texts) - len(labels))]
    return [
        Paragraph(text, Place(first=n, last=n), label=label)
        for n, (text, label) in enumerate(zip(texts, padded, strict=True), 1)
    ]


def table(number: int, rows: Sequence[Sequence[str]], width: int) -> Table:
    """A grid; a row of one text is one cell over all columns; "^" repeats the cell above."""
    grid: list[tuple[Cell, ...]] = []
    for r, texts in enumerate(rows):
        grid.append(_row(number, r, texts, width, grid[-1] if grid else ()))
    return Table(tuple(grid), Place(container=f"table {number}"))


def _row(number: int, r: int, texts: Sequence[str], width: int, above: Sequence[Cell]) -> tuple[Cell, ...]:
    def cell(c: int, text: str, span: int = 1) -> Cell:
        return Cell(text, Place(container=f"table {number}, row {r + 1}, cell {c + 1}"), r, c, 1, span)

    if len(texts) == 1:
        return (cell(0, texts[0], width),) * width
    return tuple(above[c] if text == "^" else cell(c, text) for c, text in enumerate(texts))


def plan(*tables: Table, title: str = "Công tác thi đua, khen thưởng năm 2023") -> Document:
    """A plan with its title and its tables, an empty paragraph after each."""
    blocks: list[Block] = list(paragraphs("KẾ HOẠCH", title))
    for one in tables:
        blocks += [one, Paragraph("", Place(first=len(blocks), last=len(blocks)))]
    return Document("test", None, tuple(blocks))

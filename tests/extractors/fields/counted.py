"""Reads invented sentences and tables for the tests of award counts."""

from __future__ import annotations

from extractors.fields.counts import candidates
from extractors.records import Candidate, Cell, Paragraph, Place, Table

OWN = ("Sở Cây xanh", "Sở Cây xanh và Mặt nước")


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, Place(container="", first=n, last=n)) for n, text in enumerate(texts, 1)]


def read(*texts: str) -> list[Candidate]:
    head = "Kết quả công tác thi đua, khen thưởng năm 2020"
    return list(candidates(paragraphs(head, "Trong năm 2020, phong trào được triển khai.", *texts), own_names=OWN))


def sure(*texts: str) -> dict[str, object]:
    return {c.field.removeprefix("count:"): c.value for c in read(*texts) if not c.doubt}


def table(*rows: tuple[str, ...], doubtful: frozenset[int] = frozenset()) -> Table:
    """A table; a text repeated to the right or below is one merged cell."""
    cells: dict[tuple[int, int], Cell] = {}
    for r, texts in enumerate(rows):
        for c, text in enumerate(texts):
            merged = text.startswith("<")
            place = Place(container=f"table 1, row {r + 1}, cell {c + 1}")
            cells[r, c] = cells[r, c - 1] if merged else Cell(text, place, r, c)
    grid = tuple(tuple(cells[r, c] for c in range(len(texts))) for r, texts in enumerate(rows))
    return Table(grid, Place(container="table 1"), doubtful_rows=doubtful)


def sure_of_table(*rows: tuple[str, ...], doubtful: frozenset[int] = frozenset()) -> dict[str, object]:
    body = paragraphs("Kết quả công tác thi đua, khen thưởng năm 2020")
    found = candidates(body, [table(*rows, doubtful=doubtful)])
    return {c.field.removeprefix("count:"): c.value for c in found if not c.doubt}

"""A place as people read it, and the text that stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.records import Cell, Document, Paragraph, Place, Table


def where(place: Place) -> str:
    """The place in words: "table 1, row 2, cell 1, paragraph 2, characters 5-20"."""
    parts = [place.container] if place.container else []
    if place.first:
        many = place.last > place.first
        parts.append(f"paragraphs {place.first}-{place.last}" if many else f"paragraph {place.first}")
    if place.start is not None:
        parts.append(f"characters {place.start}-{place.end}")
    return ", ".join(parts)


def within(place: Place, start: int, end: int) -> Place:
    """The same place narrowed to characters `start` to `end` of its text."""
    base = place.start or 0
    return place._replace(start=base + start, end=base + end)


def paragraphs_of(document: Document) -> Iterator[Paragraph]:
    """Every paragraph of the document: blocks in order with their cells, then the asides."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from _paragraphs_of_table(block)
    for aside in document.asides:
        yield aside.paragraph


def own_cells(row: Sequence[Cell], index: int) -> list[Cell]:
    """The cells that start in the row at `index`, left to right, each once."""
    return [c for i, c in enumerate(row) if c.row == index and c.column == i]


def row_text(row: Sequence[Cell]) -> str:
    """The row's cells joined by tabs, a merged cell once."""
    seen: list[Cell] = []
    for cell in row:
        if not seen or cell is not seen[-1]:
            seen.append(cell)
    return "\t".join(cell.text for cell in seen)


def text_at(document: Document, place: Place) -> str | None:
    """The text that stands at the place; None where the document has no such place."""
    text = _whole_text(document, place)
    if text is None or place.start is None:
        return text
    return text[place.start : place.end]


def _whole_text(document: Document, place: Place) -> str | None:
    if place.first:
        return _paragraph_text(document, place)
    for table in _tables(document):
        for index, row in enumerate(table.rows):
            for cell in row:
                if cell.place.container == place.container and cell.place.page == place.page:
                    return cell.text
            own = own_cells(row, index)
            if own and row_container(own[0].place.container) == place.container:
                return row_text(row)
    return None


def _paragraph_text(document: Document, place: Place) -> str | None:
    texts = {
        p.place.first: p.text
        for p in _standing_in(document, place.container)
        if p.place.container == place.container and place.first <= p.place.first <= place.last
    }
    wanted = range(place.first, place.last + 1)
    return "\n".join(texts[n] for n in wanted) if all(n in texts for n in wanted) else None


def _standing_in(document: Document, container: str) -> Iterator[Paragraph]:
    """The paragraphs that may stand in the container: what stands in the body itself is in no table and no aside."""
    if container:
        return paragraphs_of(document)
    return (block for block in document.blocks if isinstance(block, Paragraph))


def row_container(cell_container: str) -> str:
    """The row that a cell's container lies in: "table 1, row 2, cell 1" -> "table 1, row 2"."""
    return cell_container.rpartition(", cell ")[0]


def _tables(document: Document) -> Iterator[Table]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _with_nested(block)


def _with_nested(table: Table) -> Iterator[Table]:
    yield table
    for row in table.rows:
        for cell in row:
            for nested in cell.tables:
                yield from _with_nested(nested)


def _paragraphs_of_table(table: Table) -> Iterator[Paragraph]:
    for index, row in enumerate(table.rows):
        for cell in own_cells(row, index):
            yield from cell.paragraphs
            for nested in cell.tables:
                yield from _paragraphs_of_table(nested)

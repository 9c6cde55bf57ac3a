"""The running text, each paragraph under its nearest heading: for search, pairing and extracts; and all the rest."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.layout import Layout
from extractors.lines import Line
from extractors.patterns import headings, letterhead
from extractors.places import own_cells, row_container, row_text
from extractors.records import AsideKind, Passage, Place, Table

_LONGEST = 160
"""Letters of a heading, at most."""
ON_PAPER = frozenset(
    {
        AsideKind.HEADER,
        AsideKind.FOOTER,
        AsideKind.FOOTNOTE,
        AsideKind.ARRIVAL_STAMP,
        AsideKind.SIGNATURE,
        AsideKind.FILLED_IN,
    }
)
"""What somebody who looks at the paper sees beside its text."""


def passages(layout: Layout) -> Iterator[Passage]:
    """Every paragraph of the body with its nearest heading."""
    heading = ""
    for line in layout.body:
        if letterhead.RULE.match(line.bones):
            continue
        if is_heading(line):
            heading = line.text
        yield Passage(line.text, heading, line.place)


def elsewhere(layout: Layout) -> Iterator[Passage]:
    """Every other paragraph that says something, and every row of a table as one passage, in the file's order."""
    known = {id(line.style) for line in layout.body}  # a line holds the very paragraph that it is part of
    for block in layout.document.blocks:
        if isinstance(block, Table):
            yield from _rows(block, known)
        elif id(block) not in known and _says_something(block.text):
            yield Passage(block.text, "", block.place)
    for kind, paragraph in layout.asides:
        if kind in ON_PAPER and _says_something(paragraph.text):
            yield Passage(paragraph.text, "", paragraph.place)


def _rows(table: Table, known: set[int]) -> Iterator[Passage]:
    for index, row in enumerate(table.rows):
        cells = own_cells(row, index)
        if not cells:
            continue
        text = row_text(row)
        parts = [id(paragraph) in known for cell in cells for paragraph in cell.paragraphs]
        if _says_something(text) and not (parts and all(parts)):
            place = cells[0].place
            yield Passage(text, "", Place(place.page, row_container(place.container)))
        for cell in cells:
            for nested in cell.tables:
                yield from _rows(nested, known)


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, text))


def is_heading(line: Line) -> bool:
    """Whether the line heads what follows: short, no sentence, in capitals, bold or numbered."""
    if len(line.text) > _LONGEST or line.text.endswith((".", ";", ",", ":")) or not any(map(str.isalnum, line.text)):
        return False
    return (
        line.text == line.text.upper()
        or line.style.bold
        or bool(line.style.label or headings.NUMBERED.match(line.bones))
    )

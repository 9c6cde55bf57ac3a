"""Points that stand in no table: a sheet printed without lines, or typed with tabs, that could not be put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.patterns import scores as patterns
from extractors.records import Document, Notice, Paragraph
from extractors.sheets.roles import GIVES, role_in
from extractors.vietnamese.text import fold

MANY = 5
"""Figures, each by itself, that are more than a text holds by chance."""
LONGEST_FIGURE = 8
LONGEST_HEADING = 60
"""Characters of a heading at most: a longer text is a sentence."""

_OF_POINTS = GIVES | {"max", "points"}


def loose_points(document: Document) -> list[Notice]:
    """One notice for each page with many figures that stand by themselves, where a heading says that points do."""
    found = [paragraph for paragraph in _paragraphs(document) if _holds_figure(paragraph.text)]
    if len(found) < MANY or not any(map(_is_heading_of_points, _paragraphs(document))):
        return []
    return [Notice("sheet.unread", one.place) for one in _first_of_pages(found)]


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    return (block for block in document.blocks if isinstance(block, Paragraph))


def _first_of_pages(found: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The first paragraph of each page that holds many."""
    for page in dict.fromkeys(paragraph.place.page for paragraph in found):
        own = [paragraph for paragraph in found if paragraph.place.page == page]
        if len(own) >= MANY:
            yield own[0]


def _holds_figure(text: str) -> bool:
    """Whether nothing but a figure stands there, or one behind a tab."""
    last = text[text.rfind("\t") + 1 :].strip()
    return 0 < len(last) <= LONGEST_FIGURE and last[-1].isdigit() and patterns.PLAIN.fullmatch(last) is not None


def _is_heading_of_points(paragraph: Paragraph) -> bool:
    return any(
        len(part) <= LONGEST_HEADING and role_in((fold(part),))[0] in _OF_POINTS for part in paragraph.text.split("\t")
    )

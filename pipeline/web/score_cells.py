"""Where the scores of a paper stand, each in its own cell, as the reader sees them."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.records import Document, Limits, Place
from pipeline.web.drawing import PDF

Rows = list[tuple[Place, Mapping[str, Place]]]
"""(where the row stands, where each of its scores does by its column in the store)"""


def rows(data: bytes, media_type: str, limits: Limits) -> Rows:
    """The score rows of a paper, of a PDF those on its pages of text. Raises an ExtractionError where none is read."""
    from extractors.fields.period import find, year_of
    from extractors.layout import outline
    from extractors.sheets.find import sheets_of
    from extractors.sheets.roles import SCORES

    document = _read(data, media_type, limits)
    year = year_of(find(outline(document)))
    lines = [line for sheet in sheets_of(document, year) for line in sheet.lines]
    return [
        (line.place, {name: line.cells[role].place for role, name in SCORES.items() if role in line.cells})
        for line in lines
    ]


def _read(data: bytes, media_type: str, limits: Limits) -> Document:
    from extractors.extraction import read_as
    from extractors.formats.pdf.reader import read_text_pages

    return read_text_pages(data, limits) if media_type == PDF else read_as(media_type, data, limits)

"""The cell of a score: the store knows its row, the reader of the paper every cell of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from extractors.records import Document, Limits, Place
from pipeline.web.drawing import PDF

if TYPE_CHECKING:
    from pipeline.web.artist import Artist

Rows = list[tuple[Place, Mapping[str, Place]]]
"""(where the row stands, where each of its scores does by its column in the store)"""
NEAR = 1.0
"""Points by which two readings of one row may differ."""


def rows(data: bytes, media_type: str, limits: Limits) -> Rows:
    """The score rows of a paper, of a PDF those on its pages of text. Raises an ExtractionError where none is read."""
    from extractors.sheets.columns import SCORES
    from extractors.sheets.find import sheets_of

    lines = [line for sheet in sheets_of(_read(data, media_type, limits)) for line in sheet.lines]
    return [
        (line.place, {name: line.cells[role].place for role, name in SCORES.items() if role in line.cells})
        for line in lines
    ]


def _read(data: bytes, media_type: str, limits: Limits) -> Document:
    from extractors.extraction import read_as
    from extractors.formats.pdf.reader import read_text_pages

    return read_text_pages(data, limits) if media_type == PDF else read_as(media_type, data, limits)


async def own_cell(artist: Artist, sha256: str, media_type: str, row: Place, column: str) -> Place | None:
    """Where the column's cell of the row stands; None on a picture, or where no cell was told apart."""
    if media_type.startswith("image/"):
        return None
    found: Rows = await artist.rows(sha256, media_type) or []
    cell = next((cells.get(column) for own, cells in found if _is_same(own, row)), None)
    return cell if cell and cell.page == row.page and (cell.bbox or not row.bbox) else None


def _is_same(own: Place, row: Place) -> bool:
    """On a page by the box: a table may have another number where the pictures among the pages are not read."""
    if own.bbox is None or row.bbox is None:
        return (own.page, own.container) == (row.page, row.container)
    return own.page == row.page and all(abs(a - b) <= NEAR for a, b in zip(own.bbox, row.bbox, strict=True))


def printed(raw: str, value: str | None) -> str:
    """How the row prints the value, where it does so just once; else all that the row prints."""
    from extractors.sheets.cells import read_cell

    if value is None:
        return raw
    saying = [cell.strip() for cell in raw.split("\t") if Decimal(value) in read_cell(cell).values]
    once = len(saying) == 1 and len(re.findall(rf"(?<![\w.,]){re.escape(saying[0])}(?!\w|[.,][0-9])", raw)) == 1
    return saying[0] if once else raw

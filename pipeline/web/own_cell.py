"""The cell of a score: the store knows its row, the reader of the paper every cell of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from extractors.records import BBox, Limits
from pipeline.web.drawing import PDF

if TYPE_CHECKING:
    from pipeline.web.artist import Artist

Rows = list[tuple[int | None, BBox, Mapping[str, BBox]]]
"""(page, the row's box, the box of each of its scores by its column in the store)"""
NEAR = 1.0
"""Points by which two readings of one row may differ."""


def rows(data: bytes, limits: Limits) -> Rows:
    """The score rows on a PDF's pages of text. Raises an ExtractionError where there are no such pages."""
    from extractors.formats.pdf.reader import read_text_pages
    from extractors.sheets.columns import SCORES
    from extractors.sheets.find import sheets_of

    found: Rows = []
    for line in (line for sheet in sheets_of(read_text_pages(data, limits)) for line in sheet.lines):
        cells = {name: line.cells[role].place for role, name in SCORES.items() if role in line.cells}
        boxes = {name: at.bbox for name, at in cells.items() if at.bbox and at.page == line.place.page}
        if line.place.bbox:
            found.append((line.place.page, line.place.bbox, boxes))
    return found


async def own_cell(artist: Artist, sha256: str, media_type: str, row: tuple[int, BBox], column: str) -> BBox | None:
    """The box of the column's cell in the row; None where the page is a picture, or no cell was told apart."""
    page, box = row
    found: Rows = await artist.rows(sha256) or [] if media_type == PDF else []
    return next((boxes.get(column) for at, own, boxes in found if at == page and _near(own, box)), None)


def _near(box: BBox, other: BBox) -> bool:
    return all(abs(side - beside) <= NEAR for side, beside in zip(box, other, strict=True))


def printed(raw: str, value: str | None) -> str:
    """How the row prints the value, where it does so just once; else all that the row prints."""
    from extractors.sheets.cells import read_cell

    if value is None:
        return raw
    saying = [cell.strip() for cell in raw.split("\t") if Decimal(value) in read_cell(cell).values]
    once = len(saying) == 1 and len(re.findall(rf"(?<![\w.,]){re.escape(saying[0])}(?![\w]|[.,][0-9])", raw)) == 1
    return saying[0] if once else raw

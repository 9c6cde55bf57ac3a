"""The cell of a score: the store knows its row, the reader of the paper every cell of it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from extractors.records import Place

if TYPE_CHECKING:
    from pipeline.web.artist import Artist

NEAR = 1.0
"""Points by which two readings of one row may differ."""


async def own_cell(artist: Artist, sha256: str, media_type: str, row: Place, column: str) -> Place | None:
    """Where the column's cell of the row stands; None on a picture, or where no cell was told apart."""
    if media_type.startswith("image/"):
        return None
    found = await artist.rows(sha256, media_type) or []
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

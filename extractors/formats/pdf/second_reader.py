"""What pdfplumber reads where our own grid is not proved: a row that it reads otherwise needs a person.

It is many times slower than PDFium and is imported only here, for the pages of such tables.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from extractors.formats.pdf.shapes import inside, union
from extractors.formats.pdf.stitch import Piece, Stitched
from extractors.records import BBox

MOST_PAGES = 40
"""Pages of one table that are read again, a tenth of a second each; of a longer one every row is doubtful."""

BY_TEXT = {"vertical_strategy": "text", "horizontal_strategy": "text"}
"""How pdfplumber finds cells where no lines are: by words that stand below each other."""


class Seen(NamedTuple):
    """A cell as pdfplumber sees it."""

    text: str
    box: BBox


def doubtful_rows(data: bytes, table: Stitched) -> frozenset[int]:
    """The rows, 0-based, that pdfplumber does not bear out: cells elsewhere, or with another text."""
    if len(table.pages) > MOST_PAGES:
        return frozenset(range(len(table.rows)))
    seen = _seen(data, table)
    doubted = (piece.slot for row in table.rows for piece in row if not _agrees(piece, seen))
    return frozenset(row for slot in doubted for row in range(slot.row, slot.row + slot.row_span))


def _seen(data: bytes, table: Stitched) -> Mapping[int, Sequence[Seen]]:
    """By page, the cells that pdfplumber finds; none where it cannot read the file, and then nothing is borne out."""
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(data), pages=table.pages, unicode_norm="NFC") as pdf:
            return {page.page_number: list(_cells(page, _reach(table, page.page_number))) for page in pdf.pages}
    except Exception:
        # pdfminer lets every kind of error through: whatever it is, there is no second reading.
        return {}


def _reach(table: Stitched, page: int) -> BBox | None:
    """The part of the page that the table's pieces cover."""
    boxes = [piece.box for row in table.rows for piece in row if piece.page == page]
    if not boxes:
        return None
    return union(boxes)


def _cells(page: Any, reach: BBox | None) -> Iterator[Seen]:
    """The cells on that part of the page: by its lines, else by its words."""
    try:
        if reach is None:
            return
        left, top = page.bbox[:2]
        ruled = [cell for table in page.find_tables() for cell in _texts(table, left, top)]
        covered = [cell for cell in ruled if inside(cell.box, reach)]
        if not covered:
            part = page.crop(_within(reach, page.bbox))
            covered = [cell for table in part.find_tables(BY_TEXT) for cell in _texts(table, left, top)]
        yield from covered
    finally:
        page.close()


def _within(reach: BBox, page: BBox) -> BBox:
    """The part in pdfplumber's coordinates, cut off at the page's edges."""
    left, top, right, bottom = page
    return (
        max(reach[0] + left, left),
        max(reach[1] + top, top),
        min(reach[2] + left, right),
        min(reach[3] + top, bottom),
    )


def _texts(table: Any, left: float, top: float) -> Iterator[Seen]:
    for row, texts in zip(table.rows, table.extract(), strict=True):
        for box, text in zip(row.cells, texts, strict=True):
            if box is not None:
                yield Seen(text or "", (box[0] - left, box[1] - top, box[2] - left, box[3] - top))


def _agrees(piece: Piece, seen: Mapping[int, Sequence[Seen]]) -> bool:
    """Whether the cells whose middle lies in this one hold its text; a part on a later page is never borne out."""
    if any(line.page != piece.page for line in piece.lines):
        return False
    theirs = (cell for cell in seen.get(piece.page, ()) if inside(cell.box, piece.box))
    ours = (line.text for line in piece.lines)
    return _letters(ours) == _letters(cell.text for cell in sorted(theirs, key=lambda cell: cell.box[1::-1]))


def _letters(texts: Iterable[str]) -> str:
    """All characters but the spaces, with one kind of hyphen, and of figures."""
    whole = unicodedata.normalize("NFKC", "".join("".join(texts).split()))
    return whole.replace("\u2010", "-").replace("\u2011", "-").replace("\xad", "-")

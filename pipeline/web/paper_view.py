"""What stands beside a value: its page with a box drawn on it, or the paper's own paragraphs with the place marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractors.records import BBox
from pipeline.web.drawing import PDF
from pipeline.web.marking import Shown as ShownBlock
from pipeline.web.marking import marked, spot

if TYPE_CHECKING:
    from sqlite_utils import Database

    from pipeline.web.site import Site


class Stored(NamedTuple):
    """A file of the archive."""

    file_id: int
    file_name: str
    sha256: str
    media_type: str
    document_id: int | None


class Shown(NamedTuple):
    """A box to draw: how, where, and around which words."""

    css: str
    box: BBox
    raw: str


class View(NamedTuple):
    """The paper at one place: a page's picture, or blocks."""

    file: Stored
    page: int
    """0 for a file without pages."""
    pages: int
    width: float
    height: float
    boxes: tuple[tuple[str, BBox], ...]
    """(css class, box in points)"""
    blocks: tuple[ShownBlock, ...]


def stored(db: Database, file_id: int) -> Stored | None:
    """The file, if its bytes are archived."""
    query = "SELECT file_id, file_name, sha256, media_type, document_id FROM audit_files WHERE file_id = ?"
    row = db.execute(query, [file_id]).fetchone()
    return Stored(*row) if row and row[2] else None


async def view(site: Site, file_id: int, page: int | None, where: str, boxes: tuple[Shown, ...]) -> View | None:
    """The file at the place; None where there is no such file."""
    file = await site.read(lambda db: stored(db, file_id))
    if file is None:
        return None
    if _has_pages(file):
        picture = await site.desk.artist.picture(file.sha256, file.media_type, page or 1)
        if picture is not None:
            drawn = await _tight(site, file, page or 1, boxes)
            return View(file, page or 1, picture.pages, picture.width, picture.height, drawn, ())
    blocks = await site.desk.artist.paper(file.sha256)
    return View(file, 0, 0, 0.0, 0.0, (), tuple(marked(blocks or (), spot(where))))


async def _tight(site: Site, file: Stored, page: int, boxes: tuple[Shown, ...]) -> tuple[tuple[str, BBox], ...]:
    wanted = tuple((shown.box, shown.raw) for shown in boxes)
    tight = await site.desk.artist.boxes(file.sha256, file.media_type, page, wanted)
    return tuple((shown.css, box) for shown, box in zip(boxes, tight, strict=True))


def _has_pages(file: Stored) -> bool:
    return file.media_type == PDF or file.media_type.startswith("image/")

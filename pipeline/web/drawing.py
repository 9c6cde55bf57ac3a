"""A page as a picture, or a paper as its own paragraphs and tables: made in a process of their own."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from extractors.records import BBox, Cell, Limits, Paragraph, Table
from pipeline.web.recognised import tightened

DOTS = 110
"""Dots to the inch: enough to read, light to send."""
POINTS = 72
MOST_DOTS = 8e6
"""In one picture: a page of A2 still has all of its dots."""
PDF = "application/pdf"


class Picture(NamedTuple):
    """A page's picture and its size in points."""

    png: bytes
    width: float
    height: float
    pages: int
    """How many the file has."""


class Line(NamedTuple):
    """One paragraph of a paper."""

    container: str
    number: int
    label: str
    """Its automatic number, not part of the text."""
    text: str


class Box(NamedTuple):
    """One cell of a paper's table."""

    container: str
    lines: tuple[Line, ...]
    columns: int
    rows: int


class Grid(NamedTuple):
    """One table of a paper: the cells that start in each row."""

    rows: tuple[tuple[Box, ...], ...]


def draw(data: bytes, media_type: str, page: int, limits: Limits) -> Picture | None:
    """The page, 1-based; None where the file has no such page."""
    if page < 1:
        return None
    return _draw_pdf(data, page) if media_type == PDF else _draw_image(data, page, limits)


def _draw_pdf(data: bytes, number: int) -> Picture | None:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        if number > len(pdf):
            return None
        page = pdf[number - 1]
        try:
            width, height = page.get_size()
            pages = len(pdf)
            image = page.render(scale=_scale(width, height), may_draw_forms=True).to_pil()
        finally:
            page.close()
    finally:
        pdf.close()
    return Picture(_png(image), width, height, pages)


def _scale(width: float, height: float) -> float:
    """Dots to the point: a sheet so large that its picture would be huge is drawn coarser."""
    return min(DOTS / POINTS, math.sqrt(MOST_DOTS / (width * height)))


def narrowed(
    data: bytes, media_type: str, number: int, wanted: Sequence[tuple[BBox, str]], limits: Limits
) -> list[BBox]:
    """Each box drawn tight around its own words on the page; as it was where they do not stand there just once."""
    found = _narrowed_in_pdf(data, number, wanted) if media_type == PDF else None
    return tightened(data, media_type, number, wanted, limits) if found is None else found


def _narrowed_in_pdf(data: bytes, number: int, wanted: Sequence[tuple[BBox, str]]) -> list[BBox] | None:
    """None where the page is a picture without text."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        page = pdf[number - 1]
        try:
            if page.get_rotation():
                return [box for box, _raw in wanted]
            left, _bottom, _right, top = page.get_cropbox()
            words = page.get_textpage()
            if not words.count_chars():
                return None
            return [_narrowed(words, (left, top), box, raw) for box, raw in wanted]
        finally:
            page.close()
    finally:
        pdf.close()


def _narrowed(words: Any, corner: tuple[float, float], box: BBox, raw: str) -> BBox:
    left, top = corner
    found = []
    search = words.search(raw) if raw.strip() else None
    while search and (hit := search.get_next()):
        boxes = [words.get_charbox(index) for index in range(hit[0], hit[0] + hit[1])]
        sides = [*zip(*boxes, strict=True)]
        here = (min(sides[0]) - left, top - max(sides[3]), max(sides[2]) - left, top - min(sides[1]))
        if _holds(box, (here[0] + here[2]) / 2, (here[1] + here[3]) / 2):
            found.append(here)
    return found[0] if len(found) == 1 else box


def _holds(box: BBox, x: float, y: float) -> bool:
    return box[0] - 2 <= x <= box[2] + 2 and box[1] - 2 <= y <= box[3] + 2


def _draw_image(data: bytes, number: int, limits: Limits) -> Picture | None:
    """A scan's own picture as its reader takes it: upright, of the same size in points, so that its places fit."""
    from itertools import islice

    from PIL import Image

    from extractors.formats.ocr.pictures import of_image

    with Image.open(io.BytesIO(data)) as image:
        pages = int(getattr(image, "n_frames", 1))
    drawn = next(islice(of_image(data, limits, DOTS), number - 1, None), None)
    if drawn is None:
        return None
    width, height = drawn.image.width * POINTS / drawn.dpi, drawn.image.height * POINTS / drawn.dpi
    return Picture(_png(drawn.image), width, height, pages)


def _png(image: object) -> bytes:
    stream = io.BytesIO()
    image.convert("P", palette=1, colors=64).save(stream, "PNG")  # type: ignore[attr-defined]
    return stream.getvalue()


def paper(data: bytes, limits: Limits) -> tuple[Line | Grid, ...]:
    """The paper's paragraphs and tables, as its reader sees them."""
    from extractors.extraction import read

    document = read(data, limits)
    shown = [_shown(block) for block in document.blocks]
    return (*shown, *(_line(aside.paragraph) for aside in document.asides))


def _shown(block: Paragraph | Table) -> Line | Grid:
    return _line(block) if isinstance(block, Paragraph) else _grid(block)


def _line(paragraph: Paragraph) -> Line:
    return Line(paragraph.place.container, paragraph.place.first, paragraph.label, paragraph.text)


def _grid(table: Table) -> Grid:
    from extractors.places import own_cells

    return Grid(tuple(tuple(map(_box, own_cells(row, index))) for index, row in enumerate(table.rows)))


def _box(cell: Cell) -> Box:
    lines = tuple(map(_line, cell.paragraphs)) or (Line(cell.place.container, 1, "", cell.text),)
    return Box(cell.place.container, lines, cell.column_span, cell.row_span)

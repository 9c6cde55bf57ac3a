"""One page after the other: opened, read, closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from extractors.formats.pdf.characters import Characters
from extractors.formats.pdf.grid import grids
from extractors.formats.pdf.lines import lines_by_geometry, lines_in_order, scrambled
from extractors.formats.pdf.rules import Turn, rules_of
from extractors.formats.pdf.shapes import Fragment, Line, PageRead, box_of, inside
from extractors.records import BBox

INSET = 0.8
"""Points that a cell's text keeps from its lines."""
COVERING = 0.6
"""Share of a page's area from which on one picture is the page."""


def pages(document: Any) -> Iterator[PageRead]:
    """What each page shows; each page is closed before the next is opened."""
    for index in range(len(document)):
        page = document[index]
        textpage = page.get_textpage()
        try:
            yield _read(page, textpage, index + 1)
        finally:
            textpage.close()
            page.close()


def _read(page: Any, textpage: Any, number: int) -> PageRead:
    width, height = page.get_size()
    turn, back = turns(page)
    characters = Characters(textpage, turn)
    torn = scrambled(characters.text)
    letters = tuple(characters.letters()) if torn else ()
    fragments = []
    for grid, whole in grids(rules_of(page, turn), number):
        boxes = [box_of(grid, slot) for slot in grid.slots]
        if torn:
            cells = [_torn_cell(letters, box, number) for box in boxes]
        else:
            cells = [_cell(characters.within(_shrunk(box), back)) for box in boxes]
        if any(cells):
            fragments.append(Fragment(grid, tuple(cells), whole))
    found = lines_by_geometry(letters, number) if torn else lines_in_order(characters, number)
    lines = tuple(line for line in found if not _in_table(line, fragments))
    counted = sum(not c.isspace() for c in characters.text)
    return PageRead(number, width, height, lines, tuple(fragments), counted, (), _pictured(page, width * height))


def _in_table(line: Line, fragments: list[Fragment]) -> bool:
    """Whether the line begins inside a table: content order may run on past the cell's edge."""
    x, y = line.box[0] + 1, (line.box[1] + line.box[3]) / 2
    return any(inside((x, y, x, y), fragment.grid.box) for fragment in fragments)


def _cell(text: str) -> tuple[str, ...]:
    return tuple(line for line in (part.strip() for part in text.splitlines()) if line)


def _torn_cell(letters: tuple[Any, ...], box: BBox, page: int) -> tuple[str, ...]:
    return tuple(line.text for line in lines_by_geometry((one for one in letters if inside(one.box, box)), page))


def _shrunk(box: BBox) -> BBox:
    return (box[0] + INSET, box[1] + INSET, box[2] - INSET, box[3] - INSET)


def _pictured(page: Any, area: float) -> bool:
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > COVERING * area:
            return True
    return False


def turns(page: Any) -> tuple[Turn, Turn]:
    """How to go from PDFium's boxes (left, bottom, right, top) to the page as it is seen, and back."""
    left, bottom, right, top = page.get_bbox()
    wide, high = right - left, top - bottom

    def points(rotation: int, x: float, y: float) -> tuple[float, float]:
        u, v = x - left, y - bottom
        return {0: (u, high - v), 90: (v, u), 180: (wide - u, v), 270: (high - v, wide - u)}[rotation]

    def origins(rotation: int, x: float, y: float) -> tuple[float, float]:
        u, v = {0: (x, high - y), 90: (y, x), 180: (wide - x, y), 270: (wide - y, high - x)}[rotation]
        return u + left, v + bottom

    rotation = page.get_rotation()

    def turn(box: BBox) -> BBox:
        return _sorted(points(rotation, box[0], box[1]), points(rotation, box[2], box[3]))

    def back(box: BBox) -> BBox:
        return _sorted(origins(rotation, box[0], box[1]), origins(rotation, box[2], box[3]))

    return turn, back


def _sorted(one: tuple[float, float], other: tuple[float, float]) -> BBox:
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))

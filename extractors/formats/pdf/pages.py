"""One page after the other: opened, read, closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from extractors.formats.pdf.characters import Characters, Letter
from extractors.formats.pdf.columns import OpenTables
from extractors.formats.pdf.geometry import lines_by_geometry, scrambled
from extractors.formats.pdf.grid import Spot, grids, owner
from extractors.formats.pdf.lines import Found, lines_in_order
from extractors.formats.pdf.objects import Placed, drawn_objects
from extractors.formats.pdf.order import reading_order
from extractors.formats.pdf.overlay import drawn_over
from extractors.formats.pdf.rules import rules_of
from extractors.formats.pdf.shapes import Fragment, Grid, PageRead, Rules, inside
from extractors.formats.pdf.turning import turned

COVERING = 0.6
"""Share of a page's area from which on pictures are the page: one, or the strips of one."""
OUTLINES = 150
"""Paths on a page without letters from which on they are its letters."""
SHORT = 0.6
"""Share of a page's width up to which a rule may be a footnotes' one."""


def pages(document: Any) -> Iterator[PageRead]:
    """What each page shows; each page is closed before the next is opened."""
    open_tables = OpenTables()
    for index in range(len(document)):
        page = document[index]
        textpage = page.get_textpage()
        try:
            read = _read(page, textpage, index + 1, open_tables)
            yield read._replace(drawn=drawn_over(document, page, textpage, index + 1))
        finally:
            textpage.close()
            page.close()


def _read(page: Any, textpage: Any, number: int, open_tables: OpenTables) -> PageRead:
    turn, width, height = turned(page, textpage)
    characters = Characters(textpage, turn)
    objects = list(drawn_objects(page))
    paths = [placed for placed in objects if placed.kind == pdfium.FPDF_PAGEOBJ_PATH]
    outlined = not characters.text.strip() and len(paths) > OUTLINES
    rules = Rules((), ()) if outlined else rules_of(paths, turn)
    ruled = grids(rules, number)
    loose = open_tables.on(characters, number, [grid.box for grid, _ in ruled])
    if loose:
        ruled = sorted([*ruled, (loose, False)], key=lambda pair: pair[0].rows[0])
    found = _found(characters, number, [grid for grid, _ in ruled])
    pictured = outlined or _pictured(objects, width * height)
    return PageRead(
        number,
        width,
        height,
        tuple(reading_order([one.line for one in found if one.spot is None])),
        tuple(_fragments(ruled, found)),
        count(characters.written(0, len(characters.text) - 1)),
        "".join(one.notes for one in found),
        tuple(_short_rules(rules, ruled, width)),
        (),
        pictured,
        pictured and characters.unseen(),
    )


def _found(characters: Characters, number: int, ruled: Sequence[Grid]) -> list[Found]:
    owners = [owner(grid, index) for index, grid in enumerate(ruled)]
    if not scrambled(characters.text):
        return list(lines_in_order(characters, number, owners))
    letters: dict[Spot | None, list[Letter]] = {}
    for letter in characters.letters():
        spot = next((spot for one in owners if (spot := one(letter.box)) is not None), None)
        letters.setdefault(spot, []).append(letter)
    return [Found(line, spot) for spot, ours in letters.items() for line in lines_by_geometry(ours, number)]


def _fragments(ruled: Sequence[tuple[Grid, bool]], found: Sequence[Found]) -> Iterator[Fragment]:
    """The tables that hold text, each cell with its lines from top to bottom."""
    held: dict[Spot, list[Found]] = {}
    for one in found:
        if one.spot is not None:
            held.setdefault(one.spot, []).append(one)
    for index, (grid, whole) in enumerate(ruled):
        cells = [held.get((index, slot), []) for slot in range(len(grid.slots))]
        if any(cells):
            texts = (reading_order([one.line for one in cell]) for cell in cells)
            proved = whole and all(one.whole for cell in cells for one in cell)
            yield Fragment(grid, tuple(tuple(lines) for lines in texts), proved)


def _short_rules(rules: Rules, ruled: Sequence[tuple[Grid, bool]], width: float) -> Iterator[float]:
    for rule in rules.across:
        middle = ((rule.start + rule.end) / 2, rule.at) * 2
        if rule.end - rule.start < SHORT * width and not any(inside(middle, grid.box) for grid, _ in ruled):
            yield rule.at


def count(text: str) -> int:
    """Characters that are no space."""
    return len("".join(text.split()))


def _pictured(objects: Sequence[Placed], area: float) -> bool:
    boxes = (placed.box for placed in objects if placed.kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    return sum((right - left) * (top - bottom) for left, bottom, right, top in boxes) > COVERING * area

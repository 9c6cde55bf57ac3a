"""One page after the other: opened, read, closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from extractors import progress
from extractors.formats.pdf.characters import Characters, Letter
from extractors.formats.pdf.columns import OpenTables
from extractors.formats.pdf.geometry import lines_by_geometry, scrambled
from extractors.formats.pdf.grid import Owner, Spot, grids, owner
from extractors.formats.pdf.hidden import doubtful, hidden_letters, without_ink
from extractors.formats.pdf.lines import PageLines, lines_in_order
from extractors.formats.pdf.loading import Loaded, loaded
from extractors.formats.pdf.objects import Placed, drawn_objects
from extractors.formats.pdf.order import reading_order
from extractors.formats.pdf.overlay import drawn_over
from extractors.formats.pdf.rules import rules_of
from extractors.formats.pdf.shapes import Fragment, Grid, Line, PageRead, Rules, inside
from extractors.formats.pdf.struck import struck
from extractors.formats.pdf.turning import turned
from extractors.formats.pdf.upright import upright_lines
from extractors.vietnamese.text import solid

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
        with loaded(document, index) as page:
            read = _read(page, index + 1, open_tables)
            yield read._replace(drawn=drawn_over(document, page, index + 1))
            progress.step()


def _read(page: Loaded, number: int, open_tables: OpenTables) -> PageRead:
    turn, width, height = turned(page)
    characters = Characters(page, turn)
    text_objects, objects = drawn_objects(page.page)
    paths = [placed for placed in objects if placed.kind == pdfium.FPDF_PAGEOBJ_PATH]
    pictured = _pictured(objects, width * height)
    unseen = pictured and characters.unseen()
    # Letters without ink on a picture's page are recognition's: those stay.
    doubted = doubtful(text_objects, paths) | (set() if pictured else without_ink(text_objects))
    hidden = () if unseen or not doubted else _apart(characters, hidden_letters(page, characters, doubted), number)
    outlined = not characters.text.strip() and len(paths) > OUTLINES
    rules = Rules((), ()) if outlined else rules_of(paths, turn)
    ruled = grids(rules, number)
    hidden += _apart(characters, struck(characters, rules.across, [grid for grid, _ in ruled]), number)
    loose = open_tables.on(characters, number, [grid.box for grid, _ in ruled])
    if loose:
        ruled = sorted([*ruled, (loose, False)], key=lambda pair: pair[0].rows[0])
    shown = characters.solid
    found = _lines(characters, number, [grid for grid, _ in ruled])
    return PageRead(
        number=number,
        width=width,
        height=height,
        lines=tuple(reading_order(found.outside)),
        fragments=tuple(_fragments(ruled, found)),
        characters=shown + sum(solid(line.text) for line in hidden),
        across=tuple(_short_rules(rules, ruled, width)),
        pictured=outlined or pictured,
        unseen=unseen or (outlined and characters.unseen()),
        hidden=hidden,
    )


def _apart(characters: Characters, left_out: Sequence[int], number: int) -> tuple[Line, ...]:
    """The lines of the characters that are left out; the page goes on without them."""
    if not left_out:
        return ()
    lines = tuple(lines_by_geometry(characters.letters(left_out), number))
    characters.leave_out(left_out)
    return lines


def _lines(characters: Characters, number: int, ruled: Sequence[Grid]) -> PageLines:
    cell = owner(ruled)
    upright = upright_lines(characters, number, cell) if cell else {}
    found = _level_lines(characters, number, cell)
    for spot, lines in upright.items():
        found.cells.setdefault(spot, []).extend(lines)
    return found


def _level_lines(characters: Characters, number: int, cell: Owner | None) -> PageLines:
    if not scrambled(characters.words):
        return lines_in_order(characters, number, cell)
    letters: dict[Spot | None, list[Letter]] = {}
    for letter in characters.letters():
        letters.setdefault(cell(letter.box) if cell else None, []).append(letter)
    outside = lines_by_geometry(letters.pop(None, ()), number)
    return PageLines(outside, {spot: lines_by_geometry(own, number) for spot, own in letters.items() if spot})


def _fragments(ruled: Sequence[tuple[Grid, bool]], found: PageLines) -> Iterator[Fragment]:
    """The tables that hold text, each cell with its lines from top to bottom."""
    filled = {index for index, _ in found.cells}
    for index, (grid, whole) in enumerate(ruled):
        if index in filled:
            cells = (found.cells.get((index, slot), ()) for slot in range(len(grid.slots)))
            texts = tuple(tuple(reading_order(lines) if len(lines) > 1 else lines) for lines in cells)
            yield Fragment(grid, texts, whole and index not in found.torn)


def _short_rules(rules: Rules, ruled: Sequence[tuple[Grid, bool]], width: float) -> Iterator[float]:
    for rule in rules.across:
        middle = ((rule.start + rule.end) / 2, rule.at) * 2
        if rule.end - rule.start < SHORT * width and not any(inside(middle, grid.box) for grid, _ in ruled):
            yield rule.at


def _pictured(objects: Sequence[Placed], area: float) -> bool:
    boxes = (placed.box for placed in objects if placed.kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    return sum((right - left) * (top - bottom) for left, bottom, right, top in boxes) > COVERING * area

"""Tables are found by their drawn lines, merged cells and all."""

from itertools import product

from PIL import Image, ImageDraw

from extractors.formats.ocr.grid import grids_of
from extractors.formats.ocr.rules import rules_of, without_rules

DPI = 200
XS, YS = (100, 300, 900, 1100, 1300), (200, 260, 320, 400, 460)


def drawn(skip=(), gaps=False):
    """A grid of four by four; `skip` names sides left out: ("h", row edge, column) or ("v", column edge, row)."""
    page = Image.new("L", (1500, 1000), 255)
    draw = ImageDraw.Draw(page)
    for edge, slot in product(range(5), range(4)):
        if ("h", edge, slot) not in skip:
            draw.line((XS[slot], YS[edge], XS[slot + 1], YS[edge]), fill=0, width=3)
        if ("v", edge, slot) not in skip:
            draw.line((XS[edge], YS[slot], XS[edge], YS[slot + 1]), fill=0, width=3)
    if gaps:
        draw.point([(x, y + d) for x in range(130, 1300, 97) for y in YS for d in (-1, 0, 1)], fill=255)
    return page


def grids(page):
    return grids_of(rules_of(page, DPI), DPI)


def test_a_plain_grid_has_a_cell_for_each_slot():
    (grid,) = grids(drawn())
    assert (grid.rows, grid.columns, len(grid.slots)) == (4, 4, 16)
    assert all(abs(a - b) <= 2 for a, b in zip(grid.slots[5].box, (300, 260, 900, 320), strict=True))


def test_slots_without_a_line_between_them_are_one_cell():
    (grid,) = grids(drawn(skip={("v", 2, 0), ("h", 2, 0), ("h", 3, 0)}))
    spans = {(s.row, s.column): (s.row_span, s.column_span) for s in grid.slots}
    assert spans[0, 1] == (1, 2)
    assert spans[1, 0] == (3, 1)
    assert len(spans) == 13


def test_gaps_in_a_scanned_line_part_nothing():
    (grid,) = grids(drawn(gaps=True))
    assert len(grid.slots) == 16


def test_two_tables_on_a_page_come_from_top_to_bottom():
    page = Image.new("L", (1500, 2200), 255)
    page.paste(drawn(), (0, 1100))
    page.paste(drawn(), (0, 0))
    first, second = grids(page)
    assert first.box[3] < second.box[1]


def test_underlines_and_frames_are_no_tables():
    page = Image.new("L", (1500, 1000), 255)
    draw = ImageDraw.Draw(page)
    draw.line((200, 100, 600, 100), fill=0, width=3)
    draw.rectangle((300, 300, 900, 600), outline=0, width=3)
    assert grids(page) == []


def test_a_filled_area_is_no_line():
    page = Image.new("L", (1500, 1000), 255)
    ImageDraw.Draw(page).rectangle((200, 200, 800, 300), fill=0)
    assert rules_of(page, DPI).level == ()


def test_lines_are_painted_over():
    page = drawn()
    assert without_rules(page, rules_of(page, DPI), DPI).getextrema() == (255, 255)

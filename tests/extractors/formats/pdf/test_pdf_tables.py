"""Tables drawn in every way that a printer of Word papers draws them give the same cells."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extractors.formats.pdf.drawn import (
    Area,
    Sheets,
    changed,
    document,
    ledger,
    sheets,
    tables,
    texts,
)

ROWS = [["TT", "Nội dung", "Điểm chuẩn"], ["1", "Phát động thi đua", "10"], ["2", "Nhân điển hình", "9,5"]]
COLUMNS = (40, 160, 90)
XS, YS = (60, 100, 260, 350), (100, 120, 140, 160)


def letters(pdf: Sheets) -> None:
    for i, row in enumerate(ROWS):
        for j, text in enumerate(row):
            pdf.write_at(XS[j] + 4, YS[i] + 14, text, 9)


def by_strokes(pdf: Sheets) -> None:
    for y in YS:
        pdf.stroke(XS[0], y, XS[-1], y)
    for x in XS:
        pdf.stroke(x, YS[0], x, YS[-1])


def by_thin_rectangles(pdf: Sheets) -> None:
    """As Word does it: each side of each cell on its own, with little squares where they meet."""
    for i, top in enumerate(YS[:-1]):
        for j, left in enumerate(XS[:-1]):
            right, bottom = XS[j + 1], YS[i + 1]
            for side in ((left, top, right, top), (left, top, left, bottom)):
                pdf.fill(*side)
            for side in ((left, bottom, right, bottom), (right, top, right, bottom)):
                pdf.fill(*side)
            pdf.fill(left, top, left, top)


def by_frames(pdf: Sheets) -> None:
    for i, top in enumerate(YS[:-1]):
        for j, left in enumerate(XS[:-1]):
            pdf.rect(left, top, XS[j + 1] - left, YS[i + 1] - top)


def by_one_path(pdf: Sheets) -> None:
    """All lines stroked at once."""
    high = pdf.h
    across = [f"{XS[0]} {high - y} m {XS[-1]} {high - y} l" for y in YS]
    down = [f"{x} {high - YS[0]} m {x} {high - YS[-1]} l" for x in XS]
    pdf._out(" ".join([*across, *down, "S"]))


def by_one_fill(pdf: Sheets) -> None:
    """All thin rectangles filled at once."""
    high = pdf.h
    across = [f"{XS[0]} {high - y} {XS[-1] - XS[0]} 0.5 re" for y in YS]
    down = [f"{x} {high - YS[-1]} 0.5 {YS[-1] - YS[0]} re" for x in XS]
    pdf._out(" ".join(["0 g", *across, *down, "f"]))


def by_dashes(pdf: Sheets) -> None:
    """Lines in many short pieces that touch."""
    for y in YS:
        for x in range(XS[0], XS[-1], 10):
            pdf.stroke(x, y, x + 10, y)
    for x in XS:
        for y in range(YS[0], YS[-1], 10):
            pdf.stroke(x, y, x, y + 10)


WAYS = [by_strokes, by_thin_rectangles, by_frames, by_one_path, by_one_fill, by_dashes]


@pytest.mark.parametrize("rules", WAYS, ids=lambda way: way.__name__)
def test_however_the_rules_are_drawn(rules: Callable[[Sheets], None]) -> None:
    pdf = sheets()
    rules(pdf)
    letters(pdf)
    assert tables(document(pdf.bytes())) == [ROWS]


def test_shaded_cells_add_no_lines() -> None:
    pdf = sheets()
    pdf.set_fill_color(220)
    pdf.rect(XS[0], YS[0], XS[-1] - XS[0], YS[1] - YS[0], style="F")
    by_strokes(pdf)
    letters(pdf)
    assert tables(document(pdf.bytes())) == [ROWS]


def white_boxes(pdf: Sheets) -> None:
    pdf.set_fill_color(255)
    for y in range(90, 250, 16):
        pdf.rect(60, y, 400, 16, style="F")


def white_frames(pdf: Sheets) -> None:
    pdf.set_draw_color(255)
    for y in range(90, 250, 16):
        pdf.rect(60, y, 400, 16)


def white_lines(pdf: Sheets) -> None:
    pdf.set_draw_color(255)
    lines(pdf)


def lines(pdf: Sheets) -> None:
    for y in range(90, 250, 16):
        pdf.stroke(60, y, 460, y)
    for x in (60, 260, 460):
        pdf.stroke(x, 90, x, 234)


def clear_lines(pdf: Sheets) -> None:
    with pdf.local_context(stroke_opacity=0):
        lines(pdf)


def grey_boxes(pdf: Sheets) -> None:
    pdf.set_fill_color(200)
    for y in range(90, 250, 16):
        pdf.rect(60, y, 400, 16, style="F")


PAINTS = [white_boxes, white_frames, white_lines, clear_lines, grey_boxes]


@pytest.mark.parametrize("paint", PAINTS, ids=lambda paint: paint.__name__)
def test_paint_behind_lines_of_text_is_no_table(paint: Callable[[Sheets], None]) -> None:
    """Word paints a white box behind every run of some texts."""
    pdf = sheets()
    paint(pdf)
    pdf.set_fill_color(0)
    pdf.lines_at(60, 102, [f"Dòng thứ {n} của văn bản;" for n in range(1, 9)])
    read = document(pdf.bytes())
    assert tables(read) == []
    assert texts(read)[0] == "Dòng thứ 1 của văn bản;"
    assert len(texts(read)) == 8


def test_a_rule_below_a_head_is_no_table() -> None:
    pdf = sheets()
    pdf.write_at(100, 60, "UBND TỈNH HẠ LAM")
    pdf.stroke(120, 66, 180, 66)
    assert tables(document(pdf.bytes())) == []


def test_an_underlined_word_in_a_cell_is_no_edge() -> None:
    pdf = sheets()
    by_strokes(pdf)
    letters(pdf)
    pdf.stroke(104, 136, 180, 136)
    assert tables(document(pdf.bytes())) == [ROWS]


def test_merged_cells_stand_in_every_slot_they_cover() -> None:
    rows = [["TT", "Điểm", "", "Ghi chú"], ["", "Chuẩn", "Tự chấm", ""], ["1", "10", "9", "Tốt"]]
    pdf = sheets()
    pdf.table(60, 100, (40, 70, 70, 120), rows, [(0, 0, 2, 1), (0, 1, 1, 2), (0, 3, 2, 1)])
    assert tables(document(pdf.bytes())) == [
        [["TT", "Điểm", "Điểm", "Ghi chú"], ["TT", "Chuẩn", "Tự chấm", "Ghi chú"], ["1", "10", "9", "Tốt"]]
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned(turn: int) -> None:
    """/Rotate with the content drawn for it: as it is seen, the table stands upright."""
    pdf = sheets()
    with pdf.rotation(turn, 300, 300):
        by_strokes(pdf)
        letters(pdf)

    def rotate(opened: pikepdf.Pdf) -> None:
        opened.pages[0].Rotate = turn

    read = document(changed(pdf.bytes(), rotate))
    assert tables(read) == [ROWS]


@pytest.mark.parametrize("turn", [90, 270])
def test_a_table_that_lies_on_its_side(turn: int) -> None:
    """Landscape content on a portrait page that nothing turns."""
    pdf = sheets()
    with pdf.rotation(turn, 300, 300):
        by_strokes(pdf)
        letters(pdf)
    assert tables(document(pdf.bytes())) == [ROWS]


def test_a_table_inside_of_a_form() -> None:
    """Some printers wrap the whole page in a form and move it to its place."""
    pdf = sheets()
    by_strokes(pdf)
    letters(pdf)

    def wrap(opened: pikepdf.Pdf) -> None:
        page = opened.pages[0]
        content = page.Contents.read_bytes()
        form = opened.make_stream(content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        form.BBox, form.Resources = page.MediaBox, page.Resources
        form.Matrix = [0.5, 0, 0, 0.5, 0, 0]
        page.Contents = opened.make_stream(b"q 2 0 0 2 0 0 cm /Fm0 Do Q")
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm0=form))

    assert tables(document(changed(pdf.bytes(), wrap))) == [ROWS]


def test_two_tables_on_a_page_keep_the_text_between_them() -> None:
    pdf = sheets()
    pdf.table(60, 100, COLUMNS, ROWS)
    pdf.write_at(60, 200, "Biểu số 2")
    pdf.table(60, 220, (100, 100), [["A", "B"], ["C", "D"]])
    read = document(pdf.bytes())
    assert tables(read) == [ROWS, [["A", "B"], ["C", "D"]]]
    assert texts(read) == ["Biểu số 2"]


WORDS = st.sampled_from(["1", "I.2", "9,5", "100", "Thi đua", "QĐ-UBND", "Ổn định", "a) Nhóm", "", "x", "Đạt 98,5%"])


@st.composite
def random_tables(draw: st.DrawFn) -> tuple[list[float], list[list[str]], list[Area]]:
    """Widths, texts and merged cells of a table; a merged cell's text stands in its first slot."""
    columns = draw(st.lists(st.integers(50, 90), min_size=2, max_size=5))
    many = draw(st.integers(2, 8))
    rows = [[draw(WORDS) for _ in columns] for _ in range(many)]
    taken: set[tuple[int, int]] = set()
    cells: list[Area] = []
    for _ in range(draw(st.integers(0, 3))):
        i, j = draw(st.integers(0, many - 1)), draw(st.integers(0, len(columns) - 1))
        high, wide = draw(st.integers(1, min(3, many - i))), draw(st.integers(1, min(3, len(columns) - j)))
        slots = {(i + a, j + b) for a in range(high) for b in range(wide)}
        whole = high == many or wide == len(columns)
        if len(slots) > 1 and not slots & taken and not whole:
            taken |= slots
            cells.append((i, j, high, wide))
    return [float(width) for width in columns], rows, cells


def _shown(rows: list[list[str]], cells: list[Area]) -> list[list[str]]:
    shown = [list(row) for row in rows]
    for i, j, high, wide in cells:
        for a in range(high):
            for b in range(wide):
                shown[i + a][j + b] = rows[i][j]
    return shown


def _edges_are_drawn(rows: list[list[str]], cells: list[Area]) -> bool:
    """Whether every edge between rows and between columns is drawn somewhere: else the paper shows fewer."""
    inside_rows = [{(i + a, j + b) for a in range(1, high) for b in range(wide)} for i, j, high, wide in cells]
    inside_columns = [{(i + a, j + b) for a in range(high) for b in range(1, wide)} for i, j, high, wide in cells]
    hidden = set().union(*inside_rows), set().union(*inside_columns)
    by_row = all(any((i, j) not in hidden[0] for j in range(len(rows[0]))) for i in range(1, len(rows)))
    return by_row and all(any((i, j) not in hidden[1] for i in range(len(rows))) for j in range(1, len(rows[0])))


@settings(max_examples=60, deadline=None)
@given(random_tables())
def test_any_table_comes_back_cell_for_cell(made: tuple[list[float], list[list[str]], list[Area]]) -> None:
    columns, rows, cells = made
    if not any(text for row in rows for text in row) or not _edges_are_drawn(rows, cells):
        return
    pdf = sheets()
    pdf.table(60, 100, columns, rows, cells)
    read = document(pdf.bytes())
    expected = _shown(rows, cells)
    if any(text for row in expected for text in row):
        assert tables(read) == [expected]
        assert "unplaced" not in ledger(read)

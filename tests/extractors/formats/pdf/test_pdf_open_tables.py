"""Tables without lines: read by their headings and the white between the columns, or left as text."""

from __future__ import annotations

from collections.abc import Iterable

from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extractors.formats.pdf.open_drawn import (
    EDGES,
    HEADING,
    ROWS,
    TOP,
    across,
    down,
    empty,
    page,
    prose,
    read_back,
    tables,
    texts,
)

CONTENT = (
    st.text(alphabet="abcdehiklmnoprstuvxy ", min_size=1, max_size=30)
    .map(" ".join)
    .map(lambda text: " ".join(text.replace(" ", "").split()) or "x")
)
SCORE = st.one_of(st.integers(0, 100).map(str), st.decimals(0, 20, places=1).map(lambda d: str(d).replace(".", ",")))


def test_columns_and_rows_are_found_without_lines() -> None:
    pdf = empty()
    page(pdf, [HEADING, *ROWS])
    (table,) = tables(read_back(pdf))
    assert texts(table) == [list(row) for row in (HEADING, *ROWS)]
    assert not table.ruled
    assert table.doubtful_rows <= {0}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(CONTENT, SCORE, SCORE), min_size=4, max_size=12))
def test_whatever_stands_in_the_columns_comes_back(rows: list[tuple[str, str, str]]) -> None:
    pdf = empty()
    written = [HEADING, *((str(n), *row) for n, row in enumerate(rows, 1))]
    page(pdf, written)
    (table,) = tables(read_back(pdf))
    assert texts(table) == [list(row) for row in written]


def test_a_cell_of_several_lines_is_one_cell() -> None:
    pdf = empty()
    page(pdf, [HEADING, ("1", "Hoan thanh\ncac nhiem vu", "20", "19,5"), *ROWS[1:]])
    (table,) = tables(read_back(pdf))
    assert texts(table)[1] == ["1", "Hoan thanh cac nhiem vu", "20", "19,5"]


def test_it_goes_on_on_the_next_page_without_headings() -> None:
    pdf = empty()
    page(pdf, [HEADING, *ROWS])
    page(pdf, [("4", "Phong trao thi dua", "15", "14"), ("5", "Sang kien", "5", "4,5")], top=72)
    (table,) = tables(read_back(pdf))
    assert texts(table)[4] == ["4", "Phong trao thi dua", "15", "14"]
    assert [cell.place.page for cell in table.rows[4]] == [2, 2, 2, 2]


def test_text_below_it_is_not_its_own() -> None:
    pdf = empty()
    page(pdf, [HEADING, *ROWS])
    pdf.text(72, 260, "Tren day la bao cao cua don vi ve cong tac thi dua khen thuong trong sau thang dau nam.")
    document = read_back(pdf)
    assert texts(tables(document)[0])[-1] == list(ROWS[-1])
    assert prose(document)[-1].startswith("Tren day la bao cao")


def test_a_figure_below_its_rows_first_line_makes_no_table() -> None:
    pdf = empty()
    page(pdf, [HEADING, ("1", "Hoan thanh\nnhiem vu", "\n20", "\n19,5"), *ROWS[1:]])
    assert not tables(read_back(pdf))


def test_a_figure_that_touches_the_words_before_it_makes_no_table() -> None:
    pdf = empty()
    long = "Hoan thanh cac chi tieu "
    while pdf.get_string_width(long) < EDGES[2] - EDGES[1] - 5:
        long += "i"
    page(pdf, [HEADING, *ROWS, ("4", long, "20", "19")])
    assert not tables(read_back(pdf))


def test_prose_that_names_a_heading_is_no_table() -> None:
    pdf = empty()
    pdf.add_page()
    for line, text in enumerate(["TT va cac don vi lien quan thuc hien ke hoach nay", "theo dung tien do da de ra."]):
        pdf.text(72, 150 + 16 * line, text)
    assert not tables(read_back(pdf))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 2), min_size=4, max_size=8))
def test_numbers_in_the_middle_of_their_rows_make_no_table(halves: list[int]) -> None:
    """Whose a line between two numbers is cannot be told then; with one line a row there is nothing to tell."""
    pdf = empty()
    rows = []
    for number, half in enumerate(halves, 1):
        above = "\n" * half
        rows.append((f"{above}{number}", "\n".join(["dung"] * (2 * half + 1)), f"{above}10", f"{above}9,5"))
    page(pdf, [HEADING, *rows])
    assert bool(tables(read_back(pdf))) == (not any(halves))


def test_a_heading_inside_a_table_with_lines_is_no_second_table() -> None:
    pdf = empty()
    rules = [*across(len(ROWS) + 1), *down(len(ROWS) + 1)]
    page(pdf, [HEADING, *ROWS], rules=rules)
    (table,) = tables(read_back(pdf))
    assert table.ruled


def test_words_over_two_columns_with_a_figure_make_no_table() -> None:
    pdf = empty()
    page(pdf, [HEADING, *ROWS, ("4", "Phong trao", "Khong phat sinh trong", "14")])
    for table in tables(read_back(pdf)):
        assert ["4", "Phong trao", "Khong phat sinh trong", "14"] in texts(table)


def placed(pdf: FPDF, rows: Iterable[Iterable[tuple[float, str]]], right: float = 330) -> None:
    """A page with one line a row: words by where they begin, figures right of `right` by where they end."""
    pdf.add_page()
    for number, row in enumerate(rows):
        for at, text in row:
            ends = at > right and text[0].isdigit()
            pdf.text(at - pdf.get_string_width(text) if ends else at, TOP + 14 * number, text)


def calc(headings: Iterable[tuple[float, str]], *ends: float, left: float = 112) -> FPDF:
    """A sheet as a spreadsheet prints it without lines: words begin their cell, figures end it."""
    pdf = empty()
    body = [
        [(72, label), (left, name), *zip(ends, figures, strict=False)]
        for label, name, *figures in (("I", "Nhiem vu", "30", "28,5"), *ROWS, ("II", "Phong trao", "100", "96,5"))
    ]
    placed(pdf, [[(72, "TT"), (112, "Noi dung"), *headings], *body])
    return pdf


def test_figures_at_the_ends_of_their_cells_stand_below_the_heading_that_begins_it() -> None:
    (table,) = tables(read_back(calc([(340, "Diem chuan"), (430, "Diem tu cham")], 425, 530)))
    assert [row[2:] for row in texts(table)[:2]] == [["Diem chuan", "Diem tu cham"], ["30", "28,5"]]
    assert texts(table)[2] == list(ROWS[0])


def test_headings_that_no_white_parts_begin_with_their_capitals() -> None:
    (table,) = tables(read_back(calc([(360, "Diem chuan"), (421, "Tu cham")], 419, 480)))
    assert [row[2:] for row in texts(table)[:2]] == [["Diem chuan", "Tu cham"], ["30", "28,5"]]


def test_labels_close_to_the_names_are_a_column_of_their_own() -> None:
    (table,) = tables(read_back(calc([(340, "Diem chuan"), (430, "Tu cham")], 400, 490, left=91)))
    assert [row[:2] for row in texts(table)[1:3]] == [["I", "Nhiem vu"], ["1", "Hoan thanh nhiem vu"]]


def test_figures_that_may_stand_below_either_heading_make_no_table() -> None:
    """The last column is empty: figures between two headings may be either's."""
    assert not tables(read_back(calc([(340, "Thang diem"), (430, "Tu cham"), (500, "Khoi cham")], 400, 498)))


def test_more_columns_of_figures_than_headings_make_no_table() -> None:
    assert not tables(read_back(calc([(380, "diem chuan")], 400, 490)))

"""Tables that go on from page to page: repeated headings, rows and merged cells that a page's end cuts."""

from __future__ import annotations

from extractors.records import Document, Table
from tests.extractors.formats.pdf.drawn import Area, Sheets, document, ledger, sheets, tables

ROWS = [["TT", "Nội dung", "Điểm chuẩn"], ["1", "Phát động thi đua", "10"], ["2", "Nhân điển hình", "9,5"]]
COLUMNS = (40, 160, 90)
HEADER, PAGES = ROWS[0], 3


def over_pages(total: list[str] | None = None, wide: bool = False) -> bytes:
    pdf = Sheets()
    for page in range(PAGES):
        pdf.add_page()
        rows = [[f"{page * 9 + n}", f"Nội dung {page * 9 + n}", "10"] for n in range(1, 10)]
        pdf.table(60, 100 if page else 600, COLUMNS, [HEADER, *rows])
    if total:
        pdf.add_page()
        pdf.table(60, 100, (200, 90) if wide else COLUMNS, [total])
    return pdf.bytes()


def test_a_table_over_three_pages_drops_its_repeated_header() -> None:
    read = document(over_pages())
    (table,) = tables(read)
    assert table == [HEADER, *([f"{n}", f"Nội dung {n}", "10"] for n in range(1, 28))]
    assert ledger(read)["repeated_header"] == 2 * len("TTNộidungĐiểmchuẩn")
    assert "unplaced" not in ledger(read)


def test_a_total_alone_on_its_page_with_fewer_columns() -> None:
    (table,) = tables(document(over_pages(["Tổng cộng", "270"], wide=True)))
    assert table[-1] == ["Tổng cộng", "Tổng cộng", "270"]
    assert len(table) == 29


def test_tables_of_other_columns_are_not_joined() -> None:
    pdf = sheets()
    pdf.table(60, 700, COLUMNS, ROWS)
    pdf.add_page()
    pdf.table(60, 100, (60, 60, 170), ROWS)
    assert len(tables(document(pdf.bytes()))) == 2


def test_text_above_keeps_a_table_apart() -> None:
    pdf = sheets()
    pdf.table(60, 700, COLUMNS, ROWS)
    pdf.add_page()
    pdf.write_at(60, 120, "Biểu số 2")
    pdf.table(60, 140, COLUMNS, ROWS)
    assert tables(document(pdf.bytes())) == [ROWS, ROWS]


NOTE = "Chung cho cả nhóm"
WIDE = (40, 160, 50, 120)


def noted(last: list[Area], rows: list[list[str]], first: list[Area], note: str = NOTE) -> Document:
    """A table with a column of notes that the page's end cuts after three rows, the third one with a note.

    `last` and `first` are the merged cells of the page before and after.
    """
    above = [["TT", "Nội dung", "Điểm", "Ghi chú"], ["1", "Phát động", "10", ""], ["2", "Tổng kết các phong", "5", ""]]
    above[last[0][0] if last else 2][3] = note
    pdf = sheets()
    pdf.table(60, 700, WIDE, above, last)
    pdf.add_page()
    pdf.table(60, 100, WIDE, rows, first)
    return document(pdf.bytes())


def notes(read: Document) -> list[str]:
    """Of the rows below the headings."""
    (table,) = tables(read)
    return [row[3] for row in table[1:]]


def doubted(read: Document) -> list[int]:
    (table,) = (block for block in read.blocks if isinstance(block, Table))
    return sorted(table.doubtful_rows)


REST = ["", "trào thi đua", "", ""]
BELOW = [["3", "Nhân rộng", "5", ""], ["4", "Sơ kết", "5", ""]]


def test_a_cut_row_takes_the_rows_below_it_into_its_merged_cell() -> None:
    read = noted([], [REST, *BELOW], [(0, 3, 3, 1)])
    assert tables(read)[0][2][1] == "Tổng kết các phong trào thi đua"
    assert notes(read) == ["", NOTE, NOTE, NOTE]
    assert doubted(read) == []


def test_a_cut_row_whose_cell_is_merged_with_the_rows_above_it() -> None:
    read = noted([(1, 3, 2, 1)], [["", "trào thi đua", "", "đến cuối năm"], *BELOW], [])
    assert notes(read) == [f"{NOTE} đến cuối năm", f"{NOTE} đến cuối năm", "", ""]
    assert doubted(read) == []


def test_below_a_cut_row_cells_are_their_own() -> None:
    read = noted([(1, 3, 2, 1)], [REST, *BELOW, ["5", "Khác", "1", "Tốt"]], [(1, 3, 2, 1)])
    assert notes(read) == [NOTE, NOTE, "", "", "Tốt"]
    assert doubted(read) == []


def test_two_merged_cells_at_a_pages_end_are_one() -> None:
    read = noted([(1, 3, 2, 1)], BELOW, [(0, 3, 2, 1)])
    assert notes(read) == [NOTE] * 4
    assert doubted(read) == []


def test_rows_with_an_empty_merged_cell_on_top_of_a_page_may_go_with_the_note_before() -> None:
    read = noted([], BELOW, [(0, 3, 2, 1)])
    assert notes(read) == ["", NOTE, NOTE, NOTE]
    assert doubted(read) == [3, 4]


def test_a_row_with_an_empty_cell_below_a_cut_merged_one_is_doubtful() -> None:
    read = noted([(1, 3, 2, 1)], BELOW, [])
    assert notes(read) == [NOTE, NOTE, "", ""]
    assert doubted(read) == [3]


def test_a_plain_empty_cell_on_top_of_a_page_is_beyond_doubt() -> None:
    read = noted([], BELOW, [])
    assert notes(read) == ["", NOTE, "", ""]
    assert doubted(read) == []


def test_a_figure_is_never_given_to_the_rows_of_the_next_page() -> None:
    read = noted([(1, 3, 2, 1)], BELOW, [(0, 3, 2, 1)], note="9,5")
    assert notes(read) == ["9,5", "9,5", "", ""]

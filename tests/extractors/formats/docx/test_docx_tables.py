"""A table is a full grid: merged cells stand in each of their slots, every place leads back to its text."""

from __future__ import annotations

import pytest

from extractors.places import own_cells, row_container, row_text, text_at
from extractors.records import Document, Paragraph, Place, Table
from tests.extractors.formats.docx.wordfile import (
    HEADER,
    LINES,
    document,
    ledger,
    merge,
    only_table,
    own_texts,
    p,
    rows,
    span,
    tables,
    tbl,
    tc,
    tr,
)


def test_a_plain_grid_with_its_places() -> None:
    table = only_table(tbl(tr("TT", "Nội dung"), tr("1", tc("một", "hai"))))
    assert rows(table) == [["TT", "Nội dung"], ["1", "một\nhai"]]
    cell = table.rows[1][1]
    assert cell.place == Place(None, "table 1, row 2, cell 2")
    assert [q.place for q in cell.paragraphs] == [
        Place(None, "table 1, row 2, cell 2", 1, 1),
        Place(None, "table 1, row 2, cell 2", 2, 2),
    ]


def test_spans_and_merges_are_one_cell_in_every_slot() -> None:
    table = only_table(
        tbl(
            tr(tc("TT", properties=merge("restart")), tc("Điểm", properties=span(2)), "Ghi chú"),
            tr(tc(properties=merge()), "tối đa", "tự chấm", ""),
            tr("1", "10", "9,5", ""),
        )
    )
    assert rows(table) == [
        ["TT", "Điểm", "Điểm", "Ghi chú"],
        ["TT", "tối đa", "tự chấm", ""],
        ["1", "10", "9,5", ""],
    ]
    number, score = table.rows[0][0], table.rows[0][1]
    assert table.rows[1][0] is number
    assert table.rows[0][2] is score
    assert (number.row_span, number.column_span, score.row_span, score.column_span) == (2, 1, 1, 2)
    assert [c.place.container for c in own_cells(table.rows[1], 1)] == [
        "table 1, row 2, cell 1",
        "table 1, row 2, cell 2",
        "table 1, row 2, cell 3",
    ]


def test_a_block_merged_both_ways() -> None:
    both = span(2)
    table = only_table(
        tbl(
            tr(tc("khối", properties=both + merge("restart")), "a"),
            tr(tc(properties=both + merge()), "b"),
            tr("x", "y", "z"),
        )
    )
    assert rows(table) == [["khối", "khối", "a"], ["khối", "khối", "b"], ["x", "y", "z"]]
    assert (table.rows[0][0].row_span, table.rows[0][0].column_span) == (2, 2)


def test_two_merges_one_under_the_other() -> None:
    table = only_table(
        tbl(
            tr(tc("a", properties=merge("restart")), "1"),
            tr(tc(properties=merge()), "2"),
            tr(tc("b", properties=merge("restart")), "3"),
            tr(tc(properties=merge()), "4"),
        )
    )
    assert [row[0].text for row in table.rows] == ["a", "a", "b", "b"]


def test_a_merge_that_goes_on_from_nothing_is_a_cell() -> None:
    table = only_table(tbl(tr("a", "b"), tr(tc("c", properties=merge()), "d")))
    assert rows(table) == [["a", "b"], ["c", "d"]]


def test_text_under_a_merged_cell_is_not_shown_but_kept() -> None:
    under = tr(tc("thừa", properties=merge()), "c")
    read_document = document(tbl(tr(tc("a", properties=merge("restart")), "b"), under))
    assert [row[0].text for row in tables(read_document)[0].rows] == ["a", "a"]
    assert [(a.kind.value, a.paragraph.text) for a in read_document.asides] == [("hidden", "thừa")]
    assert ledger(read_document) == {"used": 3, "covered_cell": 4}


def test_the_older_horizontal_merge() -> None:
    restart, go_on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    table = only_table(tbl(tr(tc("a", properties=restart), tc(properties=go_on), "b"), tr("1", "2", "3")))
    assert rows(table) == [["a", "a", "b"], ["1", "2", "3"]]


def test_every_row_is_as_wide_as_the_grid() -> None:
    before, after = '<w:gridBefore w:val="1"/>', '<w:gridAfter w:val="1"/>'
    table = only_table(tbl(tr("1", "2", "3"), tr("b", "c", properties=before), tr("a", "b", properties=after), tr("a")))
    assert rows(table) == [["1", "2", "3"], ["", "b", "c"], ["a", "b", ""], ["a", "", ""]]
    assert table.rows[1][1].place.container == "table 1, row 2, cell 1"


def test_wild_spans_are_bounded() -> None:
    table = only_table(tbl(tr(tc("a", properties=span(2_000_000_000)), "b"), tr(tc("c", properties=span(-5)))))
    assert len(table.rows[0]) < 1000
    assert table.rows[1][0].text == "c"


def test_content_controls_and_deleted_rows() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{tr('1', 'a')}</w:sdtContent></w:sdt>"
    cell = f"<w:sdt><w:sdtContent>{tc('2')}</w:sdtContent></w:sdt>"
    gone = tr(tc(p("<w:del><w:r><w:delText>3</w:delText></w:r></w:del>")), "c", properties="<w:del/>")
    read_document = document(tbl(wrapped, tr(cell, "b"), gone, tr("4", "d", properties="<w:ins/>")))
    assert rows(tables(read_document)[0]) == [["1", "a"], ["2", "b"], ["4", "d"]]
    assert ledger(read_document) == {"used": 6, "deleted_text": 2}


def test_earlier_properties_of_a_tracked_change_do_not_count() -> None:
    change = f"<w:tcPrChange><w:tcPr>{span(2)}</w:tcPr></w:tcPrChange>"
    assert rows(only_table(tbl(tr(tc("a", properties=change), "b")))) == [["a", "b"]]


def test_nested_tables_stay_in_their_cell() -> None:
    table = only_table(tbl(tr(tc("ngoài", tbl(tr("trong", "x")), "sau"), "b")))
    cell = table.rows[0][0]
    assert cell.text == "ngoài\nsau"
    (inner,) = cell.tables
    assert rows(inner) == [["trong", "x"]]
    assert inner.rows[0][1].place.container == "table 1, row 1, cell 1, table 1, row 1, cell 2"


@pytest.mark.parametrize(
    ("properties", "cell_properties", "expected"),
    [
        (LINES, "", True),
        ("", "", False),
        ('<w:tblBorders><w:top w:val="nil"/><w:insideV w:val="none"/></w:tblBorders>', "", False),
        ('<w:tblStyle w:val="TableGrid"/>', "", True),
        ('<w:tblStyle w:val="Con"/>', "", True),
        ('<w:tblStyle w:val="TableGrid"/><w:tblBorders><w:top w:val="nil"/></w:tblBorders>', "", False),
        ("", '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>', True),
        (LINES, '<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/></w:tcBorders>', False),
    ],
)
def test_whether_lines_are_drawn(properties: str, cell_properties: str, *, expected: bool) -> None:
    styles = (
        f'<w:style w:type="table" w:styleId="TableGrid"><w:tblPr>{LINES}</w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="Con"><w:basedOn w:val="TableGrid"/></w:style>'
    )
    cells = [tc("a", properties=cell_properties), tc("b", properties=cell_properties), "c"]
    assert only_table(tbl(tr(*cells), properties=properties), styles=styles).ruled is expected


def test_header_rows_are_the_leading_marked_ones() -> None:
    off = '<w:tblHeader w:val="0"/>'
    assert only_table(tbl(tr("a", properties=HEADER), tr("b", properties=HEADER), tr("c"))).header_rows == 2
    assert only_table(tbl(tr("a", properties=off), tr("b", properties=HEADER))).header_rows == 0


def test_every_place_leads_back_to_its_text() -> None:
    body = (
        p("mở đầu")
        + tbl(
            tr(tc("TT", properties=merge("restart")), tc("Điểm", properties=span(2))),
            tr(tc(properties=merge()), "tối đa", tc("tự", "chấm")),
            tr("1", "10", tc("9,5", tbl(tr("trong", "nữa")))),
        )
        + p()
        + tbl(tr("2", "5", "4"))
        + p("hết")
    )
    read_document = document(body, header=p("2"))
    _check_places(read_document, tables(read_document))
    for block in read_document.blocks:
        if isinstance(block, Paragraph):
            assert text_at(read_document, block.place) == block.text


def _check_places(read_document: Document, found: list[Table]) -> None:
    for table in found:
        for index, row in enumerate(table.rows):
            own = own_cells(row, index)
            assert text_at(read_document, Place(None, row_container(own[0].place.container))) == row_text(row)
            for cell in own:
                assert text_at(read_document, cell.place) == cell.text
                for q in cell.paragraphs:
                    assert text_at(read_document, q.place) == q.text
                _check_places(read_document, list(cell.tables))


def test_own_texts_reads_each_cell_once() -> None:
    table = only_table(tbl(tr(tc("a", properties=merge("restart")), "b"), tr(tc(properties=merge()), "c")))
    assert own_texts(table) == [["a", "b"], ["c"]]

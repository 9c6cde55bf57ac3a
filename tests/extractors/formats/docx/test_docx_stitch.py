"""A table cut by Word into several is one again, and two tables stay two."""

from __future__ import annotations

import pytest

from extractors.places import own_cells, row_container, row_text, text_at
from extractors.records import Place
from tests.extractors.formats.docx.wordfile import (
    HEADER,
    document,
    ledger,
    merge,
    p,
    span,
    tables,
    tbl,
    tc,
    texts,
    tr,
)

NUMBERED = [tr("TT", "Nội dung"), tr("1", "một"), tr("2", "hai")]


@pytest.mark.parametrize(
    "second",
    [
        tbl(tr("3", "ba"), tr("4", "bốn")),
        tbl(tr("TT", "Nội  dung"), tr("3", "ba"), tr("4", "bốn")),
        tbl(tr("TT", "NỘI DUNG", properties=HEADER), tr("3.", "ba"), tr("4.", "bốn")),
    ],
)
def test_a_table_cut_in_two_is_one(second: str) -> None:
    read_document = document(tbl(*NUMBERED) + p() + second + p("sau"))
    (table,) = tables(read_document)
    assert [row[1].text for row in table.rows] == ["Nội dung", "một", "hai", "ba", "bốn"]
    assert [own_cells(row, i)[0].row for i, row in enumerate(table.rows)] == [0, 1, 2, 3, 4]
    last = table.rows[-1]
    assert row_container(last[0].place.container).startswith("table 2, row ")
    assert text_at(read_document, Place(None, row_container(last[0].place.container))) == row_text(last)
    assert texts(read_document) == ["sau"]


def test_a_dropped_header_is_told() -> None:
    read_document = document(tbl(*NUMBERED) + tbl(tr("TT", "Nội dung"), tr("3", "ba")))
    assert ledger(read_document) == {"used": 21, "repeated_header": 10}


def test_a_dropped_header_of_merged_cells_is_told_once() -> None:
    header = (
        tr(tc("TT", properties=merge("restart")), tc("Điểm", properties=span(2))),
        tr(tc(properties=merge()), "tối đa", "tự chấm"),
    )
    read_document = document(tbl(*header, tr("1", "10", "9")) + p() + tbl(*header, tr("2", "10", "8")))
    (table,) = tables(read_document)
    assert [row[0].text for row in table.rows] == ["TT", "TT", "1", "2"]
    assert ledger(read_document) == {"used": 27, "repeated_header": 19}


def test_a_table_cut_in_three_with_merged_cells() -> None:
    wide = tr(tc("QUÝ II", properties=span(2)))
    merged = [tr(tc("3", properties=merge("restart")), "ba"), tr(tc(properties=merge()), "ba nữa")]
    read_document = document(tbl(*NUMBERED, wide) + p() + tbl(*merged) + p() + tbl(tr("4", "bốn")))
    (table,) = tables(read_document)
    assert [row[0].text for row in table.rows] == ["TT", "1", "2", "QUÝ II", "3", "3", "4"]
    assert table.rows[4][0] is table.rows[5][0]
    assert (table.rows[4][0].row, table.rows[4][0].row_span) == (4, 2)


@pytest.mark.parametrize(
    "numbers",
    [
        [["I", "1", "2", "II", "1"], ["2", "III"]],
        [["a)", "b)", "c)", "d)"], ["đ)", "e)"]],
        [["1.1", "1.2"], ["1.3"]],
        [["I", "1", "2"], ["II", "1"]],
        [["", "1", "", "II"], ["1", "2"]],
        [["iii", "iv"], ["v"]],
    ],
)
def test_ways_in_which_numbers_go_on(numbers: list[list[str]]) -> None:
    body = p().join(tbl(*(tr(number, "x") for number in part)) for part in numbers)
    assert len(tables(document(body))) == 1


def test_numbers_that_word_sets_go_on_too() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    )
    counted = tc(p(properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'))
    read_document = document(tbl(tr(counted, "a"), tr(counted, "b")) + p() + tbl(tr(counted, "c")), numbering=numbering)
    (table,) = tables(read_document)
    assert [row[0].paragraphs[0].label for row in table.rows] == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    "second",
    [
        tbl(tr("1", "khác"), tr("2", "khác nữa")),
        tbl(tr("TT", "Nội dung"), tr("1", "khác")),
        tbl(tr("TT", "Tập thể", properties=HEADER), tr("3", "khác")),
        tbl(tr("3", "ba", "thêm cột")),
        tbl(tr("3", "ba"), properties=""),
        tbl(tr("Tên", "Danh hiệu")),
        p("chữ ở giữa") + tbl(tr("3", "ba")),
    ],
)
def test_two_tables_stay_two(second: str) -> None:
    assert len(tables(document(tbl(*NUMBERED) + p() + second))) == 2


def test_layout_tables_are_never_joined() -> None:
    head = tbl(tr("UBND TỈNH", "CỘNG HÒA"), properties="")
    assert len(tables(document(head + p() + head))) == 2

"""Rows that a page's end cuts, where no small letter behind a number's empty cell tells: lists, and tables of words."""

from __future__ import annotations

import pytest

from extractors.records import Table
from tests.extractors.formats.pdf.drawn import Sheets, document, tables

XS = (60, 170, 370, 450)
Row = list[list[str]]
"""The lines of each of its cells."""


def paper(above: list[Row], below: list[Row]) -> bytes:
    """A table over two pages; each row as high as its lines need."""
    pdf = Sheets()
    for top, rows in ((640, above), (60, below)):
        pdf.add_page()
        ys = [top]
        for row in rows:
            for x, lines in zip(XS, row, strict=False):
                pdf.lines_at(x + 5, ys[-1] + 12, lines, 9, 12)
            ys.append(ys[-1] + 12 * max(map(len, row)) + 6)
        for y in ys:
            pdf.stroke(XS[0], y, XS[-1], y)
        for x in XS:
            pdf.stroke(x, ys[0], x, ys[-1])
    return pdf.bytes()


def read(above: list[Row], below: list[Row]) -> tuple[list[list[str]], frozenset[int]]:
    """The rows of the one table, and which of them are doubtful."""
    found = document(paper(above, below))
    [rows] = tables(found)
    [doubtful] = [block.doubtful_rows for block in found.blocks if isinstance(block, Table)]
    return rows, doubtful


NUMBERED: Row = [["TT"], ["Nội dung"], ["Điểm"]]
NEXT: Row = [["2"], ["Nhân điển hình"], ["5"]]
ITEM: Row = [[], ["- Tham gia hội thi"], []]


def test_an_item_on_top_of_a_page_belongs_to_the_list_that_the_page_cut() -> None:
    rows, doubtful = read([NUMBERED, [["1"], ["Công tác tuyên truyền:", "- Tổ chức hội nghị;"], ["10"]]], [ITEM, NEXT])
    assert rows[1] == ["1", "Công tác tuyên truyền: - Tổ chức hội nghị; - Tham gia hội thi", "10"]
    assert rows[2] == ["2", "Nhân điển hình", "5"]
    assert doubtful == frozenset()


def test_an_item_below_a_list_that_does_not_say_that_it_goes_on_is_doubtful() -> None:
    rows, doubtful = read([NUMBERED, [["1"], ["- Tổ chức hội nghị"], ["10"]]], [ITEM, NEXT])
    assert rows[1] == ["1", "- Tổ chức hội nghị - Tham gia hội thi", "10"]
    assert doubtful == {1}


@pytest.mark.parametrize("alone", ["above", "below"])
def test_where_items_have_rows_of_their_own_an_item_has_one(alone: str) -> None:
    other: Row = [[], ["- Viết tin bài"], []]
    first: Row = [["1"], ["Công tác tuyên truyền;"], ["10"]]
    above, below = ([other], []) if alone == "above" else ([], [other])
    rows, _ = read([NUMBERED, *above, first], [ITEM, *below, NEXT])
    assert ["", "- Tham gia hội thi", ""] in rows


def test_an_item_with_points_is_a_row() -> None:
    rows, doubtful = read(
        [NUMBERED, [["1"], ["Công tác tuyên truyền;"], ["10"]]], [[[], ["- Tham gia hội thi"], ["5"]], NEXT]
    )
    assert rows[2] == ["", "- Tham gia hội thi", "5"]
    assert doubtful == frozenset()


HEADED: Row = [["Nội dung"], ["Đơn vị thực hiện"], ["Thời gian"]]
TASK: Row = [["Tổ chức hội nghị triển", "khai giao ước thi đua"], ["Sở Nội vụ"], ["Quý I"]]
OTHER: Row = [["Sơ kết sáu tháng"], ["Các đơn vị"], ["Quý II"]]


def test_a_table_without_numbers_goes_on_in_small_letters() -> None:
    rows, doubtful = read([HEADED, TASK], [[["giữa các đơn vị."], [], []], OTHER])
    assert rows[1:] == [
        ["Tổ chức hội nghị triển khai giao ước thi đua giữa các đơn vị.", "Sở Nội vụ", "Quý I"],
        ["Sơ kết sáu tháng", "Các đơn vị", "Quý II"],
    ]
    assert doubtful == frozenset()


def test_what_may_go_on_with_a_capital_is_doubtful() -> None:
    rows, doubtful = read([HEADED, TASK], [[["Khối thi đua tỉnh"], [], []], OTHER])
    assert len(rows) == 4
    assert doubtful == {1, 2}


@pytest.mark.parametrize("end", [".", ";", ":"])
def test_what_is_ended_does_not_go_on(end: str) -> None:
    task: Row = [["Tổ chức hội nghị triển", f"khai giao ước thi đua{end}"], *TASK[1:]]
    rows, doubtful = read([HEADED, task], [[["giữa các đơn vị"], [], []], OTHER])
    assert len(rows) == 4
    assert doubtful == frozenset()


@pytest.mark.parametrize("label", ["a", "b)", "đ."])
def test_a_small_letter_that_numbers_a_row_begins_one(label: str) -> None:
    rows, _ = read([HEADED, TASK], [[[label], ["các đơn vị"], []], OTHER])
    assert rows[2][0] == label


def test_names_in_small_letters_have_rows_of_their_own() -> None:
    rows, doubtful = read([HEADED, [["tập thể"], ["Bằng khen"], ["Quý I"]]], [[["cá nhân"], ["Giấy khen"], []], OTHER])
    assert [row[0] for row in rows[1:]] == ["tập thể", "cá nhân", "Sơ kết sáu tháng"]
    assert doubtful == frozenset()

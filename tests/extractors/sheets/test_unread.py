"""A table of points that is not read is told."""

from dataclasses import replace

import pytest

from extractors.records import Block
from extractors.sheets.score_sheet import score_sheets
from tests.extractors.sheets.tables import LEFT, UP, document, sheet, table

ROWS = ("1 | Hoàn thành chương trình công tác | 40 | 36,5 | 38", "2 | Cải cách hành chính | 20 | 19 | 18")


def told(*blocks: Block | str) -> list[str]:
    return [notice.code for notice in score_sheets(document(*blocks)).notices]


@pytest.mark.parametrize(
    "heading",
    [
        "TT | Nội dung | Điểm chuẩn | Đợt 1 | Đợt 2",
        "TT | Tiêu chí | Điểm tối đa | Sở Nội vụ | Sở Tài chính",
        "TT | Phần việc | Điểm chuẩn | Điểm của đơn vị | Điểm rà soát",
        "TT | Đơn vị | Điểm tự chấm | Điểm Khối chấm | Tăng",
    ],
)
def test_a_table_of_points_that_is_not_read_is_told(heading: str) -> None:
    sheets = score_sheets(document(sheet(heading, *ROWS)))
    assert not sheets.rows
    assert [(n.code, n.place.container) for n in sheets.notices] == [("sheet.unread", "table 1")]


def test_what_stands_below_one_heading_of_points_is_told() -> None:
    rows = [[part.strip() for part in row.split("|")] for row in ROWS]
    grid = [["TT", "Nội dung", "Điểm chuẩn", "Điểm", LEFT], [UP, UP, UP, "Đợt 1", "Đợt 2"], *rows]
    assert told(table(grid)) == ["sheet.unread"]


@pytest.mark.parametrize(
    "heading",
    [
        "TT | Nội dung | Điểm chuẩn | Tự chấm | Khối chấm",
        "TT | Nội dung | Thời điểm | Số lượng | Tỷ lệ",
        "TT | Danh hiệu | Đăng ký | Đề nghị | Được tặng",
        "TT | Họ và tên | Số sáng kiến | Điểm | Ghi chú",
        "TT | Nội dung | Điểm chuẩn | Ghi chú | Xếp hạng",
    ],
)
def test_what_was_read_or_holds_no_points_is_not_told(heading: str) -> None:
    assert told(sheet(heading, *ROWS)) == []


def test_an_empty_form_is_not_told() -> None:
    heading = "TT | Nội dung | Điểm chuẩn | 2022 | 2023"
    assert told(sheet(heading, "1 | Công tác | 40 | | ", "2 | Thi đua | 60 | | ")) == []


ALIKE = ("1 | Hoàn thành chương trình công tác | 40 | 36 | 38 | 37", "2 | Cải cách hành chính | 20 | 19 | 18 | 17")


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("Điểm Khối chấm", ("Sở Trồng trọt", "Ban Dân vận", "VP Huyện ủy")),
        ("Điểm tự chấm", ("Đơn vị A", "Đơn vị B", "Đơn vị C")),
    ],
)
def test_the_scores_of_several_units_are_told_and_not_read(above: str, names: tuple[str, ...]) -> None:
    rows = [[part.strip() for part in row.split("|")] for row in ALIKE]
    grid = [["TT", "Nội dung", "Điểm chuẩn", above, LEFT, LEFT], [UP, UP, UP, *names], *rows]
    sheets = score_sheets(document(table(grid)))
    assert (sheets.rows, [n.code for n in sheets.notices]) == ((), ["sheet.unread"])


def test_each_unit_with_layers_of_its_own_is_told_and_not_read() -> None:
    names = ["Sở Trồng trọt", LEFT, "Sở Thủy lợi", LEFT]
    layers = ["Tự chấm", "Khối chấm"] * 2
    rows = [["1", "Cải cách hành chính", "9", "8", "9", "8"], ["2", "Thi đua", "9", "8", "9", "8"]]
    grid = [["TT", "Nội dung", *names], [UP, UP, *layers], *rows]
    sheets = score_sheets(document(table(grid)))
    assert (sheets.rows, [n.code for n in sheets.notices]) == ((), ["sheet.unread"])


def test_an_appraisal_of_one_office_is_no_table_of_several_units() -> None:
    heading = "TT | Nội dung | Điểm chuẩn | Sở Trồng trọt tự chấm | Sở Nội vụ thẩm định"
    sheets = score_sheets(document(sheet(heading, *ROWS)))
    assert [(str(r.self_score), str(r.council_score)) for r in sheets.rows] == [("36.5", "38"), ("19", "18")]


def test_criteria_as_headings_above_points_are_told_and_not_read() -> None:
    units = ("1 | Sở Trồng trọt | 58 | 19 | 77", "2 | Sở Thủy lợi | 57 | 18 | 75")
    sheets = score_sheets(document(sheet("TT | Sở, ngành | Tiêu chí 1 | Tiêu chí 2 | Điểm tự chấm", *units)))
    assert (sheets.rows, [n.code for n in sheets.notices]) == ((), ["sheet.unread"])


@pytest.mark.parametrize(
    ("above", "codes"),
    [
        ("Kết quả chấm điểm các đơn vị như sau:", ["sheet.unread"]),
        ("Đơn vị tự chấm đạt 95 điểm.", []),
        ("Kết quả khen thưởng:", []),
    ],
)
def test_a_table_introduced_as_points_is_told(above: str, codes: list[str]) -> None:
    units = ("1 | Sở Trồng trọt | 58 | 19 | 77", "2 | Sở Thủy lợi | 57 | 18 | 75")
    assert told(above, sheet("TT | Cơ quan, đơn vị | Chuyên môn | Phong trào | Cộng", *units)) == codes


def test_columns_under_the_same_words_are_asked_about() -> None:
    sheets = score_sheets(document(sheet("TT | Nội dung | Điểm chuẩn | Tự chấm | Tự chấm", *ROWS)))
    assert [row.doubts for row in sheets.rows] == [("column_unsure",)] * 2


def test_a_heading_that_runs_into_the_row_below_is_asked_about() -> None:
    rows = ("1 | Hoàn thành chương trình công tác | 40 chuẩn | 36,5 2022", "2 | Cải cách hành chính | 20 | 19")
    sheets = score_sheets(document(sheet("TT | Nội dung | Điểm | Tự chấm", *rows)))
    assert all("column_unsure" in row.doubts for row in sheets.rows)


def test_columns_that_a_page_s_width_cut_off_are_told() -> None:
    first = sheet("TT | Nội dung | Điểm chuẩn", *(" | ".join(row.split(" | ")[:3]) for row in ROWS))
    rest = sheet("Năm 2022 | Năm 2023", "36,5 | 38", "19 | 18", number=2)
    pages = [replace(one, place=one.place._replace(page=page)) for page, one in enumerate((first, rest), 1)]
    assert told(*pages) == ["sheet.unread"]
    assert told(first, rest) == []


LOOSE = ("TT", "Nội dung", "Điểm chuẩn", "Tự chấm", "1", "Cải cách hành chính", "40", "38", "2", "Thi đua", "60", "58")


def test_points_that_stand_in_no_table_are_told() -> None:
    sheets = score_sheets(document("Bảng tự chấm điểm", *LOOSE))
    assert [(n.code, n.place.first) for n in sheets.notices] == [("sheet.unread", 6)]


def test_points_behind_tabs_are_told() -> None:
    lines = [f"{number}\tCải cách hành chính\t10\t9,5" for number in range(1, 6)]
    assert told("TT\tNội dung\tĐiểm chuẩn\tTự chấm", *lines) == ["sheet.unread"]


def test_figures_without_a_heading_of_points_and_few_are_not_told() -> None:
    assert told(*(text for text in LOOSE if "chấm" not in text and "Điểm" not in text)) == []
    assert told(*LOOSE[:8]) == []


def test_a_maximum_with_another_figure_behind_it_is_told() -> None:
    pairs = ("1 | Hoàn thành chương trình công tác | 40/36,5", "2 | Cải cách hành chính | 20/19")
    assert told(sheet("TT | Nội dung | Điểm chuẩn/Điểm đạt", *pairs)) == ["sheet.unread"]
    alone = ("1 | Hoàn thành chương trình công tác | 40", "2 | Cải cách hành chính | 20")
    assert told(sheet("TT | Nội dung | Điểm chuẩn", *alone)) == []

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

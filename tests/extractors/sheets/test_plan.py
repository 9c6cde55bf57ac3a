"""The tasks of the block's plan: who, when, what, and where each stands."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.places import text_at
from extractors.sheets.plan import plan as read_plan
from extractors.sheets.plan import plan_year
from extractors.sheets.plan_window import names_several, quarter_of, window
from tests.extractors.sheets.plans import lines, plan, table

HEAD = ("TT", "Nội dung công việc", "Đơn vị thực hiện")
EVERYONE = "- Các đơn vị trong Khối thi đua"

QUARTERS = plan(
    table(
        1,
        [HEAD, ("QUÝ I",), ("1", "Ký kết giao ước", "- Sở A chủ trì.\n- Các đơn vị phối hợp"), ("QUÝ II",)],
        3,
    ),
    table(
        2, [("2", "Tổ chức hoạt động hè", EVERYONE), ("QUÝ IV",), ("2", "Báo cáo tổng kết của các đơn", EVERYONE)], 3
    ),
    table(3, [("", "vị trong Khối", ""), ("3", "Hội nghị tổng kết", "- Sở A")], 3),
)


def test_quarter_rows_over_several_tables() -> None:
    tasks = read_plan(QUARTERS)
    assert [(t.printed, t.quarter, t.content) for t in tasks] == [
        ("1", 1, "Ký kết giao ước"),
        ("2", 2, "Tổ chức hoạt động hè"),
        ("2", 4, "Báo cáo tổng kết của các đơn vị trong Khối"),
        ("3", 4, "Hội nghị tổng kết"),
    ]
    assert (tasks[0].starts_on, tasks[0].due_on) == (date(2023, 1, 1), date(2023, 3, 31))
    assert tasks[0].who == ("- Sở A chủ trì.", "- Các đơn vị phối hợp")


def test_every_task_is_where_it_says() -> None:
    assert all(text_at(QUARTERS, task.place) == task.raw for task in read_plan(QUARTERS))


def test_time_column_and_a_column_for_those_who_help() -> None:
    head = ("STT", "Nội dung", "Thời gian", "Đơn vị chủ trì", "Đơn vị phối hợp", "Ghi chú")
    rows = [
        head,
        ("1", "Đăng ký thi đua", "Tháng 3", "Trưởng khối", "Các đơn vị", ""),
        ("2", "Báo cáo sơ kết", "Trước ngày 15/6/2023", "Các đơn vị", "", ""),
        ("3", "Sinh hoạt chuyên đề", "Thường xuyên", "Các đơn vị", "", ""),
    ]
    tasks = read_plan(plan(table(1, rows, 6)))
    assert [t.due_on for t in tasks] == [date(2023, 3, 31), date(2023, 6, 15), date(2023, 12, 31)]
    assert [t.time for t in tasks] == ["Tháng 3", "Trước ngày 15/6/2023", "Thường xuyên"]
    assert tasks[0].who == ("Trưởng khối",)
    assert tasks[0].support == ("Các đơn vị",)


def test_header_of_two_rows() -> None:
    rows = [
        ("TT", "Nội dung công việc", "Đơn vị thực hiện", "Đơn vị thực hiện"),
        ("^", "^", "Chủ trì", "Phối hợp"),
        ("1", "Ký kết giao ước", "Sở A", "Sở B"),
    ]
    (task,) = read_plan(plan(table(1, rows, 4)))
    assert (task.who, task.support) == (("Sở A",), ("Sở B",))


def test_repeated_header_is_no_task_and_headings_are_none() -> None:
    rows = [HEAD, ("I", "CÔNG TÁC CHỈ ĐẠO", ""), ("1", "Việc một", "Sở A"), HEAD, ("2", "Việc hai", "Sở A")]
    assert [t.content for t in read_plan(plan(table(1, rows, 3)))] == ["Việc một", "Việc hai"]


def test_time_cell_merged_over_rows() -> None:
    head = ("Thời gian", "TT", "Nội dung", "Thực hiện")
    rows = [head, ("Quý I", "1", "Việc một", "Sở A"), ("^", "2", "Việc hai", "Sở B")]
    document = plan(table(1, rows, 4))
    tasks = read_plan(document)
    assert [t.due_on for t in tasks] == [date(2023, 3, 31)] * 2
    assert all(text_at(document, task.place) == task.raw for task in tasks)


def test_plan_without_numbers() -> None:
    rows = [HEAD[1:], ("Việc một", "Sở A"), ("Việc hai", "Sở B")]
    assert [t.printed for t in read_plan(plan(table(1, rows, 2)))] == ["", ""]


PARAGRAPHS = lines(
    "KẾ HOẠCH",
    "Công tác thi đua, khen thưởng năm 2023",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Đẩy mạnh phong trào thi đua trong năm 2023.",
    "II. NỘI DUNG, THỜI GIAN",
    "1. Ký kết giao ước thi đua năm 2023. Thời gian: Quý I/2023. Đơn vị thực hiện: Sở A (Trưởng khối) chủ trì;"
    " các đơn vị trong Khối phối hợp.",
    "2. Đăng ký thi đua (Tháng 3; Sở B chủ trì, các đơn vị phối hợp).",
    "3. Báo cáo sơ kết 6 tháng đầu năm 2023.",
    "- Thời gian thực hiện: Trước ngày 15/6/2023.",
    "- Đơn vị thực hiện: Các đơn vị trong Khối thi đua.",
    "4. Trước ngày 05/12/2023: Báo cáo tổng kết, tự chấm điểm. Các đơn vị trong Khối thi đua.",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Sở A chủ trì theo dõi, đôn đốc.",
)


def test_numbered_paragraphs() -> None:
    tasks = read_plan(PARAGRAPHS)
    assert [(t.printed, t.content, t.due_on) for t in tasks] == [
        ("1", "Ký kết giao ước thi đua năm 2023.", date(2023, 3, 31)),
        ("2", "Đăng ký thi đua", date(2023, 3, 31)),
        ("3", "Báo cáo sơ kết 6 tháng đầu năm 2023.", date(2023, 6, 15)),
        ("4", "Báo cáo tổng kết, tự chấm điểm.", date(2023, 12, 5)),
    ]
    assert tasks[1].who == ("Sở B chủ trì, các đơn vị phối hợp",)
    assert all(text_at(PARAGRAPHS, task.place) == task.raw for task in tasks)


def test_a_deadline_within_a_paragraphs_sentence() -> None:
    document = lines(
        "KẾ HOẠCH",
        "Công tác thi đua, khen thưởng năm 2023",
        "II. NỘI DUNG",
        "1. Báo cáo sơ kết 6 tháng đầu năm: các đơn vị gửi báo cáo về Sở A trước 17 giờ 00, ngày 10/6/2023.",
        "2. Phong trào kỷ niệm ngày 19/5.",
        "3. Báo cáo tổng kết năm 2023 gửi chậm nhất ngày 05/12.",
    )
    assert [(t.printed, t.content, t.due_on) for t in read_plan(document)] == [
        ("1", "Báo cáo sơ kết 6 tháng đầu năm", date(2023, 6, 10)),
        ("3", "Báo cáo tổng kết năm 2023 gửi chậm nhất ngày 05/12.", date(2023, 12, 5)),
    ]


def test_paragraphs_below_quarters_with_automatic_numbers() -> None:
    document = lines(
        "KẾ HOẠCH",
        "năm 2023",
        "Quý I",
        "Ký kết giao ước: Sở A chủ trì, các đơn vị phối hợp.",
        "Quý II",
        "Báo cáo sơ kết: Các đơn vị trong Khối.",
        labels=("", "", "I.", "1.", "II.", "2."),
    )
    assert [(t.printed, t.quarter, t.content) for t in read_plan(document)] == [
        ("1", 1, "Ký kết giao ước"),
        ("2", 2, "Báo cáo sơ kết"),
    ]


def test_year_is_the_titles_not_that_of_the_grounds() -> None:
    document = lines("Căn cứ Kế hoạch năm 2021", "năm 2021", "KẾ HOẠCH", "Công tác thi đua năm 2023", "năm 2021")
    assert plan_year(document) == 2023


@pytest.mark.parametrize(
    ("words", "starts", "due"),
    [
        ("Trước ngày 15/6/2020", None, date(2020, 6, 15)),
        ("Chậm nhất 10-7", None, date(2020, 7, 10)),
        ("Tháng 12", date(2020, 12, 1), date(2020, 12, 31)),
        ("Trong tháng 11 và 12", date(2020, 11, 1), date(2020, 12, 31)),
        ("tháng 10, 11, 12/2021", date(2021, 10, 1), date(2021, 12, 31)),
        ("Tháng 3-5", date(2020, 3, 1), date(2020, 5, 31)),
        ("T6/2020", date(2020, 6, 1), date(2020, 6, 30)),
        ("Quý II/2023", date(2023, 4, 1), date(2023, 6, 30)),
        ("Quý III và quý IV năm 2020", date(2020, 7, 1), date(2020, 12, 31)),
        ("Quý II (trước ngày 20/6)", date(2020, 4, 1), date(2020, 6, 20)),
        ("6 tháng đầu năm", date(2020, 1, 1), date(2020, 6, 30)),
        ("Thường xuyên", date(2020, 1, 1), date(2020, 12, 31)),
        ("Từ ngày 01/3 đến ngày 15/4/2020", date(2020, 3, 1), date(2020, 4, 15)),
        ("Từ ngày 25 đến 30/6/2020", date(2020, 6, 25), date(2020, 6, 30)),
        ("ngày 15 tháng 6 năm 2021", date(2021, 6, 15), date(2021, 6, 15)),
        ("Tháng 2", date(2020, 2, 1), date(2020, 2, 29)),
        ("31/02/2020", None, None),
        ("Theo hướng dẫn", None, None),
        ("Trước tháng 6", None, date(2020, 5, 31)),
        ("Sau ngày 15/6", date(2020, 6, 15), None),
        ("Quý III, sau ngày 15/8", date(2020, 8, 15), date(2020, 9, 30)),
        ("Tuần 2 tháng 6", date(2020, 6, 1), date(2020, 6, 30)),
        ("Tháng 6 (trước ngày 20)", date(2020, 6, 1), date(2020, 6, 20)),
        ("Trong tháng 12/2021, chậm nhất là ngày 20", date(2021, 12, 1), date(2021, 12, 20)),
        ("Tháng 6, tháng 12 (trước ngày 20)", date(2020, 6, 1), date(2020, 12, 31)),
        ("Hằng quý (trước ngày 20 của tháng cuối quý)", date(2020, 1, 1), date(2020, 12, 31)),
        ("Chậm nhất 05 ngày làm việc sau khi kết thúc quý II", None, None),
        ("Trong 10 ngày kể từ ngày kết thúc tháng 6", None, None),
        ("Quý I năm sau", date(2021, 1, 1), date(2021, 3, 31)),
        ("Trước ngày 15/01 năm sau", None, date(2021, 1, 15)),
        ("Theo Kế hoạch số 12/KH-UBND ngày 12/3/2019", None, None),
    ],
)
def test_windows(words: str, starts: date | None, due: date | None) -> None:
    assert window(words, 2020) == (starts, due)


@pytest.mark.parametrize(
    ("words", "quarter"), [("Quý III", 3), ("Tháng 5 và 6", 2), ("Trước ngày 15/6", 2), ("Cả năm", None), ("", None)]
)
def test_quarters(words: str, quarter: int | None) -> None:
    assert quarter_of(window(words, 2020)) == quarter


@given(st.text(alphabet="Quýtháng trước ngày/.-0123456789IVX,;()năm", max_size=40))
def test_a_window_never_ends_before_it_starts_in_one_span(words: str) -> None:
    found = window(words, 2020)
    assert found.due_on is not None or found.starts_on is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_its_own_end(day: date) -> None:
    assert window(f"Trước ngày {day.day}/{day.month}/{day.year}", 1990).due_on == day


def test_lines_that_a_page_broke_are_one() -> None:
    document = lines(
        "KẾ HOẠCH",
        "năm 2023",
        "1. Kiểm tra chéo việc thực hiện giao ước (Quý III/2023; Sở Giao",
        "thông vận tải, Sở Xây dựng).",
    )
    (task,) = read_plan(document)
    assert (task.content, task.who) == (
        "Kiểm tra chéo việc thực hiện giao ước",
        ("Sở Giao thông vận tải, Sở Xây dựng",),
    )


@pytest.mark.parametrize(
    ("words", "several"),
    [
        ("15/6 và 15/12", True),
        ("Trước ngày 10/6 (báo cáo 6 tháng); trước ngày 10/12 (báo cáo năm)", True),
        ("Tháng 6, tháng 12", True),
        ("Quý II, quý IV", True),
        ("Từ ngày 01/3 đến ngày 15/4", False),
        ("01/3 - 15/4", False),
        ("Tháng 11 và 12", False),
        ("Tháng 3 - tháng 6", False),
        ("Quý II (trước ngày 20/6)", False),
        ("Trước ngày 15/6", False),
        ("Theo Kế hoạch số 12/KH-UBND ngày 12/3/2019, trước ngày 15/6", False),
        ("", False),
    ],
)
def test_days_that_lie_apart(words: str, several: bool) -> None:
    assert names_several(words) is several

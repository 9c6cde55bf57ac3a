"""Sheets that print the scores of several years beside each other."""

from decimal import Decimal

import pytest

from extractors.fields.period import year_of
from extractors.records import NOWHERE, Candidate, Table
from extractors.sheets.score_sheet import ScoreSheets, score_sheets
from extractors.sheets.years import SEVERAL, year_in
from tests.extractors.sheets.tables import LEFT, UP, document, sheet, table

ROWS = ("1 | Hoàn thành chương trình công tác | 40 | 36,5 | 38", "2 | Cải cách hành chính | 20 | 19 | 18")
EARLIER, OWN = [Decimal("36.5"), Decimal(19)], [Decimal(38), Decimal(18)]
UNIT_S = "Bảng tự chấm điểm thi đua"


def read(*columns: str, year: int = 2023, title: str = UNIT_S) -> ScoreSheets:
    heading = " | ".join(("TT", "Nội dung", "Điểm chuẩn", *columns))
    return score_sheets(document(title, sheet(heading, *ROWS)), year)


def below(group: str, *columns: str) -> Table:
    rows = [[part.strip() for part in row.split("|")] for row in ROWS]
    return table([["TT", "Nội dung", "Điểm chuẩn", group, LEFT], [UP, UP, UP, *columns], *rows])


def own(sheets: ScoreSheets) -> list[Decimal | None]:
    return [row.self_score for row in sheets.rows if not row.doubts]


def doubted(sheets: ScoreSheets) -> bool:
    return bool(sheets.rows) and all("column_unsure" in row.doubts for row in sheets.rows)


@pytest.mark.parametrize(
    "columns",
    [
        ("Điểm năm 2022", "Điểm năm 2023"),
        ("2022", "2023"),
        ("Tự chấm 2022", "Tự chấm 2023"),
        ("Năm trước (2022)", "Năm nay (2023)"),
        ("Kết quả năm 2022", "Tự chấm"),
        ("Điểm tự chấm đến 31/12/2022", "Điểm tự chấm đến 31/12/2023"),
        ("Tự chấm năm học 2021-2022", "Tự chấm năm học 2022-2023"),
        ("Điểm tự chấm cùng kỳ", "Điểm tự chấm"),
    ],
)
def test_the_column_of_the_paper_s_year_is_read(columns: tuple[str, str]) -> None:
    assert own(read(*columns)) == OWN


@pytest.mark.parametrize(("group", "columns"), [("Tự chấm", ("2022", "2023")), ("Kết quả", ("Năm 2022", "Năm 2023"))])
def test_years_stand_below_one_heading(group: str, columns: tuple[str, str]) -> None:
    assert own(score_sheets(document(UNIT_S, below(group, *columns)), 2023)) == OWN


def test_a_later_year_s_column_is_not_the_paper_s() -> None:
    assert own(read("Tự chấm năm 2022", "Tự chấm năm 2023", year=2022)) == EARLIER
    assert own(read("Tự chấm năm 2022", "Điểm đăng ký năm 2023", year=2022)) == EARLIER


def test_another_year_s_score_is_none_of_another_layer() -> None:
    sheets = read("Khối chấm năm 2022", "Tự chấm năm 2023")
    assert own(sheets) == OWN
    assert [row.block_score for row in sheets.rows] == [None, None]


def test_a_sheet_of_another_year_alone_is_asked_about() -> None:
    assert doubted(read("Tự chấm năm 2021", "Tự chấm năm 2022"))
    assert doubted(score_sheets(document(sheet("TT | Nội dung | Tự chấm năm 2022", "1 | A | 9", "2 | B | 8")), 2023))


def test_years_are_asked_about_where_the_paper_s_is_not_known() -> None:
    assert doubted(read("Tự chấm 2022", "Tự chấm 2023", year=0))
    assert own(read("Tự chấm 2022", "Tự chấm 2023", year=0, title="Bảng tự chấm điểm năm 2023")) == OWN


def test_a_title_of_another_year_is_asked_about() -> None:
    assert doubted(read("Tự chấm 2022", "Tự chấm 2023", title="Bảng tự chấm điểm năm 2022"))


@pytest.mark.parametrize("title", ["Bảng điểm thi đua", "Bảng tự chấm điểm và Khối thẩm định"])
def test_a_year_s_points_are_asked_about_where_nobody_says_whose_they_are(title: str) -> None:
    assert doubted(read("Điểm năm 2022", "Điểm năm 2023", title=title))


def test_the_maximum_of_the_year_is_read_and_a_rule_s_year_is_none() -> None:
    two = sheet("TT | Nội dung | Điểm chuẩn 2022 | Điểm chuẩn 2023 | Tự chấm", "1 | A | 9 | 8 | 7", "2 | B | 9 | 8 | 7")
    assert [row.max_score for row in score_sheets(document(two), 2023).rows] == [8, 8]
    rule = sheet("TT | Nội dung | Điểm chuẩn theo Quy định năm 2022 | Tự chấm", "1 | A | 9 | 8", "2 | B | 9 | 8")
    assert [(row.max_score, row.doubts) for row in score_sheets(document(rule), 2023).rows] == [(9, ()), (9, ())]


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("tu cham 2023", 2023),
        ("nam hoc 2022-2023", 2023),
        ("den 5/3/2023", 2023),
        ("thang 12/2023", 2023),
        ("nam 2022 va nam 2023", SEVERAL),
        ("theo quyet dinh nam 2022", 0),
        ("tieu chi so 15/2022/qd-ubnd", 0),
        ("bang tu cham diem nam 2021 (so sanh voi nam 2020)", 2021),
        ("tu cham", 0),
    ],
)
def test_the_year_that_a_heading_speaks_of(words: str, year: int) -> None:
    assert year_in(words) == year


def test_the_paper_s_year_is_what_all_its_periods_name() -> None:
    found = [Candidate("period", value, "period.subject", value, NOWHERE) for value in ("2023", "2023-H1", "2022")]
    assert [year_of(found[:2]), year_of(found), year_of([])] == [2023, 0, 0]


PLAIN = sheet("TT | Nội dung | Điểm chuẩn | Tự chấm", "1 | Cải cách hành chính | 20 | 19", "2 | Thi đua | 20 | 18")


@pytest.mark.parametrize(
    ("title", "doubts"),
    [
        ("Bảng tự chấm điểm năm 2022", ("other_time",)),
        ("Bảng tự chấm điểm năm 2023", ()),
        ("Theo bảng tiêu chí chấm điểm ban hành ngày 05 tháng 3 năm 2022", ()),
        ("Bảng so sánh điểm tự chấm năm 2022 và năm 2023", ()),
    ],
)
def test_a_sheet_whose_title_names_another_year_is_asked_about(title: str, doubts: tuple[str, ...]) -> None:
    sheets = score_sheets(document(title, PLAIN), 2023)
    assert [row.doubts for row in sheets.rows] == [doubts] * 2


def test_a_later_year_s_sheet_is_left_out_beside_the_paper_s() -> None:
    later = sheet("TT | Nội dung | Điểm chuẩn | Tự chấm", "1 | Cải cách hành chính | 20 | 20", "2 | Thi đua | 20 | 20")
    titles = "Bảng tự chấm điểm năm 2023", "Bảng điểm tự chấm năm 2024"
    sheets = score_sheets(document(titles[0], PLAIN, titles[1], later), 2023)
    assert own(sheets) == [19, 18]
    assert [notice.code for notice in sheets.notices] == ["sheet.earlier_year"]


GROUPED = ("1 | Cải cách hành chính | 20 | 19", "2 | Thi đua | 20 | 18")


def grouped(figures: str, *groups: str) -> Table:
    heads = (f"{number} | {group} | {figures}" for number, group in zip("AB", groups, strict=True))
    return sheet("TT | Nội dung | Điểm chuẩn | Tự chấm", *(row for head in heads for row in (head, *GROUPED)))


@pytest.mark.parametrize("groups", [("Năm 2022", "Năm 2023"), ("Sở Trồng trọt", "Ban Dân vận")])
def test_rows_that_come_again_below_other_years_or_units_are_asked_about(groups: tuple[str, str]) -> None:
    found = score_sheets(document(grouped(" | ", *groups)), 2023).rows
    assert {row.doubts for row in found} == {("several_groups",)}


def test_the_same_steps_below_several_criteria_are_none() -> None:
    found = score_sheets(document(grouped("40 | 37", "Cải cách", "Phong trào"))).rows
    assert not any(row.doubts for row in found)

"""A score sheet, row by row, in every layout."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.decide_rows import decide_rows
from extractors.places import text_at
from extractors.records import Cell, Document, Nothing, ScoreRow, Status
from extractors.sheets.score_sheet import ScoreSheets, score_sheets
from tests.extractors.sheets.tables import UP, document, sheet, table

HEADER = "TT | Nội dung | Điểm chuẩn | Tự chấm"
PLAIN = (
    HEADER,
    "I | Nhiệm vụ chuyên môn | 60 | 55,5",
    "1 | Hoàn thành chương trình công tác | 40 | 36,5",
    "2 | Cải cách hành chính | 20 | 19",
    "II | Công tác thi đua | 40 | 38",
    "1 | Phát động phong trào | 25 | 24",
    "2 | Nhân rộng điển hình | 15 | 14",
    " | Tổng cộng | 100 | 93,5",
)


def read(*blocks: object) -> ScoreSheets:
    return score_sheets(document(*blocks))  # type: ignore[arg-type]


def brief(rows: tuple[ScoreRow, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(r.code, _text(r.max_score), _text(r.self_score)) for r in rows]


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"


def totals(sheets: ScoreSheets) -> dict[str, object]:
    return {c.field: c.value for c in sheets.totals}


def test_a_plain_sheet() -> None:
    sheets = read("BẢNG TỰ CHẤM ĐIỂM", sheet(*PLAIN))
    assert brief(sheets.rows) == [
        ("I", "60", "55.5"),
        ("I.1", "40", "36.5"),
        ("I.2", "20", "19"),
        ("II", "40", "38"),
        ("II.1", "25", "24"),
        ("II.2", "15", "14"),
    ]
    assert [r.level for r in sheets.rows] == [0, 1, 1, 0, 1, 1]
    assert [r.parent for r in sheets.rows] == [None, "I", "I", None, "II", "II"]
    assert totals(sheets) == {"total_max_score": 100.0, "total_self_score": 93.5}
    assert {r.status for r in decide_rows(sheets.rows, sheets.totals)} == {Status.ACCEPTED}


def test_a_row_on_a_page_has_the_box_around_its_own_cells() -> None:
    """The block's column is merged over two rows: its cell is no part of either row's box."""
    merged = ["II", "Công tác thi đua", "40", "38", "Khối chấm"]
    grid = [[*HEADER.split(" | "), "Khối chấm"], merged, ["1", "Phát động phong trào", "40", "38", UP]]
    drawn = table(grid)
    boxed = replace(drawn, rows=tuple(tuple(_on_paper(cell) for cell in row) for row in drawn.rows))
    boxes = [row.place.bbox for row in read("BẢNG TỰ CHẤM ĐIỂM", boxed).rows]
    assert boxes == [(0, 20, 400, 40), (0, 40, 400, 60)]
    assert all(row.place.bbox is None for row in read("BẢNG TỰ CHẤM ĐIỂM", drawn).rows)


def _on_paper(cell: Cell) -> Cell:
    box = (cell.column * 100, cell.row * 20, (cell.column + 1) * 100, (cell.row + cell.row_span) * 20)
    return cell._replace(place=cell.place._replace(page=1, bbox=box))


def test_every_row_and_total_stands_at_its_place() -> None:
    paper = document("Phụ lục", sheet(*PLAIN))
    sheets = score_sheets(paper)
    assert all(text_at(paper, row.place) == row.raw for row in sheets.rows)
    assert all(text_at(paper, total.place) == total.raw for total in sheets.totals)


def test_a_row_below_a_merged_cell_stands_at_its_place() -> None:
    grid = [
        ["TT", "Nội dung", "Điểm chuẩn", "Tự chấm"],
        ["1", "Phong trào thi đua", "10", "9"],
        ["^", "Sáng kiến", "5", "4"],
        ["", "Cộng", "15", "13"],
    ]
    paper = document(table(grid))
    sheets = score_sheets(paper)
    assert [text_at(paper, row.place) for row in sheets.rows] == [row.raw for row in sheets.rows]


def test_columns_in_any_order() -> None:
    rows = [row.split(" | ") for row in PLAIN]
    turned = [" | ".join([self_, note, most, name, code]) for (code, name, most, self_), note in
              zip(rows, ["Minh chứng", *[""] * 7], strict=True)]  # fmt: skip
    assert brief(read(sheet(*turned)).rows) == brief(read(sheet(*PLAIN)).rows)


def test_headings_over_two_rows() -> None:
    grid = [
        ["STT", "Nội dung tiêu chí", "Điểm", "<", "<", "Ghi chú"],
        ["^", "^", "Điểm chuẩn", "Điểm tự chấm", "Khối thẩm định", "^"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["I", "Nhiệm vụ chính trị", "60", "55", "54", "BC số 12"],
        ["II", "Công tác thi đua", "40", "38", "38", ""],
        ["Tổng cộng", "<", "100", "93", "92", ""],
    ]
    sheets = read(table(grid))
    assert [(r.code, r.max_score, r.self_score, r.block_score, r.note) for r in sheets.rows] == [
        ("I", 60, 55, 54, "BC số 12"),
        ("II", 40, 38, 38, ""),
    ]
    assert totals(sheets) == {"total_max_score": 100.0, "total_self_score": 93.0, "total_block_score": 92.0}


def test_headings_over_two_rows_that_are_not_merged_downwards() -> None:
    grid = [
        ["TT", "Tiêu chí", "Điểm", "<"],
        ["", "", "Tối đa", "Tự chấm"],
        ["1", "Nhiệm vụ", "60", "55"],
        ["2", "Thi đua", "40", "38"],
    ]
    assert brief(read(table(grid)).rows) == [("1", "60", "55"), ("2", "40", "38")]


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Điểm chuẩn | Tự chấm | Thẩm định lần 1 | Thẩm định lần 2", "max_score self_score block_score council_score"),
        ("Điểm tối đa | ĐTC | TĐ1 | TĐ2", "max_score self_score block_score council_score"),
        ("Thang điểm | Đơn vị tự chấm | Cụm chấm | Hội đồng TĐKT chấm", "max_score self_score block_score council_score"),  # noqa: E501
        ("Khối chấm | Tự đánh giá | Điểm quy định | Điểm phê duyệt", "block_score self_score max_score council_score"),
        ("Điểm chuẩn | Tự chấm | Điểm thưởng | Điểm trừ", "max_score self_score bonus deduction"),
        ("Điểm được giao | Điểm đạt | Điểm duyệt | Xếp loại", "max_score self_score block_score"),
    ],
)  # fmt: skip
def test_names_of_columns(headings: str, fields: str) -> None:
    sheets = read(sheet(f"TT | Nội dung | {headings}", "1 | Nhiệm vụ | 9 | 8 | 7 | 6", "2 | Thi đua | 9 | 8 | 7 | 6"))
    values = dict(zip(fields.split(), (9, 8, 7, 6), strict=False))
    for row in sheets.rows:
        assert {name: getattr(row, name) for name in values} == values


def test_two_columns_of_one_role_are_asked_about() -> None:
    rows = read(
        sheet("TT | Nội dung | Điểm chuẩn | Tự chấm | Tự đánh giá", "1 | A | 9 | 8 | 7", "2 | B | 9 | 8 | 7")
    ).rows
    assert all("column_unsure" in row.doubts for row in rows)


def test_the_ways_to_write_none() -> None:
    rows = read(
        sheet(
            HEADER, "1 | Một | 10 |", "2 | Hai | 10 | -", "3 | Ba | 10 | Không", "4 | Bốn | 10 | KP",
            "5 | Năm | 10 | x", "6 | Sáu | 10 | 0", "7 | Bảy | 10 | 00", " | Cộng | 70 | 0",
        )
    ).rows  # fmt: skip
    kinds = [Nothing.BLANK, Nothing.DASH, Nothing.NONE, Nothing.NOT_ASSIGNED, Nothing.MARK]
    assert [row.nothing.get("self_score") for row in rows] == [*kinds, None, None]
    assert [row.self_score for row in rows] == [None] * 5 + [Decimal(0)] * 2


def test_a_thousand_is_told_by_the_scale() -> None:
    sheets = read(sheet(HEADER, "I | Chuyên môn | 700 | 690,5", "II | Đảng | 200 | 200", "III | Thi đua | 100 | 95",
                        " | Tổng cộng | 1.000 | 985,5"))  # fmt: skip
    assert totals(sheets) == {"total_max_score": 1000.0, "total_self_score": 985.5}
    assert not any(total.doubt for total in sheets.totals)


def test_a_thousand_in_a_sheet_of_a_hundred_is_asked_about() -> None:
    sheets = read(sheet(HEADER, "1 | Chuyên môn | 60 | 1.000", "2 | Thi đua | 40 | 38", " | Cộng | 100 | 98"))
    assert "ambiguous_number" in sheets.rows[0].doubts
    assert sheets.rows[1].doubts == ()


def test_totals_above_the_maximum_stay_as_stated() -> None:
    sheets = read(
        sheet(HEADER, "1 | Chuyên môn | 100 | 97", "2 | Điểm thưởng | | 10", " | Tổng điểm | 100 | 97 + 10 = 107")
    )
    assert totals(sheets) == {"total_max_score": 100.0, "total_self_score": 107.0}
    assert {r.status for r in decide_rows(sheets.rows, sheets.totals)} == {Status.ACCEPTED}


def test_a_sheet_over_several_tables() -> None:
    first, second = sheet(*PLAIN[:4]), sheet(*PLAIN[4:], number=2)
    assert brief(read(first, second).rows) == brief(read(sheet(*PLAIN)).rows)
    repeated = sheet(HEADER, *PLAIN[4:], number=2)
    assert brief(read(first, repeated).rows) == brief(read(sheet(*PLAIN)).rows)


def test_a_heading_repeated_inside_the_table_is_no_row() -> None:
    assert brief(read(sheet(*PLAIN[:5], HEADER, *PLAIN[5:])).rows) == brief(read(sheet(*PLAIN)).rows)


def test_a_copy_of_the_sheet_counts_once() -> None:
    sheets = read("Bảng tự chấm điểm", sheet(*PLAIN), "Bảng tự chấm điểm", sheet(*PLAIN, number=2))
    assert len(sheets.rows) == 6
    assert [notice.code for notice in sheets.notices] == ["sheet.copied"]


def test_two_sheets_that_differ_are_asked_about() -> None:
    other = [row.replace("24", "23") for row in PLAIN]
    sheets = read("Bảng tự chấm điểm", sheet(*PLAIN), "Bảng tự chấm điểm", sheet(*other, number=2))
    assert [notice.code for notice in sheets.notices] == ["sheet.contradicted"]
    assert all(row.doubts for row in sheets.rows)


def test_the_sheet_of_an_earlier_year_is_left_out() -> None:
    other = [row.replace("24", "23") for row in PLAIN]
    for caption in ("Năm trước", "BẢNG TỰ CHẤM ĐIỂM NĂM 2019"):
        sheets = read("BẢNG TỰ CHẤM ĐIỂM NĂM 2020", sheet(*PLAIN), caption, sheet(*other, number=2))
        assert [notice.code for notice in sheets.notices] == ["sheet.earlier_year"]
        assert brief(sheets.rows) == brief(read(sheet(*PLAIN)).rows)


def test_two_parts_in_two_sheets_both_count() -> None:
    bonus = sheet(HEADER, "1 | Được tặng cờ thi đua | 3 | 2", "2 | Có mô hình mới | 2 | 2", " | Cộng | 5 | 4", number=2)
    sheets = read("A. Bảng điểm tiêu chí", sheet(*PLAIN), "B. Bảng điểm thưởng", bonus)
    assert len(sheets.rows) == 8
    assert [row.row for row in sheets.rows] == list(range(1, 9))


def test_the_criteria_beside_the_scored_sheet_are_no_rows() -> None:
    criteria = [" | ".join(row.split(" | ")[:3]) for row in PLAIN]
    assert len(read("Bảng tiêu chí", sheet(*criteria), "Bảng tự chấm", sheet(*PLAIN, number=2)).rows) == 6
    assert read("Bảng tiêu chí", sheet(*criteria)).rows == ()


@pytest.mark.parametrize(
    "rows",
    [
        ("TT | Tên đơn vị | Điểm tự chấm | Khối chấm", "1 | Sở A | 95 | 94", "2 | Sở B | 93 | 92"),
        ("TT | Nội dung | Số lượng | Ghi chú", "1 | Bằng khen | 5 | ", "2 | Giấy khen | 7 | "),
        (
            "TT | Nội dung công việc | Thời gian | Đơn vị chủ trì",
            "1 | Báo cáo | Quý I | Sở A",
            "2 | Họp | Quý II | Sở B",
        ),
        ("TT | Họ và tên | Nội dung sáng kiến | Điểm", "1 | Lê An | Phần mềm | 90", "2 | Hà Bình | Quy trình | 85"),
    ],
)
def test_other_tables_are_no_score_sheets(rows: tuple[str, ...]) -> None:
    assert replace(read(sheet(*rows)), notices=()) == ScoreSheets()


def test_subtotals_below_their_part_are_no_rows_and_held_against_it() -> None:
    first = ("I | Chuyên môn | |", "1 | Chương trình | 40 | 36", "2 | Cải cách | 20 | 19", " | Cộng mục I | 60 | 55")
    second = ("II | Thi đua | |", "1 | Phong trào | 40 | 38", " | Cộng mục II | 40 | 39", " | Tổng cộng | 100 | 93")
    sheets = read(sheet(HEADER, *first, *second))
    assert [row.code for row in sheets.rows] == ["I", "I.1", "2", "II", "II.1"]
    faults = [(n.code, n.values["code"], n.values["stated"], n.values["sum"]) for n in sheets.notices]
    assert faults == [("score.subtotal_mismatch", "Cộng mục II", "39", "38")]


@pytest.mark.parametrize(
    "name", ["Cộng trang 1", "Trang trước chuyển sang", "Cộng chuyển sang trang sau", "Mang sang", "Cộng mang sang:"]
)
def test_a_pages_sum_is_no_row(name: str) -> None:
    found = read(sheet(HEADER, "I | Chuyên môn | 60 | 58", f" | {name} | | 58", "II | Thi đua | 40 | 40"))
    assert [row.code for row in found.rows] == ["I", "II"]
    assert found.notices == ()


def test_the_whole_year_beside_its_quarters_is_asked_about() -> None:
    headings = "TT | Nội dung | Điểm chuẩn | Quý I | Quý II | Cả năm"
    found = read(sheet(headings, "I | Chuyên môn | 60 | 20 | 30 | 50", "II | Thi đua | 40 | 15 | 20 | 35"))
    assert brief(found.rows) == [("I", "60", "50"), ("II", "40", "35")]
    assert all(row.doubts for row in found.rows)


@pytest.mark.parametrize(
    "headings",
    ["Điểm chuẩn | Điểm trừ | Điểm còn lại", "Điểm chuẩn | Năm 2020 | Năm 2021", "Điểm chuẩn | Bị trừ | Sau khi trừ"],
)
def test_a_result_that_nobody_is_named_for_is_asked_about(headings: str) -> None:
    found = read(sheet(f"TT | Nội dung | {headings}", "I | Chuyên môn | 60 | 5 | 55", "II | Thi đua | 40 | 2 | 38"))
    assert brief(found.rows) == [("I", "60", "55"), ("II", "40", "38")]
    assert all(row.doubts for row in found.rows)


def test_a_score_merged_over_several_rows_is_none_of_each() -> None:
    grid = [[cell.strip() for cell in row.split("|")] for row in PLAIN]
    grid[3][3] = UP
    found = [(row.criterion, row.self_score, row.doubts) for row in read(table(grid)).rows]
    shared = (None, ("shared_cell",))
    assert found[0] == ("Nhiệm vụ chuyên môn", Decimal("55.5"), ())
    assert [rest for _, *rest in found[1:3]] == [[*shared]] * 2


def test_what_stands_between_two_totals_is_no_part_of_the_last_criterion() -> None:
    below = (" | Điểm thưởng | | 2", " | Điểm trừ | | -0,5", " | Tổng điểm | | 95")
    found = read(sheet(*PLAIN, *below))
    assert [(row.criterion, row.parent) for row in found.rows[-2:]] == [("Điểm thưởng", None), ("Điểm trừ", None)]
    assert totals(found)["total_self_score"] == 95
    assert [n.code for n in found.notices] == []


def test_what_is_added_below_the_total_is_no_part_of_the_last_criterion() -> None:
    below = (" | Điểm thưởng | | 2", " | Điểm trừ | | 1", " | Điểm đề nghị công nhận | | 94,5")
    found = read(sheet(*PLAIN, *below))
    assert [(row.level, row.parent) for row in found.rows[-3:]] == [(0, None)] * 3
    assert [n.code for n in found.notices] == []


def test_a_figure_that_the_whole_sheet_cannot_give_is_asked_about() -> None:
    run_together = read(sheet(*PLAIN[:-1], " | Tổng cộng | 100 | 9393,5"))
    assert {c.field: c.doubt for c in run_together.totals} == {
        "total_max_score": "",
        "total_self_score": "far_over_maximum",
    }


def test_a_blank_form_is_not_filled() -> None:
    blank = read(sheet(HEADER, "I | Chuyên môn | 60 | ", "II | Thi đua | 40 | "))
    assert [row.is_filled for row in blank.rows] == [False, False]
    scored = read(sheet(HEADER, "I | Chuyên môn | 60 | 0", "II | Thi đua | 40 | Không chấm"))
    assert [row.is_filled for row in scored.rows] == [True, True]


def test_a_criterion_may_begin_like_a_total() -> None:
    sheets = read(
        sheet(HEADER, "1 | Công tác thi đua | 60 | 55", "2 | Tổng kết phong trào | 40 | 38", " | Tổng cộng | 100 | 93")
    )
    assert [row.criterion for row in sheets.rows] == ["Công tác thi đua", "Tổng kết phong trào"]


def test_rows_below_the_total_are_remarks() -> None:
    sheets = read(sheet(*PLAIN, " | Xếp loại: Xuất sắc | |", " | NGƯỜI LẬP BIỂU | |"))
    assert len(sheets.rows) == 6


def test_the_letterhead_of_a_spreadsheet_stands_above_the_headings() -> None:
    grid = [["SỞ TƯ PHÁP", "<", "<", "<"], ["", "", "", ""], ["BẢNG TỰ CHẤM ĐIỂM NĂM 2020", "<", "<", "<"],
            *([cell.strip() for cell in row.split("|")] for row in PLAIN)]  # fmt: skip
    assert brief(read(table(grid)).rows) == brief(read(sheet(*PLAIN)).rows)


def test_a_doubtful_row_of_the_grid_needs_review() -> None:
    sheets = read(table([[c.strip() for c in row.split("|")] for row in PLAIN], doubtful=frozenset({3})))
    statuses = [row.status for row in decide_rows(sheets.rows, sheets.totals)]
    assert statuses == [Status.ACCEPTED] * 2 + [Status.NEEDS_REVIEW] + [Status.ACCEPTED] * 3


def test_no_table_no_sheet() -> None:
    assert score_sheets(Document("x", None, ())) == ScoreSheets()


def test_two_nameless_appraisals_that_differ_are_asked_about() -> None:
    header = "TT | Nội dung | Điểm chuẩn | Tự chấm | Thẩm định lần 1 | Thẩm định lần 2"
    rows = read(sheet(header, "1 | A | 9 | 8 | 7 | 6", "2 | B | 9 | 8 | 7 | 7", "3 | C | 9 | 8 | 7 |")).rows
    assert [row.doubts for row in rows] == [("appraisal_rounds",), (), ()]


def test_groups_and_targets_in_columns_of_their_own() -> None:
    grid = [
        ["Nhóm tiêu chí", "Tiêu chí", "Chỉ tiêu giao", "Điểm tối đa", "Tự chấm"],
        ["Chuyên môn", "Hoàn thành chương trình công tác năm", "12", "30", "28"],
        ["^", "Thực hiện công tác cải cách hành chính", "5", "20", "19"],
        ["Thi đua", "Phát động và đăng ký thi đua", "3", "50", "45"],
        ["Tổng cộng", "<", "", "100", "92"],
    ]
    sheets = read(table(grid))
    assert [(row.criterion[:10], row.self_score, row.doubts) for row in sheets.rows] == [
        ("Hoàn thành", 28, ()),
        ("Thực hiện ", 19, ()),
        ("Phát động ", 45, ()),
    ]


@pytest.mark.parametrize(
    ("end", "doubt"),
    [
        ((" | Tổng cộng | 100 | 93",), ""),
        ((" | Tổng cộng | | 93",), "total_of_a_part"),
        ((), "total_of_a_part"),
    ],
)
def test_a_total_of_a_part_is_not_the_sheet_s(end: tuple[str, ...], doubt: str) -> None:
    rows = (
        HEADER,
        "1 | Một | 40 | 36",
        "2 | Hai | 20 | 19",
        " | Cộng | 60 | 55",
        "3 | Ba | 40 | 38",
        " | Cộng | 40 | 38",
    )
    found = {c.field: c.doubt for c in read(sheet(*rows, *end)).totals}
    assert found["total_max_score"] == doubt


def test_the_column_of_an_earlier_year_is_not_read() -> None:
    for earlier, own in (("Điểm tự chấm năm trước", "Điểm tự chấm"), ("Tự chấm năm 2021", "Tự chấm")):
        grid = sheet(f"TT | Nội dung | Điểm chuẩn | {earlier} | {own}", "1 | A | 9 | 8 | 7", "2 | B | 9 | 8 | 7")
        rows = score_sheets(document(grid), 2022).rows
        assert [(row.self_score, row.doubts) for row in rows] == [(7, ()), (7, ())]


def test_a_total_after_the_bonus_is_the_sheet_s() -> None:
    sheets = read(sheet(*PLAIN, " | Điểm thưởng | | 3", " | Tổng điểm sau thưởng | 100 | 96,5"))
    assert [row.criterion for row in sheets.rows][-1] == "Điểm thưởng"
    assert {c.field: (c.value, c.doubt) for c in sheets.totals}["total_self_score"] == (96.5, "")


def test_a_figure_below_the_total_may_be_no_score() -> None:
    rows = read(sheet(*PLAIN, " | Điểm thưởng | | 3", " | Xếp hạng trong Khối | | 3")).rows
    assert [row.doubts for row in rows][-2:] == [(), ("below_the_total",)]


def test_scores_without_a_word_of_who_gives_them_are_asked_about() -> None:
    header = "TT | Nội dung | Điểm chuẩn | Điểm chấm"
    assert [r.doubts for r in read(sheet(header, "1 | A | 9 | 8", "2 | B | 9 | 8")).rows] == [("column_unsure",)] * 2
    beside = read(sheet(f"{header} | Tự chấm", "1 | A | 9 | 8 | 7", "2 | B | 9 | 8 | 7")).rows
    assert [(r.block_score, r.self_score, r.doubts) for r in beside] == [(8, 7, ())] * 2


def test_what_a_deduction_rests_on_is_no_deduction() -> None:
    header = "TT | Nội dung | Điểm chuẩn | Điểm trừ | Điểm đạt | Căn cứ trừ điểm"
    rows = ("1 | Hoàn thành chương trình | 9 | 1 | 8 | 02 lỗi", "2 | Cải cách hành chính | 9 | 0 | 9 | ")
    found = read(sheet(header, *rows))
    assert [(r.self_score, r.deduction, r.doubts) for r in found.rows] == [(8, 1, ()), (9, 0, ())]


@pytest.mark.parametrize(
    "heading",
    ["Tự chấm/Điểm chuẩn", "Điểm tự chấm/điểm tối đa", "Điểm tự chấm", "Điểm đạt/Điểm chuẩn", "Đạt được / tối đa"],
)
def test_the_maximum_beside_a_score_is_read_where_no_column_holds_it(heading: str) -> None:
    rows = ("1 | Hoàn thành chương trình | 29/30", "2 | Cải cách hành chính | 19/20", " | Tổng cộng | 48/50")
    sheets = read(sheet(f"TT | Nội dung | {heading}", *rows))
    assert brief(sheets.rows) == [("1", "30", "29"), ("2", "20", "19")]
    assert totals(sheets) == {"total_max_score": 50.0, "total_self_score": 48.0}
    assert [c.raw for c in sheets.totals] == ["48/50", "48/50"]


def test_two_maxima_beside_the_scores_of_a_row_are_none() -> None:
    rows = ("1 | Hoàn thành chương trình | 29/30 | 28/35", "2 | Cải cách hành chính | 19/20 | 18/20")
    found = read(sheet("TT | Nội dung | Tự chấm | Khối chấm", *rows))
    assert [_text(row.max_score) for row in found.rows] == [None, "20"]
    assert [row.doubts for row in found.rows] == [("other_maximum",), ()]


@pytest.mark.parametrize("heading", ["Điểm chuẩn/Tự chấm", "Tự chấm/Khối chấm", "Tự chấm/ Khối chấm/ Điểm chuẩn"])
def test_figures_beside_each_other_are_no_score_and_its_maximum_below_another_heading(heading: str) -> None:
    rows = ("1 | Hoàn thành chương trình | 30/29", "2 | Cải cách hành chính | 20/19", " | Tổng cộng | 50/48")
    found = read(sheet(f"TT | Nội dung | {heading}", *rows))
    assert [row.doubts for row in found.rows] == [("column_unsure",)] * 2
    assert {c.doubt for c in found.totals} == {"column_unsure"}


@pytest.mark.parametrize("heading", ["Cơ quan/đơn vị tự chấm", "Khối/Cụm chấm điểm"])
def test_a_slash_between_two_names_of_one_score_is_no_doubt(heading: str) -> None:
    rows = ("1 | Hoàn thành chương trình | 30 | 29", "2 | Cải cách hành chính | 20 | 19")
    assert [row.doubts for row in read(sheet(f"TT | Nội dung | Điểm chuẩn | {heading}", *rows)).rows] == [()] * 2


@pytest.mark.parametrize(
    ("name", "doubts"), [("Cải cách hành chính 20", ("unreadable_score",)), ("Nhóm (tối đa 20 điểm)", ())]
)
def test_a_maximum_that_may_have_run_into_the_name_is_asked_about(name: str, doubts: tuple[str, ...]) -> None:
    header = "TT | Nội dung | Điểm chuẩn | Tự chấm"
    rows = read(
        sheet(header, "1 | Hoàn thành chương trình | 30 | 29", f"2 | {name} | < | 19", "3 | Năm 2020 | < | <")
    ).rows
    assert [row.doubts for row in rows] == [(), doubts, ()]


@pytest.mark.parametrize(
    "heading",
    [
        "Điểm chuẩn (Khối thống nhất)",
        "Thang điểm do Hội đồng thi đua phê duyệt",
        "Khung điểm của Khối",
        "Điểm chuẩn (chưa kể điểm thưởng)",
        "Điểm tối đa (không tính điểm trừ)",
    ],
)
def test_a_maximum_is_no_score_whoever_its_heading_names_besides(heading: str) -> None:
    [row, _] = read(sheet(f"TT | Nội dung | {heading} | Tự chấm", "1 | A | 30 | 29", "2 | B | 20 | 19")).rows
    given = [row.self_score, row.block_score, row.council_score, row.bonus, row.deduction]
    assert (row.max_score, given, row.doubts) == (30, [29, None, None, None, None], ())


@pytest.mark.parametrize("heading", ["Điểm thưởng tối đa", "Mức điểm trừ tối đa"])
def test_the_most_that_a_bonus_can_be_is_none_given(heading: str) -> None:
    rows = ("1 | A | 30 | 5 | 29", "2 | B | 20 | 5 | 19")
    [row, _] = read(sheet(f"TT | Nội dung | Điểm chuẩn | {heading} | Tự chấm", *rows)).rows
    assert (row.max_score, row.self_score, row.bonus, row.deduction) == (30, 29, None, None)


@pytest.mark.parametrize("heading", ["Các đơn vị chấm chéo", "Đơn vị đánh giá chéo", "Đơn vị khác chấm"])
def test_what_units_give_each_other_is_not_their_own_score(heading: str) -> None:
    [row, _] = read(sheet(f"TT | Nội dung | Điểm chuẩn | {heading}", "1 | A | 30 | 29", "2 | B | 20 | 19")).rows
    assert (row.self_score, row.block_score) == (None, 29)

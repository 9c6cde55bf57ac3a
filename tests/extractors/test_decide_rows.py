"""Score rows are accepted as far as their sums prove them."""

from decimal import Decimal

from extractors.decide_rows import ARITHMETIC, RECOGNISED, decide_rows
from extractors.recognised import everywhere
from extractors.records import Candidate, ScoreRow, Status
from extractors.sheets.score_sheet import ScoreSheets, score_sheets
from tests.extractors.sheets.tables import document, sheet

ROWS = {
    "I": ("60", "54"), "I.1": ("30", "28"), "I.2": ("20", "17,5"), "I.3": ("10", "8,5"),
    "II": ("40", "36"), "II.1": ("25", "22"), "II.2": ("15", "14"),
}  # fmt: skip


def read(total: str = "90", **own: str) -> ScoreSheets:
    lines = [f"{code} | Tiêu chí {code} | {most} | {own.get(code, score)}" for code, (most, score) in ROWS.items()]
    return score_sheets(
        document(sheet("TT | Nội dung | Điểm chuẩn | Tự chấm", *lines, f" | Tổng cộng | 100 | {total}"))
    )


def doubted(rows: tuple[ScoreRow, ...]) -> dict[str, tuple[str, ...]]:
    assert all((row.status is Status.NEEDS_REVIEW) == bool(row.doubts) for row in rows)
    return {row.code: row.doubts for row in rows if row.doubts}


def printed(sheets: ScoreSheets) -> dict[str, tuple[str, ...]]:
    return doubted(decide_rows(sheets.rows, sheets.totals))


def recognised(sheets: ScoreSheets) -> dict[str, tuple[str, ...]]:
    return doubted(decide_rows(sheets.rows, sheets.totals, everywhere))


def test_a_clean_sheet_is_accepted() -> None:
    assert printed(read()) == {}


def test_a_group_that_alone_is_wrong_goes_to_review() -> None:
    assert printed(read(I="55")) == {"I": (ARITHMETIC,)}


def test_a_wrong_total_leaves_its_rows_accepted() -> None:
    assert printed(read(total="91")) == {}


def test_rows_of_which_any_could_be_wrong_stay_as_printed() -> None:
    assert printed(read(total="91", I="55")) == {}


def test_only_a_row_that_can_hold_the_missing_figure_is_suspected() -> None:
    glued = sheet(
        "TT | Nội dung | Điểm chuẩn | Tự chấm", "1 | A | 40 | 361", "2 | B | 20 | 19", " | Tổng cộng | 60 | 55"
    )
    assert printed(score_sheets(document(glued))) == {"1": ("far_over_maximum", ARITHMETIC)}


def test_an_unreadable_figure_goes_to_review() -> None:
    assert printed(read(**{"I.2": "17, 5"})) == {"I.2": ("unreadable_score",)}


def test_recognised_rows_need_the_sums() -> None:
    assert recognised(read()) == {}


def test_a_recognised_part_that_does_not_add_up_goes_to_review() -> None:
    assert set(recognised(read(**{"I.2": "11,5"}))) == {"I", "I.1", "I.2", "I.3"}


def test_recognised_rows_below_a_wrong_total_go_to_review() -> None:
    assert set(recognised(read(total="99"))) == set(ROWS)


def test_recognised_rows_without_a_total_go_to_review() -> None:
    sheets = read()
    assert set(doubted(decide_rows(sheets.rows, (), everywhere))) == set(ROWS)


def test_two_stated_totals_prove_nothing() -> None:
    sheets = read()
    other = Candidate("total_self_score", float(Decimal("80")), "total_self_score.prose")
    assert set(doubted(decide_rows(sheets.rows, (*sheets.totals, other), everywhere))) == set(ROWS)


def test_a_reading_that_is_doubtful_stays_so_though_the_sums_hold() -> None:
    lines = ("TT | Nội dung | Điểm chuẩn | Tự chấm", "1 | A | 10 | 5 + 3", "2 | B | 10 | 9", " | Cộng | 20 | 17")
    assert printed(score_sheets(document(sheet(*lines)))) == {"1": ("sum_not_stated",)}
    assert doubted(decide_rows((), ())) == {}
    assert RECOGNISED != ARITHMETIC

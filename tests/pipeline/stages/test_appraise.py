"""The sheets that go to the appraisal meeting, and what comes back."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from extractors.errors import Unreadable
from extractors.records import NOWHERE, ScoreRow, Status
from pipeline.edges.appraisal_book import FIRST_ROW, REASON, SCORE, read_book, write_book
from pipeline.records import Decision, DocumentScore, DocumentState, FileState, InboxFile, Kind, Paper
from pipeline.stages.appraise import appraisals, decided
from pipeline.stages.decided_scores import row_keys, with_decided_scores
from tests.pipeline.cases import BLOCK


def row(number: int, code: str, level: int, own: str | None, most: str = "10", block: str | None = None) -> ScoreRow:
    return ScoreRow(
        number, code, f"Tiêu chí {code}", level, None, Status.ACCEPTED, NOWHERE, "", Decimal(most),
        None if own is None else Decimal(own), None if block is None else Decimal(block),
    )  # fmt: skip


ROWS = (
    row(1, "I", 0, "18", "20"),
    row(2, "1", 1, "9,5".replace(",", ".")),
    row(3, "2", 1, "8.5"),
    row(4, "II", 0, "5"),
)


def paper(document_id: int = 7, unit: str = "stc", rows: tuple[ScoreRow, ...] = ROWS) -> Paper:
    file = InboxFile(document_id, "stc/cham-diem.docx", "a" * 64, 1, "x", "2022-12-01T00:00:00+07:00", FileState.READ)
    scores = tuple(DocumentScore(r, document_id, None) for r in rows)
    return Paper(document_id, (file,), unit, Kind.SCORE_SHEET, "5", DocumentState.ACCEPTED, None, "", {}, scores)


def exported(*papers: Paper) -> Workbook:
    return load_workbook(io.BytesIO(write_book(appraisals(BLOCK, papers))))


def returned(made: Workbook) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def fill(made: Workbook, turn: int, score: object, reason: str = "") -> bytes:
    sheet = made["Sở Tài chính"]
    sheet.cell(FIRST_ROW + turn, SCORE).value = score
    sheet.cell(FIRST_ROW + turn, REASON).value = reason
    return returned(made)


def test_a_sheet_for_each_unit_and_one_for_the_block() -> None:
    made = exported(paper(), paper(8, "skhdt"), paper(9, "stc"))
    assert made.sheetnames == ["Tổng hợp", "Sở Tài chính", "Sở Tài chính (2)", "Sở Kế hoạch và Đầu tư"]


def test_superseded_papers_and_strangers_are_left_out() -> None:
    papers = (replace(paper(), state=DocumentState.SUPERSEDED), replace(paper(8), unit_id=None))
    assert appraisals(BLOCK, papers) == ()


def test_only_the_block_s_scores_and_reasons_are_open() -> None:
    sheet = exported(paper())["Sở Tài chính"]
    assert sheet.protection.sheet
    opened = {c.coordinate for line in sheet.iter_rows() for c in line if not c.protection.locked}
    assert opened == {"E5", "E6", "E7", "G4", "G5", "G6", "G7"}


def test_groups_and_totals_are_formulas() -> None:
    sheet = exported(paper())["Sở Tài chính"]
    assert sheet["E4"].value == '=IF(COUNT(E5,E6)=0,"",SUM(E5,E6))'
    assert sheet["E8"].value == '=IF(COUNT(E4,E7)=0,"",SUM(E4,E7))'


def test_text_that_looks_like_a_formula_stays_text() -> None:
    hostile = replace(ROWS[3], criterion='=HYPERLINK("http://example.invalid","x")')
    sheet = exported(paper(rows=(hostile,)))["Sở Tài chính"]
    assert sheet["B4"].data_type == "s"


def test_an_untouched_sheet_decides_nothing() -> None:
    assert decided(read_book(returned(exported(paper()))), [paper()]) == ((), ())


@pytest.mark.parametrize("score", [9, 9.0, "9", "9,0", "9 điểm"])
def test_a_score_with_its_reason_becomes_a_decision(score: object) -> None:
    decisions, problems = decided(read_book(fill(exported(paper()), 1, score, "Thiếu minh chứng")), [paper()])
    assert problems == ()
    assert [tuple(d) for d in decisions] == [(7, "score:1/block_score", None, "9", "Thiếu minh chứng")]


def test_the_unit_s_own_score_needs_no_reason() -> None:
    decisions, problems = decided(read_book(fill(exported(paper()), 1, 9.5)), [paper()])
    assert ([d.after for d in decisions], problems) == (["9.5"], ())


@pytest.mark.parametrize(
    ("score", "reason", "code"),
    [(9, "", "appraisal.no_reason"), ("chín", "x", "appraisal.unreadable"), ("9-10", "x", "appraisal.unreadable")],
)
def test_what_cannot_be_taken_over(score: object, reason: str, code: str) -> None:
    decisions, problems = decided(read_book(fill(exported(paper()), 1, score, reason)), [paper()])
    assert (decisions, [(p.place, p.code) for p in problems]) == ((), [("Sở Tài chính, E5", code)])


def test_a_sheet_written_before_the_paper_changed_is_refused() -> None:
    filled = read_book(fill(exported(paper()), 1, 9, "x"))
    newer = paper(rows=(ROWS[0], replace(ROWS[1], self_score=Decimal(7)), *ROWS[2:]))
    assert [p.code for p in decided(filled, [newer])[1]] == ["appraisal.outdated"]
    assert {p.code for p in decided(filled, [])[1]} == {"appraisal.unknown_row"}


DECIDED = ((1, "block_score", "9.25"), (2, "self_score", "8.50"))


def test_a_decision_becomes_the_row_s_block_score() -> None:
    decisions = {f"score:{n}/{c}": Decision(n, 7, "", after) for n, c, after in DECIDED}
    scores = with_decided_scores(paper().scores, decisions)
    assert [s.row.block_score for s in scores] == [None, Decimal("9.25"), None, None]
    assert [s.row.status for s in scores] == [Status.ACCEPTED, Status.CORRECTED, Status.CONFIRMED, Status.ACCEPTED]


def test_a_code_used_twice_is_told_by_the_row() -> None:
    assert row_keys((row(1, "11", 0, "1"), row(2, "11", 0, "1"), row(3, "", 0, "1"), row(4, "12", 0, "1"))) == (
        "#1", "#2", "#3", "12",
    )  # fmt: skip


def test_what_is_no_workbook() -> None:
    with pytest.raises(Unreadable):
        read_book(b"no workbook")

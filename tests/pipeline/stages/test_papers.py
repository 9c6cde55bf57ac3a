"""A draft and its signed copy are one paper; what a person decides of it outweighs what was read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.records import Status
from pipeline.records import Decision, DocumentState, FileState, InboxFile, ScheduleState
from tests.pipeline.cases import (
    DOCX,
    PDF,
    TEXT,
    codes,
    only,
    outcome,
    read_file,
    report,
    score,
    state,
    words,
    year_report,
)


def test_a_draft_and_its_signed_pdf_are_one_paper() -> None:
    draft = read_file(1, year_report(number=None, issued_on=None), TEXT, scores=[score("1", "9")])
    signed = read_file(2, year_report(), TEXT, media_type=PDF, scores=[score("1", "9")])
    paper = only(outcome(draft, signed))
    assert paper.document_id == 1
    assert {file.file_id for file in paper.files} == {1, 2}
    assert (paper.facts["number"].fact.value, paper.facts["number"].file_id) == ("98/BC-STC", 2)
    assert paper.facts["issued_on"].file_id == 2
    assert [entry.file_id for entry in paper.scores] == [1]
    assert paper.state is DocumentState.ACCEPTED
    assert "document.pair_differs" not in codes(outcome(draft, signed))


def test_a_score_changed_before_signing_is_found_and_not_trusted() -> None:
    draft = read_file(1, year_report(number=None), TEXT, scores=[score("1", "9"), score("2", "5")])
    signed = read_file(2, year_report(), TEXT, media_type=PDF, scores=[score("1", "8.5"), score("2", "5")])
    found = outcome(draft, signed)
    (difference,) = [f for f in found.findings if f.code == "document.pair_differs"]
    assert difference.evidence["field"] == "score:1/self_score"
    assert (difference.evidence["value"], difference.evidence["other_value"]) == ("9", "8.5")
    assert [entry.row.status for entry in only(found).scores] == [Status.NEEDS_REVIEW, Status.ACCEPTED]


def test_a_row_whose_files_differ_stays_in_review_until_each_differing_figure_is_decided() -> None:
    one, other = score("1", "9"), replace(score("1", "8.5"), block_score=Decimal(7))
    draft = read_file(1, year_report(number=None), TEXT, scores=[one])
    signed = read_file(2, year_report(), TEXT, media_type=PDF, scores=[other])
    first, second = Decision(1, 1, "score:1/self_score", "8.5"), Decision(2, 1, "score:1/block_score", "7")
    (row,) = only(outcome(draft, signed, decisions=[first])).scores
    assert (row.row.self_score, row.row.status) == (Decimal("8.5"), Status.NEEDS_REVIEW)
    (row,) = only(outcome(draft, signed, decisions=[first, second])).scores
    assert (row.row.block_score, row.row.status) == (Decimal(7), Status.CORRECTED)


def test_the_block_s_score_does_not_make_a_doubtful_self_score_sure() -> None:
    paper = read_file(1, year_report(), TEXT, scores=[score("1", "9", status=Status.NEEDS_REVIEW)])
    block, own = Decision(1, 1, "score:1/block_score", "8"), Decision(2, 1, "score:1/self_score", "9")
    (row,) = only(outcome(paper, decisions=[block])).scores
    assert (row.row.block_score, row.row.status) == (Decimal(8), Status.NEEDS_REVIEW)
    (row,) = only(outcome(paper, decisions=[block, own])).scores
    assert row.row.status is Status.CORRECTED


def test_facts_that_both_files_are_sure_of_and_that_differ_go_to_a_person() -> None:
    draft = read_file(1, report(signer_name="Lê Văn Thử"), TEXT)
    signed = read_file(2, report(signer_name="Nông Thị Mẫu"), TEXT, media_type=PDF)
    kept = only(outcome(draft, signed)).facts["signer_name"].fact
    assert (kept.value, kept.status) == ("Nông Thị Mẫu", Status.NEEDS_REVIEW)


@pytest.mark.parametrize(
    "other",
    [
        read_file(2, report(number="16/BC-STC"), TEXT, media_type=PDF),
        read_file(2, year_report(number=None), TEXT, media_type=PDF),
        read_file(2, report(issuer="SỞ KẾ HOẠCH VÀ ĐẦU TƯ", number=None), TEXT, media_type=PDF),
        read_file(2, report(number=None), words(5000), media_type=PDF),
        read_file(2, report(number=None), (*words(0, 60), *words(9000, 60)), media_type=DOCX),
        read_file(2, report(number=None, issued_on="2022-06-12"), TEXT, media_type=PDF),
        read_file(2, report(number=None, replaces="11/BC-STC"), TEXT, media_type=PDF),
    ],
    ids=["number", "period", "unit", "text", "two drafts", "day", "replaces"],
)
def test_what_is_not_one_paper_stays_apart(other: object) -> None:
    assert len(outcome(read_file(1, report(), TEXT), other).papers) == 2  # type: ignore[arg-type]


def test_a_draft_goes_with_the_likelier_of_two_signed_papers() -> None:
    draft = read_file(1, report(number=None, issued_on=None), TEXT)
    near = read_file(2, report(number="15/BC-STC"), TEXT, media_type=PDF)
    less = read_file(3, report(number="19/BC-STC"), (*words(0, 110), *words(7000, 10)), media_type=PDF)
    papers = outcome(draft, near, less).papers
    assert [[file.file_id for file in paper.files] for paper in papers] == [[1, 2], [3]]


def test_a_copy_belongs_to_its_paper() -> None:
    read = read_file(1, report())
    copy = InboxFile(
        2, "ban-sao.docx", "sha-1", 1000, DOCX, "2022-06-13T08:00:00+07:00", FileState.DUPLICATE, "file.duplicate"
    )
    found = outcome(read, files=[copy])
    assert {file.file_id for file in only(found).files} == {1, 2}
    (finding,) = [f for f in found.findings if f.code == "file.duplicate"]
    assert (finding.document_id, finding.evidence["original"]) == (1, "tep-1.docx")


def test_decisions_outweigh_what_was_read() -> None:
    doubtful = read_file(1, report(issuer="SỎ TÀI CHÍNHH", number="15/BC-STC"))
    decisions = [
        Decision(1, 1, "unit_id", "skhdt"),
        Decision(2, 1, "unit_id", "stc"),
        Decision(3, 1, "number", "16/BC-STC"),
        Decision(4, 1, "subject", report()["subject"]),  # type: ignore[arg-type]
    ]
    paper = only(outcome(doubtful, decisions=decisions))
    assert (paper.unit_id, paper.state) == ("stc", DocumentState.ACCEPTED)
    assert (paper.facts["number"].fact.value, paper.facts["number"].fact.status) == ("16/BC-STC", Status.CORRECTED)
    assert paper.facts["subject"].fact.status is Status.CONFIRMED


def test_a_day_that_no_calendar_has_counts_for_nothing() -> None:
    found = outcome(read_file(1, report()), decisions=[Decision(1, 1, "issued_on", "2022-02-31")])
    assert state(found, "2") is ScheduleState.ON_TIME

"""Pairs, versions and the schedule, seen through `assemble`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from extractors.records import Status
from pipeline.records import Decision, DocumentState, FileState, InboxFile, JudgeBy, Outcome, Paper, ScheduleState
from tests.pipeline.cases import (
    BLOCK,
    DOCX,
    PDF,
    PLAN,
    codes,
    fact,
    outcome,
    read_file,
    report,
    score,
    words,
    year_report,
)

TEXT = words(0)


def only(found: Outcome) -> Paper:
    (paper,) = found.papers
    return paper


def state(found: Outcome, task: str, unit: str | None = "stc") -> ScheduleState:
    return next(row.state for row in found.schedule if row.task.key == task and row.unit_id == unit)


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


def test_a_newer_paper_that_says_so_replaces_the_older() -> None:
    old = read_file(1, report(), TEXT)
    new = read_file(2, report(number="21/BC-STC", issued_on="2022-06-20", replaces="15/BC-STC"), TEXT)
    found = outcome(new, old)
    assert [(p.document_id, p.state, p.superseded_by) for p in found.papers] == [
        (1, DocumentState.SUPERSEDED, 2),
        (2, DocumentState.ACCEPTED, None),
    ]
    assert "document.conflict" not in codes(found)
    assert "document.superseded" in codes(found)


def test_a_chain_of_versions() -> None:
    first = read_file(1, report(number="1/BC-STC", issued_on="2022-06-01"), TEXT)
    second = read_file(2, report(number="2/BC-STC", issued_on="2022-06-02", replaces="01/BC-STC"), TEXT)
    third = read_file(3, report(number="3/BC-STC", issued_on="2022-06-03", replaces="2/BC-STC"), TEXT)
    assert [paper.superseded_by for paper in outcome(third, first, second).papers] == [2, 3, None]


def test_papers_that_replace_each_other_replace_nothing() -> None:
    undated = fact("issued_on", None, Status.BLANK)
    one = read_file(1, report(number="1/BC-STC", issued_on=undated, replaces="2/BC-STC"), words(0))
    two = read_file(2, report(number="2/BC-STC", issued_on=undated, replaces="1/BC-STC"), words(5000))
    found = outcome(one, two)
    assert {paper.state for paper in found.papers} == {DocumentState.NEEDS_REVIEW}
    assert "document.conflict" in codes(found)


def test_a_correcting_letter_does_not_replace_a_report() -> None:
    letter = report(number="30/STC-VP", doc_type="CÔNG VĂN", subject="V/v đính chính Báo cáo số 15/BC-STC")
    letter |= {"issued_on": "2022-06-12", "replaces": "15/BC-STC"}
    found = outcome(read_file(1, report(), TEXT), read_file(2, letter))
    assert (found.papers[0].state, found.papers[0].doubts) == (DocumentState.NEEDS_REVIEW, ("document.corrected",))


def test_two_live_papers_without_a_word_of_replacement_wait_for_a_person() -> None:
    found = outcome(read_file(1, report()), read_file(2, report(number="21/BC-STC", issued_on="2022-06-12")))
    assert {paper.state for paper in found.papers} == {DocumentState.NEEDS_REVIEW}
    (conflict,) = [f for f in found.findings if f.code == "document.conflict"]
    assert conflict.evidence["documents"] == [1, 2]
    assert state(found, "2") is ScheduleState.ON_TIME


def test_a_person_chooses_one_of_two_rivals() -> None:
    rivals = (read_file(1, report()), read_file(2, report(number="21/BC-STC", issued_on="2022-06-12")))
    found = outcome(*rivals, decisions=[Decision(1, 2, "state", "accepted")])
    assert [(p.state, p.superseded_by) for p in found.papers] == [
        (DocumentState.SUPERSEDED, 2),
        (DocumentState.ACCEPTED, None),
    ]


def test_of_two_rivals_that_were_chosen_the_one_chosen_last_counts() -> None:
    rivals = (read_file(1, report()), read_file(2, report(number="21/BC-STC", issued_on="2022-06-12")))
    both = [Decision(1, 2, "state", "accepted"), Decision(2, 1, "state", "accepted")]
    found = outcome(*rivals, decisions=both)
    assert [(p.state, p.superseded_by) for p in found.papers] == [
        (DocumentState.ACCEPTED, None),
        (DocumentState.SUPERSEDED, 1),
    ]


def test_a_replaced_paper_that_a_person_says_counts_replaces_the_newer() -> None:
    old = read_file(1, report(), TEXT)
    new = read_file(2, report(number="21/BC-STC", issued_on="2022-06-20", replaces="15/BC-STC"), TEXT)
    found = outcome(old, new, decisions=[Decision(1, 1, "state", "accepted")])
    assert [(p.state, p.superseded_by) for p in found.papers] == [
        (DocumentState.ACCEPTED, None),
        (DocumentState.SUPERSEDED, 1),
    ]


def test_a_corrected_report_that_a_person_says_counts_is_in_doubt_no_more() -> None:
    letter = report(number="30/STC-VP", doc_type="CÔNG VĂN", subject="V/v đính chính Báo cáo số 15/BC-STC")
    letter |= {"issued_on": "2022-06-12", "replaces": "15/BC-STC"}
    decided = [Decision(1, 1, "state", "accepted")]
    found = outcome(read_file(1, report(), TEXT), read_file(2, letter), decisions=decided)
    assert (found.papers[0].state, found.papers[0].doubts) == (DocumentState.ACCEPTED, ())


def test_a_paper_that_a_person_says_does_not_count_does_not_even_when_its_rival_is_gone() -> None:
    found = outcome(read_file(1, report()), decisions=[Decision(1, 1, "state", "needs_review")])
    assert (found.papers[0].state, found.papers[0].doubts) == (DocumentState.NEEDS_REVIEW, ("document.set_aside",))


def test_the_day_decides_what_had_come_and_what_was_live() -> None:
    old = read_file(1, report(), TEXT)
    new = read_file(
        2, report(number="21/BC-STC", issued_on="2022-07-20", replaces="15/BC-STC"), TEXT, received="2022-07-21"
    )
    before, between, after = (outcome(old, new, as_of=date(2022, 6, 9 + n)) for n in (0, 30 - 9, 30 - 9))
    assert state(before, "2") is ScheduleState.NOT_DUE
    assert between.papers[0].state is DocumentState.ACCEPTED
    after = outcome(old, new, as_of=date(2022, 8, 1))
    assert after.papers[0].state is DocumentState.SUPERSEDED
    assert state(after, "2") is ScheduleState.LATE


def test_states_of_the_schedule() -> None:
    late = read_file(1, report(issued_on="2022-07-03"), received="2022-07-04")
    found = outcome(late, as_of=date(2022, 7, 31))
    rows = {(row.task.key, row.unit_id): row for row in found.schedule}
    assert (rows["2", "stc"].state, rows["2", "stc"].days_late) == (ScheduleState.LATE, 3)
    assert rows["2", "skhdt"].state is ScheduleState.MISSING
    assert rows["3", "stc"].state is ScheduleState.NOT_DOCUMENTED
    assert rows["4", "stc"].state is ScheduleState.NOT_DUE
    assert rows["5", "stc"].state is ScheduleState.NOT_DUE
    assert {(f.code, f.unit_id) for f in found.findings if f.code.startswith("schedule.")} == {
        ("schedule.late", "stc"),
        *{("schedule.missing", unit.id) for unit in BLOCK.units if unit.id != "stc"},
    }


def test_a_meeting_is_never_missing() -> None:
    found = outcome(as_of=date(2023, 6, 1))
    assert {row.state for row in found.schedule if row.task.key == "4"} == {ScheduleState.NOT_DOCUMENTED}


def test_a_day_of_issue_after_the_receipt_does_not_count() -> None:
    odd = read_file(1, report(issued_on="2122-06-10"), received="2022-07-02")
    found = outcome(odd)
    assert state(found, "2") is ScheduleState.LATE
    assert "document.date_future" in codes(found)


def test_the_block_may_judge_by_the_day_of_receipt() -> None:
    read = read_file(1, report(issued_on="2022-06-29"), received="2022-07-02")
    assert state(outcome(read), "2") is ScheduleState.ON_TIME
    by_receipt = replace(BLOCK, judge_by=JudgeBy.RECEIVED)
    assert state(outcome(read, block=by_receipt), "2") is ScheduleState.LATE


def test_a_score_sheet_alone_is_no_report() -> None:
    sheet = read_file(1, {"issuer": "SỞ TÀI CHÍNH", "period": "2022"}, scores=[score("1", "9")], received="2022-12-01")
    found = outcome(sheet)
    assert only(found).task_key == "5"
    assert state(found, "5") is ScheduleState.MISSING


def test_a_letter_that_nothing_happened_counts_as_sent() -> None:
    letter = report(
        doc_type="CÔNG VĂN",
        number="31/STC-VP",
        subject="V/v không có nội dung phát sinh công tác thi đua, khen thưởng 6 tháng đầu năm 2022",
    )
    assert state(outcome(read_file(1, letter)), "2") is ScheduleState.ON_TIME


def test_a_task_of_no_member_has_one_row() -> None:
    task = replace(PLAN.tasks[2], roles=())
    found = outcome(plan=replace(PLAN, tasks=(task,)), as_of=date(2022, 7, 31))
    assert [(row.unit_id, row.state) for row in found.schedule] == [(None, ScheduleState.NOT_DOCUMENTED)]


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

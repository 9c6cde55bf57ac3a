"""What each unit had to send, and whether it came in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.records import DocumentState, JudgeBy, ScheduleState
from tests.pipeline.cases import (
    BLOCK,
    PLAN,
    TEXT,
    codes,
    only,
    outcome,
    read_file,
    report,
    score,
    state,
)


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

"""How every task stands for every member on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.records import Block, DocumentState, Kind, Paper, Plan, Role, ScheduleRow, ScheduleState, Task
from pipeline.stages.arrival import arrived_on, has_come
from pipeline.stages.deliverables import owes, wanted


def schedule(plan: Plan, papers: Sequence[Paper], block: Block, as_of: date) -> tuple[ScheduleRow, ...]:
    """One row for each task and member, one without a member for a task of none; as of the day."""
    there = [p for p in papers if p.state is not DocumentState.SUPERSEDED and has_come(p, block, as_of)]
    return tuple(row for task in plan.tasks for row in _rows(task, there, block, as_of))


def _rows(task: Task, papers: Sequence[Paper], block: Block, as_of: date) -> Iterator[ScheduleRow]:
    for unit_id, role in task.roles or ((None, None),):
        yield _row(task, unit_id, role, _answer(task, unit_id, papers, block), block, as_of)


def _answer(task: Task, unit_id: str | None, papers: Sequence[Paper], block: Block) -> Paper | None:
    """The paper that answers the task, the first to come where there are several."""
    fits = [paper for paper in papers if _answers(paper, task, unit_id)]
    return min(fits, key=lambda paper: (arrived_on(paper, block), min(f.sha256 for f in paper.files)), default=None)


def _answers(paper: Paper, task: Task, unit_id: str | None) -> bool:
    """A member's own paper where the task asks for one, else any that shows the task done."""
    asked = wanted(task)
    if not asked:
        return paper.task_key == task.key
    if paper.unit_id != unit_id:
        return False
    if asked == {Kind.SCORE_SHEET} and paper.kind is Kind.PLAN_REPORT_YEAR:
        return bool(paper.scores)
    return paper.task_key == task.key and paper.kind in (asked - {Kind.SCORE_SHEET} or asked)


def _row(
    task: Task, unit_id: str | None, role: Role | None, paper: Paper | None, block: Block, as_of: date
) -> ScheduleRow:
    if paper is None:
        return ScheduleRow(task, unit_id, role, None, _without_paper(task, unit_id, as_of), None)
    late = max((arrived_on(paper, block) - task.due_on).days, 0) if task.due_on else 0
    state = ScheduleState.LATE if late else ScheduleState.ON_TIME
    return ScheduleRow(task, unit_id, role, paper.document_id, state, late)


def _without_paper(task: Task, unit_id: str | None, as_of: date) -> ScheduleState:
    if task.due_on is None or as_of <= task.due_on:
        return ScheduleState.NOT_DUE
    return ScheduleState.MISSING if owes(task, unit_id) else ScheduleState.NOT_DOCUMENTED

"""How every task stands for every member on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.records import Block, DocumentState, Kind, Paper, Plan, Role, ScheduleRow, ScheduleState, Task
from pipeline.stages.arrival import arrived_on, has_come
from pipeline.stages.deliverables import owes, wanted


def schedule(plan: Plan, papers: Sequence[Paper], block: Block, as_of: date) -> tuple[ScheduleRow, ...]:
    """One row for each task and member, one without a member for a task of none; as of the day."""
    there = _There.of(p for p in papers if p.state is not DocumentState.SUPERSEDED and has_come(p, block, as_of))
    return tuple(row for task in plan.tasks for row in _rows(task, there, block, as_of))


class _There(NamedTuple):
    """The papers that have come, by what they are looked for by."""

    of_task: dict[str | None, list[Paper]]
    of_unit: dict[tuple[str | None, str | None], list[Paper]]
    """By member and task."""
    scored: dict[str | None, list[Paper]]
    """The members' year reports that hold a score sheet, by member."""

    @classmethod
    def of(cls, papers: Iterable[Paper]) -> _There:
        """The papers, sorted in."""
        there = cls(defaultdict(list), defaultdict(list), defaultdict(list))
        for paper in papers:
            there.of_task[paper.task_key].append(paper)
            there.of_unit[paper.unit_id, paper.task_key].append(paper)
            if paper.kind is Kind.PLAN_REPORT_YEAR and paper.scores:
                there.scored[paper.unit_id].append(paper)
        return there


def _rows(task: Task, there: _There, block: Block, as_of: date) -> Iterator[ScheduleRow]:
    asked = wanted(task)
    for unit_id, role in task.roles or ((None, None),):
        fits = _answers(task, asked, unit_id, there)
        first = min(
            fits, key=lambda paper: (arrived_on(paper, block), min(f.sha256 for f in paper.files)), default=None
        )
        yield _row(task, unit_id, role, first, block, as_of)


def _answers(task: Task, asked: frozenset[Kind], unit_id: str | None, there: _There) -> Sequence[Paper]:
    """A member's own papers where the task asks for one, else all that show the task done."""
    if not asked:
        return there.of_task.get(task.key, ())
    own = there.of_unit.get((unit_id, task.key), ())
    if asked == {Kind.SCORE_SHEET}:
        sheets = [paper for paper in own if paper.kind is Kind.SCORE_SHEET]
        return [*sheets, *there.scored.get(unit_id, ())]
    return [paper for paper in own if paper.kind in asked - {Kind.SCORE_SHEET}]


def _row(
    task: Task, unit_id: str | None, role: Role | None, paper: Paper | None, block: Block, as_of: date
) -> ScheduleRow:
    if paper is None:
        return ScheduleRow(task, unit_id, role, None, _without_paper(task, unit_id, as_of), None)
    late = max((arrived_on(paper, block) - task.due_on).days, 0) if task.due_on else None
    state = ScheduleState.LATE if late else ScheduleState.ON_TIME
    return ScheduleRow(task, unit_id, role, paper.document_id, state, late)


def _without_paper(task: Task, unit_id: str | None, as_of: date) -> ScheduleState:
    if task.due_on is None or as_of <= task.due_on:
        return ScheduleState.NOT_DUE
    return ScheduleState.MISSING if owes(task, unit_id) else ScheduleState.NOT_DOCUMENTED

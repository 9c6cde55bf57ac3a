"""One screen for the secretary: units by the papers that each must send, and what needs a look."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from pipeline.commands.options import typed
from pipeline.commands.tables import Cell, day, print_counts, print_table
from pipeline.language import _
from pipeline.records import Block, DocumentState, Outcome, ScheduleState, Task

STYLES = {
    ScheduleState.ON_TIME: "green",
    ScheduleState.LATE: "yellow",
    ScheduleState.MISSING: "bold red",
    ScheduleState.NOT_DUE: "dim",
    ScheduleState.NOT_DOCUMENTED: "dim",
}


def print_overview(root: Path, block: Block, outcome: Outcome) -> None:
    """One screen: units by the tasks that each must answer with a paper, what needs a look, and what to do now."""
    tasks = paper_tasks(outcome)
    headings = [_("Unit"), *(_("Task {key}").format(key=task.key) for task in tasks), _("Papers"), _("To review")]
    print_table(headings, [_unit_row(unit.id, unit.name, tasks, outcome) for unit in block.units])
    for task in tasks:
        click.echo(
            _("Task {key}: {content} Due {due}.").format(key=task.key, content=task.content, due=day(task.due_on))
        )
    print_counts(outcome)
    for line in _next_steps(typed(root), outcome):
        click.echo(line)


def _next_steps(command: str, outcome: Outcome) -> list[str]:
    """What the person does now, as far as there is something to do."""
    steps = []
    if outcome.findings:
        steps.append(_("All of them: {command} check").format(command=command))
    if any(paper.state is DocumentState.NEEDS_REVIEW for paper in outcome.papers):
        steps.append(
            _("Some papers need a person: {command} review list, or in the browser: {command} serve").format(
                command=command
            )
        )
    return steps


def paper_tasks(outcome: Outcome) -> list[Task]:
    """The tasks that every unit answers with a paper of its own, in the plan's order."""
    answered = {paper.task_key for paper in outcome.papers if paper.task_key}
    seen: dict[str, Task] = {}
    for row in outcome.schedule:
        if row.task.key in answered or row.state is ScheduleState.MISSING:
            seen.setdefault(row.task.key, row.task)
    return list(seen.values())


def _unit_row(unit_id: str, name: str, tasks: Sequence[Task], outcome: Outcome) -> list[str | Cell]:
    states = {row.task.key: row for row in outcome.schedule if row.unit_id == unit_id}
    cells: list[str | Cell] = []
    for task in tasks:
        row = states.get(task.key)
        cells.append(Cell(_state_words(row.state, row.days_late), STYLES[row.state]) if row else "")
    papers = [paper for paper in outcome.papers if paper.unit_id == unit_id]
    review = sum(paper.state is DocumentState.NEEDS_REVIEW for paper in papers)
    return [name, *cells, str(len(papers)), Cell(str(review or ""), "yellow")]


def _state_words(state: ScheduleState, days_late: int | None) -> str:
    words = {
        ScheduleState.ON_TIME: _("on time"),
        ScheduleState.LATE: _("{days} days late").format(days=days_late),
        ScheduleState.MISSING: _("MISSING"),
        ScheduleState.NOT_DUE: _("not due"),
        ScheduleState.NOT_DOCUMENTED: _("no paper"),
    }
    return words[state]


def status_json(outcome: Outcome) -> list[dict[str, Any]]:
    """Every task of every unit for programs."""
    return [
        {
            "task_key": row.task.key,
            "unit_id": row.unit_id,
            "role": row.role,
            "due_on": row.task.due_on,
            "state": row.state,
            "days_late": row.days_late,
            "document_id": row.document_id,
        }
        for row in outcome.schedule
    ]

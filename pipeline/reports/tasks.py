"""The plan's tasks against what came: done, not done, not yet due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.figures import Content, Figure, Line
from pipeline.records import Paper, Role, ScheduleRow, ScheduleState, Task
from pipeline.reports.sources import SURE, paper_source, sure_number
from pipeline.reports.view import ReportView, unit_name
from pipeline.reports.wording import STATES, count, day

ALL_UNITS = "Các đơn vị trong Khối"
NO_MEMBER = "(Kế hoạch không nêu đơn vị thành viên)"
_OUTCOMES = {
    "done": "Đã hoàn thành",
    "partly": "Chưa đầy đủ",
    "open": "Chưa thực hiện",
    "not_due": "Chưa đến hạn",
    "unknown": "Chưa có thông tin",
}
_CAME = (ScheduleState.ON_TIME, ScheduleState.LATE)


def rows_of(view: ReportView, task: Task) -> list[ScheduleRow]:
    """The schedule's rows for the task."""
    return [r for r in view.schedule if r.task.key == task.key]


def outcome(rows: Sequence[ScheduleRow]) -> str:
    """What the rows together say of a task: "done", "partly", "open", "not_due" or "unknown"."""
    leads = [r for r in rows if r.role == Role.LEAD]
    states = {r.state for r in leads or rows}
    if states & set(_CAME):
        return "done" if states <= set(_CAME) else "partly"
    if ScheduleState.MISSING in states:
        return "open"
    return "not_due" if ScheduleState.NOT_DUE in states else "unknown"


def task_counts(view: ReportView) -> Mapping[str, Content]:
    """How many tasks the plan has, and how many of each outcome."""
    found = Counter(outcome(rows_of(view, task)) for task in view.plan.tasks)
    numbers = {"tasks": len(view.plan.tasks)} | {name: found[name] for name in _OUTCOMES}
    labels = {"tasks": "Số nội dung công việc của Kế hoạch"} | _OUTCOMES
    basis = "đếm theo Kế hoạch và văn bản nhận được"
    shown: dict[str, Content] = {
        name: Figure(f"plan/{name}", count(value), labels[name], basis=basis) for name, value in numbers.items()
    }
    return shown | {f"any_{name}": int(found[name] > 0) for name in _OUTCOMES}


def task_rows(view: ReportView) -> list[Mapping[str, Content]]:
    """One row a task, in the plan's order."""
    return [_row(view, task) for task in view.plan.tasks]


def _row(view: ReportView, task: Task) -> Mapping[str, Content]:
    rows = rows_of(view, task)
    return {
        "no": task.key,
        "content": task.content,
        "time": task_time(task),
        "units": _units(view, task),
        "outcome": _OUTCOMES[outcome(rows)],
        "detail": _detail(view, task, rows),
    }


def task_time(task: Task) -> str:
    """When the task is due, as sharp as the plan says."""
    if task.due_on is not None:
        return f"Hạn {day(task.due_on)}"
    return f"Quý {('I', 'II', 'III', 'IV')[task.quarter - 1]}" if task.quarter else ""


def _units(view: ReportView, task: Task) -> str:
    leads = [unit_name(view, unit) for unit, role in task.roles if role == Role.LEAD]
    if leads:
        return ", ".join(leads)
    return ALL_UNITS if task.roles else NO_MEMBER


def _detail(view: ReportView, task: Task, rows: Sequence[ScheduleRow]) -> Content:
    if len(rows) > 1:
        return _how_many(task, rows)
    paper = next((p for p in view.papers for r in rows if p.document_id == r.document_id), None)
    return _paper_named(view, paper) if paper else ""


def _how_many(task: Task, rows: Sequence[ScheduleRow]) -> Content:
    found = Counter(r.state for r in rows)
    parts: list[str | Figure] = []
    for state, name in STATES.items():
        if found[state]:
            label = f"Nội dung {task.key} của Kế hoạch: {name.lower()}"
            figure = Figure(f"task/{task.key}/{state.value}", count(found[state]), label, basis="đếm đơn vị")
            parts += ["; " if parts else "", f"{name}: ", figure, " đơn vị"]
    return Line(tuple(parts))


def _paper_named(view: ReportView, paper: Paper) -> Content:
    number = sure_number(paper)
    held = paper.facts.get("number")
    if not number or held is None or held.fact.status not in SURE:
        return "Văn bản chưa ghi số"
    label = "Văn bản thực hiện nội dung của Kế hoạch"
    source = paper_source(view, paper, held.fact.place, held.fact.raw or "")
    figure = Figure(f"{paper.document_id}/number", number, label, (source,))
    return Line(("Văn bản số ", figure))

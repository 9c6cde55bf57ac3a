"""Who reported and when, against the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from extractors.patterns.reports import REPORT_TASKS, SUMMARY_TASKS
from pipeline.figures import Content, Figure, Line
from pipeline.records import Kind, Paper, Role, ScheduleRow, ScheduleState, Task, Unit
from pipeline.reports import sources
from pipeline.reports.view import ReportView, live_papers
from pipeline.reports.wording import NO_DATE, NO_NUMBER, STATES, capital, count, day


class Receipt(NamedTuple):
    """One unit's report for the period."""

    unit: Unit
    paper: Paper | None
    """None where nothing came, or several came and none is chosen."""
    rivals: tuple[Paper, ...]
    """The papers that contradict each other; empty where there is no such doubt."""
    schedule: ScheduleRow | None

    @property
    def came(self) -> bool:
        """Whether something came, chosen or not."""
        return self.paper is not None or bool(self.rivals)


def report_task(view: ReportView, kind: Kind) -> Task | None:
    """The plan's task "báo cáo … của các đơn vị" for that kind of report."""
    found = [t for t in view.plan.tasks if _is_for_all(t) and REPORT_TASKS[kind.value].search(t.content)]
    return found[0] if found else None


def summary_task(view: ReportView, kind: Kind) -> Task | None:
    """The plan's task of putting the units' reports together."""
    return next((t for t in view.plan.tasks if SUMMARY_TASKS[kind.value].search(t.content)), None)


def _is_for_all(task: Task) -> bool:
    return any(role == Role.ALL for _, role in task.roles)


def receipts(view: ReportView, kind: Kind) -> tuple[Receipt, ...]:
    """One receipt a unit, in the block's order."""
    task = report_task(view, kind)
    rows = {r.unit_id: r for r in view.schedule if task and r.task.key == task.key}
    return tuple(_receipt(view, unit, kind, rows.get(unit.id)) for unit in view.block.units)


def _receipt(view: ReportView, unit: Unit, kind: Kind, row: ScheduleRow | None) -> Receipt:
    papers = live_papers(view, unit.id, kind)
    if row is not None:
        papers = tuple(p for p in papers if p.task_key == row.task.key)
    chosen = papers[0] if len(papers) == 1 else None
    return Receipt(unit, chosen, papers if len(papers) > 1 else (), row)


def receipt_rows(view: ReportView, received: tuple[Receipt, ...]) -> list[Mapping[str, Content]]:
    """The list of reports: number, day, arrival, in time or not."""
    return [_row(view, number, receipt) for number, receipt in enumerate(received, 1)]


def _row(view: ReportView, number: int, receipt: Receipt) -> Mapping[str, Content]:
    name = receipt.unit.name
    row: dict[str, Content] = {"no": number, "unit": name, "state": _state(receipt), "note": _note(receipt)}
    paper = receipt.paper
    if paper is None:
        return row | {"number": "", "date": "", "received": ""}
    return row | {
        "number": sources.fact_figure(view, paper, "number", f"Số, ký hiệu báo cáo của {name}", NO_NUMBER),
        "date": sources.fact_figure(view, paper, "issued_on", f"Ngày báo cáo của {name}", NO_DATE),
        "received": _received(view, paper, name),
    }


def _received(view: ReportView, paper: Paper, name: str) -> Figure:
    text = day(date.fromisoformat(paper.first_received_at[:10]))
    label = f"Ngày nhận báo cáo của {name}"
    return Figure(f"{paper.document_id}/received", text, label, (sources.paper_source(view, paper),), "sổ nhận văn bản")


def _state(receipt: Receipt) -> Content:
    if receipt.rivals:
        return "Nhiều bản, chưa chọn"
    row = receipt.schedule
    if row is None or (receipt.came and row.task.due_on is None):
        return "Đã nhận" if receipt.came else "Chưa gửi"
    if row.state == ScheduleState.LATE and row.days_late:
        key, label = f"late/{row.task.key}/{receipt.unit.id}", f"Số ngày trễ của {receipt.unit.name}"
        days = Figure(key, count(row.days_late), label, basis="theo hạn của Kế hoạch")
        return Line(("Trễ ", days, " ngày"))
    return STATES[row.state]


def _note(receipt: Receipt) -> str:
    if receipt.rivals:
        return capital(f"{len(receipt.rivals)} văn bản mâu thuẫn")
    due_on = receipt.schedule.task.due_on if receipt.schedule else None
    return day(due_on) if due_on else ""


def receipt_counts(kind: Kind, received: tuple[Receipt, ...]) -> Mapping[str, Content]:
    """How many units there are, reported, reported in time, late, not at all."""
    states = Counter(_counted_as(r) for r in received)
    came = sum(r.came for r in received)
    numbers = {"units": len(received), "came": came, "missing": len(received) - came}
    numbers |= {state: states[state] for state in ("on_time", "late", "undecided")}
    labels = {
        "units": "Số đơn vị thành viên",
        "came": "Số đơn vị đã gửi báo cáo",
        "missing": "Số đơn vị chưa gửi báo cáo",
        "on_time": "Số đơn vị gửi đúng hạn",
        "late": "Số đơn vị gửi trễ hạn",
        "undecided": "Số đơn vị đã gửi nhưng chưa xác định được hạn",
    }
    shown: dict[str, Content] = {
        key: Figure(f"{kind.value}/{key}", count(value), labels[key], basis=f"đếm trong {len(received)} đơn vị")
        for key, value in numbers.items()
    }
    return shown | {
        "any_late": int(numbers["late"] > 0),
        "any_missing": int(numbers["missing"] > 0),
        "any_undecided": int(numbers["undecided"] > 0),
        "late_units": ", ".join(r.unit.name for r in received if _counted_as(r) == "late"),
        "missing_units": ", ".join(r.unit.name for r in received if not r.came),
    }


def _counted_as(receipt: Receipt) -> str:
    """As the schedule says, which the plan's tasks are counted by too, whichever of rival papers is chosen."""
    if not receipt.came:
        return "missing"
    row = receipt.schedule
    state = row.state if row and row.task.due_on else None
    return state.value if state in (ScheduleState.ON_TIME, ScheduleState.LATE) else "undecided"

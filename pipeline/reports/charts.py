"""Charts: the units' scores, and how each task of the plan was kept."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from pipeline.figures import Bars, Chart, Content, Picture, Row
from pipeline.records import ScheduleRow, Task
from pipeline.reports.marks import COLUMN_NAMES, Mark, score_sheet, total
from pipeline.reports.tasks import rows_of
from pipeline.reports.view import ReportView
from pipeline.reports.wording import STATES, capital, count

_PORTRAIT, _LANDSCAPE = 165, 245
_LAYERS = ("self", "block")


def score_chart(view: ReportView) -> Content:
    """Each unit's total, its own and the block's where it has given any; "" where there is none."""
    sheets = [score_sheet(view, unit) for unit in view.block.units]
    marks = {layer: [total(view, sheet, layer) for sheet in sheets] for layer in _LAYERS}
    layers = [layer for layer in _LAYERS if any(mark.value is not None for mark in marks[layer])]
    if not layers:
        return ""
    rows = tuple(
        _score_row(unit.name, [marks[layer][index] for layer in layers]) for index, unit in enumerate(view.block.units)
    )
    series = tuple(f"Điểm {COLUMN_NAMES[layer]}" for layer in layers)
    return _picture(Chart(Bars.GROUPED, series, rows, _PORTRAIT), "Biểu đồ điểm của các đơn vị")


def _score_row(name: str, marks: list[Mark]) -> Row:
    """A score in review has its mark in the place of a bar."""
    return Row(name, tuple(mark.value for mark in marks), tuple(mark.figure.text for mark in marks))


def timeliness_chart(view: ReportView) -> Content:
    """For each task how many units kept the day; "" where the plan asks nothing of any unit."""
    judged = [(task, _states(rows_of(view, task))) for task in view.plan.tasks]
    judged = [(task, states) for task, states in judged if states]
    used = [name for name in STATES.values() if any(states[name] for _, states in judged)]
    if not used:
        return ""
    rows = tuple(_task_row(task, [states[name] for name in used]) for task, states in judged)
    return _picture(Chart(Bars.STACKED, tuple(used), rows, _LANDSCAPE), "Biểu đồ tình hình thực hiện Kế hoạch")


def _states(rows: list[ScheduleRow]) -> Counter[str]:
    """How many units are in each state; a task of no unit has none."""
    return Counter(STATES[row.state] for row in rows if row.unit_id is not None)


def _task_row(task: Task, counts: list[int]) -> Row:
    name = f"{task.key}. {capital(task.content.strip().rstrip('.;'))}"
    return Row(name, tuple(Decimal(number) for number in counts), tuple(count(number) for number in counts))


def _picture(chart: Chart, title: str) -> Picture:
    """The chart with its title and all its numbers in words."""
    lines = "; ".join(f"{row.name}: {_said(chart, row)}" for row in chart.rows)
    return Picture(chart, f"{title}. {lines}.")


def _said(chart: Chart, row: Row) -> str:
    said = [
        f"{name.lower()} {text}"
        for name, size, text in zip(chart.series, row.sizes, row.texts, strict=True)
        if size or (size is None and text)
    ]
    return ", ".join(said) or "chưa có"

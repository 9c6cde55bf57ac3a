"""Reminders: công văn đôn đốc, one for every unit that owes a paper or sent it late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.figures import Content, Figure, ReportContext
from pipeline.records import ScheduleRow, ScheduleState, Unit
from pipeline.reports.head import block_words, head
from pipeline.reports.open_points import FINAL
from pipeline.reports.view import ReportView, made_at
from pipeline.reports.wording import capital, count, day

OWED = (ScheduleState.MISSING, ScheduleState.LATE)


def build(view: ReportView) -> tuple[ReportContext, ...]:
    """One letter to every unit that still owes a paper."""
    owed = ((unit, _owed(view, unit)) for unit in view.block.units)
    return tuple(_letter(view, unit, rows) for unit, rows in owed if any(_is_missing(row) for row in rows))


def _owed(view: ReportView, unit: Unit) -> list[ScheduleRow]:
    return [row for row in view.schedule if row.unit_id == unit.id and row.state in OWED]


def _is_missing(row: ScheduleRow) -> bool:
    return row.state is ScheduleState.MISSING


def _letter(view: ReportView, unit: Unit, rows: Sequence[ScheduleRow]) -> ReportContext:
    missing = [row for row in rows if _is_missing(row)]
    late = [row for row in rows if not _is_missing(row)]
    values: dict[str, Content] = {
        "head": head(view, ""),
        "block": block_words(view),
        "draft": FINAL,
        "unit": {"name": unit.name, "contact": unit.contact},
        "as_of": day(view.as_of),
        "missing": [_item(view, unit, row) for row in missing],
        "late": [_item(view, unit, row) for row in late],
    }
    name = f"don-doc-{unit.id}-{view.block.year}.docx"
    title = f"Công văn đôn đốc {unit.name}"
    return ReportContext("reminder", "reminder.docx", name, title, made_at(view), values)


def _item(view: ReportView, unit: Unit, row: ScheduleRow) -> Mapping[str, Content]:
    due = row.task.due_on
    late = row.days_late if row.days_late is not None else (view.as_of - due).days if due else 0
    key = f"late/{row.task.key}/{unit.id}"
    label = f"Số ngày quá hạn, nội dung số {row.task.key} – {unit.name}"
    return {
        "key": row.task.key,
        "content": capital(row.task.content.strip().rstrip(".;")),
        "due": day(due) if due else "",
        "days": Figure(key, count(late), label, basis="theo hạn của Kế hoạch"),
    }

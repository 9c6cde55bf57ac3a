"""Which papers a day asks for when nobody names a kind."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.records import Kind
from pipeline.reports.received import report_task
from pipeline.reports.view import ReportView

HALF_YEAR = ("h1",)
YEAR = ("year", "scores")
BESIDE = ("reminder", "register")
"""What goes with either."""


def kinds_of(view: ReportView, known: Collection[str]) -> tuple[str, ...]:
    """The kinds to write, of those known: the year's from the first day of its report task's window on."""
    task = report_task(view, Kind.PLAN_REPORT_YEAR)
    begun = task is not None and task.starts_on is not None and view.as_of >= task.starts_on
    return tuple(kind for kind in ((YEAR if begun else HALF_YEAR) + BESIDE) if kind in known)

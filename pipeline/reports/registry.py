"""REPORTS: the kinds of paper and who builds each. A new kind is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.figures import PaperContext
from pipeline.reports import h1, minutes, register, reminder, scores, submission, year
from pipeline.reports.view import ReportView

Builder = Callable[[ReportView], tuple[PaperContext, ...]]

REPORTS: Mapping[str, Builder] = {
    "h1": h1.build,
    "year": year.build,
    "scores": scores.build,
    "reminder": reminder.build,
    "minutes": minutes.build,
    "submission": submission.build,
    "register": register.build,
}


def build(kind: str, view: ReportView) -> tuple[PaperContext, ...]:
    """The papers of the kind: usually one, none where there is nothing to write, one a unit for reminders."""
    return REPORTS[kind](view)

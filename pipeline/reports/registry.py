"""REPORTS: the kinds of paper. A new kind is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from pipeline.figures import PaperContext
from pipeline.reports.view import ReportView

Builder = Callable[[ReportView], tuple[PaperContext, ...]]

REPORTS = (
    "h1",
    "year",
    "scores",
    "reminder",
    "minutes",
    "submission",
    "register",
)
"""Each has its builder in the module of its name, imported when it is built: no other command waits for it."""


def build(kind: str, view: ReportView) -> tuple[PaperContext, ...]:
    """The papers of the kind: usually one, none where there is nothing to write, one a unit for reminders."""
    module = import_module(f"pipeline.reports.{kind}")
    return cast("Builder", module.build)(view)

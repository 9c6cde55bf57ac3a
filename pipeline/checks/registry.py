"""Every check there is: a new one is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.checks import decisions, documents, files, plan, registrations, schedule
from pipeline.checks.scores import SCORE_CHECKS
from pipeline.records import Case, Finding

Rule = Callable[[Case], Iterable[Finding]]

CHECKS: dict[str, Rule] = {
    "file.*": files.received_files,
    "file.misnamed": files.misnamed_files,
    "notices": files.notices,
    "plan.*": plan.plan_findings,
    "document.number_blank": documents.blank_numbers,
    "document.date_blank": documents.blank_days,
    "document.date_invalid": documents.impossible_days,
    "document.date_future": documents.future_days,
    "document.wrong_year": documents.wrong_years,
    "document.unknown_unit": documents.strangers,
    "document.superseded": documents.superseded,
    "document.correction": documents.corrections,
    "document.conflict": documents.conflicts,
    "document.pair_differs": documents.differing_pairs,
    "document.*_doubtful": documents.doubtful,
    "decision.contradicted": decisions.contradicted,
    "schedule.late": schedule.late,
    "schedule.missing": schedule.missing,
    "schedule.not_counted": schedule.not_counted,
    "awards.unequal": registrations.unequal_awards,
    **SCORE_CHECKS,
}
"""What a rule finds -> the rule."""

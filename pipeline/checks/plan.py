"""What is wrong with the plan itself."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.records import Case, Finding


def plan_findings(case: Case) -> Iterable[Finding]:
    """Repeated numbers, unknown names, tasks without a time: found when the plan was resolved."""
    return case.plan.findings

"""The day that a fact says."""

from __future__ import annotations

from datetime import date

from extractors.records import Fact
from pipeline.checks.pairs import SURE


def day_of(fact: Fact | None) -> date | None:
    """The day, sure or not; None where there is none, or none that a calendar has."""
    return day_in(fact.value) if fact and isinstance(fact.value, str) else None


def day_in(text: str | None) -> date | None:
    """The day that ISO text names; None for anything else."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def sure_day(fact: Fact | None) -> date | None:
    """The day where it is sure."""
    return day_of(fact) if fact and fact.status in SURE else None

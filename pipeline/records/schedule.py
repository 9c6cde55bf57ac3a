"""The year's plan, and how each of its tasks stands for each unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from extractors.records import Fact, Place
from pipeline.records.finding import Finding


class Role(StrEnum):
    """What a unit has to do with a task."""

    LEAD = "lead"
    SUPPORT = "support"
    ALL = "all"
    """Every member does the task for itself."""


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the plan, with who and when resolved."""

    key: str
    """Its number in the plan; a repeated one gets b, c: "11b"."""
    printed: str
    quarter: int | None
    content: str
    starts_on: date | None
    due_on: date | None
    roles: tuple[tuple[str, Role], ...]
    """(unit id, role); empty where the plan names no member."""
    place: Place


@dataclass(frozen=True, slots=True)
class Plan:
    """The year's plan: its own facts, its tasks, and what is wrong with it."""

    tasks: tuple[Task, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]


class ScheduleState(StrEnum):
    """How a task stands for a unit, as of a day."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"
    NOT_DUE = "not_due"
    NOT_DOCUMENTED = "not_documented"


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One task for one unit."""

    task: Task
    unit_id: str | None
    role: Role | None
    document_id: int | None
    state: ScheduleState
    days_late: int | None

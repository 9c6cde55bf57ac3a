"""The values that pass between stages: frozen, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from extractors.records import Criterion, Extraction, Fact, Limits, Place, ScoreRow

Evidence = Mapping[str, object]
"""What a message names and an auditor can check: JSON values only."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a unit."""

    name: str
    until: date | None = None
    """Last day on which the name held; None while it holds."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A member of the block."""

    id: str
    name: str
    code: str
    """The suffix in số, ký hiệu: SKHĐT."""
    aliases: tuple[Alias, ...] = ()
    contact: str = ""


class JudgeBy(StrEnum):
    """Which day decides whether a paper came in time."""

    ISSUED = "issued"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade that the block's rules give for a total, the best first in the block file."""

    name: str
    at_least: Decimal
    """Percent of the sheet's maximum."""
    floor: Decimal | None = None
    """Percent of each criterion's maximum below which no criterion may lie."""


@dataclass(frozen=True, slots=True)
class Block:
    """The block file, checked: one block, one year."""

    name: str
    province: str
    year: int
    leader: str
    deputies: tuple[str, ...]
    units: tuple[Unit, ...]
    plan_file: str
    due: Mapping[str, date]
    """Task key -> the day that is sharper than the plan's own."""
    criteria_file: str | None = None
    judge_by: JudgeBy = JudgeBy.ISSUED
    limits: Limits = field(default_factory=Limits)
    move_holidays: bool = False
    """Whether a due day on a public holiday or a weekend moves to the next working day."""
    grades: tuple[Grade, ...] = ()
    """Thresholds and floors of the ranking; none where the block file has none."""
    four_eyes: bool = False
    """Whether a change to a score is final only when a second person approves."""


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


class FileState(StrEnum):
    """What became of a received file."""

    RECEIVED = "received"
    READ = "read"
    QUARANTINED = "quarantined"
    DUPLICATE = "duplicate"
    CONTAINER = "container"
    PASSED_OVER = "passed_over"


@dataclass(frozen=True, slots=True)
class InboxFile:
    """A file as it lay in the inbox and what the store knows of it."""

    file_id: int
    file_name: str
    """Relative to the inbox, with forward slashes: "email/stp/345.pdf"."""
    sha256: str
    bytes: int
    media_type: str
    received_at: str
    """ISO 8601 with offset."""
    state: FileState
    reason: str = ""
    """A finding's code, "" where there is nothing to say."""
    detail: str = ""
    """What the reader said of it."""


class Kind(StrEnum):
    """What a document is to the block."""

    PLAN_REPORT_H1 = "plan_report_h1"
    PLAN_REPORT_YEAR = "plan_report_year"
    REGISTRATION = "registration"
    SCORE_SHEET = "score_sheet"
    OTHER = "other"


class DocumentState(StrEnum):
    """Whether a document counts."""

    ACCEPTED = "accepted"
    NEEDS_REVIEW = "needs_review"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read, with all that it says."""

    file: InboxFile
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """A fact of a document, and which of its files says so."""

    fact: Fact
    file_id: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of a document: a fact's value, or its unit_id, kind, task_key or state."""

    decision_id: int
    document_id: int
    field: str
    after: str | None
    """The value that holds from now on, as the store writes it; None for none."""
    before: str | None = None
    read: str | None = None
    """What the tool read when the person decided."""


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """A score row of a document, matched to the block's criteria."""

    row: ScoreRow
    file_id: int
    criteria_code: str | None
    """None where it matches none of the block's."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document, whatever files it came as."""

    document_id: int
    """The smallest file id among its files."""
    files: tuple[InboxFile, ...]
    unit_id: str | None
    kind: Kind
    task_key: str | None
    state: DocumentState
    superseded_by: int | None
    first_received_at: str
    facts: Mapping[str, DocumentFact]
    """By field; `count:…` fields included."""
    scores: tuple[DocumentScore, ...] = ()
    doubts: tuple[str, ...] = ()
    """Why unit, kind or task need a person: codes of findings."""
    nature: Kind = Kind.OTHER
    """What its own words make it, even where it does not count (another year, no member)."""
    from_block: bool = False
    """The block itself issued it."""
    reread: Mapping[str, str | None] = field(default_factory=dict)
    """What the tool would accept by itself where a person decided otherwise, as the store writes it."""


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


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person should look at. Its words are in `pipeline.findings`, by code."""

    code: str
    evidence: Evidence = field(default_factory=dict)
    """Fills the message; "file" and "place" say where."""
    document_id: int | None = None
    unit_id: str | None = None
    task_key: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """All that the checks look at: the block's year as of a day."""

    block: Block
    as_of: date
    plan: Plan
    criteria: tuple[Criterion, ...]
    files: tuple[InboxFile, ...]
    papers: tuple[Paper, ...]
    extractions: Mapping[int, Extraction]
    """By file id: what readers and sheets said of each file that was read."""
    schedule: tuple[ScheduleRow, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `check` derives, and the store then holds."""

    papers: tuple[Paper, ...]
    schedule: tuple[ScheduleRow, ...]
    findings: tuple[Finding, ...]

"""One document of the block, whatever files it came as, and what persons decided of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from extractors.records import Fact, ScoreRow
from pipeline.records.file import InboxFile


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
    files: Sequence[InboxFile]
    unit_id: str | None
    kind: Kind
    task_key: str | None
    state: DocumentState
    superseded_by: int | None
    first_received_at: str
    facts: Mapping[str, DocumentFact]
    """By field; `count:…` fields included."""
    scores: Sequence[DocumentScore] = ()
    doubts: tuple[str, ...] = ()
    """Why unit, kind or task need a person: codes of findings."""
    nature: Kind = Kind.OTHER
    """What its own words make it, even where it does not count (another year, no member)."""
    from_block: bool = False
    """The block itself issued it."""
    reread: Mapping[str, str | None] = field(default_factory=dict)
    """What the tool would accept by itself where a person decided otherwise, as the store writes it."""

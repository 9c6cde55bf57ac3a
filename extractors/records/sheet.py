"""The rows of the tables that carry the block's year: scores, criteria, planned tasks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from extractors.records.fact import Status
from extractors.records.place import Place


class Nothing(StrEnum):
    """The ways a score cell says that there is no number; none of them is 0."""

    BLANK = "blank"
    """Empty."""
    DASH = "dash"
    """"-", "–", "…"."""
    NONE = "none"
    """"Không", "không có"."""
    NOT_ASSIGNED = "not_assigned"
    """"KP", "không được giao", "không phát sinh"."""
    MARK = "mark"
    """"x": assessed without a number."""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One criterion of a score sheet as the paper prints it; a total row is a fact, never a row."""

    row: int
    """1-based, in the paper's order, over all its sheets."""
    code: str
    """As printed, or with its ancestors joined by dots where that is not unique: "I.1.a"."""
    criterion: str
    level: int
    """0 for the top."""
    parent: str | None
    """The code of the row above it in the tree."""
    status: Status
    place: Place
    raw: str
    """The row's cells joined by tabs: exactly the text at `place`."""
    max_score: Decimal | None = None
    self_score: Decimal | None = None
    block_score: Decimal | None = None
    council_score: Decimal | None = None
    bonus: Decimal | None = None
    deduction: Decimal | None = None
    note: str = ""
    nothing: Mapping[str, Nothing] = field(default_factory=dict)
    """For each score column without a number, how the paper says so: {"self_score": Nothing.NONE}."""
    doubts: tuple[str, ...] = ()
    """Why it needs review."""

    @property
    def is_filled(self) -> bool:
        """Whether somebody scored it, or says why not; what it may get at most is no score."""
        given = (self.self_score, self.block_score, self.council_score, self.bonus, self.deduction)
        said = (nothing for column, nothing in self.nothing.items() if column != "max_score")
        return any(value is not None for value in given) or any(one is not Nothing.BLANK for one in said)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of the block's own score sheet."""

    code: str
    name: str
    level: int
    parent: str | None
    max_score: Decimal | None
    place: Place


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """One row of a plan as printed; who and when are still words."""

    printed: str
    """Its number as printed, "" where it has none."""
    quarter: int | None
    """1 to 4: from the row's quarter heading or its time."""
    content: str
    time: str
    """The time as printed ("Trước ngày 15/6/2020"), "" where only the quarter is known."""
    starts_on: date | None
    """First day of the window the words name."""
    due_on: date | None
    """Last day of it."""
    who: tuple[str, ...]
    """The lines of the column that names units, as printed."""
    place: Place
    raw: str
    support: tuple[str, ...] = ()
    """The lines of a column of its own for those who only help."""

"""The block file, checked: who competes in which year, by which rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from extractors.records import Limits


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
    settle_seconds: float = 10.0
    """So long must a file that shows no end have been left alone before it is taken in: until then it is copied."""
    four_eyes: bool = False
    """Whether a change to a score is final only when a second person approves."""

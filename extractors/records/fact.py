"""What rules find and what the decision makes of it: candidates and facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extractors.records.place import NOWHERE, Place


class Status(StrEnum):
    """How sure the tool is of a value; the last two are a person's."""

    ACCEPTED = "accepted"
    NEEDS_REVIEW = "needs_review"
    BLANK = "blank"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"


Value = str | float | tuple[str, ...] | None
"""Text, a number, or a list of texts (recipients)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One rule's reading of one field: a value, the text it came from, its place."""

    field: str
    value: Value
    """None says: the place for it is there and empty (`raw` shows the empty place)."""
    rule: str
    """The rule's name, as `extractors.decide` knows it."""
    raw: str | None = None
    """Exactly the text at `place`; None for a value that is concluded, not printed."""
    place: Place = NOWHERE
    doubt: str = ""
    """Why a person should look even if witnesses agree; empty where there is no reason."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What the witnesses amount to, for one field."""

    field: str
    value: Value
    raw: str | None
    status: Status
    confidence: float
    """0 to 1: how often facts decided in this way are right."""
    method: str
    """The witnesses that spoke for it, joined by " + "."""
    place: Place
    candidates: tuple[Candidate, ...] = ()
    """All that were found, kept where a person has to choose."""

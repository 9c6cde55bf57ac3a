"""What a column holds, told by its heading alone."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from extractors.patterns import score_columns as patterns
from extractors.patterns import scores


class Role(StrEnum):
    """What a column of a score sheet holds."""

    ORDER = "order"
    CRITERION = "criterion"
    MAX = "max"
    SELF = "self"
    BLOCK = "block"
    COUNCIL = "council"
    BONUS = "bonus"
    DEDUCTION = "deduction"
    NOTE = "note"


SCORES = {
    Role.MAX: "max_score",
    Role.SELF: "self_score",
    Role.BLOCK: "block_score",
    Role.COUNCIL: "council_score",
    Role.BONUS: "bonus",
    Role.DEDUCTION: "deduction",
}
"""The roles that hold numbers, with their field in a `ScoreRow`."""

GIVEN = (Role.SELF, Role.BLOCK, Role.COUNCIL)
"""The layers of scores given, in the order in which they are given."""

GIVES = frozenset({*GIVEN, "appraisal", "result"})
"""The names of headings below which scores are given."""

NAMES = frozenset(role.value for role in Role)
"""Of all that a heading can be named, those that say at once what its column holds."""


LONGEST_HEADING = 300
"""Characters: more are a text, which some patterns would search for minutes."""

SCORING = frozenset({Role.MAX, *GIVEN})
"""What may share a column, parted by a slash."""


class Heading(NamedTuple):
    """A column and what is printed above it."""

    column: int
    name: str
    """Of its role, or "appraisal", "result", "points", "other"; "" for none that is known."""
    text: str
    """Its lines in one, folded."""


@lru_cache(maxsize=2_000)
def role_in(heading: tuple[str, ...]) -> tuple[str, str]:
    """The role's name and the whole heading: the lowest line decides where it can, else all lines together.

    Remembered, for the sheets of a block share a form: a heading costs 30 searches, one that was met costs none.
    """
    whole = " ".join(heading)
    last = name_of(heading[-1]) if heading else ""
    if last in ("", "points", "result") and len(heading) > 1:
        last = name_of(whole) or ("result" if last == "result" else "")
    return _within_group(last, whole), whole


def name_of(text: str) -> str:
    """The name of what the folded text, as a heading, says that stands below it; "" for none, or for no heading."""
    if len(text) > LONGEST_HEADING:
        return ""
    return next((name for name, pattern in patterns.HEADINGS if pattern.search(text)), "")


def names_two_scores(heading: tuple[str, ...]) -> bool:
    """Whether two scores stand below it, "Tự chấm/Khối chấm", or the maximum first; a score and its maximum are one."""
    parts = heading[-1].split("/") if heading else []
    said = list(dict.fromkeys(name for part in parts if (name := name_of(part.strip())) in SCORING))
    return len(said) > 1 and (len(said) > 2 or said[1] != Role.MAX)


def _within_group(name: str, whole: str) -> str:
    """A column "tự chấm" under "Điểm thưởng" is the bonus that the unit gives itself, not its score."""
    if patterns.EARLIER_TERM.search(whole):
        return "other"
    if name == "self" and scores.REWARD.search(whole):
        return Role.BONUS
    if name == "self" and scores.PENALTY.search(whole):
        return Role.DEDUCTION
    return name

"""Two files of one paper: where what they say differs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from extractors.records import Extraction, Fact, Place, ScoreRow, Status, Value
from extractors.vietnamese.text import fold

SURE = frozenset({Status.ACCEPTED, Status.CONFIRMED, Status.CORRECTED})
SCORES = ("max_score", "self_score", "block_score", "council_score", "bonus", "deduction")


class Difference(NamedTuple):
    """One thing that two files of a paper say differently."""

    field: str
    """A fact's field, or "score:CODE/COLUMN"."""
    first: str
    first_place: Place
    second: str
    second_place: Place


def differences(first: Extraction, second: Extraction) -> tuple[Difference, ...]:
    """Where both files are sure of a value and the values differ."""
    return (*_facts(first, second), *_scores(first, second))


def same_value(first: Value, second: Value) -> bool:
    """Whether two values are one, however they are set: spaces, case, accents' places, the order of a list."""
    return _key(first) == _key(second)


def _facts(first: Extraction, second: Extraction) -> Iterator[Difference]:
    others = {fact.field: fact for fact in second.facts}
    for fact in first.facts:
        other = others.get(fact.field)
        if other and _told(fact) and _told(other) and not same_value(fact.value, other.value):
            yield Difference(fact.field, str(fact.value), fact.place, str(other.value), other.place)


def _scores(first: Extraction, second: Extraction) -> Iterator[Difference]:
    others = {row.code: row for row in second.scores if row.code}
    for row in first.scores:
        other = others.get(row.code)
        if other and row.status in SURE and other.status in SURE:
            yield from _row(row, other)


def _row(row: ScoreRow, other: ScoreRow) -> Iterator[Difference]:
    for column in SCORES:
        mine, theirs = getattr(row, column), getattr(other, column)
        if mine != theirs:
            yield Difference(f"score:{row.code}/{column}", _text(mine), row.place, _text(theirs), other.place)


def _told(fact: Fact) -> bool:
    return fact.status in SURE and fact.value is not None


def _key(value: Value) -> object:
    if isinstance(value, tuple):
        return sorted(_plain(item) for item in value)
    return _plain(value) if isinstance(value, str) else value


def _plain(text: str) -> str:
    return re.sub(r"[\s.,;]+", "", fold(text))


def _text(score: Decimal | None) -> str:
    return "" if score is None else f"{score.normalize():f}"

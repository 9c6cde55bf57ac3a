"""Records as JSON and back, exactly: decimals as text, tuples as lists."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from extractors.records import Criterion, Extraction, Fact, Passage, PlannedTask, ScoreRow


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def dump_extraction(extraction: Extraction) -> bytes:
    """The extraction as JSON."""
    return _adapter(Extraction).dump_json(extraction)


def load_extraction(data: str | bytes) -> Extraction:
    """The extraction that the JSON holds."""
    return _adapter(Extraction).validate_json(data)  # type: ignore[no-any-return]


def load_passages(data: str | bytes) -> tuple[Passage, ...]:
    """The passages alone that the JSON holds."""
    return _adapter(tuple[Passage, ...]).validate_json(data)  # type: ignore[no-any-return]


def load_facts(data: str) -> tuple[Fact, ...]:
    """The facts alone that the JSON holds."""
    return _adapter(tuple[Fact, ...]).validate_json(data)  # type: ignore[no-any-return]


def load_scores(data: str) -> tuple[ScoreRow, ...]:
    """The rows of score sheets alone that the JSON holds."""
    return _adapter(tuple[ScoreRow, ...]).validate_json(data)  # type: ignore[no-any-return]


def dump_plan(extraction: Extraction, tasks: tuple[PlannedTask, ...]) -> str:
    """A plan's own facts and its rows as JSON."""
    return _adapter(tuple[Extraction, tuple[PlannedTask, ...]]).dump_json((extraction, tasks)).decode()


def load_plan(data: str) -> tuple[Extraction, tuple[PlannedTask, ...]]:
    """The plan's own facts and its rows that the JSON holds."""
    return _adapter(tuple[Extraction, tuple[PlannedTask, ...]]).validate_json(data)  # type: ignore[no-any-return]


def dump_criteria(criteria: tuple[Criterion, ...]) -> str:
    """The block's criteria as JSON."""
    return _adapter(tuple[Criterion, ...]).dump_json(criteria).decode()


def load_criteria(data: str) -> tuple[Criterion, ...]:
    """The block's criteria that the JSON holds."""
    return _adapter(tuple[Criterion, ...]).validate_json(data)  # type: ignore[no-any-return]

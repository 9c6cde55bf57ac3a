"""All that a paper may say: the block's year as the store holds it on a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from extractors.records import Criterion, Passage
from pipeline.records import Block, DocumentState, Finding, Kind, Paper, Plan, ScheduleRow, Unit


@dataclass(frozen=True, slots=True)
class ReportView:
    """The values that builders read; they look at nothing else."""

    block: Block
    as_of: date
    plan: Plan
    criteria: tuple[Criterion, ...]
    papers: tuple[Paper, ...]
    schedule: tuple[ScheduleRow, ...]
    findings: tuple[Finding, ...]
    text_of: Callable[[int], Sequence[Passage]]
    """A file's running text, by its id; empty where it has none."""


def unit_named(view: ReportView, unit_id: str | None) -> Unit | None:
    """The block's unit of that id."""
    return next((u for u in view.block.units if u.id == unit_id), None)


def unit_name(view: ReportView, unit_id: str | None) -> str:
    """The unit's name, "" where there is none."""
    unit = unit_named(view, unit_id)
    return unit.name if unit else ""


def live_papers(view: ReportView, unit_id: str | None, *kinds: Kind) -> tuple[Paper, ...]:
    """The unit's papers of those kinds that no newer one replaced."""
    return tuple(
        p for p in view.papers if p.unit_id == unit_id and p.kind in kinds and p.state != DocumentState.SUPERSEDED
    )


def made_at(view: ReportView) -> datetime:
    """The time that files bear: the start of the day as of which they speak."""
    return datetime.combine(view.as_of, time(), UTC)

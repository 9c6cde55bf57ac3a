"""The whole year as the checks see it, and what they derive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from extractors.records import Criterion, Extraction, Notice
from pipeline.records.block import Block
from pipeline.records.file import InboxFile
from pipeline.records.finding import Finding
from pipeline.records.paper import Decision, Paper
from pipeline.records.schedule import Plan, ScheduleRow


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
    """By file id: what the files say of which a paper has several."""
    schedule: tuple[ScheduleRow, ...] = ()
    decisions: tuple[Decision, ...] = ()
    notices: Mapping[int, tuple[Notice, ...]] = field(default_factory=dict)
    """By file id: what its readers and sheets noticed, where they did."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `check` derives, and the store then holds."""

    papers: tuple[Paper, ...]
    schedule: tuple[ScheduleRow, ...]
    findings: tuple[Finding, ...]

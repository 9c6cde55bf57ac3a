"""The day on which a paper came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from pipeline.checks.days import sure_day
from pipeline.records import Block, DocumentFact, JudgeBy, Paper


def issued_on(facts: Mapping[str, DocumentFact]) -> date | None:
    """The day of issue where it is sure."""
    entry = facts.get("issued_on")
    return sure_day(entry.fact) if entry else None


def received_on(paper: Paper) -> date:
    """The day on which the first of its files was received, where it was received."""
    return datetime.fromisoformat(paper.first_received_at).date()


def arrived_on(paper: Paper, block: Block) -> date:
    """The day that decides whether the paper came in time: its issue, or its receipt.

    A day of issue after the day of receipt cannot be right and does not count.
    """
    received, issued = received_on(paper), issued_on(paper.facts)
    if block.judge_by is JudgeBy.RECEIVED or issued is None or issued > received:
        return received
    return issued


def has_come(paper: Paper, block: Block, as_of: date) -> bool:
    """Whether the paper was there on the day."""
    return arrived_on(paper, block) <= as_of


def may_have_come(paper: Paper, block: Block, as_of: date) -> bool:
    """Whether the paper was there on the day, or bears no day that says otherwise."""
    return issued_on(paper.facts) is None or has_come(paper, block, as_of)

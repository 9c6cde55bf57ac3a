"""Ranks: the highest total first, equal totals share a rank, only sure totals count."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from pipeline.reports.marks import Sheet, score_sheet, total
from pipeline.reports.view import ReportView


class Ranking(NamedTuple):
    """The order of the units."""

    column: str
    """"block" once the block has scored any unit, else "self"."""
    ranks: Mapping[str, int]
    """By unit id; a unit without a sure total has none."""
    complete: bool
    """Whether every unit has one."""
    ties: tuple[tuple[str, ...], ...]
    """Unit ids that share a rank: somebody has to decide."""

    @property
    def provisional(self) -> bool:
        """Whether the order may still change."""
        return self.column == "self" or not self.complete or bool(self.ties)


def ranking(view: ReportView) -> Ranking:
    """The ranks of the block's units by the block's scores, or by their own while the block has not scored."""
    sheets = [score_sheet(view, unit) for unit in view.block.units]
    by_block = _totals(view, sheets, "block")
    column = "block" if by_block else "self"
    totals = by_block or _totals(view, sheets, "self")
    ranks = ranked(totals)
    return Ranking(column, ranks, len(ranks) == len(sheets), _ties(ranks))


def _totals(view: ReportView, sheets: list[Sheet], column: str) -> dict[str, Decimal]:
    found = {s.unit.id: total(view, s, column).value for s in sheets}
    return {unit: value for unit, value in found.items() if value is not None}


def ranked(totals: Mapping[str, Decimal]) -> dict[str, int]:
    """Competition ranks: 1, 2, 2, 4."""
    values = sorted(totals.values(), reverse=True)
    return {unit: values.index(value) + 1 for unit, value in totals.items()}


def _ties(ranks: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    sharing: dict[int, list[str]] = {}
    for unit, rank in ranks.items():
        sharing.setdefault(rank, []).append(unit)
    return tuple(tuple(units) for units in sharing.values() if len(units) > 1)

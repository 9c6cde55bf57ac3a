"""Ranks as papers show them: only totals that no check contradicts count, and who has to decide is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.ranking import BLOCK, Ranked, layer_of, ranked, standing
from pipeline.reports.marks import is_contradicted, score_sheet
from pipeline.reports.view import ReportView


class Ranking(NamedTuple):
    """The order of the units."""

    column: str
    """"block" once the block has scored any unit, else "self"."""
    ranks: Mapping[str, Ranked]
    """By unit id, first to last; a unit without a sure total has none."""
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
    papers = [s.paper for s in sheets if s.paper is not None and not is_contradicted(view, s.paper)]
    layer = layer_of(papers)
    standings = [found for paper in papers if (found := standing(paper, layer))]
    order = ranked(standings, view.block.grades)
    column = "block" if layer == BLOCK else "self"
    return Ranking(column, {one.unit_id: one for one in order}, len(order) == len(sheets), _ties(order))


def _ties(order: tuple[Ranked, ...]) -> tuple[tuple[str, ...], ...]:
    sharing: dict[int, list[str]] = {}
    for one in order:
        if one.is_tied:
            sharing.setdefault(one.rank, []).append(one.unit_id)
    return tuple(tuple(units) for units in sharing.values())

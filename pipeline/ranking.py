"""The block's ranking: by the block's scores where they are given, else the units' own; ties are left to a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from extractors.records import Status
from extractors.sheets.arithmetic import Tree
from pipeline.records import Grade, Paper

SURE = frozenset({Status.ACCEPTED, Status.CONFIRMED, Status.CORRECTED})
BLOCK, SELF = "block_score", "self_score"


class Standing(NamedTuple):
    """What a unit is ranked by."""

    unit_id: str
    total: Decimal
    max_total: Decimal | None
    shares: tuple[Decimal, ...] | None
    """Percent of its maximum for each lowest criterion that has one; None where a score is not sure."""


class Ranked(NamedTuple):
    """A unit's place."""

    unit_id: str
    rank: int
    """Competition ranks: 1, 2, 2, 4."""
    total: Decimal
    grade: str
    """"" where no grade's rule is met, or none is known."""
    is_tied: bool
    """Whether another unit has the same total: a person decides between them."""


def layer_of(papers: Iterable[Paper]) -> str:
    """The layer that all are ranked by: the block's once it has scored every unit that scored itself.

    Until then a rank by the block's score would leave out units that the meeting has not come to yet.
    """
    scored = [paper for paper in papers if _total(paper, SELF) is not None or _total(paper, BLOCK) is not None]
    return BLOCK if scored and all(_total(paper, BLOCK) is not None for paper in scored) else SELF


def standing(paper: Paper, layer: str) -> Standing | None:
    """What the paper's unit is ranked by; None where its total is not sure."""
    total = _total(paper, layer)
    if total is None or paper.unit_id is None:
        return None
    rows = [score.row for score in paper.scores]
    lowest = [rows[i] for i in Tree(rows).leaves()]
    pairs = [(getattr(row, layer), row.max_score) for row in lowest]
    shares = tuple(100 * score / most for score, most in pairs if score is not None and most)
    are_sure = all(row.status in SURE for row in lowest)
    return Standing(paper.unit_id, total, _stated(paper, "max_score"), shares if are_sure else None)


def ranked(standings: Sequence[Standing], grades: Sequence[Grade] = ()) -> tuple[Ranked, ...]:
    """The units, the highest total first; those with equal totals share a rank."""
    totals = [one.total for one in standings]
    return tuple(
        Ranked(
            one.unit_id,
            1 + sum(total > one.total for total in totals),
            one.total,
            grade_of(one, grades),
            totals.count(one.total) > 1,
        )
        for one in sorted(standings, key=lambda one: (-one.total, one.unit_id))
    )


def grade_of(one: Standing, grades: Iterable[Grade]) -> str:
    """The first grade whose threshold the total reaches and whose floor no criterion breaks.

    "" where a floor would have to be held against scores that are not sure.
    """
    if not one.max_total:
        return ""
    percent = 100 * one.total / one.max_total
    for grade in (g for g in grades if percent >= g.at_least):
        if grade.floor is None:
            return grade.name
        if one.shares is None:
            return ""
        if all(share >= grade.floor for share in one.shares):
            return grade.name
    return ""


def _total(paper: Paper, layer: str) -> Decimal | None:
    """The total as the paper states it; else, for the block's layer alone, what the meeting's scores add up to."""
    stated = _stated(paper, layer)
    if stated is not None or layer != BLOCK:
        return stated
    rows = [score.row for score in paper.scores]
    tree = Tree(rows)
    scored = [rows[i] for i in tree.leaves() if rows[i].self_score is not None]
    if not scored or any(row.block_score is None or row.status not in SURE for row in scored):
        return None
    return tree.leaf_sums(BLOCK)[0]


def _stated(paper: Paper, layer: str) -> Decimal | None:
    held = paper.facts.get(f"total_{layer}")
    if held is None or held.fact.status not in SURE or held.fact.value is None:
        return None
    return Decimal(str(held.fact.value))

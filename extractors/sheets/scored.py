"""The lines of a sheet with their scores on the sheet's scale, and their outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from extractors.patterns import scores as patterns
from extractors.sheets.cells import BRACKETED, Score, settle
from extractors.sheets.find import Sheet
from extractors.sheets.lines import Kind, Line
from extractors.sheets.roles import GIVEN, Role
from extractors.sheets.tree import Item, Node, outline
from extractors.vietnamese.text import fold

BEYOND = 2
"""So many times all its maxima together no figure of a sheet is."""


class Scored(NamedTuple):
    """A line and its scores."""

    line: Line
    scores: Mapping[Role, Score]

    def value(self, role: Role) -> Decimal | None:
        """The number in the role's column; None where there is none."""
        score = self.scores.get(role)
        return score.value if score else None


def scored_lines(sheet: Sheet) -> list[Scored]:
    """The lines with their scores; remarks between them, without number and score, left out."""
    scale = _scale(sheet.lines)
    kept = [line for line in sheet.lines if _says_something(line, sheet)]
    rounds = _in_rounds if sheet.columns.has_rounds else dict
    return [Scored(line, rounds(_scores(line, scale))) for line in kept]


def outline_of(scored: Sequence[Scored]) -> list[Node]:
    """The place of each criterion in the tree, in order; what is added below the total stands on top."""
    criteria = [s for s in scored if s.line.kind is Kind.CRITERION]
    totals = [s.value(Role.MAX) for s in scored if s.line.kind is Kind.TOTAL]
    items = [Item(s.line.printed, s.line.name, s.line.bold, s.line.indent, s.value(Role.MAX)) for s in criteria]
    added = _added_below(scored)
    counted = items[: len(items) - added]
    return [*outline(counted, totals[-1] if totals else None), *[Node("", 0, None)] * added]


def _added_below(scored: Sequence[Scored]) -> int:
    """How many rows without a number of their own end the sheet below a total of it: "Điểm thưởng"."""
    totals = [at for at, one in enumerate(scored) if at and one.line.kind is Kind.TOTAL]
    parts = (scored[at + 1 :] for at in totals)
    below = next((part for part in parts if not any(s.line.printed for s in part)), ())
    return sum(s.line.kind is Kind.CRITERION for s in below)


def _says_something(line: Line, sheet: Sheet) -> bool:
    """Whether the line is more than a remark between the rows."""
    said = any(reading.values or reading.doubt for reading in line.readings.values())
    return said or bool(line.printed) or line.kind is not Kind.CRITERION or Role.MAX not in sheet.columns.roles


def _in_rounds(scores: dict[Role, Score]) -> dict[Role, Score]:
    """Of two appraisals that differ, a person says which is the block's."""
    first, second = scores.get(Role.BLOCK), scores.get(Role.COUNCIL)
    if first and second and second.value is not None and first.value != second.value:
        return {**scores, Role.BLOCK: first._replace(doubt=first.doubt or "appraisal_rounds")}
    return scores


def _scale(lines: Sequence[Line]) -> Decimal | None:
    """What all maxima together come to: no figure of the sheet can be larger by much; None without any."""
    certain = [line.readings[Role.MAX].values for line in lines if Role.MAX in line.readings]
    added = sum((values[0] for values in certain if len(values) == 1), Decimal(0))
    return added or None


def _scores(line: Line, scale: Decimal | None) -> dict[Role, Score]:
    maximum = settle(line.readings[Role.MAX], scale) if Role.MAX in line.readings else _said_beside(line)
    cap = scale if maximum.value is None else maximum.value
    scores = {role: _possible(settle(reading, cap), scale) for role, reading in line.readings.items()}
    if Role.MAX in scores or maximum != Score():
        scores[Role.MAX] = maximum
    return {role: _taken_off(line, role, score) for role, score in scores.items()}


def _said_beside(line: Line) -> Score:
    """The maximum that stands beside the scores themselves, "29/30": asked about where two say not the same."""
    said = {reading.out_of for role, reading in line.readings.items() if role in GIVEN and reading.out_of}
    if len(said) > 1:
        return Score(doubt="other_maximum")
    one = said.pop() if said else ()
    return Score(one[0]) if len(one) == 1 else Score()


def _possible(score: Score, scale: Decimal | None) -> Score:
    """The score, doubted where it is more than the whole sheet can give: figures ran together ("9696,5")."""
    if scale is None or score.value is None or score.value <= scale * BEYOND:
        return score
    return score._replace(doubt=score.doubt or "far_over_maximum")


def _taken_off(line: Line, role: Role, score: Score) -> Score:
    """Brackets are certain where points are taken off."""
    if score.doubt == BRACKETED and (role is Role.DEDUCTION or patterns.PENALTY.search(fold(line.name))):
        return score._replace(doubt="")
    return score

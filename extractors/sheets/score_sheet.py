"""A paper's score sheets: its rows with code, level and scores, and the totals that it states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.records import Candidate, Document, Notice, ScoreRow, Status
from extractors.sheets.find import own_sheets, sheets_of
from extractors.sheets.lines import Kind
from extractors.sheets.loose import loose_points
from extractors.sheets.roles import SCORES
from extractors.sheets.scored import Scored, outline_of, scored_lines
from extractors.sheets.several import repeats_its_criteria
from extractors.sheets.totals import stated_totals, subtotal_faults
from extractors.sheets.tree import Node
from extractors.sheets.unread import unread_tables


@dataclass(frozen=True, slots=True)
class ScoreSheets:
    """All that a paper's score sheets say; `extractors.decide_rows` gives the rows their status."""

    rows: tuple[ScoreRow, ...] = ()
    """Still `needs_review`, with the doubts of the reading."""
    totals: tuple[Candidate, ...] = ()
    notices: tuple[Notice, ...] = ()


def score_sheets(document: Document, year: int = 0) -> ScoreSheets:
    """The rows, totals and faults of every sheet that scores; empty where the paper has none.

    `year` is the one that the paper reports on, 0 where it is not known: columns of other years are not its scores.
    """
    found = sheets_of(document, year)
    sheets, notices, contradiction = own_sheets(found, year)
    rows: list[ScoreRow] = []
    totals: list[Candidate] = []
    for sheet in sheets:
        scored = scored_lines(sheet)
        criteria = [s for s in scored if s.line.kind is Kind.CRITERION]
        nodes = outline_of(scored)
        whose = {
            "sheets_contradict": contradiction,
            "other_time": sheet.is_of_another_year(year),
            "several_groups": repeats_its_criteria([s.line.name for s in criteria], nodes),
        }
        doubts = tuple(doubt for doubt, holds in whose.items() if holds)
        rows += _rows(criteria, nodes, len(rows) + 1, doubts)
        totals += (replace(total, doubt=total.doubt or next(iter(doubts), "")) for total in stated_totals(scored))
        notices += subtotal_faults(scored)
    return ScoreSheets(tuple(rows), tuple(totals), (*notices, *unread_tables(document, found), *loose_points(document)))


def _rows(criteria: Sequence[Scored], nodes: Sequence[Node], first: int, doubt: tuple[str, ...]) -> list[ScoreRow]:
    return [
        _row(first + i, one, node, nodes[node.parent].code if node.parent is not None else None, doubt)
        for i, (one, node) in enumerate(zip(criteria, nodes, strict=True))
    ]


def _row(number: int, scored: Scored, node: Node, parent: str | None, doubt: tuple[str, ...]) -> ScoreRow:
    line, scores = scored
    values = {SCORES[role]: score.value for role, score in scores.items()}
    return ScoreRow(
        row=number,
        code=node.code,
        criterion=line.name,
        level=node.level,
        parent=parent or None,
        status=Status.NEEDS_REVIEW,
        place=line.place,
        raw=line.raw,
        note=line.note,
        nothing={SCORES[role]: score.nothing for role, score in scores.items() if score.nothing},
        doubts=tuple(dict.fromkeys((*line.doubts, *(s.doubt for s in scores.values() if s.doubt), *doubt))),
        **values,
    )

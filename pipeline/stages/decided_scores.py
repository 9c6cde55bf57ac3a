"""Score rows as a person decided them: the block's scores from the meeting, a figure corrected in review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from typing import Any

from extractors.records import ScoreRow, Status
from pipeline.decided_values import FIGURES
from pipeline.records import Decision, DocumentScore


def row_keys(rows: Sequence[ScoreRow]) -> tuple[str, ...]:
    """What a decision calls each row: its code, which outlives another reading, or "#12" where that is not unique."""
    times = Counter(row.code for row in rows)
    return tuple(row.code if row.code and times[row.code] == 1 else f"#{row.row}" for row in rows)


def with_decided_scores(
    scores: Sequence[DocumentScore],
    decided: Mapping[str, Decision],
    differing: Set[tuple[str, str]] = frozenset(),
) -> tuple[DocumentScore, ...]:
    """The rows with the decisions on their fields, "score:ROW KEY/COLUMN".

    A row with figures that its paper's files read differently, (code, column), is in review until all are decided.
    """
    keys = row_keys([score.row for score in scores])
    fields = [{column: f"score:{key}/{column}" for column in FIGURES} for key in keys]
    return tuple(
        _decided(score, {column: decided[field] for column, field in own.items() if field in decided}, differing)
        for score, own in zip(scores, fields, strict=True)
    )


def _decided(score: DocumentScore, by: Mapping[str, Decision], differing: Set[tuple[str, str]]) -> DocumentScore:
    """A row of which a person only says again what was read is `confirmed`, any other `corrected`."""
    found = {column: _figure(decision.after) for column, decision in by.items()}
    if not found:
        return score
    if _asked(score.row, differing) - found.keys():
        return replace(score, row=_with_figures(score.row, found, Status.NEEDS_REVIEW))
    same = all(getattr(score.row, column) == figure for column, figure in found.items())
    return replace(score, row=_with_figures(score.row, found, Status.CONFIRMED if same else Status.CORRECTED))


def _asked(row: ScoreRow, differing: Set[tuple[str, str]]) -> Set[str]:
    """The figures of a doubtful row that review asks for: to decide another one settles none of them."""
    if row.status is not Status.NEEDS_REVIEW:
        return frozenset()
    return {column for column in FIGURES if (row.code, column) in differing} or {"self_score"}


def _with_figures(row: ScoreRow, figures: Mapping[str, Any], status: Status) -> ScoreRow:
    nothing = {column: kind for column, kind in row.nothing.items() if figures.get(column) is None}
    return replace(row, **figures, nothing=nothing, status=status)


def _figure(after: str | None) -> Decimal | None:
    return None if after is None else Decimal(after)

"""The policy of trust for score rows of a paper with pictures: what was recognised needs proof, or a second reading.

A recognised row is accepted where both readings print the same figures, or where the sums prove its figures. A row
on a page of text is accepted as text, unless the readings of the pages around it number it in two ways.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.decide_rows import RECOGNISED
from extractors.recognised import Standing
from extractors.records import ScoreRow, Status
from extractors.sheets.sequence import out_of_sequence

WITNESS = "second reading"
DOUBTFUL_ROW = "doubtful_row"
MISNUMBERED = "misnumbered"

_FIGURES = ("max_score", "self_score", "block_score", "council_score", "bonus", "deduction")


def vouched_rows(
    first: Sequence[ScoreRow], second: Sequence[ScoreRow] | None, recognised: Standing
) -> Iterator[ScoreRow]:
    """The first reading's rows, accepted only where the second, or the sums, bear them out."""
    typed = _identities(first) & _identities(first if second is None else second)
    unsure: set[str | None] = set()
    for row in _recognised_rows(first, second or (), recognised):
        settled = row if recognised(row.place) else _typed(row, typed, unsure)
        if settled.status is not Status.ACCEPTED and (recognised(row.place) or MISNUMBERED in settled.doubts):
            unsure.add(settled.code)
        yield settled


def _identities(rows: Sequence[ScoreRow]) -> set[tuple[object, ...]]:
    return {_identity(row) for row in rows if row.status is Status.ACCEPTED}


def _identity(row: ScoreRow) -> tuple[object, ...]:
    return (row.place.page, row.raw, row.code, row.parent, row.level, *_figures(row))


def _typed(row: ScoreRow, typed: set[tuple[object, ...]], unsure: set[str | None]) -> ScoreRow:
    """A row on a page of text: `typed` are those alike in both readings, `unsure` the numbers that may be misread."""
    same = row.status is not Status.ACCEPTED or _identity(row) in typed
    doubts = (*(() if same else (WITNESS,)), *((MISNUMBERED,) if row.parent in unsure else ()))
    return replace(row, doubts=(*row.doubts, *doubts), status=Status.NEEDS_REVIEW) if doubts else row


def _recognised_rows(first: Sequence[ScoreRow], second: Sequence[ScoreRow], recognised: Standing) -> Iterator[ScoreRow]:
    """Every row, those that were recognised with what is left to doubt."""
    if len(out_of_sequence(second)) < len(out_of_sequence(first)) and len(first) == len(second):
        first, second = second, first
    twins = _twins([r for r in first if recognised(r.place)], [r for r in second if recognised(r.place)])
    misnumbered = {row.row for row in out_of_sequence(first)}
    misread = {row.row for row in out_of_sequence(second)}
    for row in first:
        if not recognised(row.place):
            yield row
            continue
        twin = twins.get(row.row)
        best = twin if twin is not None and not _proven(row) and _proven(twin) else row
        numbered = twin is not None and (twin.code == row.code or twin.row in misread) and row.row not in misnumbered
        doubts = tuple(_doubts(best, row, twin)) if twin is not None else (WITNESS,)
        doubts += () if numbered else (MISNUMBERED,)
        status = Status.NEEDS_REVIEW if doubts else Status.ACCEPTED
        yield replace(best, row=row.row, code=row.code, parent=row.parent, doubts=doubts, status=status)


def _doubts(best: ScoreRow, row: ScoreRow, twin: ScoreRow) -> Iterator[str]:
    """What is left to doubt: sums outweigh a weak reading, two readings that agree outweigh sums that do not hold."""
    agree = _figures(row) == _figures(twin)
    settled = {DOUBTFUL_ROW, RECOGNISED} if _proven(best) else {RECOGNISED} if agree else set()
    yield from (doubt for doubt in best.doubts if doubt not in settled)
    if not agree and not _proven(best):
        yield WITNESS


def _proven(row: ScoreRow) -> bool:
    """Whether the sums of its sheet bear out every figure."""
    return RECOGNISED not in row.doubts


def _figures(row: ScoreRow) -> tuple[object, ...]:
    return (*(getattr(row, name) for name in _FIGURES), *sorted(row.nothing.items()))


def _twins(first: Sequence[ScoreRow], second: Sequence[ScoreRow]) -> Mapping[int, ScoreRow]:
    """For each row of the first reading the same row of the second: by order, or by a code that is unique in both."""
    if len(first) == len(second):
        return {row.row: twin for row, twin in zip(first, second, strict=True)}
    codes = Counter(row.code for row in (*_once(first), *_once(second)))
    by_code = {row.code: row for row in second if codes[row.code] == 2}
    return {row.row: by_code[row.code] for row in first if row.code in by_code}


def _once(rows: Sequence[ScoreRow]) -> list[ScoreRow]:
    """The rows whose code no other has."""
    counts = Counter(row.code for row in rows)
    return [row for row in rows if counts[row.code] == 1 and row.code]

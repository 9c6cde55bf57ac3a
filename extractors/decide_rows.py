"""The policy of trust for score rows: which of them the tool stands by.

A row is accepted when its reading is clean: every figure an unambiguous number, or a known way to
write none, in a column that its heading names, in a row of the grid that no second reader doubts.
That is what the paper prints, and stays accepted where the paper's own sums do not hold: the
finding says so. But where one other figure in a single row would make every sum of a column hold,
that row is the likeliest slip, of the unit or of the reading, and a person looks at it.
Text that was recognised from a picture is worth less than print: there a row needs the sums for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.recognised import Standing, nowhere
from extractors.records import Candidate, ScoreRow, Status
from extractors.sheets.arithmetic import COLUMNS, Tree, misfits, suspects

ARITHMETIC = "arithmetic"
RECOGNISED = "recognised"

_TOTALS = {"total_max_score": "max_score", "total_self_score": "self_score", "total_block_score": "block_score"}


def decide_rows(
    rows: Sequence[ScoreRow], totals: Sequence[Candidate], recognised: Standing = nowhere
) -> tuple[ScoreRow, ...]:
    """The rows with their status: a printed one as it reads, one that was recognised where the sums prove it."""
    stated = _stated(totals)
    pictured = frozenset(i for i, row in enumerate(rows) if recognised(row.place))
    doubted = suspects(rows, stated) if len(pictured) < len(rows) else frozenset()
    proven = _proven(rows, stated) if pictured else frozenset()
    doubts = dict.fromkeys(pictured - proven, RECOGNISED) | {i: ARITHMETIC for i in doubted if i not in pictured}
    return tuple(_with_status(row, (doubts[i],) if i in doubts else ()) for i, row in enumerate(rows))


def _with_status(row: ScoreRow, doubts: tuple[str, ...]) -> ScoreRow:
    every = (*row.doubts, *doubts)
    return replace(row, doubts=every, status=Status.NEEDS_REVIEW if every else Status.ACCEPTED)


def _stated(totals: Sequence[Candidate]) -> dict[str, Decimal]:
    """The total of each column; none where the paper states two."""
    found: dict[str, set[Decimal]] = {}
    for candidate in totals:
        if candidate.field in _TOTALS and candidate.value is not None:
            found.setdefault(_TOTALS[candidate.field], set()).add(Decimal(str(candidate.value)))
    return {column: values.pop() for column, values in found.items() if len(values) == 1}


def _proven(rows: Sequence[ScoreRow], totals: Mapping[str, Decimal]) -> frozenset[int]:
    """The rows all of whose figures take part in sums that hold, up to the stated total."""
    tree = Tree(rows)
    wrong = {(m.column, m.row) for m in misfits(rows, totals)}
    return frozenset(i for i in range(len(rows)) if all(_holds(tree, i, c, totals, wrong) for c in COLUMNS))


def _holds(
    tree: Tree, index: int, column: str, totals: Mapping[str, Decimal], wrong: set[tuple[str, int | None]]
) -> bool:
    if getattr(tree.rows[index], column) is None:
        return True
    above: int | None = index
    while above is not None:
        above = tree.parents[above]
        if (column, above) in wrong:
            return False
    return column in totals and (column, index) not in wrong

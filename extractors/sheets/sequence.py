"""Whether the rows' numbers run as a paper numbers its rows: a witness for numbers that were recognised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractors.records import ScoreRow

_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "abcdđeghiklmnopqrstuvxy", "aăâbcdđeêghiklmnoôơpqrstuưvxy")
_VALUES = {"I": 1, "V": 5, "X": 10}


def out_of_sequence(rows: Sequence[ScoreRow]) -> list[ScoreRow]:
    """The rows whose number may be misread: repeated, lost, or in a series that does not run on, and all below."""
    repeated = {code for code, count in Counter(row.code for row in rows).items() if count > 1}
    broken = {code for series in _series(rows) if not _all_run_on(series) for code in series}
    astray = _below_lost(rows), _of_another_head(rows)
    return [
        row for row, *doubts in zip(rows, *astray, strict=True) if any(doubts) or _is_below(row.code, repeated | broken)
    ]


def _below_lost(rows: Sequence[ScoreRow]) -> list[bool]:
    """Of each row, whether it or one above it in the tree has no number: what is below would begin with it."""
    found: list[bool] = []
    level: int | None = None
    for row in rows:
        if level is not None and row.level <= level:
            level = None
        if not row.code and level is None:
            level = row.level
        found.append(level is not None)
    return found


def _of_another_head(rows: Sequence[ScoreRow]) -> list[bool]:
    """Of each row, whether its number begins as no row of the part above it does: "II.1" in part III, "11.2" in II.

    "1.1" stands for the first of part I in some papers, but not where others below the parts begin with Roman letters.
    """
    heads = [(row.code.rpartition(".")[0], _above(rows, i)) for i, row in enumerate(rows)]
    below_parts = {bool(_ROMAN.fullmatch(head)) for head, above in heads if head and _ROMAN.fullmatch(above)}
    return [bool(head and above) and not _belongs(head, above, alone=len(below_parts) < 2) for head, above in heads]


def _above(rows: Sequence[ScoreRow], index: int) -> str:
    """The number of the nearest row above that stands higher in the tree; "" for none."""
    level = rows[index].level
    return next((row.code for row in reversed(rows[:index]) if row.level < level), "")


def _belongs(head: str, above: str, *, alone: bool) -> bool:
    if f".{above}".endswith(f".{head}"):
        return True
    in_figures = _ROMAN.fullmatch(above) and head.isdecimal()
    return bool(in_figures) and alone and _roman(above) == int(head)


def _is_below(code: str, doubtful: set[str]) -> bool:
    parts = code.split(".")
    return any(".".join(parts[:n]) in doubtful for n in range(1, len(parts) + 1))


def _series(rows: Sequence[ScoreRow]) -> list[list[str]]:
    """The numbers of the rows that have one parent, in order."""
    series: dict[str | None, list[str]] = {}
    for row in rows:
        if row.code:
            series.setdefault(row.parent, []).append(row.code)
    return list(series.values())


def _all_run_on(codes: Sequence[str]) -> bool:
    """Whether Roman numbers follow one another from I without a gap, letters from a, and others grow from 1."""
    last = [code.rpartition(".")[2] for code in codes]
    if all(_ROMAN.fullmatch(part) for part in last):
        return [_roman(part) for part in last] == list(range(1, len(last) + 1))
    if all(part.isdecimal() for part in last):
        return int(last[0]) == 1 and all(int(a) < int(b) for a, b in pairwise(last))
    letters = "".join(last).lower()
    return any(alphabet.startswith(letters) for alphabet in _ALPHABETS)


def _roman(text: str) -> int:
    values = [_VALUES[c] for c in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))

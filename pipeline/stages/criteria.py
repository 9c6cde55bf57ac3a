"""Which of the block's criteria each row of a paper is: by name, by code, by its place in the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractors.records import Criterion, ScoreRow
from extractors.vietnamese.text import fold

ENOUGH = 90.0
"""Points that make a match: up to 100 for the name, and what code and parent add."""
SAME_CODE = 6.0
SAME_PARENT = 4.0
OTHER_FIGURES = 30.0
"""Taken off where the names hold different figures: `Tiêu chí số 1`, `Tiêu chí số 2`."""
ALIKE = 75.0
"""Names less alike than this never match, whatever the codes say."""

_FIGURES = re.compile(r"[0-9]+")


class Entry(NamedTuple):
    """A row or a criterion, as matching sees it."""

    path: str
    """Its whole number: `i.1.a`."""
    name: str
    parent: str
    """The folded name of the row above it; "" at the top."""
    figures: list[str]
    """Those in the name."""


def criteria_codes(rows: Sequence[ScoreRow], criteria: Sequence[Criterion]) -> tuple[str | None, ...]:
    """For each row the code of its criterion; None where it is none of the block's.

    The best pair goes first, and nothing is matched twice.
    """
    if not rows:
        return ()
    own = _entries([(row.code, row.criterion, row.level) for row in rows])
    block = _entries([(c.code, c.name, c.level) for c in criteria])
    pairs = [(_likeness(a, b), i, j) for i, a in enumerate(own) for j, b in enumerate(block)]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for likeness, i, j in sorted(pairs, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1])):
        if likeness >= ENOUGH and i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return tuple(criteria[found[i]].code if i in found else None for i in range(len(rows)))


def _entries(outline: Sequence[tuple[str, str, int]]) -> list[Entry]:
    """The entries with their whole numbers, told by levels and order."""
    entries: list[Entry] = []
    above: list[tuple[int, Entry, str]] = []
    for code, name, level in outline:
        while above and above[-1][0] >= level:
            above.pop()
        parent = above[-1][1] if above else None
        path = _path(parent.path if parent else "", above[-1][2] if above else "", fold(code))
        folded = fold(name)
        entry = Entry(path, folded, parent.name if parent else "", _FIGURES.findall(folded))
        entries.append(entry)
        above.append((level, entry, fold(code)))
    return entries


def _path(parent_path: str, parent_code: str, code: str) -> str:
    if not code or not parent_path or code.startswith(f"{parent_path}."):
        return code
    own = code[len(parent_code) + 1 :] if parent_code and code.startswith(f"{parent_code}.") else code
    return f"{parent_path}.{own}"


def _likeness(one: Entry, other: Entry) -> float:
    from rapidfuzz.fuzz import ratio

    name = ratio(one.name, other.name, score_cutoff=ALIKE)
    if one.figures != other.figures:
        name -= OTHER_FIGURES
    if name < ALIKE:
        return 0.0
    same_code = one.path == other.path and one.path != ""
    same_parent = ratio(one.parent, other.parent) >= ALIKE if one.parent or other.parent else True
    return name + SAME_CODE * same_code + SAME_PARENT * same_parent

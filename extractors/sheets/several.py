"""Whether a table holds the scores of several units or years: then its rows are not all the paper's own."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.patterns import score_columns as patterns
from extractors.sheets.roles import GIVES, Heading
from extractors.sheets.tree import Node
from extractors.sheets.years import year_in
from extractors.vietnamese.text import fold

Lines = tuple[str, ...]
"""What stands above a column, folded, line by line."""


def scores_several_units(headings: Sequence[Heading], lines: Sequence[Lines]) -> bool:
    """Whether two columns of scores that are told alike are named after two offices."""
    named: dict[str, set[str]] = {}
    for heading in headings:
        if heading.name in GIVES:
            named.setdefault(heading.name, set()).update(filter(patterns.OFFICE.match, lines[heading.column]))
    return any(len(offices) > 1 for offices in named.values())


def repeats_its_criteria(names: Sequence[str], nodes: Sequence[Node]) -> bool:
    """Whether the same rows stand below two groups: each named after an office or a year, or the same group again."""
    below: dict[int, list[str]] = {}
    for name, node in zip(map(fold, names), nodes, strict=True):
        if node.parent is not None:
            below.setdefault(node.parent, []).append(name)
    groups = [(fold(names[parent]), tuple(rows)) for parent, rows in below.items() if len(rows) > 1]
    named = [rows for name, rows in groups if patterns.OFFICE.match(name) or year_in(name)]
    return len(set(groups)) < len(groups) or len(set(named)) < len(named)

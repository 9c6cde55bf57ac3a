"""Letters with a line drawn through them: what a writer takes back and leaves to be seen ("96", struck, "96,5")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from extractors.formats.pdf.characters import Characters
from extractors.formats.pdf.shapes import Grid, Rule

HIGH, LOW = 0.35, 0.72
"""Shares of a letter's height, from its top, between which a line goes through it: below them it is underlined."""
NEAR = 1.0
"""Points by which a line may miss a table's own."""


def struck(characters: Characters, rules: Iterable[Rule], grids: Sequence[Grid]) -> list[int]:
    """By index, the characters that a line crosses which is none of a table's."""
    lines = [rule for rule in rules if not any(_is_of(grid, rule) for grid in grids)]
    if not lines:
        return []
    drawn = [index for index, letter in enumerate(characters.text) if not letter.isspace()]
    boxes = zip(drawn, characters.boxes(drawn), strict=True)
    return [index for index, (x0, y0, x1, y1) in boxes if any(_crosses(rule, x0, y0, x1, y1) for rule in lines)]


def _is_of(grid: Grid, rule: Rule) -> bool:
    near = bisect_left(grid.rows, rule.at - NEAR)
    return near < len(grid.rows) and grid.rows[near] <= rule.at + NEAR


def _crosses(rule: Rule, x0: float, y0: float, x1: float, y1: float) -> bool:
    height = y1 - y0
    through = y0 + HIGH * height <= rule.at <= y0 + LOW * height
    return through and rule.start <= (x0 + x1) / 2 <= rule.end

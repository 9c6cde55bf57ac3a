"""Tables by their drawn lines: which lines meet, and which slots of their grid are one cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.formats.ocr.engine import PixelBox
from extractors.formats.ocr.rules import Rule, Rules

_BORDER = 0.6
"""Share of a slot's side that must be drawn to part it from its neighbour."""


class Slot(NamedTuple):
    """A cell of a grid: where it starts, how many slots it covers, and its box."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: PixelBox


class Grid(NamedTuple):
    """One table: its box, how many columns, and its cells in reading order."""

    box: PixelBox
    rows: int
    columns: int
    slots: tuple[Slot, ...]


def grids_of(rules: Rules, dpi: int) -> list[Grid]:
    """The tables of the page, from top to bottom."""
    near = max(4, dpi // 20)
    grids = [_grid(level, upright, near) for level, upright in _groups(rules, near)]
    return sorted((g for g in grids if g is not None), key=lambda grid: grid.box[1])


def _groups(rules: Rules, near: int) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines that hang together."""
    lines = [(True, rule) for rule in rules.level] + [(False, rule) for rule in rules.upright]
    left = set(range(len(lines)))
    while left:
        group, fresh = set(), {left.pop()}
        while fresh:
            group |= fresh
            fresh = {i for i in left if any(_meet(lines[i], lines[j], near) for j in fresh)}
            left -= fresh
        yield [lines[i][1] for i in group if lines[i][0]], [lines[i][1] for i in group if not lines[i][0]]


def _meet(one: tuple[bool, Rule], other: tuple[bool, Rule], near: int) -> bool:
    if one[0] == other[0]:
        return False
    a, b = one[1], other[1]
    return a.start - near <= b.at <= a.end + near and b.start - near <= a.at <= b.end + near


def _grid(level: Sequence[Rule], upright: Sequence[Rule], near: int) -> Grid | None:
    ys, xs = _edges(level, near), _edges(upright, near)
    if len(ys) < 3 or len(xs) < 3:
        return None
    slots = _slots(xs, ys, level, upright, near)
    if len(slots) < 4:
        return None
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), len(ys) - 1, len(xs) - 1, tuple(slots))


def _edges(rules: Sequence[Rule], near: int) -> list[int]:
    """Where the lines lie, those close together as one."""
    found: list[list[int]] = []
    for at in sorted(rule.at for rule in rules):
        if found and at - found[-1][-1] <= near:
            found[-1].append(at)
        else:
            found.append([at])
    return [round(sum(group) / len(group)) for group in found]


def _slots(
    xs: Sequence[int], ys: Sequence[int], level: Sequence[Rule], upright: Sequence[Rule], near: int
) -> list[Slot]:
    """The cells: slots without a line between them are one."""
    taken: set[tuple[int, int]] = set()
    found = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            wide, high = column + 1, row + 1
            while wide < len(xs) - 1 and not _drawn(upright, xs[wide], ys[row], ys[row + 1], near):
                wide += 1
            while high < len(ys) - 1 and not _drawn(level, ys[high], xs[column], xs[wide], near):
                high += 1
            covered = {(r, c) for r in range(row, high) for c in range(column, wide)} - taken
            wide = max(c for r, c in covered if r == row) + 1
            taken |= {(r, c) for r in range(row, high) for c in range(column, wide)}
            box = (xs[column], ys[row], xs[wide], ys[high])
            found.append(Slot(row, column, high - row, wide - column, box))
    return found


def _drawn(rules: Sequence[Rule], at: int, start: int, end: int, near: int) -> bool:
    """Whether lines at that place cover most of the stretch."""
    covered = sum(max(0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= near)
    return covered >= _BORDER * (end - start)

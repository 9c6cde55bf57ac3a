"""The outline of a score sheet: from printed numbers, bold type and indents to levels, parents and codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from extractors.patterns import scores as patterns


class Item(NamedTuple):
    """What a row shows of its place in the outline."""

    printed: str
    """Its number as printed, "" where it has none."""
    name: str
    bold: bool = False
    indent: float = 0.0
    max_score: Decimal | None = None
    """The witness of the outline: a parent's maximum is the sum of its children's."""


class Node(NamedTuple):
    """A row's place in the outline."""

    code: str
    """As printed without end marks, joined to its ancestors' where that is not unique; "" without a number."""
    level: int
    parent: int | None
    """The index of the row above it in the tree."""


class Number(NamedTuple):
    """A printed number, taken apart."""

    parts: tuple[str, ...]
    """("1", "a") in `1.a)`; empty for a bullet or no number."""
    end: str
    """What follows it, or the bullet: ")" in `a)`."""


Style = Callable[[Item], Hashable]
"""What rows of one level have in common."""

_RANKS = {"upper": 0, "roman": 1}
_ROMAN = re.compile(r"[IVXL]+")


@lru_cache(maxsize=2_000)
def number_of(printed: str) -> Number:
    """The printed number, taken apart: every sheet counts in the same few, and each is asked for several times."""
    match = patterns.CODE.fullmatch(printed.strip())
    if not match or patterns.BULLET.fullmatch(printed.strip()):
        return Number((), printed.strip())
    return Number(tuple(patterns.CODE_PART.findall(match["code"])), match["end"])


def outline(items: Sequence[Item], total: Decimal | None = None) -> list[Node]:
    """The tree that the numbering gives; where it can be read in several ways, the one whose maxima add up best."""
    kinds = _kinds(items)
    styles: list[Style] = [_by_kind(kinds), _by_kind_and_end(kinds), _by_kind_and_type(kinds)]
    trees = [_parents(items, kinds, style) for style in styles]
    if not any(number_of(item.printed).parts for item in items):
        trees.append(_by_sums(items))
    parents = max(trees, key=lambda tree: _fit(items, tree, total))
    return _nodes(items, parents)


def _kinds(items: Sequence[Item]) -> dict[str, str]:
    """The kind of each last part; a lone C or I is a letter or a Roman number by its neighbours."""
    numbers = [number_of(item.printed).parts for item in items]
    lone = [parts[0] for parts in numbers if len(parts) == 1]
    letters = "B" in lone and "A" in lone
    return {part: _kind(part, letters=letters and "II" not in lone) for parts in numbers for part in parts}


def _kind(part: str, *, letters: bool) -> str:
    if part[0].isdigit():
        return "number"
    if part.islower():
        return "letter"
    return "roman" if _ROMAN.fullmatch(part) and not letters else "upper"


def _shape(item: Item, kinds: dict[str, str]) -> tuple[str, ...]:
    return tuple(kinds[part] for part in number_of(item.printed).parts)


def _by_kind(kinds: dict[str, str]) -> Style:
    """The usual style: `I`, `1`, `1.1`, `a`, `-`; without a number, by bold type and indent."""

    def style(item: Item) -> Hashable:
        shape = _shape(item, kinds)
        return shape or (number_of(item.printed).end, item.bold, round(item.indent), item.name.isupper())

    return style


def _by_kind_and_end(kinds: dict[str, str]) -> Style:
    """`1.` and `1` are two levels."""
    return lambda item: (_by_kind(kinds)(item), number_of(item.printed).end)


def _by_kind_and_type(kinds: dict[str, str]) -> Style:
    """A bold `1` and a plain `1` are two levels."""
    return lambda item: (_by_kind(kinds)(item), item.bold)


def _parents(items: Sequence[Item], kinds: dict[str, str], style: Style) -> list[int | None]:
    """Each row's parent: rows of one style are siblings, a new style opens a level below."""
    parents: list[int | None] = []
    open_rows: list[int] = []
    for index, item in enumerate(items):
        depth = _depth(items, open_rows, item, kinds, style)
        del open_rows[depth:]
        parents.append(open_rows[-1] if open_rows else None)
        open_rows.append(index)
    return parents


def _depth(items: Sequence[Item], open_rows: list[int], item: Item, kinds: dict[str, str], style: Style) -> int:
    """How many of the open rows stay open above this one."""
    above = _named_parent(items, open_rows, item)
    if above is not None:
        return above
    wanted = style(item)
    for depth in range(len(open_rows) - 1, -1, -1):
        if style(items[open_rows[depth]]) == wanted:
            return depth
    rank = _rank(item, kinds)
    return next((d for d, row in enumerate(open_rows) if rank < _rank(items[row], kinds)), len(open_rows))


def _named_parent(items: Sequence[Item], open_rows: list[int], item: Item) -> int | None:
    """`1.1` stands below an open `1`, and beside an open `1.2`."""
    parts = number_of(item.printed).parts
    if len(parts) < 2:
        return None
    for depth in range(len(open_rows) - 1, -1, -1):
        other = number_of(items[open_rows[depth]].printed).parts
        if other == parts[:-1]:
            return depth + 1
        if len(other) == len(parts) and other[:-1] == parts[:-1]:
            return depth
    return None


def _rank(item: Item, kinds: dict[str, str]) -> int:
    """Capitals stand above Roman numbers, and both above all else."""
    shape = _shape(item, kinds)
    return _RANKS.get(shape[0], 2) if len(shape) == 1 else 2


def _by_sums(items: Sequence[Item]) -> list[int | None]:
    """A tree for rows without any number: a row is the parent of those below that add up to it."""
    parents: list[int | None] = [None] * len(items)
    index = 0
    while index < len(items):
        end = _sum_end(items, index)
        for child in range(index + 1, end):
            parents[child] = index
        index = end
    return parents


def _sum_end(items: Sequence[Item], index: int) -> int:
    """The row below the children of the row; the next row where it has none."""
    left = items[index].max_score
    if left is None:
        return index + 1
    for end in range(index + 1, len(items)):
        left -= items[end].max_score or Decimal(0)
        if left == 0 and end > index + 1:
            return end + 1
        if left <= 0:
            break
    return index + 1


def _fit(items: Sequence[Item], parents: Sequence[int | None], total: Decimal | None) -> int:
    """How many sums of maxima hold, less those that do not."""
    sums: dict[int | None, Decimal] = {None: Decimal(0)}
    for item, parent in zip(items, parents, strict=True):
        sums[parent] = sums.get(parent, Decimal(0)) + (item.max_score or Decimal(0))
    stated = {i: items[i].max_score if i is not None else total for i in sums}
    return sum(1 if stated[i] == sums[i] else -1 for i in sums if stated[i] is not None)


def _nodes(items: Sequence[Item], parents: Sequence[int | None]) -> list[Node]:
    printed = [".".join(number_of(item.printed).parts) for item in items]
    repeated = {code for code, times in Counter(printed).items() if times > 1}
    paths: list[str] = []
    levels: list[int] = []
    for own, parent in zip(printed, parents, strict=True):
        levels.append(0 if parent is None else levels[parent] + 1)
        paths.append(own if parent is None else _joined(paths[parent], printed[parent], own))
    codes = [path if code in repeated else code for code, path in zip(printed, paths, strict=True)]
    return [
        Node(c if p else "", level, parent) for c, p, level, parent in zip(codes, printed, levels, parents, strict=True)
    ]


def _joined(path: str, parent: str, own: str) -> str:
    """The parent's path and what the row's own number adds to it: `I.1` and `1.1` give `I.1.1`."""
    if not path or not own:
        return path or own
    if parent and own.startswith(f"{parent}."):
        own = own[len(parent) + 1 :]
    return f"{path}.{own}"

"""What adds up in a score sheet and what does not: the strongest witness of its figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from extractors.patterns import scores as patterns
from extractors.records import ScoreRow
from extractors.sheets.cells import BONUS_ROOM
from extractors.vietnamese.text import fold

COLUMNS = ("max_score", "self_score", "block_score", "council_score")
"""The columns that have sums."""

ZERO = Decimal(0)


class Misfit(NamedTuple):
    """A stated figure that is not the sum of what stands below it."""

    column: str
    row: int | None
    """The index of the group's row; None for the sheet's total."""
    stated: Decimal
    added: Decimal


class Tree:
    """The rows with their children, told by their levels and order."""

    def __init__(self, rows: Sequence[ScoreRow], max_total: Decimal | None = None) -> None:
        """`max_total` tells whether bonus points are inside the sheet's maximum or come on top."""
        self.rows = rows
        names = [fold(row.criterion) for row in rows]
        self.penalties = frozenset(i for i, name in enumerate(names) if patterns.PENALTY.search(name))
        self.rewards = frozenset(i for i, name in enumerate(names) if patterns.REWARD.search(name))
        self.parents: list[int | None] = []
        self.children: dict[int | None, list[int]] = {None: []}
        above: list[int] = []
        for index, row in enumerate(rows):
            while above and rows[above[-1]].level >= row.level:
                above.pop()
            parent = above[-1] if above else None
            self.parents.append(parent)
            self.children.setdefault(parent, []).append(index)
            above.append(index)
        if max_total is not None and max_total == self._added(self.children[None], "max_score"):
            self.rewards = frozenset()

    def _added(self, indexes: Iterable[int], column: str) -> Decimal:
        figures = (self.value(i, column) for i in indexes if i not in self.penalties)
        return sum((figure for figure in figures if figure is not None), ZERO)

    def leaves(self) -> list[int]:
        """The rows without children."""
        return [index for index in range(len(self.rows)) if index not in self.children]

    def value(self, index: int, column: str) -> Decimal | None:
        """The figure of the row; of a group that states none, the sum of its rows."""
        stated: Decimal | None = getattr(self.rows[index], column)
        if stated is not None or index not in self.children:
            return stated
        sums = self.sums(index, column)
        return sums[0] if sums else None

    def sums(self, group: int | None, column: str) -> tuple[Decimal, ...]:
        """What the group's rows may add up to, the plain sum first; empty where that cannot be known."""
        return self._sums_of(self.children[group], column)

    def leaf_sums(self, column: str) -> tuple[Decimal, ...]:
        """What the lowest rows that have a figure may add up to."""
        return self._sums_of([leaf for top in self.children[None] for leaf in self._lowest(top, column)], column)

    def _lowest(self, index: int, column: str) -> list[int]:
        below = [leaf for child in self.children.get(index, []) for leaf in self._lowest(child, column)]
        return below if any(getattr(self.rows[i], column) is not None for i in below) else [index]

    def _sums_of(self, indexes: list[int], column: str) -> tuple[Decimal, ...]:
        if any(_unreadable(self.rows[i], column) for i in indexes):
            return ()
        figures = {i: self.value(i, column) for i in indexes}
        known = {i: figure for i, figure in figures.items() if figure is not None}
        if not known:
            return ()
        plain = sum((v for i, v in known.items() if i not in self.penalties), ZERO)
        taken_off = sum((abs(v) for i, v in known.items() if i in self.penalties), ZERO)
        rewards = sum((v for i, v in known.items() if i in self.rewards), ZERO)
        extra = self._beside(indexes) if column == "self_score" else ZERO
        found = [plain - taken_off, plain - rewards - taken_off, plain - taken_off + extra]
        if column == "max_score":
            found += [plain, plain - rewards, max(known.values()) if len(known) > 1 else plain]
        return tuple(dict.fromkeys(found))

    def _beside(self, indexes: list[int]) -> Decimal:
        """What columns of their own add and take off."""
        rows = [self.rows[i] for i in indexes]
        return sum(((row.bonus or ZERO) - abs(row.deduction or ZERO) for row in rows), ZERO)


def misfits(rows: Sequence[ScoreRow], totals: Mapping[str, Decimal]) -> tuple[Misfit, ...]:
    """Every group, and the total, that is not the sum of its rows; `totals` by column.

    A total that fits the rows without children is right even where a group between them is not.
    """
    tree = Tree(rows, totals.get("max_score"))
    found = [m for column in COLUMNS for m in _misfits_of(tree, column, totals.get(column))]
    return tuple(m for m in found if m.row is not None or m.stated not in tree.leaf_sums(m.column))


def _misfits_of(tree: Tree, column: str, total: Decimal | None) -> list[Misfit]:
    stated = {group: getattr(tree.rows[group], column) if group is not None else total for group in tree.children}
    found = []
    for group, figure in stated.items():
        sums = tree.sums(group, column)
        if figure is not None and sums and figure not in sums:
            found.append(Misfit(column, group, figure, sums[0]))
    return found


def suspects(rows: Sequence[ScoreRow], totals: Mapping[str, Decimal]) -> frozenset[int]:
    """The rows, by index, that alone could be wrong: one other figure there, and its column adds up.

    Empty where everything fits, and where several rows could be it: then the misfit is the
    sheet's own and no reading of a single row explains it.
    """
    tree = Tree(rows, totals.get("max_score"))
    alone = set()
    for column in COLUMNS:
        found = {m.row: m.stated - m.added for m in _misfits_of(tree, column, totals.get(column))}
        able = [i for i in range(len(rows)) if found and _mends(tree, i, column, found, totals)]
        if len(able) == 1:
            alone.add(able[0])
    return frozenset(alone)


def _mends(
    tree: Tree, index: int, column: str, found: Mapping[int | None, Decimal], totals: Mapping[str, Decimal]
) -> bool:
    """Whether one other figure in the row would make every sum of the column hold."""
    parent = tree.parents[index]
    touched = {group for group in (index, parent) if _is_checked(tree, group, column, totals)}
    if getattr(tree.rows[index], column) is None or set(found) != touched:
        return False
    changes = {-found[index]} if index in found else set()
    changes |= {found[parent]} if parent in found else set()
    return len(changes) == 1 and _is_possible(tree.rows[index], column, changes.pop())


def _is_possible(row: ScoreRow, column: str, change: Decimal) -> bool:
    """Whether the row's figure, so changed, is one that a sheet can hold: not negative, not far above its maximum."""
    figure = getattr(row, column) + change
    if getattr(row, column) < 0:
        return True
    return bool(figure >= 0 and (column == "max_score" or not row.max_score or figure <= row.max_score * BONUS_ROOM))


def _is_checked(tree: Tree, group: int | None, column: str, totals: Mapping[str, Decimal]) -> bool:
    """Whether the group states a sum that its rows can be held against."""
    if group not in tree.children:
        return False
    stated = getattr(tree.rows[group], column) if group is not None else totals.get(column)
    return stated is not None and bool(tree.sums(group, column))


def _unreadable(row: ScoreRow, column: str) -> bool:
    """Whether the row has something there that could not be read as a number."""
    return getattr(row, column) is None and column not in row.nothing and bool(row.doubts)

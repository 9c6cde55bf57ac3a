"""The rows of a list that grows with the papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

from pipeline.figures import Content

T = TypeVar("T")


class Rows(Sequence[Content], Generic[T]):
    """One row an item, made each time it is looked at: all of them together need not fit in memory."""

    def __init__(self, items: Sequence[T], row: Callable[[int, T], Content]) -> None:
        """`row` is given an item's number, from 1, and the item."""
        self._items, self._row = items, row

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> Content: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Content, ...]: ...
    def __getitem__(self, index: int | slice) -> Content:
        places = range(len(self._items))[index]
        if isinstance(places, int):
            return self._row(places + 1, self._items[places])
        return tuple(self._row(place + 1, self._items[place]) for place in places)

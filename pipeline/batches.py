"""Files as they come: each told of, and taken together to be written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

GROUP = 50
"""Files whose rows are committed together."""
SECONDS = 2
"""After so long what came is committed, few files though they be."""


def told(items: Iterable[T | None], total: int, tell: Callable[[int, int], None]) -> Iterator[T | None]:
    """The items, None where none came; told of each that was taken, and of the total before the first."""
    done = 0
    if total:
        tell(done, total)
    for item in items:
        yield item
        if item is not None:
            done += 1
            tell(done, total)


def as_they_come(items: Iterable[T | None], now: Callable[[], float]) -> Iterator[list[T]]:
    """The items in lists of at most GROUP, or of what came in SECONDS; where they break off, those that came.

    None among them says that no item came for a moment: those before it do not wait for the next.
    """
    group: list[T] = []
    began = now()
    try:
        for item in items:
            if item is not None:
                group.append(item)
            if group and (len(group) == GROUP or now() - began >= SECONDS):
                yield group
                group, began = [], now()
    except (Exception, KeyboardInterrupt):
        if group:
            yield group
        raise
    if group:
        yield group


def groups(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of at most GROUP."""
    rest = iter(items)
    while group := list(islice(rest, GROUP)):
        yield group

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


def told(items: Iterable[T], total: int, tell: Callable[[int, int], None]) -> Iterator[T]:
    """The items; told of each that was taken, and of the total before the first."""
    if total:
        tell(0, total)
    for done, item in enumerate(items, 1):
        yield item
        tell(done, total)


def as_they_come(items: Iterable[T], now: Callable[[], float]) -> Iterator[list[T]]:
    """The items in lists of at most GROUP, or of what came in SECONDS; where they break off, those that came."""
    group: list[T] = []
    began = now()
    try:
        for item in items:
            group.append(item)
            if len(group) == GROUP or now() - began >= SECONDS:
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

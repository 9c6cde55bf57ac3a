"""That a reading goes on: readers tell of each page that is done, and who waits for them may go on waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


def _nobody() -> None:
    """Nobody waits."""


_told: ContextVar[Callable[[], None]] = ContextVar("told", default=_nobody)


def step() -> None:
    """Tells that another page, or another part of the work on a file, is done."""
    _told.get()()


@contextmanager
def told(tell: Callable[[], None]) -> Iterator[None]:
    """Has every step told as long as it lasts."""
    token = _told.set(tell)
    try:
        yield
    finally:
        _told.reset(token)

"""A worker that ended over a file: what is told of the file, and whether it is to blame."""

from __future__ import annotations

import signal
from collections.abc import Callable
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from extractors.records import Limits
from pipeline.edges.confining import SWOLLEN
from pipeline.edges.reading import Job, Said

T = TypeVar("T")

_ASKED = signal.SIGTERM
FROM_OUTSIDE = frozenset({-getattr(signal, "SIGKILL", 9), -_ASKED, _ASKED, 128 + _ASKED})
"""How a worker ends that was ended from outside: by the system, which wanted memory, or by a person."""


def twice(read: Callable[[], T], again: Callable[[], T]) -> T:
    """What was read; where the worker was ended from outside, what is read in its second try."""
    try:
        return read()
    except Exception as error:
        if not from_outside(error):
            raise
    return again()


def from_outside(error: BaseException) -> bool:
    """Whether the worker was ended from outside, which says nothing of the file that it read."""
    return _broken(error) or getattr(error, "exitcode", None) in FROM_OUTSIDE


def _broken(error: BaseException) -> bool:
    """Whether all workers were lost together, which no file does."""
    return isinstance(error, BrokenProcessPool)


def refused(job: Job, error: BaseException, limits: Limits) -> Said:
    """What is told of a file over which its worker ended."""
    return Said(job.file_id, "", None, *_lost(error, limits), passing=_broken(error))


def _lost(error: BaseException, limits: Limits) -> tuple[str, str]:
    """Code and reason where the worker ended over the file: libraries that get no memory abort."""
    if isinstance(error, TookTooLong):
        return "file.too_large", f"{limits.seconds:g} s"
    ended = getattr(error, "exitcode", None)
    if ended == SWOLLEN:
        return "file.too_large", f"{limits.memory_bytes} bytes of memory"
    if ended == -getattr(signal, "SIGALRM", 0):
        return "file.too_large", f"nothing done in {limits.stalled_seconds:g} s"
    if ended == -signal.SIGABRT or isinstance(error, MemoryError):
        return "file.too_large", f"no room in {limits.memory_bytes} bytes of memory"
    if ended is None:
        return "file.unreadable", f"the worker was lost: {type(error).__name__}"
    how = signal.Signals(-ended).name if -ended in set(signal.Signals) else f"exit code {ended}"
    return "file.unreadable", f"the worker was lost: {how}"

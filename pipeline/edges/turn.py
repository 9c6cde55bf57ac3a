"""One at a time: who works in a workspace holds its lock; who comes next waits, and says so."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import Busy
from pipeline.language import _

LOCK = ".thidua.lock"
"""Empty; the lock is the system's and is gone with the process that held it."""

TOLD_AFTER = 1.0
PATIENCE = 3600.0
LOOK = 0.1
"""Seconds: after so many the wait is told, after so many given up; so many between two looks."""

Tell = Callable[[], None]


def unheard() -> None:
    """Tells nobody."""


@contextmanager
def alone(root: Path, told: Tell, patience: float = PATIENCE) -> Iterator[None]:
    """Nobody else works in the workspace meanwhile; `told` is called once the wait is long. Busy after `patience`."""
    with (root / LOCK).open("ab") as file:
        _wait(file, told, patience, root)
        yield


@contextmanager
def undisturbed(root: Path, told: Tell, patience: float = PATIENCE) -> Iterator[None]:
    """The same where this process may write nothing: it waits for who works there, and nobody begins meanwhile."""
    lock = root / LOCK
    if not lock.exists():
        yield  # nobody works there: whoever does has made it
        return
    with lock.open("rb") as file:
        _wait(file, told, patience, root)
        yield


def _wait(file: BinaryIO, told: Tell, patience: float, root: Path) -> None:
    start, silent = time.monotonic(), True
    while not _taken(file):
        waited = time.monotonic() - start
        if waited > patience:
            text = _("Another thidua has been at work in {folder} for a long time. Try again when it has ended.")
            raise Busy(text.format(folder=root))
        if silent and waited > TOLD_AFTER:
            silent = False
            told()
        time.sleep(LOOK)


def _taken(file: BinaryIO) -> bool:
    """Whether the lock is this process's now; a child that outlives its parent does not inherit it."""
    try:
        _lock(file)
    except OSError:
        return False
    return True


if sys.platform == "win32":

    def _lock(file: BinaryIO) -> None:
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: BinaryIO) -> None:
        """A file that may only be read is locked against writers alone: the system allows no more."""
        import fcntl

        kind = fcntl.LOCK_EX if file.writable() else fcntl.LOCK_SH
        fcntl.lockf(file, kind | fcntl.LOCK_NB)

"""A workspace that may only be read, on a disc or for want of rights: SQLite would write beside the store even so."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pipeline.edges import database, turn
from pipeline.errors import Busy
from pipeline.language import _

T = TypeVar("T")

TRIES = 40
PAUSE = 0.25
"""Seconds between two tries to read a store in which somebody writes."""
_LOG = "-wal"
"""What was committed and not yet carried into the store's file."""


@contextmanager
def at_rest(root: Path, told: turn.Tell) -> Iterator[Path]:
    """Where the store can be read while nobody works in the workspace: there, or as a copy that is thrown away."""
    store = root / database.FILE_NAME
    if may_write(root):
        with turn.alone(root, told):
            yield store
        return
    with turn.undisturbed(root, told), tempfile.TemporaryDirectory(prefix="thidua-") as folder:
        yield copied(store, Path(folder) / store.name)


def may_write(root: Path) -> bool:
    """Whether this process may write the workspace's folder and its store."""
    store = root / database.FILE_NAME
    wanted = (root, root / turn.LOCK, store, *(store.with_name(store.name + end) for end in (_LOG, "-shm")))
    return all(os.access(path, os.W_OK) for path in wanted if path.exists())


def copied(store: Path, target: Path) -> Path:
    """The copy of the store: its bytes as they are, damage included. Busy where others do not stop writing it."""
    return at_one_moment(store, lambda: _copied(store, target))


def at_one_moment(store: Path, read: Callable[[], T]) -> T:
    """What is read of the store while nobody writes it, at once or a little later; Busy where somebody always does."""
    for _try in range(TRIES):
        before = _looks(store)
        try:
            found = read()
        except (OSError, sqlite3.Error):
            if _looks(store) == before:
                raise
        else:
            if _looks(store) == before:
                return found
        time.sleep(PAUSE)
    text = _("Another thidua has been at work in {folder} for a long time. Try again when it has ended.")
    raise Busy(text.format(folder=store.parent))


def _looks(store: Path) -> list[tuple[int, int]]:
    """Size and time of the store and its log: the same before and after, nobody wrote meanwhile."""
    found = []
    for file in (store, store.with_name(store.name + _LOG)):
        try:
            stat = file.stat()
        except FileNotFoundError:
            continue
        found.append((stat.st_size, stat.st_mtime_ns))
    return found


def _copied(store: Path, target: Path) -> Path:
    shutil.copyfile(store, target)
    waiting, beside = (path.with_name(path.name + _LOG) for path in (store, target))
    beside.unlink(missing_ok=True)
    if waiting.exists():
        shutil.copyfile(waiting, beside)
    return target

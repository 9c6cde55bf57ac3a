"""A workspace that may only be read, on a disc or for want of rights: SQLite would write beside the store even so."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.edges import database, turn

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
    """The copy of the store: its bytes as they are, damage included."""
    shutil.copyfile(store, target)
    waiting = store.with_name(store.name + _LOG)
    if waiting.exists():
        shutil.copyfile(waiting, target.with_name(target.name + _LOG))
    return target

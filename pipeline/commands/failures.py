"""What the system refused, in plain words: nothing is lost, and the next run goes on."""

from __future__ import annotations

import errno
import os
import sqlite3
from fnmatch import fnmatch
from pathlib import Path

from pipeline.edges.archive import DRAFT
from pipeline.edges.whole import DRAFTS
from pipeline.language import _, mark

DISK_FULL = mark("The disk is full.")
AGAIN = mark("Nothing is lost: mend it and run the same command again.")

_OF_THE_STORE = {
    "SQLITE_FULL": mark("The disk is full on which the workspace lies: make room there."),
    "SQLITE_BUSY": mark("Another program holds the store."),
    "SQLITE_READONLY": mark("The store may not be written."),
    "SQLITE_CANTOPEN": mark("The store cannot be opened."),
    "SQLITE_IOERR": mark("The disk refuses to read or write the store."),
    "SQLITE_CORRUPT": mark("The store is damaged: put a copy of yours in its place."),
    "SQLITE_NOTADB": mark("The store is damaged: put a copy of yours in its place."),
}
"""By the first part of SQLite's name for the error."""

_OF_THE_DISK = {
    errno.ENOSPC: DISK_FULL,
    errno.EACCES: mark("is open in another program, or may not be read or written."),
    errno.EPERM: mark("may not be changed."),
    errno.EROFS: mark("lies on a disk that may only be read."),
    errno.ENOENT: mark("is not there."),
    errno.EISDIR: mark("is a folder; a file is to be written there. Move or rename it."),
    errno.ENOTDIR: mark("is not in a folder: a file stands where the folder should be."),
}
"""By the system's number."""


def told(error: Exception) -> str | None:
    """The message for an error of the disk or the store; None for any other, which is a mistake of the program."""
    if isinstance(error, sqlite3.DatabaseError):
        name = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
        return f"{_(_OF_THE_STORE[name])} {_(AGAIN)} ({error})" if name in _OF_THE_STORE else None
    if not isinstance(error, OSError) or error.errno in (None, errno.EPIPE):
        return None
    reason = _(_OF_THE_DISK[error.errno]) if error.errno in _OF_THE_DISK else f"{error.strerror}."
    place = _place(error)
    return f"{place}: {reason} {_(AGAIN)}" if place else f"{reason} {_(AGAIN)}"


def _place(error: OSError) -> str:
    """What people know of the place: where a draft stands in its way, what it was meant for; else its folder."""
    if not error.filename:
        return ""
    if error.filename2 and _is_draft(Path(os.fsdecode(error.filename))):
        return os.fsdecode(error.filename2)
    path = Path(os.fsdecode(error.filename))
    return str(path.parent if _is_draft(path) else path)


def _is_draft(path: Path) -> bool:
    return path.name.startswith(DRAFT) or fnmatch(path.name, DRAFTS)

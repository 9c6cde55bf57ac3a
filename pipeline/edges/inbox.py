"""The inbox: only ever read. What lies in it, by name, size and time."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path

FOLDER = "inbox"

PASSED_OVER = (
    "~$*", ".~lock.*#", "Thumbs.db", "desktop.ini", ".DS_Store", "*.part", "*.tmp", "*.crdownload", ".*.??????",
)  # fmt: skip
"""Names of lock files, folder settings and partial downloads, the last as rsync has them: listed, never archived."""

_PASSED_OVER = re.compile("|".join(translate(os.path.normcase(pattern)) for pattern in PASSED_OVER))

_BEFORE_ESCAPES = re.compile(r"\\+(?=x[89a-f][0-9a-f]|[\udc80-\udcff])")
"""Python has a byte that is no UTF-8 as one of the surrogates."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file seen in the inbox."""

    name: str
    """Relative to the inbox, forward slashes."""
    at: str
    """Where it lies, as the system has it."""
    bytes: int
    modified_ns: int

    @property
    def path(self) -> Path:
        """Where it lies; a folder of a hundred thousand files is not held as so many paths."""
        return Path(self.at)

    @property
    def passed_over(self) -> bool:
        """Whether its name says that it is no paper."""
        base = self.name.rpartition("/")[2]
        return _PASSED_OVER.match(os.path.normcase(base)) is not None


Closed = Callable[[str, OSError], None]
"""Told of what the system would not open below the inbox, by name: a folder's ends in a slash."""


def _refuse(_name: str, error: OSError) -> None:
    raise error


def scan(inbox: Path, closed: Closed = _refuse) -> list[Found]:
    """Every regular file below the inbox, sorted by name; links are not followed."""
    with os.scandir(inbox) as entries:
        return sorted(_walk(entries, "", closed), key=lambda found: found.name)


def _walk(entries: Iterable[os.DirEntry[str]], prefix: str, closed: Closed) -> Iterator[Found]:
    for entry in entries:
        name = prefix + shown(entry.name)
        try:
            is_folder, found = entry.is_dir(follow_symlinks=False), _seen(entry, name)
        except OSError as error:
            closed(name, error)  # gone since the folder was listed, or on a share that refuses it
            continue
        if is_folder:
            yield from _walk(_entries(entry.path, f"{name}/", closed), f"{name}/", closed)
        elif found:
            yield found


def _seen(entry: os.DirEntry[str], name: str) -> Found | None:
    """The file as it lies there; None for what is no regular file."""
    if not entry.is_file(follow_symlinks=False):
        return None
    stat = entry.stat(follow_symlinks=False)
    return Found(name, entry.path, stat.st_size, stat.st_mtime_ns)


def _entries(folder: str, name: str, closed: Closed) -> list[os.DirEntry[str]]:
    """What lies in the folder; nothing where it may not be opened, which stops no other."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        closed(name, error)
        return []


def shown(name: str) -> str:
    """A file's name as text that can be stored, no two files' the same: bytes that are no UTF-8 as backslash escapes.

    Backslashes of the name itself are doubled where an escape follows them, or what looks like one.
    """
    doubled = _BEFORE_ESCAPES.sub(r"\g<0>\g<0>", name)
    return doubled.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")

"""Files that are still being copied: they wait, and are never taken in half."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.edges.inbox import Found

QUIET = 2.0
"""Seconds for which a file must have been left alone whose kind shows no end."""
LOOK = 0.25
"""Seconds between two looks."""

_LAST = 66_000
"""Bytes: a zip's directory ends within them, whatever its comment."""
_ZIP_END, _ZIP_END_BYTES = b"PK\x05\x06", 22
_IN_USE = (32, 33)
"""What Windows says of a file that another program holds."""


class Waiting(NamedTuple):
    """A file that was left in the inbox, and what the system says of it; "" where it is still being written."""

    name: str
    reason: str = ""


Tell = Callable[[Sequence[str]], None]
"""Told once the names of the files that are waited for."""


class _Watched(NamedTuple):
    found: Found
    quiet_at: float
    """On the monotonic clock: left alone until then, the file is as whole as it will be."""


def settled(files: Sequence[Found], seconds: float, told: Tell) -> Iterator[Found]:
    """Every file that is whole, as it lies there then; a broken one once nobody wrote to it for so many seconds.

    At most so many seconds are waited in all; what is still written to then is left out.
    """
    end = time.monotonic() + seconds + LOOK
    watched = [_watched(found, seconds) for found in files]
    yield from _quiet(watched)
    watched = _restless(watched)
    if watched:
        told([one.found.name for one in watched])
    while watched and time.monotonic() < end:
        time.sleep(LOOK)
        watched = [again for one in watched if (again := _again(one, seconds))]
        yield from _quiet(watched)
        watched = _restless(watched)


def _quiet(watched: Sequence[_Watched]) -> list[Found]:
    return [one.found for one in watched if one.quiet_at <= time.monotonic()]


def _restless(watched: Sequence[_Watched]) -> list[_Watched]:
    return [one for one in watched if one.quiet_at > time.monotonic()]


def _watched(found: Found, seconds: float) -> _Watched:
    """The file and when it is quiet enough: a time in the future, as of another machine's clock, tells nothing."""
    age = max(0.0, (time.time_ns() - found.modified_ns) / 1e9)
    return _Watched(found, time.monotonic() + _needed(found, seconds) - age)


def _again(one: _Watched, seconds: float) -> _Watched | None:
    """The file looked at once more; None where it is gone."""
    try:
        stat = one.found.path.stat()
    except OSError:
        return None
    if (stat.st_size, stat.st_mtime_ns) == (one.found.bytes, one.found.modified_ns):
        return one
    now = replace(one.found, bytes=stat.st_size, modified_ns=stat.st_mtime_ns)
    return _Watched(now, time.monotonic() + _needed(now, seconds))


def _needed(found: Found, seconds: float) -> float:
    """Seconds for which the file must have been left alone before it is taken in."""
    if found.passed_over:
        return 0.0
    try:
        with found.path.open("rb") as data:
            first = data.read(1024)
            data.seek(max(0, found.bytes - _LAST))
            ended = shows_end(first, data.read(_LAST))
    except OSError as error:
        return seconds if getattr(error, "winerror", 0) in _IN_USE else 0.0
    if ended is None:
        return min(QUIET, seconds)
    return 0.0 if ended else seconds


def shows_end(first: bytes, last: bytes) -> bool | None:
    """Whether a file with these first and last bytes is whole by its own form; None where its kind cannot show it."""
    if not first.strip(b"\0"):
        return False  # empty, or room that is kept for what is to come
    if first.startswith(b"PK\x03\x04"):
        return _zip_ends(last)
    if b"%PDF-" in first:
        return b"%%EOF" in last[-1024:]
    if first.startswith(b"\x89PNG"):
        return b"IEND" in last[-12:]
    if first.startswith(b"\xff\xd8\xff"):
        return b"\xff\xd9" in last[-64:]
    return None


def _zip_ends(last: bytes) -> bool:
    """Whether the directory's end is there and, with the comment that it announces, is the file's end."""
    at = last.rfind(_ZIP_END)
    if at < 0 or len(last) < at + _ZIP_END_BYTES:
        return False
    comment = int.from_bytes(last[at + 20 : at + 22], "little")
    return len(last) == at + _ZIP_END_BYTES + comment


def open_elsewhere(files: Sequence[Found]) -> list[str]:
    """The names of the files beside which a lock of Word or LibreOffice lies: what is not saved is not in them."""
    locks = {found.name for found in files if found.passed_over}
    return [found.name for found in files if not found.passed_over and not locks.isdisjoint(_locks_of(found.name))]


def _locks_of(name: str) -> set[str]:
    """The lock files that the programs lay beside a file: Word writes over the first letters of a long name."""
    folder, slash, base = name.rpartition("/")
    word = (base, base[1:], base[2:])
    return {f"{folder}{slash}~${tail}" for tail in word} | {f"{folder}{slash}.~lock.{base}#"}

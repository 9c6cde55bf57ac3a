"""What one file of the inbox brings with it: itself, and all that it holds where it is a mail or an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from extractors.formats import containers, mail
from extractors.formats.detect import media_type
from extractors.media_types import EML
from extractors.records import Limits
from pipeline.edges import archive
from pipeline.edges.confining import confined
from pipeline.edges.inbox import Found
from pipeline.edges.lost import FROM_OUTSIDE, twice
from pipeline.edges.pool import Pool
from pipeline.language import _


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file, in the archive unless it is passed over."""

    found: Found
    sha256: str | None
    container: str = ""
    """The media type of a container that was opened; "" for any other file."""
    note: str = ""
    """Of a mail: sender, time and subject as its header has them. Hints, no proof."""


class Piece(NamedTuple):
    """A file as it came out of a worker: the one that was opened, without its bytes, or one that it holds."""

    name: str
    data: bytes = b""
    container: str = ""
    note: str = ""


Unpack = Callable[[str, Path, Limits], list[Piece]]
"""Opens a container: its name, where its bytes lie -> itself and all that it holds, or itself alone."""


@contextmanager
def confined_unpacking() -> Iterator[Unpack]:
    """Opens containers in a process that can be killed: started with the first of them, gone at the end."""
    pool = Pool(1)
    try:
        yield partial(_unpack, pool)
    finally:
        pool.stop()


def _unpack(pool: Pool, name: str, path: Path, limits: Limits) -> list[Piece]:
    """What the worker found; the container alone where the worker was lost over it: the readers say why."""
    from pebble import ProcessExpired

    def once() -> list[Piece]:
        return pool.do(unpacked, (name, path, limits), limits.seconds)

    try:
        return twice(once, once)
    except BrokenProcessPool:
        raise archive.CannotRead(_("its reader was ended from outside")) from None
    except ProcessExpired as error:
        if error.exitcode in FROM_OUTSIDE:
            raise archive.CannotRead(_("its reader was ended from outside")) from None
        return [Piece(name)]
    except (TookTooLong, MemoryError):
        return [Piece(name)]


def unpacked(name: str, path: Path, limits: Limits) -> list[Piece]:
    """Opens a container in this process, which ends where it takes more than it may."""
    with confined(limits):
        data = path.read_bytes()
        try:
            outer, *inner = containers.unpacked(name, data, limits)
            return [Piece(name, b"", *_opened(outer)), *(Piece(one.name, one.data, *_opened(one)) for one in inner)]
        except Exception:
            return [Piece(name)]  # the readers meet it too, and tell of it


def arrivals(found: Found, folder: Path, limits: Limits, unpack: Unpack) -> list[Arrival]:
    """The file and what it holds, each kept in the archive; what cannot be opened is left to the readers.

    CannotRead where the file itself cannot be read, or is written to meanwhile.
    """
    if found.passed_over:
        return [Arrival(found, None)]
    sha256 = archive.keep(found.path, folder, (found.bytes, found.modified_ns))
    kept = archive.path_of(folder, sha256)
    if found.bytes > limits.file_bytes or not _may_be_container(kept):
        return [Arrival(found, sha256)]
    outer, *inner = unpack(found.name, kept, limits)
    return [Arrival(found, sha256, outer.container, outer.note), *(_inner(found, one, folder) for one in inner)]


def _may_be_container(path: Path) -> bool:
    with path.open("rb") as data:
        return containers.may_be(data.read(containers.HEAD_BYTES))


def _inner(outer: Found, piece: Piece, folder: Path) -> Arrival:
    found = Found(piece.name, outer.at, len(piece.data), outer.modified_ns)
    if found.passed_over:
        return Arrival(found, None)
    return Arrival(found, archive.keep_bytes(piece.data, folder), piece.container, piece.note)


def _opened(held: containers.Held) -> tuple[str, str]:
    """The media type and the note of a container that was opened."""
    if not held.is_container or held.error:
        return "", ""
    kind = media_type(held.data)
    if kind != EML:
        return kind, ""
    said = mail.arrival(held.data)
    return kind, " | ".join(text for text in (said.sender, said.sent_at, said.subject) if text)

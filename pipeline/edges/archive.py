"""The archive: every received file, byte for byte, under its SHA-256; written once, never changed."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pipeline.language import _

FOLDER = "archive"
DRAFT = ".incoming-"
"""What a file's name begins with until the file is whole."""
SPARE = 5_000_000
"""Bytes that stay free on the disk: the store has to write down what came."""
_FULL = (errno.ENOSPC, errno.EDQUOT)
_MB = 1_000_000
_CHUNK = 1 << 20
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""A link that took the file's place since it was seen may lead out of the inbox."""
_BINARY = getattr(os, "O_BINARY", 0)

Stat = tuple[int, int]
"""A file's size in bytes and time in nanoseconds."""


class CannotRead(Exception):
    """The source cannot be read, or changes while it is read: nothing was kept of it."""


class NoRoom(CannotRead):
    """The source does not fit on the archive's disk: nothing was kept of it."""

    def __init__(self, archive: Path, size: int) -> None:
        text = _("it needs {size} MB; {room} MB are free on the disk of {folder}")
        room = shutil.disk_usage(archive).free
        super().__init__(text.format(size=-(-size // _MB), room=room // _MB, folder=archive))


def keep(source: Path, archive: Path, seen: Stat | None = None) -> str:
    """Copies the file into the archive and returns its SHA-256 in hex; durable when it returns.

    NoRoom where it does not fit there; CannotRead where the file cannot be read, or is another than the one `seen`
    when all of it is copied.
    """
    try:
        data = _opened(source)
    except OSError as error:
        raise CannotRead(error.strerror) from None
    with data:
        return _keep(data, os.fstat(data.fileno()).st_size, archive, seen)


def _opened(source: Path) -> BinaryIO:
    descriptor = os.open(source, os.O_RDONLY | _NO_LINK | _BINARY)
    try:
        return os.fdopen(descriptor, "rb")
    except OSError:
        os.close(descriptor)
        raise


def keep_bytes(data: bytes, archive: Path) -> str:
    """Writes the bytes into the archive and returns their SHA-256 in hex; durable when it returns.

    NoRoom where they do not fit there.
    """
    return _keep(io.BytesIO(data), len(data), archive, None)


def _keep(data: BinaryIO, size: int, archive: Path, seen: Stat | None) -> str:
    """Asks first: what would fill the disk in vain leaves no room to anybody else meanwhile."""
    _make(archive)
    if size + SPARE > shutil.disk_usage(archive).free:
        raise NoRoom(archive, size)
    try:
        return _copied(data, archive, seen)
    except OSError as error:
        if error.errno in _FULL:
            raise NoRoom(archive, size) from None
        raise


def _copied(data: BinaryIO, archive: Path, seen: Stat | None) -> str:
    digest = hashlib.sha256()
    descriptor, name = tempfile.mkstemp(prefix=DRAFT, dir=archive)
    copy = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as out:
            for chunk in _chunks(data):
                digest.update(chunk)
                out.write(chunk)
            _want_unchanged(data, seen)
            out.flush()
            os.fsync(out.fileno())
        _settle(copy, path_of(archive, digest.hexdigest()))
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return digest.hexdigest()


def _chunks(data: BinaryIO) -> Iterator[bytes]:
    while True:
        try:
            chunk = data.read(_CHUNK)
        except OSError as error:
            raise CannotRead(error.strerror) from None
        if not chunk:
            return
        yield chunk


def _want_unchanged(data: BinaryIO, seen: Stat | None) -> None:
    """Refuses a file that was written to since it was seen: what was copied may be half of it."""
    if seen is None:
        return
    stat = os.fstat(data.fileno())
    if (stat.st_size, stat.st_mtime_ns) != seen:
        raise CannotRead("")


def _settle(copy: Path, target: Path) -> None:
    if _holds(target):
        copy.unlink()
        sync_folder(target.parent)  # whoever put it there may have been killed before that
        return
    _make(target.parent)
    copy.chmod(0o444)
    copy.replace(target)
    sync_folder(target.parent)


def _holds(target: Path) -> bool:
    """Whether the very bytes lie there, and not what somebody made of them."""
    try:
        return not target.is_symlink() and digest_of(target) == target.name
    except OSError:
        return False


def _make(folder: Path) -> None:
    """Makes the folder, durably."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Makes durable what was made or renamed in the folder; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(archive: Path) -> None:
    """Takes away what a process that was killed left unfinished; only while nobody else works in the workspace."""
    for draft in archive.glob(f"{DRAFT}*"):
        draft.unlink()


def path_of(archive: Path, sha256: str) -> Path:
    """Where the bytes with that SHA-256 lie."""
    return archive / sha256[:2] / sha256


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()

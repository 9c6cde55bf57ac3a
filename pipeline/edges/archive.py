"""The archive: every received file, byte for byte, under its SHA-256; written once, never changed."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from pathlib import Path
from typing import BinaryIO

FOLDER = "archive"
_CHUNK = 1 << 20


def keep(source: Path, archive: Path) -> str:
    """Copies the file into the archive and returns its SHA-256 in hex; durable when it returns."""
    with source.open("rb") as data:
        return _keep(data, archive)


def keep_bytes(data: bytes, archive: Path) -> str:
    """Writes the bytes into the archive and returns their SHA-256 in hex; durable when it returns."""
    return _keep(io.BytesIO(data), archive)


def _keep(data: BinaryIO, archive: Path) -> str:
    archive.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    descriptor, name = tempfile.mkstemp(prefix=".incoming-", dir=archive)
    copy = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as out:
            while chunk := data.read(_CHUNK):
                digest.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        _settle(copy, path_of(archive, digest.hexdigest()))
    finally:
        copy.unlink(missing_ok=True)
    return digest.hexdigest()


def _settle(copy: Path, target: Path) -> None:
    if target.exists():
        return
    target.parent.mkdir(exist_ok=True)
    copy.chmod(0o444)
    copy.replace(target)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the rename durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def path_of(archive: Path, sha256: str) -> Path:
    """Where the bytes with that SHA-256 lie."""
    return archive / sha256[:2] / sha256


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()

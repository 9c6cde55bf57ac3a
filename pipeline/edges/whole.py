"""Files that are put in place whole: whoever is killed while writing one leaves what was there before."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.edges.archive import sync_folder
from pipeline.errors import FileInUse
from pipeline.language import _

DRAFTS = ".*.writing"
"""What drafts are called; one that was left by a process that was killed is good for nothing."""


def write_whole(path: Path, data: bytes) -> None:
    """Puts the file in place whole, or leaves what was there; FileInUse where another program holds it."""
    with whole(path) as draft:
        draft.write_bytes(data)


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write what takes the path's place in the end; nothing does where that breaks off."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.writing")
    try:
        draft.unlink(missing_ok=True)
        yield draft
        _make_durable(draft)
        draft.replace(path)
        sync_folder(path.parent)
    except PermissionError:
        _discard(draft)
        raise FileInUse(_("{file} is open in another program. Close it and run again.").format(file=path)) from None
    except BaseException:
        _discard(draft)
        raise


def _make_durable(draft: Path) -> None:
    with draft.open("rb+") as written:
        os.fsync(written.fileno())


def _discard(draft: Path) -> None:
    with suppress(OSError):
        draft.unlink()

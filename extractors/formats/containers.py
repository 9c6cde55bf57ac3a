"""Files that hold files: what each holds, bounded in depth, count and size. Nothing is written anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, count
from typing import NamedTuple
from zipfile import ZipInfo

from extractors.errors import ExtractionError, TooLarge, Unsupported
from extractors.formats import mail
from extractors.formats.archive import Archive
from extractors.formats.detect import begins_as, media_type
from extractors.media_types import EML, ZIP
from extractors.records import Limits

MAX_DEPTH = 4
MAX_CHILDREN = 500

Opener = Callable[[bytes, Limits], Iterator[tuple[str, bytes]]]
"""Bytes of a container -> name and bytes of each file in it."""


class Held(NamedTuple):
    """A file out of a container, or a container itself."""

    name: str
    """Its path with those of its containers: "mail.eml/attachment.docx"."""
    data: bytes
    is_container: bool = False
    error: ExtractionError | None = None
    """Why a container could not be opened."""


def _zipped(data: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    archive = Archive(data, limits)
    if {"[Content_Types].xml", "mimetype"} & {entry.filename for entry in archive.entries}:
        raise Unsupported("an office file of an unknown kind")
    for entry in archive.entries:
        if _is_file(entry):
            yield _safe(_decoded(entry.filename)), archive.content(entry)


def _is_file(entry: ZipInfo) -> bool:
    """Whether the entry is neither an empty folder nor what a Mac notes of a file ("__MACOSX/._a.docx")."""
    if entry.filename.startswith("__MACOSX/") and entry.filename.rpartition("/")[2].startswith("._"):
        return False
    return entry.file_size > 0 or not entry.is_dir()


def _mailed(data: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    left = limits.inflated_bytes
    for name, content in mail.attachments(data):
        left -= len(content)
        if left < 0:
            raise TooLarge("more bytes attached than allowed")
        yield _safe(name), content


CONTAINERS: dict[str, Opener] = {ZIP: _zipped, EML: _mailed}


HEAD_BYTES = 65_536
"""So much of a file's beginning tells whether it may be a container."""


def may_be(head: bytes) -> bool:
    """Whether a file that begins so can be a container; a paper as Word writes it, a PDF or a picture cannot."""
    return begins_as(head) in CONTAINERS


def unpacked(name: str, data: bytes, limits: Limits) -> list[Held]:
    """The file itself and, where it is a container, all that it holds, outermost first."""
    return _unpacked(name, data, limits, MAX_DEPTH)


def _unpacked(name: str, data: bytes, limits: Limits, depth: int) -> list[Held]:
    opener = CONTAINERS.get(media_type(data))
    if opener is None:
        return [Held(name, data)]
    try:
        if not depth:
            raise TooLarge(f"containers in containers, more than {MAX_DEPTH} deep")
        held = [Held(name, data, is_container=True)]
        for child_name, child in opener(data, limits):
            held += _unpacked(f"{name}/{child_name}", child, limits, depth - 1)
            _bound(held, limits)
    except ExtractionError as error:
        return [Held(name, data, is_container=True, error=error)]
    return _under_names_of_their_own(held)


def _bound(held: list[Held], limits: Limits) -> None:
    if len(held) > MAX_CHILDREN:
        raise TooLarge(f"more than {MAX_CHILDREN} files in a container")
    if sum(len(one.data) for one in held) > limits.inflated_bytes:
        raise TooLarge("more bytes in a container than allowed")


def _under_names_of_their_own(held: list[Held]) -> list[Held]:
    """The files with a number where two in one container have the same name."""
    taken: set[str] = set()
    named = []
    for one in held:
        numbered = (f"{one.name} ({number})" for number in count(2))
        name = next(name for name in chain([one.name], numbered) if name not in taken)
        taken.add(name)
        named.append(one._replace(name=name))
    return named


def _decoded(name: str) -> str:
    """The name of a zip's entry: programs that do not say which letters they use mean UTF-8."""
    try:
        return name.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return name


def _safe(name: str) -> str:
    """The name as a path below its container: no drive, no root, no way up."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    return "/".join(part.replace(":", "_") for part in parts) or "_"

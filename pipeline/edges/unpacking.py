"""What one file of the inbox brings with it: itself, and all that it holds where it is a mail or an archive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extractors.formats import containers, mail
from extractors.formats.detect import media_type
from extractors.media_types import EML
from extractors.records import Limits
from pipeline.edges import archive
from pipeline.edges.inbox import Found


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file, in the archive unless it is passed over."""

    found: Found
    sha256: str | None
    container: str = ""
    """The media type of a container that was opened; "" for any other file."""
    note: str = ""
    """Of a mail: sender, time and subject as its header has them. Hints, no proof."""


def arrivals(found: Found, folder: Path, limits: Limits) -> list[Arrival]:
    """The file and what it holds, each kept in the archive; what cannot be opened is left to the readers.

    CannotRead where the file itself cannot be read, or is written to meanwhile.
    """
    if found.passed_over:
        return [Arrival(found, None)]
    sha256 = archive.keep(found.path, folder, (found.bytes, found.modified_ns))
    if found.bytes > limits.file_bytes:
        return [Arrival(found, sha256)]
    held = containers.unpacked(found.name, archive.path_of(folder, sha256).read_bytes(), limits)
    return [_outer(found, sha256, held[0]), *(_inner(found, one, folder) for one in held[1:])]


def _outer(found: Found, sha256: str, held: containers.Held) -> Arrival:
    return Arrival(found, sha256, *_opened(held))


def _inner(outer: Found, held: containers.Held, folder: Path) -> Arrival:
    found = Found(held.name, outer.path, len(held.data), outer.modified_ns)
    if found.passed_over:
        return Arrival(found, None)
    return Arrival(found, archive.keep_bytes(held.data, folder), *_opened(held))


def _opened(held: containers.Held) -> tuple[str, str]:
    """The media type and the note of a container that was opened."""
    if not held.is_container or held.error:
        return "", ""
    kind = media_type(held.data)
    if kind != EML:
        return kind, ""
    said = mail.arrival(held.data)
    return kind, " | ".join(text for text in (said.sender, said.sent_at, said.subject) if text)

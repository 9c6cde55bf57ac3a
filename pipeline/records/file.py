"""What the store knows of a received file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extractors.records import Extraction


class FileState(StrEnum):
    """What became of a received file."""

    RECEIVED = "received"
    READ = "read"
    QUARANTINED = "quarantined"
    DUPLICATE = "duplicate"
    CONTAINER = "container"
    PASSED_OVER = "passed_over"


@dataclass(frozen=True, slots=True)
class InboxFile:
    """A file as it lay in the inbox and what the store knows of it."""

    file_id: int
    file_name: str
    """Relative to the inbox, with forward slashes: "email/stp/345.pdf"."""
    sha256: str
    bytes: int
    media_type: str
    received_at: str
    """ISO 8601 with offset."""
    state: FileState
    reason: str = ""
    """A finding's code, "" where there is nothing to say."""
    detail: str = ""
    """What the reader said of it."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read, with all that it says."""

    file: InboxFile
    extraction: Extraction

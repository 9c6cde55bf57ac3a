"""One file is read in this process: what it says, or a finding's code and the reason."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from extractors import progress
from extractors.records import Limits, UnitName
from pipeline.edges.confining import confined

Roster = tuple[UnitName, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be read."""

    file_id: int
    path: Path
    sha256: str = ""
    """What its bytes were when they came; "" where that is not known."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came back: the extraction as JSON, or a finding's code and the reason."""

    file_id: int
    media_type: str
    extraction: bytes | None
    code: str = ""
    reason: str = ""
    passing: bool = False
    """Whether the archived file could not be had: that says nothing of the file, and the next run tries again."""


def read_confined(job: Job, limits: Limits, roster: Roster) -> Said:
    """Reads one file in this process, which ends where the file takes more than it may."""
    with confined(limits):
        return read_one(job, limits, roster)


def read_sent(job: Job, data: bytes, limits: Limits, roster: Roster) -> Said:
    """Reads a file's bytes in this process, which ends where they take more than they may."""
    with confined(limits):
        return _read_bytes(job.file_id, data, limits, roster)


def read_one(job: Job, limits: Limits, roster: Roster) -> Said:
    """Reads one file in this process."""
    data = fetched(job, limits)
    return data if isinstance(data, Said) else _read_bytes(job.file_id, data, limits, roster)


def fetched(job: Job, limits: Limits) -> bytes | Said:
    """The file's bytes; what is told of it where there are too many, or they cannot be had."""
    try:
        size = job.path.stat().st_size
        if size > limits.file_bytes:
            return Said(job.file_id, "", None, "file.too_large", f"{size} bytes")
        data = job.path.read_bytes()
    except OSError as error:
        return Said(job.file_id, "", None, "file.unreadable", error.strerror or type(error).__name__, passing=True)
    if job.sha256 and hashlib.sha256(data).hexdigest() != job.sha256:
        return Said(job.file_id, "", None, "file.unreadable", "the archived copy was changed", passing=True)
    return data


def _wanted_memory(error: BaseException | None) -> bool:
    """Whether the error, or one from which it came, says that there was no memory."""
    while error is not None and not isinstance(error, MemoryError):
        error = error.__cause__ or error.__context__
    return error is not None


def _read_bytes(file_id: int, data: bytes, limits: Limits, roster: Roster) -> Said:
    """Reads a file's bytes in this process."""
    from extractors.errors import ExtractionError, TooLarge
    from extractors.extraction import extract, read_as
    from extractors.formats.detect import media_type
    from pipeline.edges.codec import dump_extraction

    kind = ""
    try:
        kind = media_type(data)
        document = read_as(kind, data, limits)
        progress.step()
        extraction = dump_extraction(extract(document, roster))
        if len(extraction) > limits.output_bytes:
            raise TooLarge(f"{len(extraction)} bytes of facts and text")
        return Said(file_id, kind, extraction)
    except ExtractionError as error:
        code = TooLarge.code if _wanted_memory(error) else error.code
        return Said(file_id, kind, None, code, str(error))
    except RecursionError:
        return Said(file_id, kind, None, TooLarge.code, "nested too deep")
    except MemoryError:
        return Said(file_id, kind, None, TooLarge.code, f"no room in {limits.memory_bytes} bytes of memory")
    except Exception as error:
        return Said(file_id, kind, None, ExtractionError.code, f"a mistake of the program: {error!r}")

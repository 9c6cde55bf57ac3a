"""Files are read in processes that can be killed: a bad file takes its worker with it, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from pathlib import Path

from extractors.records import Limits, UnitName


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be read."""

    file_id: int
    path: Path


@dataclass(frozen=True, slots=True)
class Said:
    """What came back: the extraction as JSON, or a finding's code and the reason."""

    file_id: int
    media_type: str
    extraction: bytes | None
    code: str = ""
    reason: str = ""


def read_all(jobs: Iterable[Job], limits: Limits, roster: tuple[UnitName, ...], processes: int) -> Iterator[Said]:
    """What each file says, in the order of the jobs."""
    from pebble import ProcessExpired, ProcessPool

    jobs = list(jobs)
    with ProcessPool(max_workers=max(1, min(processes, len(jobs))), initializer=_confine, initargs=(limits,)) as pool:
        futures = [pool.schedule(read_one, args=(job, limits, roster), timeout=limits.seconds) for job in jobs]
        for job, future in zip(jobs, futures, strict=True):
            try:
                yield future.result()
            except TookTooLong:
                yield Said(job.file_id, "", None, "file.too_large", f"{limits.seconds:g} s")
            except (ProcessExpired, MemoryError) as error:
                yield Said(job.file_id, "", None, "file.unreadable", type(error).__name__)


def read_one(job: Job, limits: Limits, roster: tuple[UnitName, ...]) -> Said:
    """Reads one file in this process."""
    from extractors.errors import ExtractionError, TooLarge
    from extractors.extract import extract, read
    from extractors.formats.detect import media_type
    from pipeline.edges.codec import dump_extraction

    kind = ""
    try:
        if job.path.stat().st_size > limits.file_bytes:
            raise TooLarge(f"{job.path.stat().st_size} bytes")
        data = job.path.read_bytes()
        kind = media_type(data)
        return Said(job.file_id, kind, dump_extraction(extract(read(data, limits), roster)))
    except ExtractionError as error:
        return Said(job.file_id, kind, None, error.code, str(error))
    except (RecursionError, MemoryError) as error:
        return Said(job.file_id, kind, None, TooLarge.code, type(error).__name__)
    except Exception as error:  # noqa: BLE001 -- a fault of ours must cost this file, never the run
        return Said(job.file_id, kind, None, ExtractionError.code, f"{type(error).__name__}: {error}")


def _confine(limits: Limits) -> None:
    """Caps the worker's memory where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))

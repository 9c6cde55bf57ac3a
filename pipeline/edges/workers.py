"""Files are read in processes that can be killed: a bad file takes its worker with it, nothing else."""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TookTooLong
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from extractors import progress
from extractors.records import Limits, UnitName
from pipeline.edges.confining import SWOLLEN, confined

if TYPE_CHECKING:
    from pebble import ProcessPool

T = TypeVar("T")

AHEAD = 1_000
"""So many files may be read before the first of them is written: memory does not grow with the inbox."""

MANY = 20
"""Files of which some will surely need spaCy, which takes longer to load than most take to read."""

SHARE = 4
"""Files that a worker reads for one message, where each takes a few milliseconds."""
QUICK_BYTES = 250_000
_ZIP = b"PK\x03\x04"

Roster = tuple[UnitName, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be read."""

    file_id: int
    path: Path


Share = tuple[Job, ...]
"""Files that are read together."""


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


Reader = Callable[[Iterable[Job], Limits, Roster], Iterator[Said]]
"""Reads files somewhere and gives what each says, in the order of the jobs."""


@contextmanager
def local(processes: int) -> Iterator[Reader]:
    """Reads in this machine's processes: started with the first file, kept for all that follow, gone at the end."""
    from pebble import ProcessPool

    pool = ProcessPool(max_workers=processes)
    try:
        yield partial(_read_all, pool)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _read_all(pool: ProcessPool, jobs: Iterable[Job], limits: Limits, roster: Roster) -> Iterator[Said]:
    due = list(jobs)
    if len(due) >= MANY and multiprocessing.get_start_method() == "fork":
        _load()
    submit = partial(_submit, pool, pickle.dumps((limits, roster)), limits.seconds)
    for share, future in _started(shares(due), submit, AHEAD):
        yield from _outcomes(share, future, submit, limits)


def shares(jobs: Iterable[Job]) -> Iterator[Share]:
    """The files in their order: small Office files some at a time, any other, which may be a scan, alone."""
    for quick, group in groupby(jobs, _is_quick):
        while share := tuple(islice(group, SHARE if quick else 1)):
            yield share


def _is_quick(job: Job) -> bool:
    try:
        with job.path.open("rb") as data:
            return data.read(len(_ZIP)) == _ZIP and job.path.stat().st_size <= QUICK_BYTES
    except OSError:
        return False


def _load() -> None:
    """Loads here, once, what each worker would load for itself: workers that are forked have it then.

    Frozen, it is not gone through for garbage, which would copy it into each of them.
    """
    from extractors import extraction  # noqa: F401
    from extractors.fields.prose import pipeline

    pipeline()
    gc.freeze()


def _submit(pool: ProcessPool, terms: bytes, seconds: float, share: Share) -> Future[list[Said]]:
    future: Future[list[Said]] = pool.schedule(_read_on_terms, args=(share, terms), timeout=seconds)
    return future


def _read_on_terms(share: Share, terms: bytes) -> list[Said]:
    return [read_confined(job, *_terms(terms)) for job in share]


@lru_cache(maxsize=8)
def _terms(packed: bytes) -> tuple[Limits, Roster]:
    """Limits and names, packed once for all files: to send them with each costs 0.1 ms a file."""
    limits, roster = pickle.loads(packed)  # noqa: S301 -- from the process that started this one
    return limits, roster


def in_order(
    jobs: Iterable[Job], submit: Callable[[Job], Future[Said]], limits: Limits, ahead: int = AHEAD
) -> Iterator[Said]:
    """What each file says, in the order of the jobs; never more than `ahead` of them are under way."""
    for (job,), future in _started(((job,) for job in jobs), lambda share: submit(share[0]), ahead):
        yield _outcome(job, future, limits)


def _started(
    due: Iterable[Share], submit: Callable[[Share], Future[T]], ahead: int
) -> Iterator[tuple[Share, Future[T]]]:
    """Each share and what will come of it, in their order; never more than `ahead` files are under way."""
    waiting: deque[tuple[Share, Future[T]]] = deque()
    files = 0
    for share in due:
        waiting.append((share, submit(share)))
        files += len(share)
        while files >= ahead:
            files -= len(waiting[0][0])
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()


def _outcomes(
    share: Share, future: Future[list[Said]], submit: Callable[[Share], Future[list[Said]]], limits: Limits
) -> list[Said]:
    """What the files of a share say; where the worker was lost over one, each of them is read again, alone."""
    try:
        return future.result()
    except Exception as error:
        if len(share) == 1:
            return [_refused(share[0], error, limits)]
    alone = [((job,), submit((job,))) for job in share]
    return [said for one, again in alone for said in _outcomes(one, again, submit, limits)]


def _outcome(job: Job, future: Future[Said], limits: Limits) -> Said:
    """What the file says; a worker that was lost over it costs this file alone."""
    try:
        return future.result()
    except Exception as error:
        return _refused(job, error, limits)


def _refused(job: Job, error: Exception, limits: Limits) -> Said:
    return Said(job.file_id, "", None, *_lost(error, limits))


def _lost(error: Exception, limits: Limits) -> tuple[str, str]:
    """Code and reason where the worker ended over the file: libraries that get no memory abort."""
    if isinstance(error, TookTooLong):
        return "file.too_large", f"{limits.seconds:g} s"
    ended = getattr(error, "exitcode", None)
    if ended == SWOLLEN:
        return "file.too_large", f"{limits.memory_bytes} bytes of memory"
    if ended == -getattr(signal, "SIGALRM", 0):
        return "file.too_large", f"nothing done in {limits.stalled_seconds:g} s"
    if ended == -signal.SIGABRT or isinstance(error, MemoryError):
        return "file.too_large", f"no room in {limits.memory_bytes} bytes of memory"
    if ended is None:
        return "file.unreadable", type(error).__name__
    how = signal.Signals(-ended).name if -ended in set(signal.Signals) else f"exit code {ended}"
    return "file.unreadable", f"the worker was lost: {how}"


def read_confined(job: Job, limits: Limits, roster: Roster) -> Said:
    """Reads one file in this process, which ends where the file takes more than it may."""
    with confined(limits):
        return read_one(job, limits, roster)


def read_sent(job: Job, data: bytes, limits: Limits, roster: Roster) -> Said:
    """Reads a file's bytes in this process, which ends where they take more than they may."""
    if len(data) > limits.file_bytes:
        return Said(job.file_id, "", None, "file.too_large", f"{len(data)} bytes")
    with confined(limits):
        return _read_bytes(job.file_id, data, limits, roster)


def read_one(job: Job, limits: Limits, roster: Roster) -> Said:
    """Reads one file in this process."""
    try:
        size = job.path.stat().st_size
        data = job.path.read_bytes() if size <= limits.file_bytes else b""
    except OSError as error:
        reason = f"{type(error).__name__}: {error.strerror}"
        return Said(job.file_id, "", None, "file.unreadable", reason, passing=True)
    if size > limits.file_bytes:
        return Said(job.file_id, "", None, "file.too_large", f"{size} bytes")
    return _read_bytes(job.file_id, data, limits, roster)


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
    except (RecursionError, MemoryError) as error:
        return Said(file_id, kind, None, TooLarge.code, type(error).__name__)
    except Exception as error:
        return Said(file_id, kind, None, ExtractionError.code, f"{type(error).__name__}: {error}")

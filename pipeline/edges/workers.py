"""Files are read in processes that can be killed: a bad file takes its worker with it, nothing else."""

from __future__ import annotations

import gc
import multiprocessing
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import chain, groupby, islice
from typing import TypeVar

from extractors.records import Limits
from pipeline.edges.lost import refused, twice
from pipeline.edges.pool import Pool
from pipeline.edges.reading import Job, Roster, Said, read_confined

T = TypeVar("T")

AHEAD = 1_000
"""So many files may be read before the first of them is written: memory does not grow with the inbox."""

MANY = 20
"""Files of which some will surely need spaCy, which takes longer to load than most take to read."""

SHARE = 4
"""Files that a worker reads for one message, where each takes a few milliseconds."""
QUICK_BYTES = 250_000
_ZIP = b"PK\x03\x04"

Share = tuple[Job, ...]
"""Files that are read together."""
Result = Callable[[], list[Said]]
"""Waits for what the files of a share say."""

Reader = Callable[[Iterable[Job], Limits, Roster], Iterator[Said]]
"""Reads files somewhere and gives what each says, in the order of the jobs; begins before anybody asks."""


@contextmanager
def local(processes: int) -> Iterator[Reader]:
    """Reads in this machine's processes: started with the first file, kept for all that follow, gone at the end."""
    pool = Pool(processes)
    try:
        yield partial(_read_all, pool)
    finally:
        pool.stop()


def _read_all(pool: Pool, jobs: Iterable[Job], limits: Limits, roster: Roster) -> Iterator[Said]:
    due = list(jobs)
    if len(due) >= MANY and multiprocessing.get_start_method() == "fork":
        _load()
    submit = partial(_submit, pool, pickle.dumps((limits, roster)), limits.seconds)
    _first, under_way = peeked(started(shares(due), submit, AHEAD))
    return (said for share, result in under_way for said in _outcomes(share, result, submit, limits))


def peeked(items: Iterable[T]) -> tuple[T | None, Iterator[T]]:
    """The first item, None where there is none, and all of them."""
    rest = iter(items)
    first = next(rest, None)
    return first, rest if first is None else chain([first], rest)


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
    from extractors.fields.prose import vocabulary

    vocabulary()
    gc.freeze()


def _submit(pool: Pool, terms: bytes, seconds: float, share: Share) -> Result:
    return pool.schedule(_read_on_terms, (share, terms), seconds)


def _read_on_terms(share: Share, terms: bytes) -> list[Said]:
    return [read_confined(job, *_terms(terms)) for job in share]


@lru_cache(maxsize=8)
def _terms(packed: bytes) -> tuple[Limits, Roster]:
    """Limits and names, packed once for all files: to send them with each costs 0.1 ms a file."""
    limits, roster = pickle.loads(packed)  # noqa: S301 -- from the process that started this one
    return limits, roster


def started(due: Iterable[Share], submit: Callable[[Share], T], ahead: int) -> Iterator[tuple[Share, T]]:
    """Each share and what will come of it, in their order; never more than `ahead` files are under way."""
    waiting: deque[tuple[Share, T]] = deque()
    files = 0
    for share in due:
        waiting.append((share, submit(share)))
        files += len(share)
        while files >= ahead:
            files -= len(waiting[0][0])
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()


def _outcomes(share: Share, result: Result, submit: Callable[[Share], Result], limits: Limits) -> list[Said]:
    """What the files of a share say; where the worker was lost over one, each of them is read again, alone."""
    if len(share) == 1:
        return [_outcome(share, result, submit, limits)]
    try:
        return result()
    except Exception:
        alone = [((job,), submit((job,))) for job in share]
    return [_outcome(one, again, submit, limits) for one, again in alone]


def _outcome(alone: Share, result: Result, submit: Callable[[Share], Result], limits: Limits) -> Said:
    """What one file says; a worker that was lost over it costs this file alone."""
    try:
        (said,) = twice(result, lambda: submit(alone)())
    except Exception as error:
        return refused(alone[0], error, limits)
    return said

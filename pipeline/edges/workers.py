"""Files are read in processes that can be killed: a bad file takes its worker with it, nothing else."""

from __future__ import annotations

import gc
import multiprocessing
import pickle
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import chain, groupby, islice

from extractors.records import Limits
from pipeline.edges.lost import from_outside, refused
from pipeline.edges.pool import GLANCE, Pool
from pipeline.edges.reading import Job, Roster, Said, read_confined
from pipeline.edges.under_way import Share, UnderWay

AHEAD = 1_000
"""So many files may be read before the first of them is written: memory does not grow with the inbox."""

MANY = 20
"""Files of which some will surely need spaCy, which takes longer to load than most take to read."""

SHARE = 4
"""Files that a worker reads for one message, where each takes a few milliseconds."""
QUICK_BYTES = 250_000
_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"
_PICTURE = b"/Image"
"""What a PDF's pictures say they are, in words that are never packed: without any it is no scan."""

Reader = Callable[[Iterable[Job], Limits, Roster], Iterator[Said | None]]
"""Reads files somewhere and gives what each says as it ends, None now and then where none does.

It begins before anybody asks.
"""


@contextmanager
def local(processes: int, start_method: str | None = None) -> Iterator[Reader]:
    """Reads in this machine's processes: started with the first file, kept for all that follow, gone at the end."""
    pool = Pool(processes, start_method)
    try:
        yield partial(_read_all, pool)
    finally:
        pool.stop()


def _read_all(pool: Pool, jobs: Iterable[Job], limits: Limits, roster: Roster) -> Iterator[Said | None]:
    rest = iter(jobs)
    first = list(islice(rest, MANY))
    if len(first) == MANY and multiprocessing.get_start_method() == "fork":
        _load()
    submit = partial(_submit, pool, pickle.dumps((limits, roster)), limits.seconds)
    return _said(UnderWay(shares(chain(first, rest)), submit, AHEAD), pool, limits)


def _said(under_way: UnderWay[list[Said]], pool: Pool, limits: Limits) -> Iterator[Said | None]:
    """What each file says; a worker that was lost over it costs this file alone."""
    tried: set[Share] = set()
    for ended in under_way.ended(GLANCE):
        if ended is None:
            pool.look()
            yield None
            continue
        share, future = ended
        error = future.exception()
        if error is None:
            yield from future.result()
        elif again := _again(share, error, tried):
            for one in again:
                under_way.hand_out(one)
        else:
            yield refused(share[0], error, limits)


def _again(share: Share, error: BaseException, tried: set[Share]) -> list[Share]:
    """What is read again: each file of a share alone, and once more where its worker was ended from outside."""
    if len(share) > 1:
        return [(job,) for job in share]
    if share in tried or not from_outside(error):
        return []
    tried.add(share)
    return [share]


def shares(jobs: Iterable[Job]) -> Iterator[Share]:
    """The files in their order: small ones that are no scans some at a time, any other alone."""
    for quick, group in groupby(jobs, _is_quick):
        while share := tuple(islice(group, SHARE if quick else 1)):
            yield share


def _is_quick(job: Job) -> bool:
    """Whether the file is small, and of Office or a PDF without pictures."""
    try:
        data = job.path.read_bytes() if job.path.stat().st_size <= QUICK_BYTES else b""
    except OSError:
        return False
    return data.startswith(_ZIP) or (data.startswith(_PDF) and _PICTURE not in data)


def _load() -> None:
    """Loads here, once, what each worker would load for itself: workers that are forked have it then.

    Frozen, it is not gone through for garbage, which would copy it into each of them.
    """
    from extractors import extraction  # noqa: F401
    from extractors.fields.counts import lexicon

    lexicon(())
    gc.freeze()


def _submit(pool: Pool, terms: bytes, seconds: float, share: Share) -> Future[list[Said]]:
    return pool.schedule(_read_on_terms, (share, terms), seconds)


def _read_on_terms(share: Share, terms: bytes) -> list[Said]:
    return [read_confined(job, *_terms(terms)) for job in share]


@lru_cache(maxsize=8)
def _terms(packed: bytes) -> tuple[Limits, Roster]:
    """Limits and names, packed once for all files: to send them with each costs 0.1 ms a file."""
    limits, roster = pickle.loads(packed)  # noqa: S301 -- from the process that started this one
    return limits, roster

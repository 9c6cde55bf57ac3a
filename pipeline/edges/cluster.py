"""The same reading on a Dask cluster: the driver alone writes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.records import Limits
from extractors.version import version
from pipeline.edges.cluster_client import (
    NoCluster,
    Say,
    gone,
    lasting,
    on_each,
    silent,
    threads,
    want_dask,
    want_workers,
)
from pipeline.edges.cluster_worker import Told, read_path, read_sent
from pipeline.edges.reading import Job, Roster, Said, fetched
from pipeline.edges.under_way import Share, UnderWay
from pipeline.edges.workers import Reader, local
from pipeline.language import _

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from distributed import Client

WATCH_SECONDS = 2
"""After so long without a result the scheduler is asked whether it is still there, and its workers."""
AHEAD = 500
"""Files under way at once, where the workers read them from shared storage."""
AHEAD_SENT = 32
"""The same where their bytes are sent, which the driver then holds."""
MARGIN_SECONDS = 60
"""Beyond what a file may take: after so long without a result the workers are no longer waited for."""

Task = Callable[[Job, bytes, Limits, Roster], Told]


@contextmanager
def cluster(address: str, processes: int, say: Say) -> Iterator[Reader]:
    """Reads on the workers of the scheduler at the address; in so many processes here what they do not read."""
    want_dask()
    # Spawned, not forked: Dask's threads run here.
    with silent(), local(processes, "spawn") as here, ExitStack() as clients:
        yield partial(_read_all, lasting(address, clients), address, say, here)


def _read_all(
    connected: Callable[[], Client],
    address: str,
    say: Say,
    here: Reader,
    jobs: Iterable[Job],
    limits: Limits,
    roster: Roster,
) -> Iterator[Said | None]:
    # Workers start in folders of their own, where a path that is short here leads nowhere.
    due = (replace(job, path=job.path.absolute()) for job in jobs)
    first = next(due, None)
    if first is None:
        return iter(())
    client = connected()
    look = partial(_look, client, address, say)
    try:
        want_workers(client, address, say)
        _want_version(on_each(client, version))
        is_shared = _shared(client, first.path)
    except OSError as error:
        raise gone(address, error) from None
    executor = client.get_executor(pure=False)
    by_path = partial(_submit, executor, read_path, limits, roster), AHEAD
    sent = partial(_submit, executor, read_sent, limits, roster), AHEAD_SENT
    under_way = UnderWay(((job,) for job in chain((first,), due)), *(by_path if is_shared else sent))

    def rest(left: Sequence[Job]) -> Iterator[Said | None]:
        text = _("The Dask workers gave {files} files back unread, or not at all; they are read on this machine.")
        say(text.format(files=len(left)))
        return here(left, limits, roster)

    return _said(under_way, address, look, limits.seconds + MARGIN_SECONDS, partial(under_way.go_on, *sent), rest)


def _said(
    under_way: UnderWay[Told],
    address: str,
    look: Callable[[], None],
    patience: float,
    send: Callable[[], None],
    rest: Callable[[Sequence[Job]], Iterator[Said | None]],
) -> Iterator[Said | None]:
    """What each file says, as they end; what `rest` says of those that no worker could read.

    A file that one did not have shows that those to come are better sent. All others are with the rest where nothing
    at all came for so many seconds.
    """
    left: list[Job] = []
    last = time.monotonic()
    for ended in under_way.ended(WATCH_SECONDS):
        if ended is not None:
            (job,), future = ended
            said = said_of(job, future, address)
            if said.passing:  # a worker that came later may not see the archive where the others do
                left.append(job)
                send()
            yield None if said.passing else said
            last = time.monotonic()
        elif time.monotonic() - last < patience:
            look()
            yield None
        else:
            left.extend(job for (job,) in under_way.taken_back())
    if left:
        yield from rest(left)


def _want_version(versions: Mapping[str, object]) -> None:
    """NoCluster where a worker reads otherwise than this machine would, or not at all."""
    for worker, there in versions.items():
        if there != version():
            text = _(
                "The Dask worker {worker} has another thidua ({there}; here it is {here}). Install the same there, "
                "start the worker anew and run again."
            )
            raise NoCluster(text.format(worker=worker, there=there, here=version()))


def _shared(client: Client, path: Path) -> bool:
    """Whether every worker sees the file where the driver sees it."""
    return all(there is True for there in on_each(client, os.path.isfile, str(path)).values())


def _submit(executor: Executor, read: Task, limits: Limits, roster: Roster, share: Share) -> Future[Told]:
    (job,) = share
    data = fetched(job, limits) if read is read_sent else b""
    if not isinstance(data, Said):
        return executor.submit(read, job, data, limits, roster)
    known: Future[Told] = Future()
    known.set_result(Told(data, "", version()))
    return known


def _look(client: Client, address: str, say: Say) -> None:
    """NoCluster where the scheduler, or its last worker, is gone."""
    try:
        there = threads(client)
    except Exception as error:
        raise gone(address, error) from None
    if not there:
        want_workers(client, address, say)


def said_of(job: Job, future: Future[Told], address: str) -> Said:
    """What the file says; what befell the cluster is not laid to the file's charge."""
    try:
        told = future.result()
    except CancelledError as error:
        raise gone(address, error) from None
    except Exception as error:
        reason = f"the worker was lost: {error!r}"
        return Said(job.file_id, "", None, "file.unreadable", reason, passing=True)
    _want_version({told.worker: told.version})
    return told.said

"""The same reading on a Dask cluster: each task in a child process that can be killed; the driver alone writes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.records import Limits
from pipeline.edges import workers
from pipeline.edges.workers import Job, Reader, Roster, Said
from pipeline.errors import PipelineError
from pipeline.language import _

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from distributed import Client
    from pebble import ProcessPool

CONNECT_SECONDS = 10
AHEAD = 500
"""Files under way at once, where the workers read them from shared storage."""
AHEAD_SENT = 32
"""The same where their bytes are sent, which the driver then holds."""

Task = Callable[[Job, bytes, Limits, Roster], Said]


class NoCluster(PipelineError):
    """Dask is not installed here, or no scheduler answers at the address."""


@contextmanager
def cluster(address: str) -> Iterator[Reader]:
    """Reads on the workers of the scheduler at the address."""
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster(_("--cluster needs Dask: pip install 'thidua[cluster]'.")) from None
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        text = _("No Dask scheduler answers at {address}: {reason}")
        raise NoCluster(text.format(address=address, reason=error)) from None
    with client:
        yield partial(_read_all, client)


def _read_all(client: Client, jobs: Iterable[Job], limits: Limits, roster: Roster) -> Iterator[Said]:
    first, rest = peeked(jobs)
    if first is None:
        return iter(())
    read, ahead = (read_path, AHEAD) if _shared(client, first.path) else (read_sent, AHEAD_SENT)
    executor = client.get_executor(pure=False)
    return workers.in_order(rest, partial(_submit, executor, read, limits, roster), limits, ahead)


def peeked(jobs: Iterable[Job]) -> tuple[Job | None, Iterator[Job]]:
    """The first job, None where there is none, and all of them."""
    rest = iter(jobs)
    first = next(rest, None)
    return first, rest if first is None else chain([first], rest)


def _shared(client: Client, path: Path) -> bool:
    """Whether every worker sees the file where the driver sees it."""
    return all(client.run(os.path.isfile, str(path)).values())


def _submit(executor: Executor, read: Task, limits: Limits, roster: Roster, job: Job) -> Future[Said]:
    data = job.path.read_bytes() if read is read_sent else b""
    return executor.submit(read, job, data, limits, roster)


def read_path(job: Job, _data: bytes, limits: Limits, roster: Roster) -> Said:
    """Reads a file of shared storage in a child of this Dask worker; TimeoutError when it takes too long."""
    return _in_child(workers.read_confined, (job, limits, roster), limits)


def read_sent(job: Job, data: bytes, limits: Limits, roster: Roster) -> Said:
    """Reads a file's bytes in a child of this Dask worker; TimeoutError when it takes too long."""
    return _in_child(workers.read_sent, (job, data, limits, roster), limits)


def _in_child(read: Callable[..., Said], arguments: tuple[object, ...], limits: Limits) -> Said:
    said: Said = _pool().schedule(read, args=arguments, timeout=limits.seconds).result()
    return said


@cache
def _pool() -> ProcessPool:
    """This worker's children, one for each of its threads: they keep their imports from file to file."""
    import multiprocessing

    from distributed import get_worker
    from pebble import ProcessPool

    # Dask starts its workers as daemons, which may have no children; these end with their worker all the same.
    vars(multiprocessing.current_process())["_config"]["daemon"] = False
    return ProcessPool(max_workers=get_worker().state.nthreads)

"""The same reading on a Dask cluster: each task in a child process that can be killed; the driver alone writes."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError, Future, wait
from contextlib import contextmanager
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extractors.records import Limits
from extractors.version import version
from pipeline.edges import reading
from pipeline.edges.lost import refused, twice
from pipeline.edges.reading import Job, Roster, Said
from pipeline.edges.workers import Reader, started
from pipeline.errors import PipelineError
from pipeline.language import _

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from distributed import Client
    from pebble import ProcessPool

CONNECT_SECONDS = 10
"""How long the scheduler may take to answer, and the first worker to be there."""
WATCH_SECONDS = 2
"""After so long without a result the scheduler is asked whether it is still there, and its workers."""
AHEAD = 500
"""Files under way at once, where the workers read them from shared storage."""
AHEAD_SENT = 32
"""The same where their bytes are sent, which the driver then holds."""


class Told(NamedTuple):
    """What a worker says of a file, and with which extractors it read it."""

    said: Said
    worker: str
    version: str


Task = Callable[[Job, bytes, Limits, Roster], Told]


class NoCluster(PipelineError):
    """Dask is not installed here, the cluster does not answer, or it cannot read as this machine does.

    What was read before is kept; nothing is said of any file that was not.
    """


@contextmanager
def cluster(address: str) -> Iterator[Reader]:
    """Reads on the workers of the scheduler at the address."""
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster(_("--cluster needs Dask: pip install 'thidua[cluster]'.")) from None
    with _silent():
        try:
            # Without an address Dask would start a cluster of its own.
            client = Client(address or "?", timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            text = _("No Dask scheduler answers at {address}: {reason}")
            raise NoCluster(text.format(address=address, reason=error)) from None
        with client:
            yield partial(_read_all, client, address)


@contextmanager
def _silent() -> Iterator[None]:
    """Keeps Dask's own lines off the screen: what matters of them is told in plain words."""
    loggers = [logging.getLogger(name) for name in ("distributed", "tornado", "asyncio")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _read_all(client: Client, address: str, jobs: Iterable[Job], limits: Limits, roster: Roster) -> Iterator[Said]:
    first, rest = peeked(jobs)
    if first is None:
        return
    try:
        _want_workers(client, address)
        _want_version(client.run(version, on_error="return"))
        read, ahead = (read_path, AHEAD) if _shared(client, first.path) else (read_sent, AHEAD_SENT)
    except OSError as error:
        raise _gone(address, error) from None
    submit = partial(_submit, client.get_executor(pure=False), read, limits, roster)
    for (job,), future in started(((job,) for job in rest), lambda share: submit(share[0]), ahead):
        _wait(client, address, future)
        yield _outcome(address, job, future, limits)


def peeked(jobs: Iterable[Job]) -> tuple[Job | None, Iterator[Job]]:
    """The first job, None where there is none, and all of them."""
    rest = iter(jobs)
    first = next(rest, None)
    return first, rest if first is None else chain([first], rest)


def _want_workers(client: Client, address: str) -> None:
    """NoCluster where no worker is there, nor comes soon."""
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except TimeoutError:
        text = _("The Dask scheduler at {address} has no worker. Start one (dask worker {address}) and run again.")
        raise NoCluster(text.format(address=address)) from None


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
    return all(there is True for there in client.run(os.path.isfile, str(path), on_error="return").values())


def _submit(executor: Executor, read: Task, limits: Limits, roster: Roster, job: Job) -> Future[Told]:
    data = job.path.read_bytes() if read is read_sent else b""
    return executor.submit(read, job, data, limits, roster)


def _wait(client: Client, address: str, future: Future[Told]) -> None:
    """Returns once the future is done; NoCluster where the scheduler, or its last worker, is gone."""
    while not wait([future], WATCH_SECONDS).done:
        try:
            threads = client.sync(client.scheduler.ncores, callback_timeout=CONNECT_SECONDS)
        except Exception as error:
            raise _gone(address, error) from None
        if not threads:
            _want_workers(client, address)


def _outcome(address: str, job: Job, future: Future[Told], limits: Limits) -> Said:
    """What the file says; what befell the cluster is not laid to the file's charge."""
    from distributed import KilledWorker

    try:
        told = future.result()
    except CancelledError as error:
        raise _gone(address, error) from None
    except KilledWorker:
        return Said(job.file_id, "", None, "file.unreadable", "the worker was lost", passing=True)
    except Exception as error:
        return refused(job, error, limits)
    _want_version({told.worker: told.version})
    return told.said


def _gone(address: str, error: BaseException) -> NoCluster:
    text = _(
        "The Dask scheduler at {address} is gone ({reason}). What was read is kept; start it again, or leave "
        "--cluster out, and run again."
    )
    return NoCluster(text.format(address=address, reason=type(error).__name__))


def read_path(job: Job, _data: bytes, limits: Limits, roster: Roster) -> Told:
    """Reads a file of shared storage in a child of this Dask worker; TimeoutError when it takes too long."""
    return _in_child(reading.read_confined, (job, limits, roster), limits)


def read_sent(job: Job, data: bytes, limits: Limits, roster: Roster) -> Told:
    """Reads a file's bytes in a child of this Dask worker; TimeoutError when it takes too long."""
    return _in_child(reading.read_sent, (job, data, limits, roster), limits)


def _in_child(read: Callable[..., Said], arguments: tuple[object, ...], limits: Limits) -> Told:
    from distributed import get_worker

    def once() -> Said:
        said: Said = _pool().schedule(read, args=arguments, timeout=limits.seconds).result()
        return said

    return Told(twice(once, once), get_worker().address, version())


@cache
def _pool() -> ProcessPool:
    """This worker's children, one for each of its threads: they keep their imports from file to file."""
    import multiprocessing

    from distributed import get_worker
    from pebble import ProcessPool

    # Dask starts its workers as daemons, which may have no children; these end with their worker all the same.
    vars(multiprocessing.current_process())["_config"]["daemon"] = False
    return ProcessPool(max_workers=get_worker().state.nthreads)

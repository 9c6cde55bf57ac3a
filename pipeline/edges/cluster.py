"""The same reading on a Dask cluster: the driver alone writes."""

from __future__ import annotations

import logging
import os
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError, Future
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.records import Limits
from extractors.version import version
from pipeline.edges.cluster_worker import Told, read_path, read_sent
from pipeline.edges.reading import Job, Roster, Said, fetched
from pipeline.edges.under_way import Share, UnderWay
from pipeline.edges.workers import Reader, local
from pipeline.errors import PipelineError
from pipeline.language import _

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from distributed import Client

CONNECT_SECONDS = 10
"""How long the scheduler may take to answer, and the first worker to be there."""
WATCH_SECONDS = 2
"""After so long without a result the scheduler is asked whether it is still there, and its workers."""
TALKATIVE = {"distributed", "tornado", "asyncio"}
"""Whose log lines are not for the screen."""
AHEAD = 500
"""Files under way at once, where the workers read them from shared storage."""
AHEAD_SENT = 32
"""The same where their bytes are sent, which the driver then holds."""
MARGIN_SECONDS = 60
"""Beyond what a file may take: after so long without a result the workers are no longer waited for."""

Task = Callable[[Job, bytes, Limits, Roster], Told]
Say = Callable[[str], None]
"""Says that something is waited for, or no longer."""


class NoCluster(PipelineError):
    """Dask is not installed here, the cluster does not answer, or it cannot read as this machine does.

    What was read before is kept; nothing is said of any file that was not.
    """


@contextmanager
def cluster(address: str, processes: int, say: Say) -> Iterator[Reader]:
    """Reads on the workers of the scheduler at the address; in so many processes here what they never give back."""
    _want_dask()
    # Spawned, not forked: Dask's threads run here.
    with _silent(), local(processes, "spawn") as here, ExitStack() as clients:
        yield partial(_read_all, _lasting(address, clients), address, say, here)


def _want_dask() -> None:
    try:
        import distributed  # noqa: F401
    except ImportError:
        raise NoCluster(_("--cluster needs Dask: pip install 'thidua[cluster]'.")) from None


def _lasting(address: str, clients: ExitStack) -> Callable[[], Client]:
    """What gives the client: another one after the scheduler was away, which may be long where it is watched."""
    client = clients.enter_context(_connected(address))

    def lasting() -> Client:
        nonlocal client
        if client.status != "running":
            client = clients.enter_context(_connected(address))
        return client

    return lasting


def _connected(address: str) -> Client:
    from distributed import Client
    from distributed.comm import resolve_address

    try:
        # Without an address Dask would start a cluster of its own; over nonsense it would leave half a client.
        return Client(resolve_address(address), timeout=CONNECT_SECONDS, set_as_default=False)
    except ValueError:
        text = _("{address} is no address of a Dask scheduler. Write it as tcp://HOST:8786.")
        raise NoCluster(text.format(address=address or '""')) from None
    except Exception:
        text = _("No Dask scheduler answers at {address}. Start one (dask scheduler) or mend the address; run again.")
        raise NoCluster(text.format(address=address)) from None


@contextmanager
def _silent() -> Iterator[None]:
    """Keeps Dask's own lines off the screen: what matters of them is told in plain words."""
    # Some of them get levels of their own as Dask is imported.
    names = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] in TALKATIVE]
    loggers = [logging.getLogger(name) for name in names]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            for start in ("Mismatched versions", "Sending large graph"):
                warnings.filterwarnings("ignore", rf"\s*{start}")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _read_all(
    connected: Callable[[], Client],
    address: str,
    say: Say,
    here: Reader,
    jobs: Iterable[Job],
    limits: Limits,
    roster: Roster,
) -> Iterator[Said | None]:
    due = list(jobs)
    if not due:
        return iter(())
    client = connected()
    look = partial(_look, client, address, say)
    try:
        _want_workers(client, address, say)
        _want_version(_on_each(client, version))
        read, ahead = (read_path, AHEAD) if _shared(client, due[0].path) else (read_sent, AHEAD_SENT)
    except OSError as error:
        raise _gone(address, error) from None
    submit = partial(_submit, client.get_executor(pure=False), read, limits, roster)
    under_way = UnderWay(((job,) for job in due), submit, ahead)

    def rest() -> Iterator[Said | None]:
        left = [job for (job,) in under_way.taken_back()]
        text = _("The Dask workers give nothing back; what is left is read on this machine: {files} files.")
        say(text.format(files=len(left)))
        return here(left, limits, roster)

    return _said(under_way, address, look, limits.seconds + MARGIN_SECONDS, rest)


def _said(
    under_way: UnderWay[Told],
    address: str,
    look: Callable[[], None],
    patience: float,
    rest: Callable[[], Iterator[Said | None]],
) -> Iterator[Said | None]:
    """What each file says, as they end; after so many seconds without a result, what `rest` says of all others."""
    last = time.monotonic()
    for ended in under_way.ended(WATCH_SECONDS):
        if ended is not None:
            (job,), future = ended
            yield said_of(job, future, address)
            last = time.monotonic()
        elif time.monotonic() - last < patience:
            look()
            yield None
        else:
            yield from rest()


def _want_workers(client: Client, address: str, say: Say) -> None:
    """NoCluster where no worker is there, nor comes soon."""
    if _threads(client):
        return
    say(_("The Dask scheduler at {address} has no worker yet; waiting a moment.").format(address=address))
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except TimeoutError:
        text = _("The Dask scheduler at {address} has no worker. Start one (dask worker {address}) and run again.")
        raise NoCluster(text.format(address=address)) from None


def _threads(client: Client) -> Mapping[str, int]:
    """How many files each worker reads at once; TimeoutError where the scheduler does not say so."""
    threads: Mapping[str, int] = client.sync(client.scheduler.ncores, callback_timeout=CONNECT_SECONDS)
    return threads


def _on_each(client: Client, do: Callable[..., object], *arguments: object) -> Mapping[str, object]:
    """What each worker answers, or its error; TimeoutError where one does not answer."""
    # `run` hands on what `sync` takes.
    answers: Mapping[str, object] = client.run(do, *arguments, on_error="return", callback_timeout=CONNECT_SECONDS)
    return answers


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
    return all(there is True for there in _on_each(client, os.path.isfile, str(path)).values())


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
        threads = _threads(client)
    except Exception as error:
        raise _gone(address, error) from None
    if not threads:
        _want_workers(client, address, say)


def said_of(job: Job, future: Future[Told], address: str) -> Said:
    """What the file says; what befell the cluster is not laid to the file's charge."""
    try:
        told = future.result()
    except CancelledError as error:
        raise _gone(address, error) from None
    except Exception as error:
        reason = f"the worker was lost: {error!r}"
        return Said(job.file_id, "", None, "file.unreadable", reason, passing=True)
    _want_version({told.worker: told.version})
    return told.said


def _gone(address: str, error: BaseException) -> NoCluster:
    text = _(
        "The Dask cluster at {address} answers no more ({reason}). What was read is kept; start it again, or "
        "leave --cluster out, and run again."
    )
    return NoCluster(text.format(address=address, reason=type(error).__name__))

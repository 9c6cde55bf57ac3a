"""A client of a Dask scheduler, and what is asked of it: plain words where nobody answers."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from pipeline.errors import PipelineError
from pipeline.language import _

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS = 10
"""How long the scheduler may take to answer, and the first worker to be there."""
SCHEMES = ("tcp", "tls")
"""How an address may begin; without any it is tcp."""
TALKATIVE = {"distributed", "tornado", "asyncio"}
"""Whose log lines are not for the screen."""

Say = Callable[[str], None]
"""Says that something is waited for, or no longer."""


class NoCluster(PipelineError):
    """Dask is not installed here, the cluster does not answer, or it cannot read as this machine does.

    What was read before is kept; nothing is said of any file that was not.
    """


def want_dask() -> None:
    """NoCluster where Dask is not installed here."""
    try:
        import distributed  # noqa: F401
    except ImportError:
        raise NoCluster(_("--cluster needs Dask: pip install 'thidua[cluster]'.")) from None


def lasting(address: str, clients: ExitStack) -> Callable[[], Client]:
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

    try:
        resolved = _resolved(address)
        asyncio.run(_meet(resolved))
        return Client(resolved, timeout=CONNECT_SECONDS, set_as_default=False)
    except NoCluster:
        raise
    except ValueError:
        text = _("{address} is no address of a Dask scheduler. Write it as tcp://HOST:8786.")
        raise NoCluster(text.format(address=address or '""')) from None
    except Exception:
        text = _("No Dask scheduler answers at {address}. Start one (dask scheduler) or mend the address; run again.")
        raise NoCluster(text.format(address=address)) from None


def _resolved(address: str) -> str:
    """The address as Dask writes it: without one it would start a cluster of its own. ValueError where it is none."""
    from distributed.comm import resolve_address

    scheme, given, _rest = address.partition("://")
    if given and scheme not in SCHEMES:
        raise ValueError(scheme)
    resolved: str = resolve_address(address)
    if scheme == "tls" and _certificates()["ssl_context"] is None:
        text = _("{address} needs certificates: name them in Dask's configuration (distributed.comm.tls); run again.")
        raise NoCluster(text.format(address=address))
    return resolved


def _certificates() -> Mapping[str, object]:
    from distributed.security import Security

    arguments: Mapping[str, object] = Security().get_connection_args("client")
    return arguments


async def _meet(address: str) -> None:
    """Calls the scheduler and hangs up: where that fails, a client would stay half made, and fail again at the end."""
    from distributed.comm import connect

    # Dask's own time to connect does not end where the scheduler takes the call and says nothing.
    async with asyncio.timeout(CONNECT_SECONDS):
        comm = await connect(address, timeout=CONNECT_SECONDS, **_certificates())
        await comm.close()


@contextmanager
def silent() -> Iterator[None]:
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


def want_workers(client: Client, address: str, say: Say) -> None:
    """NoCluster where no worker is there, nor comes soon."""
    if threads(client):
        return
    say(_("The Dask scheduler at {address} has no worker yet; waiting a moment.").format(address=address))
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except TimeoutError:
        text = _("The Dask scheduler at {address} has no worker. Start one (dask worker {address}) and run again.")
        raise NoCluster(text.format(address=address)) from None


def threads(client: Client) -> Mapping[str, int]:
    """How many files each worker reads at once; TimeoutError where the scheduler does not say so."""
    threads: Mapping[str, int] = client.sync(client.scheduler.ncores, callback_timeout=CONNECT_SECONDS)
    return threads


def on_each(client: Client, do: Callable[..., object], *arguments: object) -> Mapping[str, object]:
    """What each worker answers, or its error; TimeoutError where one does not answer."""
    # `run` hands on what `sync` takes.
    answers: Mapping[str, object] = client.run(do, *arguments, on_error="return", callback_timeout=CONNECT_SECONDS)
    return answers


def gone(address: str, error: BaseException) -> NoCluster:
    """That the cluster was there, and no longer is."""
    text = _(
        "The Dask cluster at {address} answers no more ({reason}). What was read is kept; start it again, or "
        "leave --cluster out, and run again."
    )
    return NoCluster(text.format(address=address, reason=type(error).__name__))

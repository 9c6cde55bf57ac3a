"""Processes that do what they are handed; others take their place where they break."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pebble import ProcessPool

T = TypeVar("T")

GLANCE = 1.0
"""Seconds between two looks whether the processes are whole: what was handed in when they broke may never end."""


class Pool:
    """So many processes, started when the first work comes.

    All of them break where one is killed from outside while it takes its work or gives what came of it.
    """

    def __init__(self, processes: int, start_method: str | None = None) -> None:
        self._processes = processes
        self._context = get_context(start_method)
        self._renewing = Lock()
        self._pool: ProcessPool | None = None
        self._under_way: set[Future[Any]] = set()

    def schedule(self, do: Callable[..., T], arguments: tuple[object, ...], seconds: float) -> Future[T]:
        """Hands the work in; its result, or its error: BrokenProcessPool where it may be handed in again.

        Whoever waits for it takes a look now and then: else what is lost when all break never ends.
        """
        try:
            future: Future[T] = self._whole().schedule(do, args=arguments, timeout=seconds)
        except RuntimeError as error:
            return _lost(BrokenProcessPool(str(error)))
        self._under_way.add(future)
        future.add_done_callback(self._under_way.discard)
        return future

    def do(self, work: Callable[..., T], arguments: tuple[object, ...], seconds: float) -> T:
        """What comes of the work, waited for; its errors as `schedule` has them."""
        future = self.schedule(work, arguments, seconds)
        while not wait([future], GLANCE).done:
            self.look()
        return future.result()

    def look(self) -> None:
        """Ends what is under way where the processes are broken."""
        if self._pool is None or self._pool.active:
            return
        for future in wait(tuple(self._under_way), GLANCE).not_done:
            with suppress(InvalidStateError):  # another thread was quicker
                future.set_exception(BrokenProcessPool())

    def _whole(self) -> ProcessPool:
        from pebble import ProcessPool

        with self._renewing:
            if self._pool is None or not self._pool.active:
                self.look()
                self.stop()
                self._pool = ProcessPool(max_workers=self._processes, context=self._context)
            return self._pool

    def stop(self) -> None:
        """Ends the processes."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()


def _lost(error: Exception) -> Future[Any]:
    lost: Future[Any] = Future()
    lost.set_exception(error)
    return lost

"""Processes that do what they are handed; others take their place where they break."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from pebble import ProcessPool

T = TypeVar("T")

GLANCE = 1.0
"""Seconds between two looks whether the processes are whole: what was handed in when they broke may never end."""


class Pool:
    """So many processes, started when the first work comes.

    All of them break where one is killed from outside while it takes its work or gives what came of it.
    """

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._renewing = Lock()
        self._pool: ProcessPool | None = None

    def schedule(self, do: Callable[..., T], arguments: tuple[object, ...], seconds: float) -> Callable[[], T]:
        """Hands the work in; what gives its result, or its error: BrokenProcessPool where it may be handed in again."""
        pool = self._whole()
        try:
            future: Future[T] = pool.schedule(do, args=arguments, timeout=seconds)
        except RuntimeError as error:
            return partial(_raise, BrokenProcessPool(str(error)))
        return partial(_result, pool, future)

    def _whole(self) -> ProcessPool:
        from pebble import ProcessPool

        with self._renewing:
            if self._pool is None or not self._pool.active:
                self.stop()
                self._pool = ProcessPool(max_workers=self._processes)
            return self._pool

    def stop(self) -> None:
        """Ends the processes."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()


def _result(pool: ProcessPool, future: Future[T]) -> T:
    while pool.active and not wait([future], GLANCE).done:
        pass
    if not future.done():
        raise BrokenProcessPool
    return future.result()


def _raise(error: Exception) -> NoReturn:
    raise error

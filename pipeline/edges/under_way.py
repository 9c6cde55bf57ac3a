"""What is handed out and comes back as it ends: a long scan holds up nothing that was handed out after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from pipeline.edges.reading import Job

T = TypeVar("T")

Share = tuple[Job, ...]
"""Files that are read together."""


class UnderWay(Generic[T]):
    """Shares that are being read; the first are handed out at once, never more than so many files together."""

    def __init__(self, due: Iterable[Share], submit: Callable[[Share], Future[T]], ahead: int) -> None:
        self._due = iter(due)
        self._submit = submit
        self._room = ahead
        self._out: dict[Future[T], Share] = {}
        self._ended: SimpleQueue[Future[T]] = SimpleQueue()
        self._hand_out_more()

    def ended(self, seconds: float) -> Iterator[tuple[Share, Future[T]] | None]:
        """Each share with what came of it, as they end; None each time that none has ended for so many seconds."""
        while self._out:
            try:
                future = self._ended.get(timeout=seconds)
            except Empty:
                yield None
                continue
            share = self._out.pop(future)
            self._room += len(share)
            self._hand_out_more()
            yield share, future

    def hand_out(self, share: Share) -> None:
        """Has the share read: one that has ended, once more."""
        future = self._submit(share)
        self._room -= len(share)
        self._out[future] = share
        future.add_done_callback(self._ended.put)

    def taken_back(self) -> list[Share]:
        """All that has not ended or was still to be handed out: nobody waits for it any more."""
        left = [*self._out.values(), *self._due]
        self._out.clear()
        return left

    def go_on(self, submit: Callable[[Share], Future[T]], ahead: int) -> None:
        """Hands out the rest in another way, and as many at once as are allowed then."""
        self._submit = submit
        self._room = ahead - sum(map(len, self._out.values()))

    def _hand_out_more(self) -> None:
        while self._room > 0 and (share := next(self._due, None)):
            self.hand_out(share)

"""Asked to stop, by the system or by the keyboard: one and the same."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

ASKED = ("SIGTERM", "SIGBREAK", "SIGINT")
"""How a service manager and the keyboard ask; Windows has the second."""


@dataclass(slots=True)
class Stopping:
    """Whether somebody asked to stop."""

    asked: bool = False

    def end_if_asked(self) -> None:
        """Raises the KeyboardInterrupt once more: one that falls into a callback of C code is swallowed there."""
        if self.asked:
            raise KeyboardInterrupt


@contextmanager
def interrupted_when_asked() -> Iterator[Stopping]:
    """Inside, being asked to stop is a KeyboardInterrupt, as Ctrl+C is; a forked worker just ends."""
    here, stopping = os.getpid(), Stopping()

    def stop(number: int, _frame: FrameType | None) -> None:
        if os.getpid() != here:
            os._exit(128 + number)
        stopping.asked = True
        raise KeyboardInterrupt

    known = [getattr(signal, name) for name in ASKED if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in known}
    try:
        yield stopping
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

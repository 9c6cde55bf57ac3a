"""Asked to stop, by the system or by the keyboard: one and the same."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ASKED = ("SIGTERM", "SIGBREAK")
"""How a service manager asks; Windows has the second."""


@contextmanager
def interrupted_when_asked() -> Iterator[None]:
    """Inside, being asked to stop is a KeyboardInterrupt, as Ctrl+C is; a forked worker just ends."""
    here = os.getpid()

    def stop(number: int, _frame: FrameType | None) -> None:
        if os.getpid() != here:
            os._exit(128 + number)
        raise KeyboardInterrupt

    known = [getattr(signal, name) for name in ASKED if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

"""What a worker may take for one file: memory, and time in which nothing gets done. Over it, the worker ends."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from extractors import progress
from extractors.records import Limits

SWOLLEN = 86
"""How a worker ends that took too much memory, where the system does not refuse it."""
_GLANCE = 0.1
"""Seconds between two looks at the memory, where it must be looked at."""


@contextmanager
def confined(limits: Limits) -> Iterator[None]:
    """Ends this process where a file takes more than the limits allow."""
    cap_memory(limits.memory_bytes)
    if not hasattr(signal, "setitimer"):  # Windows: the time in total still counts
        yield
        return
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends the process in whatever code it hangs
    _wait_again(limits.stalled_seconds)
    try:
        with progress.told(lambda: _wait_again(limits.stalled_seconds)):
            yield
    finally:
        _wait_again(0)


def _wait_again(seconds: float) -> None:
    signal.setitimer(signal.ITIMER_REAL, seconds)


def cap_memory(most: int) -> None:
    """Caps what this process may take beyond what it has: by the system on Linux, by looking at it elsewhere."""
    if sys.platform == "linux":
        _refuse(most + _taken_at_start())
    else:
        _watch(most, resident())


def _refuse(most: int) -> None:
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


@cache
def _taken_at_start() -> int:
    """Bytes of addresses that a worker has before its first file: one that was forked has its parent's."""
    import resource

    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return 0
    return resource.getpagesize() * int(pages)


@cache
def _watch(most: int, taken: int) -> None:
    """Looks at the memory from now on, once for each limit; ends the process when it is over."""
    threading.Thread(target=end_when_over, args=(most + taken, resident), daemon=True).start()


def end_when_over(most: int, taken: Callable[[], int]) -> None:
    """Ends this process as soon as it has taken more; never comes back."""
    while taken() <= most:
        time.sleep(_GLANCE)
    os._exit(SWOLLEN)


def resident() -> int:
    """Bytes of memory that this process holds, or held at most."""
    if sys.platform == "win32":
        return _resident_on_windows()
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _resident_on_windows() -> int:
    import ctypes

    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS."""

        _fields_ = (
            ("cb", ctypes.c_ulong),
            ("PageFaultCount", ctypes.c_ulong),
            *(
                (name, ctypes.c_size_t)
                for name in ("PeakWorkingSetSize", "WorkingSetSize", "a", "b", "c", "d", "e", "f")
            ),
        )

    counters = Counters(cb=ctypes.sizeof(Counters))
    library = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    library.GetCurrentProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(library.GetCurrentProcess())
    library.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
    return int(counters.WorkingSetSize)

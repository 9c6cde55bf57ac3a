"""A worker ends where nothing gets done, or where it swells, in whatever code it hangs."""

import signal
import sys
import time
from dataclasses import replace
from subprocess import run

import pytest
from pebble import ProcessExpired, ProcessPool

from extractors import progress
from extractors.records import Limits
from pipeline.edges.confining import SWOLLEN, confined
from pipeline.edges.workers import Job, in_order

LIMITS = Limits(seconds=20, stalled_seconds=0.4)
needs_alarm = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer that ends a process")


def hang(limits: Limits) -> str:
    """Works on one page for ever."""
    with confined(limits):
        while True:
            time.sleep(0.01)


def go_on(limits: Limits) -> str:
    """Works on many pages, each in time, for longer than one page may take."""
    with confined(limits):
        for _ in range(10):
            time.sleep(limits.stalled_seconds / 4)
            progress.step()
    time.sleep(limits.stalled_seconds * 1.5)
    return "done"


@needs_alarm
def test_a_worker_that_gets_nothing_done_ends_and_says_why() -> None:
    with ProcessPool(max_workers=1) as pool:
        future = pool.schedule(hang, args=(LIMITS,), timeout=LIMITS.seconds)
        (said,) = in_order([Job(1, None)], lambda _job: future, LIMITS)
        with pytest.raises(ProcessExpired):
            future.result()
    assert (said.code, said.reason) == ("file.too_large", "nothing done in 0.4 s")


@needs_alarm
def test_a_worker_that_gets_on_may_take_its_time() -> None:
    with ProcessPool(max_workers=1) as pool:
        assert pool.schedule(go_on, args=(LIMITS,), timeout=LIMITS.seconds).result() == "done"


def test_time_in_total_counts_too() -> None:
    limits = replace(LIMITS, seconds=0.6, stalled_seconds=30)
    with ProcessPool(max_workers=1) as pool:
        future = pool.schedule(hang, args=(limits,), timeout=limits.seconds)
        (said,) = in_order([Job(1, None)], lambda _job: future, limits)
    assert (said.code, said.reason) == ("file.too_large", "0.6 s")


SWELLING = """
import threading
from pipeline.edges.confining import end_when_over, resident
start = resident()
threading.Thread(target=end_when_over, args=(start + 50_000_000, resident), daemon=True).start()
held = []
for _ in range({megabytes}):
    held.append(b"x" * 1_000_000)
    threading.Event().wait(0.002)
threading.Event().wait({seconds})
"""
ENOUGH = 0.5
"""Seconds in which the memory is looked at several times."""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(("megabytes", "seconds", "code"), [(10, ENOUGH, 0), (400, 50, SWOLLEN)])
def test_memory_is_looked_at_where_the_system_caps_none(megabytes: int, seconds: float, code: int) -> None:
    """By way of a shell: on Linux a process is told what the one that started it held at most, if that was more."""
    program = SWELLING.format(megabytes=megabytes, seconds=seconds)
    command = ["sh", "-c", '"$0" -c "$1"; exit $?', sys.executable, program]
    assert run(command, check=False, timeout=60).returncode == code

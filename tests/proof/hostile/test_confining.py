"""A worker ends where nothing gets done, or where it swells, in whatever code it hangs."""

import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from subprocess import TimeoutExpired, run

import pytest
from pebble import ProcessExpired, ProcessPool

from extractors import progress
from extractors.formats import attended
from extractors.formats.ocr.command import Command
from extractors.records import Limits
from pipeline.edges.confining import SWOLLEN, confined
from pipeline.edges.lost import refused
from pipeline.edges.reading import Job

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
        with pytest.raises(ProcessExpired) as ended:
            future.result()
    said = refused(Job(1, None), ended.value, LIMITS)
    assert (said.code, said.reason) == ("file.too_large", "nothing done in 0.4 s")


@needs_alarm
def test_a_worker_that_gets_on_may_take_its_time() -> None:
    with ProcessPool(max_workers=1) as pool:
        assert pool.schedule(go_on, args=(LIMITS,), timeout=LIMITS.seconds).result() == "done"


def read_by(program: str, limits: Limits) -> str:
    """Asks an engine about a picture, in a thread, as the reader does."""
    from PIL import Image

    engine = Command(program, "", frozenset())
    with confined(limits), ThreadPoolExecutor(1) as pool:
        return str(pool.submit(engine.quarter_turns, Image.new("L", (9, 9)), 300).result())


def left_of(program: str) -> list[str]:
    """The processes whose command line names the program."""
    lines = (line for path in Path("/proc").glob("[0-9]*/cmdline") if (line := told(path)))
    return [line for line in lines if program in line]


def told(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def gone(program: str) -> bool:
    """Whether within some seconds nothing is left of the program."""
    end = time.monotonic() + 10
    while left_of(program) and time.monotonic() < end:
        time.sleep(0.05)
    return not left_of(program)


@pytest.fixture
def never_ending(tmp_path: Path) -> str:
    """An engine that never answers, and starts another process that does not either."""
    program = tmp_path / "tesseract"
    child = f"sh -c 'for n in $(seq 300); do sleep 0.1; done' {program}-child &"
    program.write_text(f"#!/bin/sh\n{child}\nwait\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are counted by /proc")
@pytest.mark.parametrize("limits", [LIMITS, Limits(seconds=1, stalled_seconds=30)], ids=["stalled", "total"])
def test_nothing_that_a_worker_started_outlives_it(never_ending: str, limits: Limits) -> None:
    with ProcessPool(max_workers=1) as pool:
        future = pool.schedule(read_by, args=(never_ending, limits), timeout=limits.seconds)
        while not future.done() and len(left_of(f"{never_ending}-child")) == 0:
            time.sleep(0.02)
        assert left_of(f"{never_ending}-child")
        with pytest.raises((ProcessExpired, TimeoutError)):
            future.result()
        assert gone(never_ending)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are counted by /proc")
def test_nothing_is_left_of_a_command_that_takes_too_long(never_ending: str) -> None:
    with pytest.raises(TimeoutExpired):
        attended.run([never_ending], 0.4)
    assert gone(never_ending)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_a_command_that_ends_gives_what_it_wrote_and_how_it_ended() -> None:
    done = attended.run(["sh", "-c", "cat; echo out; echo err >&2; exit 7"], 30)
    assert (done.returncode, done.stdout, done.stderr) == (7, b"out\n", b"err\n")


def test_time_in_total_counts_too() -> None:
    limits = replace(LIMITS, seconds=0.6, stalled_seconds=30)
    with ProcessPool(max_workers=1) as pool:
        future = pool.schedule(hang, args=(limits,), timeout=limits.seconds)
        with pytest.raises(TimeoutError) as ended:
            future.result()
    said = refused(Job(1, None), ended.value, limits)
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

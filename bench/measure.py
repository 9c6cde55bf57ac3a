"""What a command or a function costs: CPU of all its processes, wall time, peak memory."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

THIDUA = [sys.executable, "-c", "from pipeline.cli import main; main()"]
FAILED = 2
"""From this exit code on a command did not do its work."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds and megabytes."""

    cpu: float
    wall: float
    peak_mb: float
    """Of the largest of its processes."""


def thidua(root: Path, *arguments: str) -> Cost:
    """What the command costs in the workspace, with all that it starts. CalledProcessError where it fails."""
    return command([*THIDUA, "-C", str(root), *arguments])


def command(arguments: Sequence[str]) -> Cost:
    """What the command costs, with all that it starts and waits for. CalledProcessError says what it told."""
    apart = [sys.executable, "-c", _APART, *arguments]
    told = subprocess.run(apart, check=True, capture_output=True, text=True, env=_environment())  # noqa: S603
    code, cpu, wall, peak = json.loads(told.stdout)
    if not 0 <= code < FAILED:
        failed = subprocess.CalledProcessError(code, arguments)
        failed.add_note(told.stderr)
        raise failed
    return Cost(cpu, wall, peak)


@cache
def _environment() -> dict[str, str]:
    """This one with a cache of compiled modules, as an installed program has it wherever it runs."""
    cache_folder = tempfile.mkdtemp(prefix="bench-pyc-")
    atexit.register(shutil.rmtree, cache_folder, ignore_errors=True)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": cache_folder}


_APART = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_pid, status, used = os.wait4(process.pid, 0)
wall = time.perf_counter() - start
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024]))
"""
"""Run in a small process of its own: a child's peak begins with the memory of the process that starts it."""


def seconds(read: Callable[[bytes], object], files: Sequence[bytes]) -> float:
    """CPU seconds that one file takes on average."""
    start = time.process_time()
    for data in files:
        read(data)
    return (time.process_time() - start) / len(files)


def ratio(
    read: Callable[[bytes], object], bound: Callable[[bytes], object], files: Sequence[bytes], rounds: int = 3
) -> tuple[float, float]:
    """CPU seconds a file, and how many times the bound: medians over rounds that measure both."""
    read(files[0])
    pairs = [(seconds(read, files), seconds(bound, files)) for _ in range(rounds)]
    return statistics.median(own for own, _ in pairs), statistics.median(own / least for own, least in pairs)

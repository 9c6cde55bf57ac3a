"""Extraction on Dask's workers beside the local pool: what a run costs once, and what each paper adds."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.whole_runs import extracting

WORKERS = 2


class Inbox(NamedTuple):
    """A workspace and how many papers are in its inbox."""

    root: Path
    papers: int


class Line(NamedTuple):
    """Wall time of `thidua extract`: `start` seconds whatever there is to read, and `each` seconds for each paper."""

    start: float
    each: float


def beside_local(address: str, few: Inbox, many: Inbox, rounds: int) -> dict[str, Line]:
    """The local pool and Dask, each with two processes, on papers of the same kinds, in turn: machines drift.

    A run on the few goes before: Dask's workers stay, and have loaded then what the papers need.
    """
    options = {"local pool": ("--jobs", str(WORKERS)), "Dask": ("--cluster", address)}
    extracting(few.root, options["Dask"])
    walls: dict[str, list[tuple[float, float]]] = {name: [] for name in options}
    for _ in range(rounds):
        for name, how in options.items():
            walls[name].append((extracting(few.root, how).wall, extracting(many.root, how).wall))
    return {name: line(of, few.papers, many.papers) for name, of in walls.items()}


def line(walls: Sequence[tuple[float, float]], few: int, many: int) -> Line:
    """The line through two numbers of papers, the best run of each: one number cannot tell start from papers."""
    short, long = (min(times) for times in zip(*walls, strict=True))
    each = (long - short) / (many - few)
    return Line(short - each * few, each)


@contextmanager
def started() -> Iterator[str]:
    """A scheduler and its workers, started as the guide says; the scheduler's address."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scheduler.json"
        shared = ["--scheduler-file", str(file), "--no-dashboard"]
        scheduler = ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
        worker = ["distributed.cli.dask_worker", "--nthreads", "1"]
        processes = [
            subprocess.Popen([sys.executable, "-m", *c, *shared], cwd=folder, stderr=subprocess.DEVNULL)  # noqa: S603
            for c in [scheduler, *[worker] * WORKERS]
        ]
        try:
            yield _address(file)
        finally:
            for process in reversed(processes):
                process.terminate()
                process.wait()


def _address(file: Path) -> str:
    from distributed import Client

    while not file.is_file():
        time.sleep(0.1)
    with Client(scheduler_file=str(file), set_as_default=False) as client:
        client.wait_for_workers(WORKERS)
    return str(json.loads(file.read_text(encoding="utf-8"))["address"])

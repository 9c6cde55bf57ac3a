"""Whole commands: inbox to store, complete runs, stage by stage, by number of papers, by processes."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from bench.measure import Cost, command, thidua
from extractors.fields.prose import vocabulary
from pipeline import run
from pipeline.edges.workers import local
from pipeline.edges.workspace import opened

DAY = ("--as-of", "2021-01-15")
STAGES = (("plan", *DAY), ("receive",), ("extract",), ("check", *DAY), ("report", *DAY))
TAKEN_IN = "inbox to store (receive, extract)"
"""From new files in the inbox to their facts, durable in the store: the two commands together, start-up included."""
COMPLETE = "complete run, with plan, check, report"
AGAIN = "the same once more, nothing new"
BURN = 3_000_000
ROUNDS = 3


def by_stage(root: Path, processes: int) -> dict[str, Cost]:
    """The cost of a first run in stages, a command each; of the two that take papers in; of complete runs."""
    jobs = ("--jobs", str(processes))
    _forget(root)
    whole, again = (thidua(root, "run", *DAY, *jobs) for _ in range(2))
    _forget(root)
    costs = {stage[0]: thidua(root, *stage, *(jobs if stage[0] == "extract" else ())) for stage in STAGES}
    return {**costs, TAKEN_IN: _together(costs["receive"], costs["extract"]), COMPLETE: whole, AGAIN: again}


def taken_in(root: Path, processes: int) -> Cost:
    """The cost of taking in all that is in the inbox."""
    _forget(root)
    received = thidua(root, "receive")
    return _together(received, thidua(root, "extract", "--jobs", str(processes)))


def _together(one: Cost, other: Cost) -> Cost:
    """The cost of two commands, one after the other."""
    return Cost(one.cpu + other.cpu, one.wall + other.wall, max(one.peak_mb, other.peak_mb))


def growth(costs: dict[int, dict[str, Cost]]) -> list[dict[str, Any]]:
    """CPU milliseconds a paper by the number of papers: complete run, taking in, check and report; peak memory."""
    return [
        {
            "papers": papers,
            "ms_a_paper": 1000 * stages[COMPLETE].cpu / papers,
            "taken_in_ms_a_paper": 1000 * stages[TAKEN_IN].cpu / papers,
            "check_ms_a_paper": 1000 * stages["check"].cpu / papers,
            "report_ms_a_paper": 1000 * stages["report"].cpu / papers,
            "peak_mb": {name: cost.peak_mb for name, cost in stages.items()},
        }
        for papers, stages in costs.items()
    ]


def rerun(root: Path, again: Cost) -> dict[str, float]:
    """A run that finds nothing new beside a bare walk over the same inbox."""
    walk = min(_walk_seconds(root / "inbox") for _ in range(3))
    return {"wall": again.wall, "walk": walk, "start_up": command([sys.executable, "-c", "pass"]).wall}


def _walk_seconds(folder: Path) -> float:
    start = time.perf_counter()
    _walk(folder)
    return time.perf_counter() - start


def _walk(folder: Path) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _walk(Path(entry.path))
            else:
                entry.stat()


def processes(root: Path, counts: Sequence[int]) -> dict[int, dict[str, float]]:
    """By how much more processes read faster, beside a loop that only counts: wall time of one over wall time of n.

    The best of some rounds counts: what else the machine does falls on a few seconds, and on one of the two.
    """
    rounds = [{count: (_extracted(root, count).wall, _burning(count)) for count in counts} for _ in range(ROUNDS)]
    walls = {count: tuple(map(min, zip(*(one[count] for one in rounds), strict=True))) for count in counts}
    read, counted = walls[counts[0]]
    return {
        n: {"extract": read / reading, "counting": n * counted / counting} for n, (reading, counting) in walls.items()
    }


def writer(root: Path) -> float:
    """The part of extraction's CPU that the one process takes that hands out the work and writes."""
    spent = _extracted(root, 1)
    return spent.main / (spent.main + spent.workers)


class _Spent(NamedTuple):
    """Seconds that extraction takes, without the start of Python: wall time, CPU here, CPU of the workers."""

    wall: float
    main: float
    workers: float


def _extracted(root: Path, processes: int) -> _Spent:
    vocabulary()
    _forget(root)
    with opened(root) as workspace:
        run.receive(workspace)
        before = os.times()
        with local(processes) as read:
            start, cpu = time.perf_counter(), time.process_time()
            run.extract(workspace, read)
            wall, main = time.perf_counter() - start, time.process_time() - cpu
    after = os.times()
    workers = after.children_user + after.children_system - before.children_user - before.children_system
    return _Spent(wall, main, workers)


def extracting(root: Path, options: Sequence[str]) -> Cost:
    """The cost of `extract` alone, of an inbox that was received just before."""
    _forget(root)
    thidua(root, "receive")
    return thidua(root, "extract", *options)


def _burning(count: int) -> float:
    """Wall seconds in which each of so many processes counts as far."""
    with ProcessPoolExecutor(count) as pool:
        list(pool.map(_burn, [1] * count))
        start = time.perf_counter()
        list(pool.map(_burn, [BURN] * count))
        return time.perf_counter() - start


def _burn(most: int) -> int:
    total = 0
    for number in range(most):
        total += number & 7
    return total


def _forget(root: Path) -> None:
    """Leaves of the workspace only what its people put there."""
    for name in ("archive", "reports"):
        shutil.rmtree(root / name, ignore_errors=True)
    for file in root.glob("thidua.db*"):
        file.unlink()

"""What the machine gives: memory, start-up, several processes, several machines."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from bench import corpus, on_dask, reading_memory, scans, whole_runs
from bench.measure import THIDUA, command
from bench.on_dask import Inbox, Line
from bench.setting import Found, Setting
from bench.table import table
from pipeline.edges import workers

PART = 4
"""Beside a run on Dask goes a shorter one on every fourth of its papers, to tell start from papers."""
LEAST, MOST = PART * workers.MANY, 1_000
"""Word papers of these runs: so many that the shorter one starts as the longer does; yet more tell nothing else."""
SCANS = (2, 8)
"""Of the shorter and the longer run: one takes seconds."""
ROUNDS = 2
"""Runs on Word papers, of which the best counts: they are short."""


def memory(setting: Setting) -> Found:
    """What the readers take, over one paper, over many, over a long one."""
    peaks = dict(reading_memory.peaks(setting.folder / "read", setting.units, setting.printed))
    table("Memory of a process that reads", ("peak MB",), peaks.items())
    judged: dict[str, float | None] = {f"MB, reader, {name}": peaks[name] for name in reading_memory.MANY}
    return Found({"Memory": judged}, {"reading_mb": peaks})


def start_up(_setting: Setting) -> Found:
    """Wall time of `thidua --help`, and of importing click, the best of several."""
    bare = [sys.executable, "-c", "import click"]
    costs = {
        "thidua --help": min(command([*THIDUA, "--help"]).wall for _ in range(5)),
        "import click": min(command(bare).wall for _ in range(5)),
    }
    table("Start-up, wall", ("s",), costs.items())
    ratio = costs["thidua --help"] / costs["import click"]
    return Found({"Start-up": {"thidua --help / import click": ratio}}, {"start_up": costs})


def processes(setting: Setting) -> Found:
    """The writer's part, and how much more processes read faster."""
    root = _words(setting).root
    writer = whole_runs.writer(root)
    faster = whole_runs.processes(root, (1, 2, 4))
    rows = ((str(n), gain["extract"], gain["counting"]) for n, gain in faster.items())
    table("Times as fast with so many processes", ("extract", "counting"), rows)
    figures: dict[str, float | None] = {
        "writer's part of extract": writer,
        "4 processes / counting with 4": faster[4]["extract"] / faster[4]["counting"],
    }
    return Found({"Processes": figures}, {"processes": faster})


def dask(setting: Setting) -> Found:
    """Dask's workers beside the local pool, on Word papers and on scans."""
    names = ("Dask - local, ms a Word paper, start apart", "Dask / local, a scan, start apart")
    if find_spec("distributed") is None:
        return Found({"Dask": dict.fromkeys(names)}, {"dask": {}})
    with on_dask.started() as address:
        word = on_dask.beside_local(address, _words(setting, PART), _words(setting), ROUNDS)
        _dask_table("Word papers", word)
        scan = on_dask.beside_local(address, *_scan_inboxes(setting), 1) if scans.installed() else {}
        _dask_table("scans of a page", scan)
    figures = {
        names[0]: 1000 * (word["Dask"].each - word["local pool"].each),
        names[1]: scan["Dask"].each / scan["local pool"].each if scan else None,
    }
    lines = {"word": word, "scan": scan}
    raw = {what: {name: line._asdict() for name, line in of.items()} for what, of in lines.items()}
    return Found({"Dask": figures}, {"dask": raw})


def _dask_table(what: str, lines: dict[str, Line]) -> None:
    rows = ((name, line.start, 1000 * line.each) for name, line in lines.items())
    table(f"extract of {what}, {on_dask.WORKERS} processes, wall", ("start, s", "ms each"), rows)


def _words(setting: Setting, every: int = 1) -> Inbox:
    """As many Word papers as the largest run reads, within bounds; or every second, third … of them."""
    papers = min(max(setting.sizes[-1], LEAST), MOST)
    root = setting.folder / f"every {every} of {papers}"
    if not root.exists():
        corpus.write_workspace(root, papers, every)
    return Inbox(root, len(range(0, papers, every)))


def _scan_inboxes(setting: Setting) -> tuple[Inbox, Inbox]:
    few, many = (Inbox(setting.folder / f"{count} scans", count) for count in SCANS)
    for inbox in (few, many):
        corpus.write_printed(inbox.root, setting.scanned, inbox.papers)
    return few, many

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

MOST = 1_000
"""Papers of these runs, where there are more: they would tell nothing else."""
PART = 4
"""The shorter run of the two that tell start from papers reads every fourth paper, but so many that it starts alike."""
SCANS = (2, 6)
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
    root = setting.of_words(_most(setting))
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
        word = on_dask.beside_local(address, *_word_inboxes(setting), ROUNDS)
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


def _word_inboxes(setting: Setting) -> tuple[Inbox, Inbox]:
    papers = max(_most(setting), PART * workers.MANY)
    few, many = (setting.folder / f"dask {part}" for part in ("few", "many"))
    corpus.write_workspace(few, papers, PART)
    corpus.write_workspace(many, papers)
    return Inbox(few, len(range(0, papers, PART))), Inbox(many, papers)


def _scan_inboxes(setting: Setting) -> tuple[Inbox, Inbox]:
    few, many = (Inbox(setting.folder / f"{count} scans", count) for count in SCANS)
    for inbox in (few, many):
        corpus.write_printed(inbox.root, setting.scanned, inbox.papers)
    return few, many


def _most(setting: Setting) -> int:
    """The largest number of Word papers that was read, up to where more tell nothing else."""
    return max((size for size in setting.sizes if size <= MOST), default=setting.sizes[0])

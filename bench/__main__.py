"""`python -m bench [PAPERS …]`: prints what reading costs and writes it to build/bench.json.

Everything is told as a ratio to something measured in the same run: machines differ, ratios hardly do.
Without numbers it reads 100 and 1,000 papers, in some minutes; `python -m bench 100 1000 10000` takes far longer.
"Inbox to store" is what the goals are set for: new files taken in, read, their facts durable. A complete run also
plans, checks and writes the reports.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench import corpus, readers_pdf, scans, stages, whole_runs
from bench.measure import THIDUA, Cost, command, seconds
from bench.readers_docx import bound
from bench.table import compared, earlier, say, table
from extractors.extraction import extract, read
from extractors.records import UnitName
from pipeline.cli import BLAS_THREADS
from pipeline.edges import workers

OUT = Path("build/bench.json")
SIZES = (100, 1_000)
SAMPLE = 100
"""Papers that are read stage by stage."""
PRINTED = 400
"""PDFs of a run: enough for start-up not to count for much."""
GOALS = {
    "DOCX inbox to store / raw parse": "at most 4",
    "PDF inbox to store / PDFium's text": "at most 3",
    "DOCX complete run / raw parse": "none: with plan, check, report",
    "PDF complete run / PDFium's text": "none: with plan, check, report",
    "markitdown / DOCX inbox to store": "at least 20",
    "pdfplumber / PDF inbox to store": "at least 15",
    "growth: a paper in the largest run / in 100": "at most 1.15",
    "growth: the same, inbox to store alone": "at most 1.15",
    "writer's part of extract": "at most 0.10",
    "4 processes / counting with 4": "at least 0.85",
    "Dask - local, ms a document": "at most 3",
    "peak MB, largest run / 100 papers": "1",
}


def main(sizes: Sequence[int]) -> None:
    """Measures everything, prints it, and writes it."""
    units = corpus.senders(corpus.UNITS)
    roster = tuple(UnitName(unit.id, unit.name, unit.code) for unit in units)
    word, printed = list(corpus.docx_papers(SAMPLE, units)), readers_pdf.printed()
    found: dict[str, Any] = {"machine": platform.platform(), "cores": os.cpu_count()}
    rows = [*stages.docx(word, roster), *stages.pdf(printed, roster), *scans.scans(printed)]
    found["stages"] = [row._asdict() for row in rows]
    table("CPU a paper or page", ("ms", "× limit"), ((f"{r.route} {r.what}", r.milliseconds, r.times) for r in rows))
    found["papers_by_pages"] = _by_pages(units)
    with tempfile.TemporaryDirectory() as folder:
        _warm(Path(folder) / "first")
        ratios = _whole(Path(folder), sizes, word, found) | _printed(Path(folder), printed)
    found["start_up"] = _start_up()
    found["ratios"] = _beside_peers(rows, ratios)
    compared(earlier(OUT), found["ratios"], GOALS)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    say(f"Written to {OUT}.")


def _warm(root: Path) -> None:
    """Has every module compiled: an installed program has that done already."""
    corpus.write_workspace(root, workers.MANY)
    whole_runs.by_stage(root, 1)


def _by_pages(units: Sequence[corpus.Sender]) -> dict[int, float]:
    """CPU milliseconds by the length of a paper."""
    costs = {}
    for pages in (2, 8, 32, 128):
        papers = list(corpus.docx_papers(10, units, pages))
        costs[pages] = 1000 * seconds(lambda data: extract(read(data, stages.LIMITS)), papers)
    table("CPU by length", ("ms", "ms a page"), ((f"{n} pages", ms, ms / n) for n, ms in costs.items()))
    return costs


def _whole(folder: Path, sizes: Sequence[int], word: Sequence[bytes], found: dict[str, Any]) -> dict[str, float]:
    """The ratios of whole runs over Word papers; all that was measured goes among what was found."""
    costs: dict[int, dict[str, Cost]] = {}
    ratios: dict[str, float] = {}
    for papers in sizes:
        corpus.write_workspace(folder / str(papers), papers)
        costs[papers], limit = _beside_limit(folder / str(papers), bound, word)
        _stage_table(f"{papers} Word papers, whole commands", papers, costs[papers], limit)
        ratios = _run_ratios("DOCX", "raw parse", papers, costs[papers], limit)
    root, papers = folder / str(sizes[-1]), sizes[-1]
    found["runs"] = {n: {name: [c.cpu, c.wall, c.peak_mb] for name, c in of.items()} for n, of in costs.items()}
    found["growth"] = whole_runs.growth(costs)
    found["rerun"] = whole_runs.rerun(root, costs[papers][whole_runs.AGAIN])
    table("Unchanged rerun, wall", ("s",), found["rerun"].items())
    writer = whole_runs.writer(folder / str(min(sizes[-1], 1_000)))
    many = folder / str(min(sizes[-1], 1_000))
    faster = found["processes"] = whole_runs.processes(many, (1, 2, 4))
    table("Processes", ("extract", "counting"), ((str(n), *gain.values()) for n, gain in faster.items()))
    dask = found["dask"] = whole_runs.on_dask(many, min(papers, 1_000)) if _importable("distributed") else {}
    table("Dask, wall a paper", ("ms",), dask.items())
    return {
        **ratios,
        **_growth(found["growth"]),
        "writer's part of extract": writer,
        "4 processes / counting with 4": faster[4]["extract"] / faster[4]["counting"],
        **({"Dask - local, ms a document": dask["dask_ms"] - dask["local_ms"]} if dask else {}),
    }


def _growth(grown: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    first, last = grown[0], grown[-1]
    return {
        "growth: a paper in the largest run / in 100": last["ms_a_paper"] / first["ms_a_paper"],
        "growth: the same, inbox to store alone": last["taken_in_ms_a_paper"] / first["taken_in_ms_a_paper"],
        "peak MB, largest run / 100 papers": last["peak_mb"][whole_runs.COMPLETE]
        / first["peak_mb"][whole_runs.COMPLETE],
    }


def _printed(folder: Path, printed: Sequence[bytes]) -> dict[str, float]:
    """The ratios of whole commands over text PDFs."""
    root = folder / "pdf"
    corpus.write_printed(root, printed, PRINTED)
    costs, limit = _beside_limit(root, readers_pdf.bound, printed)
    _stage_table(f"{PRINTED} text PDFs, whole commands", PRINTED, costs, limit)
    return _run_ratios("PDF", "PDFium's text", PRINTED, costs, limit)


def _beside_limit(
    root: Path, limit: Callable[[bytes], object], papers: Sequence[bytes]
) -> tuple[dict[str, Cost], float]:
    """The commands' costs, and the limit's CPU seconds a paper: measured before and after them, as machines drift."""
    before = seconds(limit, papers)
    costs = whole_runs.by_stage(root, 1)
    return costs, (before + seconds(limit, papers)) / 2


def _run_ratios(route: str, limit: str, papers: int, costs: Mapping[str, Cost], bound: float) -> dict[str, float]:
    """What taking a paper in costs, and a complete run, as multiples of the limit."""
    return {
        f"{route} inbox to store / {limit}": costs[whole_runs.TAKEN_IN].cpu / papers / bound,
        f"{route} complete run / {limit}": costs[whole_runs.COMPLETE].cpu / papers / bound,
    }


def _beside_peers(rows: Iterable[stages.Row], ratios: dict[str, float]) -> dict[str, float]:
    """The ratios with those of the peers: how many times faster a paper is taken in than they give its text alone."""
    times = {(row.route, row.what): row.times for row in rows}
    of_peers = (("DOCX", "markitdown", "raw parse"), ("PDF", "pdfplumber", "PDFium's text"))
    beside = {
        f"{peer} / {route} inbox to store": times[route, peer] / ratios[f"{route} inbox to store / {limit}"]
        for route, peer, limit in of_peers
        if (route, peer) in times
    }
    return {**ratios, **beside, **{f"{route} {what}": value for (route, what), value in times.items()}}


def _stage_table(title: str, papers: int, costs: Mapping[str, Cost], limit: float) -> None:
    rows = [
        (name, 1000 * c.cpu / papers, c.cpu / papers / limit, papers / c.wall, c.peak_mb) for name, c in costs.items()
    ]
    table(title, ("CPU ms", "× limit", "papers/s", "peak MB"), rows)


def _start_up() -> dict[str, float]:
    """Wall seconds of `thidua --help`, and of importing click, the best of several."""
    bare = [sys.executable, "-c", "import click"]
    costs = {
        "thidua --help": min(command([*THIDUA, "--help"]).wall for _ in range(5)),
        "import click": min(command(bare).wall for _ in range(5)),
    }
    table("Start-up, wall", ("s",), costs.items())
    return costs


def _importable(name: str) -> bool:
    return find_spec(name) is not None


if __name__ == "__main__":
    os.environ.setdefault(BLAS_THREADS, "1")  # as the program does itself
    main([int(size) for size in sys.argv[1:]] or SIZES)

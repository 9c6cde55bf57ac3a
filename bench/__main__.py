"""`python -m bench [PAPERS …]`: prints what reading costs and writes it to build/bench.json.

Everything is told as a ratio to something measured in the same run: machines differ, ratios hardly do.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench import corpus, readers_pdf, stages, whole_runs
from bench.measure import THIDUA, Cost, command, seconds
from bench.readers_docx import bound
from extractors.records import UnitName

OUT = Path("build/bench.json")
SIZES = (100, 1_000, 10_000)
SAMPLE = 100
"""Papers that are read stage by stage."""


def main(sizes: Sequence[int]) -> None:
    """Measures everything, prints it, and writes it."""
    units = corpus.senders(corpus.UNITS)
    roster = tuple(UnitName(unit.id, unit.name, unit.code) for unit in units)
    word = list(corpus.docx_papers(SAMPLE, units))
    found: dict[str, Any] = {"machine": platform.platform(), "cores": os.cpu_count()}
    rows = [*stages.docx(word, roster), *stages.pdf(readers_pdf.printed(), roster)]
    found["stages"] = [row._asdict() for row in rows]
    _table(
        "CPU a paper, one process", ("ms", "× limit"), ((f"{r.route} {r.what}", r.milliseconds, r.times) for r in rows)
    )
    found["papers_by_pages"] = _by_pages(units)
    with tempfile.TemporaryDirectory() as folder:
        found |= _whole(Path(folder), sizes, seconds(bound, word))
    found["start_up"] = _start_up()
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    _say(f"Written to {OUT}.")


def _by_pages(units: Sequence[corpus.Sender]) -> dict[int, float]:
    """CPU milliseconds by the length of a paper."""
    costs = {}
    for pages in (2, 8, 32, 128):
        papers = list(corpus.docx_papers(10, units, pages))
        costs[pages] = 1000 * seconds(lambda data: stages.extract(stages.read(data, stages.LIMITS)), papers)
    _table("CPU by length", ("ms", "ms a page"), ((f"{n} pages", ms, ms / n) for n, ms in costs.items()))
    return costs


def _whole(folder: Path, sizes: Sequence[int], limit: float) -> dict[str, Any]:
    costs: dict[int, dict[str, Cost]] = {}
    for papers in sizes:
        corpus.write_workspace(folder / str(papers), papers)
        costs[papers] = whole_runs.by_stage(folder / str(papers), os.cpu_count() or 1)
        _stage_table(papers, costs[papers], limit)
    large, middle = sizes[-1], sizes[len(sizes) // 2]
    grown = whole_runs.growth(costs)
    again = whole_runs.rerun(folder / str(large), costs[large]["again"])
    _table("Unchanged rerun, wall", ("s",), again.items())
    faster = whole_runs.processes(folder / str(middle), (1, 2, 4))
    _table("Processes", ("extract", "counting"), ((str(n), *gain.values()) for n, gain in faster.items()))
    dask = whole_runs.on_dask(folder / str(middle), middle) if _importable("distributed") else {}
    _table("Dask, wall a paper", ("ms",), dask.items())
    runs = {n: {name: [c.cpu, c.wall, c.peak_mb] for name, c in found.items()} for n, found in costs.items()}
    return {"runs": runs, "growth": grown, "rerun": again, "processes": faster, "dask": dask}


def _stage_table(papers: int, costs: dict[str, Cost], limit: float) -> None:
    rows = [
        (name, 1000 * c.cpu / papers, c.cpu / papers / limit, papers / c.wall, c.peak_mb) for name, c in costs.items()
    ]
    _table(f"{papers} Word papers, whole commands", ("CPU ms", "× limit", "papers/s", "peak MB"), rows)


def _start_up() -> dict[str, float]:
    """Wall seconds of `thidua --help`, and of importing click, the best of several."""
    bare = [sys.executable, "-c", "import click"]
    costs = {
        "thidua --help": min(command([*THIDUA, "--help"]).wall for _ in range(5)),
        "import click": min(command(bare).wall for _ in range(5)),
    }
    _table("Start-up, wall", ("s",), costs.items())
    return costs


def _importable(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def _table(title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    _say(f"\n{title:<48}" + "".join(f"{heading:>12}" for heading in headings))
    for name, *numbers in rows:
        _say(f"  {name:<46}" + "".join(f"{number:>12.3f}" for number in numbers))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)

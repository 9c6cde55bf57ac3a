"""What reading costs, as ratios to what is measured in the same run: machines differ, ratios hardly do.

Without numbers it reads 100 and 1,000 Word papers, in some minutes. The goals of growth are set for 10,000 papers
beside 100: `python -m bench 100 10000` judges them, and takes far longer. One number tells nothing of growth; a small
one, such as 20, shows that all works, but start-up then counts for much in every figure.

"Inbox to store" is what most goals are set for: new files taken in, read, their facts durable. A complete run also
plans, checks and writes the reports. The limits are code in C, so that Python's own build shows in every ratio: one
without profile-guided optimization, as pyenv makes it unless told otherwise, reads text PDFs a tenth slower than
Debian's. LibreOffice prints the PDFs; what is not installed (tesseract, Dask, the peers of the extra [bench]) is named
as such.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import corpus, machine, papers, readers_pdf, scans, whole_runs
from bench.goals import GOALS
from bench.setting import Found, Part, Setting
from bench.table import Figures, earlier, judged, say
from pipeline.cli import BLAS_THREADS
from pipeline.edges import workers

OUT = Path("build/bench.json")
SIZES = (100, 1_000)
ENOUGH = 400
"""Papers of a run in which start-up counts for little."""
PARTS: tuple[Part, ...] = (
    papers.word,
    papers.pdf,
    papers.scan,
    machine.memory,
    machine.start_up,
    machine.processes,
    machine.dask,
)


def main(sizes: Sequence[int], out: Path) -> None:
    """Measures everything, prints it, and writes it."""
    say(f"Python {sys.version}")
    before = earlier(out)
    printed = readers_pdf.printed(min(readers_pdf.FILES, sizes[-1]))
    with tempfile.TemporaryDirectory() as folder:
        _warm(Path(folder) / "first")
        setting = Setting(Path(folder), sizes, corpus.senders(corpus.UNITS), printed, scans.pages(printed), before)
        found = [part(setting) for part in PARTS]
    figures = {heading: named for one in found for heading, named in one.figures.items() if named}
    judged(before, figures, GOALS)
    if sizes[-1] < ENOUGH:
        say(f"Fewer than {ENOUGH} papers: start-up counts for so much that most of these verdicts say nothing.")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(_record(found, figures), ensure_ascii=False, indent=1), encoding="utf-8")
    say(f"Written to {out}.")


def _warm(root: Path) -> None:
    """Has every module compiled: an installed program has that done already."""
    corpus.write_workspace(root, workers.MANY)
    whole_runs.by_stage(root, 1)


def _record(found: Sequence[Found], figures: Figures) -> dict[str, Any]:
    """All that was measured; `ratios` by name is what the next run prints as before."""
    rows = [row for one in found for row in one.rows]
    ratios = {name: value for named in figures.values() for name, value in named.items()}
    record: dict[str, Any] = {"machine": platform.platform(), "python": sys.version, "cores": os.cpu_count()}
    for one in found:
        record |= one.raw
    record["stages"] = [row._asdict() for row in rows]
    record["ratios"] = ratios | {f"{row.route} {row.what}": row.times for row in rows}
    record["goals"] = {name: str(goal) for name, goal in GOALS.items()}
    return record


def _arguments() -> argparse.Namespace:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m bench", description=__doc__, formatter_class=form)
    parser.add_argument("papers", nargs="*", type=int, default=SIZES, help="numbers of Word papers (100 1000)")
    parser.add_argument("--json", type=Path, default=OUT, metavar="FILE", help=f"where all figures go ({OUT})")
    return parser.parse_args()


if __name__ == "__main__":
    os.environ.setdefault(BLAS_THREADS, "1")  # as the program does itself
    asked = _arguments()
    main(sorted(set(asked.papers)), asked.json)

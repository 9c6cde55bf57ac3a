"""How much memory the readers take, in a process that does nothing else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from bench import corpus, readers_pdf
from bench.measure import command

PAPERS = 200
MANY = (f"{PAPERS} Word papers", f"{PAPERS} PDFs", f"a PDF of {readers_pdf.PAGES:,} pages")
"""What there are goals for."""
_READ = """
import pathlib, sys
from extractors.extraction import read
from extractors.records import Limits
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    read(path.read_bytes(), Limits())
"""


def peaks(folder: Path, units: Sequence[corpus.Sender], printed: Sequence[bytes]) -> Iterator[tuple[str, float]]:
    """Peak megabytes by what is read, one file after the other."""
    of_files = {
        "a Word paper": corpus.docx_papers(1, units),
        f"{PAPERS} Word papers": corpus.docx_papers(PAPERS, units),
        "a PDF": printed[:1],
        f"{PAPERS} PDFs": islice(cycle(printed), PAPERS),
        f"a PDF of {readers_pdf.PAGES:,} pages": [readers_pdf.long_paper(printed)],
    }
    for name, files in of_files.items():
        yield name, _peak(folder / name, files)


def _peak(folder: Path, files: Iterable[bytes]) -> float:
    folder.mkdir(parents=True)
    for n, data in enumerate(files):
        (folder / str(n)).write_bytes(data)
    return command([sys.executable, "-c", _READ, str(folder)]).peak_mb

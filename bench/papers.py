"""Word papers, text PDFs, scans: each in one process, in memory, and as whole commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench import corpus, readers_docx, readers_pdf, scans, stages, whole_runs
from bench.measure import Cost, seconds
from bench.setting import Found, Setting
from bench.stages import Row
from bench.table import Figures, table
from extractors.extraction import extract, read

SAMPLE = 100
"""Word papers that are read stage by stage."""
PRINTED = 1_000
"""PDFs of a run, as many as there are Word papers unless more are asked for: start-up counts for little."""
SCANS = 4
"""Scans of a run: one takes seconds."""


class Runs(NamedTuple):
    """Whole commands over so many papers, and the CPU seconds that the raw limit takes for one of them."""

    papers: int
    costs: Mapping[str, Cost]
    limit: float

    def times(self, command: str) -> float:
        """A paper's cost as a multiple of the limit."""
        return self.costs[command].cpu / self.papers / self.limit


def word(setting: Setting) -> Found:
    """Word papers: stages and peers, by length, by number, and once more with nothing new."""
    papers = list(corpus.docx_papers(min(SAMPLE, setting.sizes[-1]), setting.units))
    rows = _in_one_process("Word papers", stages.docx(papers, setting.roster), setting.before)
    lengths = _by_length(setting.units)
    runs = [_word_runs(setting.of_words(count), count, papers) for count in setting.sizes]
    grown = whole_runs.growth({run.papers: dict(run.costs) for run in runs})
    rerun = whole_runs.rerun(setting.of_words(setting.sizes[-1]), runs[-1].costs[whole_runs.AGAIN])
    table(f"Unchanged rerun of {runs[-1].papers:,} papers, wall", ("s",), rerun.items())
    figures: Figures = {
        "Word papers": _beside(rows, "DOCX", "raw parse", runs[-1], ("markitdown", "docling")),
        "Growth with the papers": growth(grown),
        "Nothing new": {"unchanged rerun / (3 walks + 1 s)": rerun["wall"] / (3 * rerun["walk"] + 1)},
    }
    measured = {r.papers: {name: [c.cpu, c.wall, c.peak_mb] for name, c in r.costs.items()} for r in runs}
    return Found(figures, {"papers_by_pages": lengths, "runs": measured, "growth": grown, "rerun": rerun}, rows)


def pdf(setting: Setting) -> Found:
    """Text PDFs: stages and peers, and whole commands."""
    rows = _in_one_process("Text PDFs", stages.pdf(setting.printed, setting.roster), setting.before)
    root, count = setting.folder / "pdf", min(PRINTED, setting.sizes[-1])
    corpus.write_printed(root, setting.printed, count)
    runs = _told("text PDFs", _beside_limit(root, count, readers_pdf.bound, setting.printed))
    return Found({"Text PDFs": _beside(rows, "PDF", "PDFium's text", runs, ("pdfplumber",))}, {}, rows)


def scan(setting: Setting) -> Found:
    """Scans: a page, and whole commands that take some in."""
    rows = _in_one_process("Scans, a page,", scans.scans(setting.scanned), setting.before)
    name, alone = "scan inbox to store / tesseract alone", rows[0].milliseconds
    if alone is None:
        return Found({"Scans": {name: None}}, {}, rows)
    root = setting.folder / "scans"
    corpus.write_printed(root, setting.scanned, SCANS)
    cost = whole_runs.taken_in(root, 1)
    runs = _told("scans of a page", Runs(SCANS, {whole_runs.TAKEN_IN: cost}, alone / 1000))
    measured = {"papers": SCANS, "cpu": cost.cpu, "wall": cost.wall, "peak_mb": cost.peak_mb}
    return Found({"Scans": {name: runs.times(whole_runs.TAKEN_IN)}}, {"scans": measured}, rows)


def _in_one_process(what: str, measured: Iterable[Row], before: Mapping[str, float | None]) -> list[Row]:
    rows = list(measured)
    told = ((r.what, r.milliseconds, r.times, before.get(f"{r.route} {r.what}")) for r in rows)
    table(f"{what} in one process, in memory", ("CPU ms", "× limit", "before"), told)
    return rows


def _by_length(units: Sequence[corpus.Sender]) -> dict[int, float]:
    """CPU milliseconds by the pages of a paper."""
    costs = {}
    for pages in (2, 8, 32, 128):
        papers = list(corpus.docx_papers(10, units, pages))
        costs[pages] = 1000 * seconds(lambda data: extract(read(data, stages.LIMITS)), papers)
    table("Word papers by length", ("CPU ms", "ms a page"), ((f"{n} pages", ms, ms / n) for n, ms in costs.items()))
    return costs


def _word_runs(root: Path, papers: int, sample: Sequence[bytes]) -> Runs:
    corpus.write_workspace(root, papers)
    return _told("Word papers", _beside_limit(root, papers, readers_docx.bound, sample))


def _beside_limit(root: Path, papers: int, limit: Callable[[bytes], object], sample: Sequence[bytes]) -> Runs:
    """Whole commands, the limit measured before and after them: machines drift."""
    before = seconds(limit, sample)
    costs = whole_runs.by_stage(root, 1)
    return Runs(papers, costs, (before + seconds(limit, sample)) / 2)


def _told(what: str, runs: Runs) -> Runs:
    """The runs, printed."""
    rows = [
        (name, 1000 * c.cpu / runs.papers, runs.times(name), runs.papers / c.wall, c.peak_mb)
        for name, c in runs.costs.items()
    ]
    table(f"{runs.papers:,} {what}, whole commands", ("CPU ms", "× limit", "papers/s", "peak MB"), rows)
    return runs


def _beside(rows: Sequence[Row], route: str, limit: str, runs: Runs, peers: Sequence[str]) -> dict[str, float | None]:
    """Taking in, reading alone, a complete run beside the limit; how much more the peers take for the text alone."""
    times = {row.what: row.times for row in rows}
    taken_in = runs.times(whole_runs.TAKEN_IN)
    return {
        f"{route} inbox to store / {limit}": taken_in,
        f"{route} reader / {limit}": times["this reader"],
        **{f"{peer} / {route} inbox to store": _divided(times[peer], taken_in) for peer in peers},
        f"{route} complete run / {limit}": runs.times(whole_runs.COMPLETE),
    }


def _divided(value: float | None, by: float) -> float | None:
    return None if value is None else value / by


def growth(grown: Sequence[Mapping[str, Any]]) -> dict[str, float | None]:
    """The largest run beside the smallest; nothing where there is but one."""
    first, last = grown[0], grown[-1]
    if first is last:
        return {}
    sizes = f"{last['papers']:,} / {first['papers']:,}"
    peaks = [run["peak_mb"][whole_runs.COMPLETE] for run in (first, last)]
    return {
        f"CPU a paper, complete run: {sizes}": last["ms_a_paper"] / first["ms_a_paper"],
        f"CPU a paper, inbox to store: {sizes}": last["taken_in_ms_a_paper"] / first["taken_in_ms_a_paper"],
        f"peak of a complete run: {sizes}": peaks[1] / peaks[0],
    }

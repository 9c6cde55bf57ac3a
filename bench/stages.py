"""One paper in one process, stage by stage, beside the raw limit and the peers on the same files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bench import readers_docx, readers_pdf
from bench.measure import ratio
from extractors.extraction import extract, read
from extractors.fields.registry import FIELDS
from extractors.layout import outline
from extractors.records import Extraction, Limits, UnitName
from extractors.sheets.score_sheet import score_sheets
from pipeline.edges.codec import dump_extraction, load_extraction

Step = Callable[[bytes], object]
LIMITS = Limits()


class Row(NamedTuple):
    """One line of the table."""

    route: str
    what: str
    milliseconds: float | None
    """CPU a paper; None where the reader is not installed."""
    times: float | None
    """Of the raw limit in the same run."""
    papers: int


def docx(files: Sequence[bytes], roster: tuple[UnitName, ...]) -> Iterator[Row]:
    """Word papers: stages, then peers."""
    yield _row("DOCX", "raw limit (inflate, lxml parse, itertext)", readers_docx.bound, readers_docx.bound, files)
    yield from _stages("DOCX", files, roster, readers_docx.bound)
    yield from _peers("DOCX", files, readers_docx.PEERS, readers_docx.bound)


def pdf(files: Sequence[bytes], roster: tuple[UnitName, ...]) -> Iterator[Row]:
    """Text PDFs: stages, then peers."""
    yield _row("PDF", "raw limit (PDFium: load and text of each page)", readers_pdf.bound, readers_pdf.bound, files)
    yield from _stages("PDF", files, roster, readers_pdf.bound)
    yield from _peers("PDF", files, readers_pdf.PEERS, readers_pdf.bound)


def _stages(route: str, files: Sequence[bytes], roster: tuple[UnitName, ...], bound: Step) -> Iterator[Row]:
    """Each stage alone, on what the stage before it gave; then all together."""
    documents = {data: read(data, LIMITS) for data in files}
    layouts = {data: outline(document) for data, document in documents.items()}
    said = {data: extract(document, roster) for data, document in documents.items()}
    stored = {data: dump_extraction(extraction) for data, extraction in said.items()}
    steps: dict[str, Step] = {
        "read": lambda data: read(data, LIMITS),
        "outline": lambda data: outline(documents[data]),
        "fields": lambda data: [list(find(layouts[data])) for find in FIELDS.values()],
        "counts": lambda data: list(FIELDS["count:…"](layouts[data])),
        "sheets": lambda data: score_sheets(documents[data]),
        "extract (outline, fields, sheets, decide)": lambda data: extract(documents[data], roster),
        "to JSON": lambda data: dump_extraction(said[data]),
        "from JSON": lambda data: load_extraction(stored[data]),
        "whole paper": lambda data: _whole(data, roster),
    }
    for name, step in steps.items():
        yield _row(route, name, step, bound, files)


def _whole(data: bytes, roster: tuple[UnitName, ...]) -> bytes:
    extraction: Extraction = extract(read(data, LIMITS), roster)
    return dump_extraction(extraction)


def _peers(route: str, files: Sequence[bytes], peers: dict[str, tuple[Step, int]], bound: Step) -> Iterator[Row]:
    """This reader and those that others wrote, where they are installed; the slow ones read fewer papers."""
    for name, (peer, count) in peers.items():
        try:
            yield _row(route, name, peer, bound, files[: min(count, len(files))])
        except ImportError:
            yield Row(route, name, None, None, 0)


def _row(route: str, name: str, step: Step, bound: Step, files: Sequence[bytes]) -> Row:
    own, times = ratio(step, bound, files)
    return Row(route, name, own * 1000, times, len(files))

"""The list of sources: every figure of a paper, the place that says it, and its words there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.figures import LISTED, Content, Figure, Source
from pipeline.source_words import place_in_words

_LONGEST_RAW = 90


def source_groups(figures: Sequence[Figure]) -> list[Mapping[str, Content]]:
    """The stated figures by file: what, value, place, raw text."""
    stated: dict[str, dict[tuple[str, Source], Figure]] = {}
    for figure in figures:
        if not figure.basis and figure.text:
            for source in figure.sources:
                stated.setdefault(source.file, {}).setdefault((figure.key, source), figure)
    return [_group(file, found) for file, found in sorted(stated.items())]


def _group(file: str, found: Mapping[tuple[str, Source], Figure]) -> Mapping[str, Content]:
    first = next(iter(found))[1]
    number = f" số {first.document}" if first.document else ""
    rows: list[Content] = [
        {
            "label": figure.label.removesuffix(f" – {source.unit}"),
            "value": _listed(figure),
            "place": place_in_words(source.place),
            "raw": shortened(source.raw),
        }
        for (_, source), figure in found.items()
    ]
    return {"title": f"{first.unit or 'Văn bản'}{number} (tệp: {file})", "rows": rows}


def computed_rows(figures: Sequence[Figure]) -> list[Mapping[str, Content]]:
    """The figures that were worked out: what, value, how, from which papers."""
    computed = {f.key: f for f in figures if f.basis and f.text and f.basis != "trích"}
    return [{"label": f.label, "value": _listed(f), "basis": f.basis, "papers": _papers(f)} for f in computed.values()]


def extract_rows(figures: Sequence[Figure]) -> list[Mapping[str, Content]]:
    """The extracts: first words, paper, place."""
    rows: list[Mapping[str, Content]] = []
    for figure in (f for f in figures if f.basis == "trích"):
        for source in figure.sources:
            rows.append({"raw": shortened(source.raw), "file": source.file, "place": place_in_words(source.place)})
    return rows


def _listed(figure: Figure) -> Figure:
    """The figure as the list repeats it: `verify` proves it there too, the review copy explains it once."""
    return Figure(f"{LISTED}{figure.key}", figure.text, figure.label, sure=figure.sure)


def _papers(figure: Figure) -> str:
    named = dict.fromkeys(s.document or s.file for s in figure.sources)
    return "; ".join(named)


def shortened(raw: str) -> str:
    """The raw text on one line, cut at a word."""
    line = " ".join(raw.split())
    if len(line) <= _LONGEST_RAW:
        return line
    return f"{line[:_LONGEST_RAW].rsplit(' ', 1)[0]} …"

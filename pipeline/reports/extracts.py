"""Sentences of the units' reports, brought over word for word under the heading they stood under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from extractors.patterns.reports import FRAME_SENTENCE, LIST_MARK, SECTIONS, SENTENCE_END, TOP_HEADING
from extractors.records import Passage
from pipeline.figures import Content, Figure, Source
from pipeline.records import Paper
from pipeline.reports.received import Receipt
from pipeline.reports.sources import file_name, sure_number
from pipeline.reports.view import ReportView
from pipeline.reports.wording import capital

MOST = {"leadership": 2, "movements": 2, "initiatives": 2, "limits": 3, "proposals": 3, "direction": 3}
"""How many sentences of a section one report may bring."""
_SHORTEST, _LONGEST = 30, 600


class Sentence(NamedTuple):
    """One sentence and the report that says it."""

    section: str
    unit: str
    text: str
    source: Source


def sentences_by_section(view: ReportView, received: tuple[Receipt, ...]) -> Mapping[str, list[Content]]:
    """For each section its attributed sentences; equal ones are one, with all units that say it."""
    found: dict[str, list[Sentence]] = {section: [] for section in SECTIONS}
    for receipt in received:
        if receipt.paper is not None:
            for sentence in _chosen(view, receipt.paper, receipt.unit.name):
                found[sentence.section].append(sentence)
    return {section: _merged(section, sentences) for section, sentences in found.items()}


def _chosen(view: ReportView, paper: Paper, unit: str) -> Iterator[Sentence]:
    left = dict(MOST)
    for section, file_id, passage in _aligned(view, paper):
        for text in complete_sentences(passage):
            if left[section]:
                left[section] -= 1
                source = Source(unit, sure_number(paper), file_name(paper, file_id), passage.place, text)
                yield Sentence(section, unit, text, source)


def _aligned(view: ReportView, paper: Paper) -> Iterator[tuple[str, int, Passage]]:
    """The running text of the paper's first file that has any, each passage with its section."""
    file_id = next((f.file_id for f in paper.files if view.text_of(f.file_id)), None)
    if file_id is None:
        return
    top = ""
    for passage in view.text_of(file_id):
        section = section_of(passage.heading)
        if TOP_HEADING.match(passage.heading):
            top = section
        if (section or top) and not passage.place.container:
            yield section or top, file_id, passage


def section_of(heading: str) -> str:
    """The section that the heading names, "" for another."""
    return next((section for section, pattern in SECTIONS.items() if pattern.search(heading)), "")


def complete_sentences(passage: Passage) -> Iterator[str]:
    """The passage's whole sentences, without list marks and without those that only lead in or out."""
    if passage.text.strip() == passage.heading.strip():
        return
    for text in SENTENCE_END.split(LIST_MARK.sub("", passage.text)):
        sentence = " ".join(text.split())
        if _SHORTEST <= len(sentence) <= _LONGEST and not FRAME_SENTENCE.search(sentence):
            yield sentence


def _merged(section: str, sentences: Iterable[Sentence]) -> list[Content]:
    groups: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        groups.setdefault(_folded(sentence.text), []).append(sentence)
    return _by_units(section, list(groups.values()))


def _by_units(section: str, groups: list[list[Sentence]]) -> list[Content]:
    """One entry for each set of units, in the order of first appearance."""
    entries: dict[str, list[Content]] = {}
    for number, group in enumerate(groups, 1):
        units = ", ".join(dict.fromkeys(s.unit for s in group))
        text = capital(group[0].text)
        quote = text if text.endswith((".", "!", "?")) else f"{text.rstrip(';,')}."
        figure = Figure(
            f"extract/{section}/{number}", quote, f"Trích báo cáo: {units}", tuple(s.source for s in group), "trích"
        )
        entries.setdefault(units, []).append(figure)
    return [{"units": units, "sentences": quotes} for units, quotes in entries.items()]


def _folded(text: str) -> str:
    return " ".join(text.casefold().rstrip(".;").split())

"""Trích yếu: the lines below the title, or "V/v …" below the number of a công văn."""

from __future__ import annotations

from collections.abc import Iterator

from extractors import heads
from extractors.layout import Layout
from extractors.lines import together
from extractors.records import Candidate
from extractors.vietnamese.periods import main_period
from extractors.vietnamese.skeleton import foreign
from extractors.vietnamese.text import one_line

_RULES = {
    "column": "subject.letter",
    "rule": "subject.until_rule",
    "gap": "subject.until_gap",
    "addressee": "subject.until_addressee",
    "grounds": "subject.until_grounds",
    "style": "subject.until_style",
    "sentence": "subject.until_sentence",
    "office": "subject.until_office",
    "bracket": "subject.until_bracket",
}

_PLAIN_ENDS = {"rule", "gap", "addressee", "grounds", "style"}


def find(layout: Layout) -> Iterator[Candidate]:
    """Candidates of `subject`, in one line, "V/v" and "Về việc" kept."""
    if layout.titled != layout.about:
        yield from _in_title(layout)
    elif layout.about:
        raw, place = together(layout.document, layout.about)
        value = one_line(" ".join(line.text for line in layout.about)).strip("*_ ")
        rule = _RULES.get(layout.about_ends, "subject.no_end")
        yield Candidate("subject", value, rule, raw, place, _doubt(value))


def _in_title(layout: Layout) -> Iterator[Candidate]:
    """Kind and subject in one line: "BÁO CÁO TỔNG KẾT CÔNG TÁC …".

    Without a time it may all be the kind's name: "PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC".
    """
    lines = layout.titled
    raw, place = together(layout.document, lines)
    name = heads.leading_type(lines[0])
    words = " ".join(line.text for line in lines).split()[len(name.split()) :]
    value = one_line(" ".join(words))
    ended = layout.about_ends in _PLAIN_ENDS and value == value.upper() and main_period(value) is not None
    rule = "subject.in_ended_title" if ended else "subject.in_title"
    yield Candidate("subject", value, rule, raw, place)


def _doubt(value: str) -> str:
    if foreign(value):
        return "foreign_letter"
    return "too_long" if len(value) > 600 or len(value) < 8 else ""

"""The kind of paper (tên loại): its title line, or that a letter (công văn) has none."""

from __future__ import annotations

from collections.abc import Iterator

from extractors import heads
from extractors.layout import Layout
from extractors.patterns import letterhead
from extractors.places import within
from extractors.records import Candidate
from extractors.vietnamese.text import one_line


def find(layout: Layout) -> Iterator[Candidate]:
    """Candidates of `doc_type`, in capitals: "BÁO CÁO", "CÔNG VĂN"."""
    yield from _from_title(layout)
    if layout.head and not layout.title:
        yield from _letter(layout)


def _from_title(layout: Layout) -> Iterator[Candidate]:
    for line in layout.title:
        if name := heads.type_of(line):
            yield Candidate("doc_type", name, "doc_type.title", line.text, line.place)
        elif name := heads.leading_type(line):
            end = _end_of_words(line.text, len(name.split()))
            yield Candidate("doc_type", name, "doc_type.leading_words", line.text[:end], within(line.place, 0, end))
        else:
            yield Candidate("doc_type", one_line(line.text).strip(" .:*_-"), "doc_type.capitals", line.text, line.place)


def _end_of_words(text: str, count: int) -> int:
    end = 0
    for word in text.split()[:count]:
        end = text.index(word, end) + len(word)
    return end


def _letter(layout: Layout) -> Iterator[Candidate]:
    """A công văn has no title; "V/v" under its number and "Kính gửi" show it."""
    if any(letterhead.ABOUT_SHORT.match(line.bones) for line in layout.about):
        yield Candidate("doc_type", "CÔNG VĂN", "doc_type.letter_by_subject")
    if any(letterhead.ADDRESSEE.match(line.bones) for line in layout.body[:6]):
        yield Candidate("doc_type", "CÔNG VĂN", "doc_type.letter_by_addressee")

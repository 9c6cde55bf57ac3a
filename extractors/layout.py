"""A paper's outline: which lines are its head, title, body, foot and appendix. Every field reads from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors import feet, heads
from extractors.lines import Line, lines_of
from extractors.patterns import letterhead
from extractors.records import Aside, Document
from extractors.vietnamese.text import one_line, tones


@dataclass(frozen=True, slots=True)
class Layout:
    """The first paper of a document, part by part; each part in reading order, empty where it is not there."""

    document: Document
    head: tuple[Line, ...]
    """From the office's name to the day, both columns."""
    title: tuple[Line, ...]
    """The line of the paper's kind (tên loại)."""
    about: tuple[Line, ...]
    """The lines of its subject (trích yếu), or of "V/v …"."""
    about_ends: str
    """What ends the subject: "rule", "gap", "addressee", "grounds", "style", "column"; "" where nothing plain does."""
    body: tuple[Line, ...]
    recipients: tuple[Line, ...]
    """The left column of the foot, from "Nơi nhận" on."""
    signatures: tuple[Line, ...]
    """The right column of the foot."""
    appendix: tuple[Line, ...]
    """All that follows the foot."""
    papers: int
    """How many heads the file has."""

    @property
    def misread(self) -> bool:
        """Whether the motto's letters are wrong: then so may be every other, as a poor text layer leaves them."""
        mottos = [line.text[m.start() : m.end()] for line in self.head for m in letterhead.MOTTO.finditer(line.bones)]
        return any(tones(one_line(motto)).casefold() not in _MOTTOS for motto in mottos)

    @property
    def asides(self) -> tuple[Aside, ...]:
        """What was kept apart: stamps, footnotes, values drawn over the text."""
        return self.document.asides


_MOTTOS = {"cộng hòa xã hội chủ nghĩa việt nam", "đảng cộng sản việt nam"}


def outline(document: Document) -> Layout:
    """The outline of the document's first paper."""
    lines, papers = heads.first_paper(lines_of(document))
    head = heads.find(lines)
    title = heads.title(lines, head)
    about, ends = heads.about(lines, head, title)
    rest = _below_title(lines, head, title, about)
    foot = feet.find(rest)
    return Layout(
        document=document,
        head=tuple(lines[i] for i in head if lines[i].text),
        title=tuple(lines[i] for i in title),
        about=tuple(lines[i] for i in about),
        about_ends=ends,
        body=tuple(line for line in rest[: foot.start] if line.text),
        recipients=foot.recipients,
        signatures=foot.signatures,
        appendix=tuple(line for line in rest[foot.stop :] if line.text),
        papers=papers,
    )


def _below_title(lines: Sequence[Line], head: range, title: range, about: range) -> Sequence[Line]:
    """The lines that follow title and subject, without the head where that comes after them."""
    start = max([0, *(r.stop for r in (title, about) if r)])
    if head and start and start <= head.start:
        return [*lines[start : head.start], *lines[head.stop :]]
    return lines[max(start, head.stop) :]

"""A paper's outline: which lines are its head, title, body, foot and appendix. Every field reads from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from extractors import feet, heads, sheet_heads, subjects
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
    sheet: tuple[Line, ...] = ()
    """Of a score sheet without a letter: its title and what stands between it and its table."""

    @property
    def titled(self) -> tuple[Line, ...]:
        """The lines that hold the subject: with the title's own where it goes on in it ("BÁO CÁO TỔNG KẾT …")."""
        if not any(not heads.type_of(line) and heads.leading_type(line) for line in self.title):
            return self.about
        return (*self.title, *takewhile(lambda line: not line.text.startswith("("), self.about))

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
    head, sheet = heads.find(lines), range(0)
    if not head:
        head, sheet = sheet_heads.find(lines)
    title = range(0) if sheet else heads.title(lines, head)
    about, ends = subjects.find(lines, head, title)
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
        sheet=tuple(lines[i] for i in sheet if lines[i].text),
    )


def _below_title(lines: Sequence[Line], head: range, title: range, about: range) -> Sequence[Line]:
    """The lines that follow title and subject, without the head where that comes after them."""
    start = max([0, *(r.stop for r in (title, about) if r)])
    if head and start and start <= head.start:
        return [*lines[start : head.start], *lines[head.stop :]]
    return lines[max(start, head.stop) :]

"""Proves a finished report: every number in it against the same report written from the store now."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

from lxml import etree

from extractors.errors import Unreadable
from pipeline.figures import BOOKMARK

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TERMS = "{http://purl.org/dc/terms/}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MOST_BYTES = 50_000_000
_LIKENESS = 0.6

# 57; 9,5; 1.000; 15/01/2021; 152 in 152/BC-VP
_NUMBER = re.compile(r"[0-9]+(?:[.,/][0-9]+)*")


class Verdict(StrEnum):
    """What is known of a number."""

    EQUAL = "equal"
    """The store says the same."""
    CHANGED = "changed"
    """The store says something else, or nothing any more."""
    NOT_FROM_HERE = "not_from_here"
    """Somebody wrote it into the paper."""


class CheckedNumber(NamedTuple):
    """One number of the report."""

    text: str
    paragraph: int
    """1-based, table cells counted in reading order."""
    context: str
    """The paragraph that it stands in."""
    verdict: Verdict
    now: str = ""
    """What the store says, for a changed one; empty where it says nothing."""


class Identity(NamedTuple):
    """Which report it is: what has to be written again to compare with."""

    title: str
    as_of: date


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    figures: tuple[tuple[str, int, int], ...]
    """Bookmark, first and last character of each figure."""


def identity(report: bytes) -> Identity:
    """Title and day of a report that this program wrote. Raises Unreadable for another file."""
    core = _part(report, "docProps/core.xml")
    title, created = core.findtext(_TITLE), core.findtext(f"{_TERMS}created")
    try:
        return Identity(title or "", date.fromisoformat((created or "")[:10]))
    except ValueError as error:
        raise Unreadable(str(error)) from error


def verify_report(report: bytes, fresh: bytes) -> tuple[CheckedNumber, ...]:
    """Every number of the report, judged by `fresh`: the same report as the store gives it now."""
    paper, now = _paragraphs(report), _paragraphs(fresh)
    values = {name: p.text[start:end] for p in now for name, start, end in p.figures}
    known = Counter(_without_figures(p) for p in now)
    texts = list(dict.fromkeys(p.text for p in now if p.text))
    checked: list[CheckedNumber] = []
    for number, paragraph in enumerate(paper, 1):
        checked += _figures(number, paragraph, values)
        if known[_without_figures(paragraph)]:
            checked += _checked(number, paragraph, _outside(paragraph), Verdict.EQUAL)
        else:
            checked += _edited(number, paragraph, texts)
    return tuple(checked)


def _figures(number: int, paragraph: _Paragraph, values: Mapping[str, str]) -> Iterator[CheckedNumber]:
    for name, start, end in paragraph.figures:
        text, now = paragraph.text[start:end], values.get(name, "")
        verdict = Verdict.EQUAL if text == now else Verdict.CHANGED
        if _NUMBER.search(text) or _NUMBER.search(now):
            yield CheckedNumber(text, number, paragraph.text, verdict, "" if text == now else now)


def _edited(number: int, paragraph: _Paragraph, texts: Sequence[str]) -> Iterator[CheckedNumber]:
    """The numbers of a paragraph that the store would write otherwise: those of its nearest likeness are known."""
    numbers = _outside(paragraph)
    if not numbers:
        return
    likeness = get_close_matches(paragraph.text, texts, 1, _LIKENESS)
    left = Counter(_NUMBER.findall(likeness[0])) if likeness else Counter()
    for text in numbers:
        verdict = Verdict.EQUAL if left[text] else Verdict.NOT_FROM_HERE
        left[text] -= 1
        yield CheckedNumber(text, number, paragraph.text, verdict)


def _checked(number: int, paragraph: _Paragraph, texts: Sequence[str], verdict: Verdict) -> list[CheckedNumber]:
    return [CheckedNumber(text, number, paragraph.text, verdict) for text in texts]


def _outside(paragraph: _Paragraph) -> list[str]:
    return _NUMBER.findall(_without_figures(paragraph))


def _without_figures(paragraph: _Paragraph) -> str:
    """The text with a space in the place of each figure."""
    text = paragraph.text
    for _name, start, end in reversed(paragraph.figures):
        text = f"{text[:start]} {text[end:]}"
    return text


def _paragraphs(data: bytes) -> list[_Paragraph]:
    return [_read(p) for p in _part(data, "word/document.xml").iter(f"{_WORD}p")]


def _part(data: bytes, name: str) -> etree._Element:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if package.getinfo(name).file_size > _MOST_BYTES:
                raise Unreadable(name)
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            return etree.fromstring(package.read(name), parser)
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise Unreadable(str(error)) from error


def _read(paragraph: etree._Element) -> _Paragraph:
    text, figures = "", []
    opened: dict[str | None, tuple[str, int]] = {}
    for element in paragraph.iter(f"{_WORD}t", f"{_WORD}bookmarkStart", f"{_WORD}bookmarkEnd"):
        identity_, name = element.get(f"{_WORD}id"), element.get(f"{_WORD}name") or ""
        if element.tag == f"{_WORD}t":
            text += element.text or ""
        elif name.startswith(BOOKMARK):
            opened[identity_] = (name, len(text))
        elif identity_ in opened:
            started, first = opened.pop(identity_)
            figures.append((started, first, len(text)))
    return _Paragraph(text, tuple(figures))

"""What stands around a paragraph and governs its numbers: the paper's period and stage, heading, lead-in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from extractors.fields.counts_symbols import Time
from extractors.patterns import counts as shapes
from extractors.records import Paragraph
from extractors.vietnamese.text import fold

_HEAD = 25
"""Title and subject stand among the first paragraphs."""
_HEADING_LENGTH = 140
_END_MARKS = frozenset(".;:,")


class Around(NamedTuple):
    """A paragraph and the words that govern it."""

    paragraph: Paragraph
    headings: tuple[str, ...]
    """Those it stands under, the nearest last."""
    lead: str
    """The line ending in a colon that its list hangs from; "" where it hangs from none."""
    before: str
    """The running text directly above it, or above its list; "" below a heading."""
    broken: bool
    """It seems to begin or end in the middle of a sentence."""


def time_of(paragraphs: Sequence[Paragraph]) -> Time:
    """The year that the title names, else the one most spoken of; and whether a title speaks of its first half."""
    titles = _titles(paragraphs)
    named = [year for title in titles if "ngay" not in title for year in shapes.YEAR_OF.findall(title)[:1]]
    year = named[0] if len(set(named)) == 1 else _most_spoken_of(paragraphs)
    return Time(int(year) if year else None, any(shapes.HALF_TITLE.search(t) for t in titles))


def _most_spoken_of(paragraphs: Sequence[Paragraph]) -> str:
    naming = (p.text for p in paragraphs if any(map(p.text.__contains__, shapes.IN_YEARS)))
    years = Counter(year for text in naming for year in shapes.YEAR_OF.findall(text))
    top = years.most_common(2)
    return top[0][0] if top and (len(top) == 1 or top[0][1] > top[1][1]) else ""


def stage_of(paragraphs: Sequence[Paragraph]) -> str:
    """The stage that the paper's title names: a registration, a proposal, or "" for any other paper."""
    titles = _titles(paragraphs)
    if any(shapes.REGISTRATION_TITLE.search(t) for t in titles):
        return "registered"
    return "proposed" if any(shapes.PROPOSAL_TITLE.search(t) for t in titles) else ""


def is_of_what_is_to_be(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the paper's title says that it tells of what is to be: a plan, a pledge, guidelines."""
    return any(shapes.AIMING_TITLE.match(title) for title in _titles(paragraphs))


def _titles(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The short lines without an end mark at the paper's head, folded."""
    lines = [p.text.strip() for p in paragraphs[:_HEAD]]
    return [fold(line) for line in lines if len(line) < _HEADING_LENGTH and line[-1:] not in _END_MARKS]


def around(paragraphs: Sequence[Paragraph], wanted: Container[int]) -> Iterator[Around]:
    """The paragraphs of these indexes with their headings and what leads to them, in order."""
    headings: tuple[str, ...] = ()
    lead = prose = ""
    for index, paragraph in enumerate(paragraphs):
        listed, heads = is_listed(paragraph), is_heading(paragraph)
        if heads:
            headings, lead, prose = _below(headings, paragraph.text), "", ""
        elif not listed:
            lead = ""
        if index in wanted:
            broken = _broken(paragraphs[max(0, index - 1) : index], paragraph, paragraphs[index + 1 : index + 2])
            yield Around(paragraph, headings, lead if listed else "", prose, broken)
        if paragraph.text.rstrip().endswith(":"):
            lead = paragraph.text
        if not listed and not heads:
            prose = paragraph.text


_CAPITALS, _TOP, _NUMBERED, _DEEPER, _UNNUMBERED = range(5)
"""How deep a heading stands; one in capitals without a number is a title, or the only heading."""


def _level(heading: str) -> int:
    if shapes.TOP_HEADING.match(heading):
        return _TOP
    number = shapes.NUMBERED_HEADING.match(heading)
    if number:
        return _DEEPER if number["deeper"] else _NUMBERED
    return _CAPITALS if heading.isupper() else _UNNUMBERED


def _below(headings: tuple[str, ...], heading: str) -> tuple[str, ...]:
    """The headings above this one that still govern what stands below it, and itself."""
    level = _level(heading)
    levels = ((_level(above), above) for above in headings)
    return (*(h for at, h in levels if at < level and (at or level == _UNNUMBERED)), heading)


def is_listed(paragraph: Paragraph) -> bool:
    """An item of a list, by its mark or by Word's numbering."""
    return bool(paragraph.label) or bool(shapes.LIST_MARK.match(paragraph.text))


def is_heading(paragraph: Paragraph) -> bool:
    """A short line without an end mark, in capitals, bold or numbered, or whose first words tell of what is to be."""
    text = paragraph.text.strip()
    if not text or len(text) > _HEADING_LENGTH or text[-1] in _END_MARKS:
        return False
    return text.isupper() or paragraph.bold or is_listed(paragraph) or _tells_of_aims(text)


def _tells_of_aims(text: str) -> bool:
    return text[0] in shapes.AIMING_INITIALS and bool(shapes.AIMING_LINE.match(fold(text)))


def _broken(before: Sequence[Paragraph], paragraph: Paragraph, after: Sequence[Paragraph]) -> bool:
    first = "" if is_listed(paragraph) else paragraph.text.lstrip()[:1]
    mid_start = bool(first) and not first.isupper() and not all(map(_closed, before))
    goes_on = any(not is_listed(p) and p.text.lstrip()[:1].islower() for p in after)
    return mid_start or (goes_on and not _closed(paragraph))


def _closed(paragraph: Paragraph) -> bool:
    return paragraph.text.rstrip()[-1:] in ".;:!?" or is_heading(paragraph)

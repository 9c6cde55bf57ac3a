"""What stands around a paragraph and governs its numbers: the paper's period and stage, heading, lead-in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
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
    heading: str
    lead: str
    """The line ending in a colon that its list hangs from; "" where it hangs from none."""
    broken: bool
    """It seems to begin or end in the middle of a sentence."""


def time_of(paragraphs: Sequence[Paragraph]) -> Time:
    """The year that the title names, else the one most spoken of; and whether a title speaks of its first half."""
    titles = _titles(paragraphs)
    named = [year for title in titles if "ngay" not in title for year in shapes.YEAR_OF.findall(title)[:1]]
    year = named[0] if len(set(named)) == 1 else _most_spoken_of(paragraphs)
    return Time(int(year) if year else None, any(shapes.HALF_TITLE.search(t) for t in titles))


def _most_spoken_of(paragraphs: Sequence[Paragraph]) -> str:
    years = Counter(year for p in paragraphs for year in shapes.YEAR_OF.findall(p.text))
    top = years.most_common(2)
    return top[0][0] if top and (len(top) == 1 or top[0][1] > top[1][1]) else ""


def stage_of(paragraphs: Sequence[Paragraph]) -> str:
    """The stage that the paper's title names: a registration, a proposal, or "" for any other paper."""
    titles = _titles(paragraphs)
    if any(shapes.REGISTRATION_TITLE.search(t) for t in titles):
        return "registered"
    return "proposed" if any(shapes.PROPOSAL_TITLE.search(t) for t in titles) else ""


def _titles(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The short lines without an end mark at the paper's head, folded."""
    lines = [p.text.strip() for p in paragraphs[:_HEAD]]
    return [fold(line) for line in lines if len(line) < _HEADING_LENGTH and line[-1:] not in _END_MARKS]


def around(paragraphs: Sequence[Paragraph]) -> Iterator[Around]:
    """Every paragraph with its heading and its lead-in, in order."""
    heading = lead = ""
    for index, paragraph in enumerate(paragraphs):
        listed = is_listed(paragraph)
        if is_heading(paragraph):
            heading, lead = paragraph.text, ""
        elif not listed:
            lead = ""
        before = paragraphs[index - 1] if index else None
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        yield Around(paragraph, heading, lead if listed else "", _broken(before, paragraph, after))
        if paragraph.text.rstrip().endswith(":"):
            lead = paragraph.text


def is_listed(paragraph: Paragraph) -> bool:
    """An item of a list, by its mark or by Word's numbering."""
    return bool(paragraph.label) or bool(shapes.LIST_MARK.match(paragraph.text))


def is_heading(paragraph: Paragraph) -> bool:
    """A short line without an end mark, in capitals, bold or numbered."""
    text = paragraph.text.strip()
    if not text or len(text) > _HEADING_LENGTH or text[-1] in _END_MARKS:
        return False
    return text.isupper() or paragraph.bold or is_listed(paragraph)


def _broken(before: Paragraph | None, paragraph: Paragraph, after: Paragraph | None) -> bool:
    first = "" if is_listed(paragraph) else paragraph.text.lstrip()[:1]
    mid_start = bool(first) and not first.isupper() and before is not None and not _closed(before)
    goes_on = after is not None and not is_listed(after) and after.text.lstrip()[:1].islower()
    return mid_start or (goes_on and not _closed(paragraph))


def _closed(paragraph: Paragraph) -> bool:
    return paragraph.text.rstrip()[-1:] in ".;:!?" or is_heading(paragraph)

"""Số, ký hiệu: in the head, drawn over it, or named by an appendix."""

from __future__ import annotations

from collections.abc import Iterator

from extractors import heads
from extractors.layout import Layout
from extractors.lines import Line
from extractors.patterns import letterhead
from extractors.places import within
from extractors.records import AsideKind, Candidate, Paragraph
from extractors.vietnamese.paper_numbers import PaperNumber, read_number
from extractors.vietnamese.skeleton import skeleton


def find(layout: Layout) -> Iterator[Candidate]:
    """Candidates of `number`, whole and without inner spaces; value None where its place is empty."""
    typed = [c for line in layout.head if heads.is_number(line) for c in _typed(line)]
    drawn = list(_drawn(layout, typed))
    if drawn and all(c.value is None for c in typed):
        yield from drawn
    else:
        yield from [*typed, *drawn]
    yield from _named_by_appendix(layout)


def _typed(line: Line) -> Iterator[Candidate]:
    match = letterhead.NUMBER_LINE.match(line.bones)
    number = read_number(line.text, match.start("number")) if match else None
    if number is None:
        yield from _malformed(line)
        return
    raw, place = line.text[: number.end], within(line.place, 0, number.end)
    rest = line.text[number.end :].strip(" .,;")
    doubt = number.doubt or ("more_on_the_line" if rest else "")
    yield Candidate("number", number.value if number.serial else None, "number.head", raw, place, doubt)


def _malformed(line: Line) -> Iterator[Candidate]:
    """A line that is meant as a number: what stands there, for a person to read."""
    match = letterhead.MEANT_AS_NUMBER.match(line.bones)
    if match:
        value = "".join(line.text[match.start("number") :].split())
        yield Candidate("number", value, "number.malformed", line.text, line.place, "malformed")


def _drawn(layout: Layout, typed: list[Candidate]) -> Iterator[Candidate]:
    """What a signature's picture shows over the typed blank: the whole number, or its digits alone."""
    for aside in layout.asides:
        if aside.kind is AsideKind.FILLED_IN:
            yield from _drawn_whole(aside.paragraph) or _drawn_digits(aside.paragraph, typed)


def _drawn_whole(paragraph: Paragraph) -> list[Candidate]:
    line = letterhead.NUMBER_LINE.match(skeleton(paragraph.text))
    number = read_number(paragraph.text, line.start("number") if line else 0)
    if number is None or not number.serial:
        return []
    place = within(paragraph.place, 0, number.end)
    return [Candidate("number", number.value, "number.drawn", paragraph.text[: number.end], place, number.doubt)]


def _drawn_digits(paragraph: Paragraph, typed: list[Candidate]) -> Iterator[Candidate]:
    digits = paragraph.text.strip()
    if not digits.isdecimal() or not paragraph.place.bbox:
        return
    for blank in typed:
        if blank.value is None and blank.raw and _overlaps(paragraph, blank):
            number = read_number(blank.raw, blank.raw.index(":") + 1 if ":" in blank.raw else 2)
            if number:
                yield Candidate("number", digits + number.value, "number.drawn_digits", paragraph.text, paragraph.place)


def _overlaps(paragraph: Paragraph, blank: Candidate) -> bool:
    """Whether the drawn text stands on the line of the typed blank."""
    drawn, typed = paragraph.place.bbox, blank.place.bbox
    if drawn is None or typed is None or paragraph.place.page != blank.place.page:
        return False
    middle = (drawn[1] + drawn[3]) / 2
    height = typed[3] - typed[1]
    return typed[1] - height / 2 <= middle <= typed[3] + height / 2 and typed[0] <= drawn[0] <= typed[2]


def _named_by_appendix(layout: Layout) -> Iterator[Candidate]:
    for line in layout.appendix:
        match = letterhead.ATTACHED_TO.match(line.bones)
        number = read_number(line.text, match.start("number")) if match else None
        if number and number.serial:
            place = within(line.place, number.start, number.end)
            yield Candidate("number", number.value, "number.appendix", line.text[number.start : number.end], place)


def printed_numbers(layout: Layout) -> list[PaperNumber]:
    """The numbers in the head, the empty ones too."""
    found = []
    for line in layout.head:
        match = letterhead.NUMBER_LINE.match(line.bones) if heads.is_number(line) else None
        number = read_number(line.text, match.start("number")) if match else None
        found += [number] if number else []
    return found

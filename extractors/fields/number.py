"""Số, ký hiệu: in the head, drawn over it, or named by an appendix."""

from __future__ import annotations

from collections.abc import Iterator

from extractors import drawings, heads
from extractors.layout import Layout
from extractors.lines import Line
from extractors.patterns import letterhead
from extractors.places import within
from extractors.records import Candidate, Paragraph
from extractors.vietnamese.paper_numbers import read_number
from extractors.vietnamese.skeleton import skeleton
from extractors.vietnamese.text import dashes


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
    for paragraph in drawings.drawn(layout.asides):
        yield from _drawn_whole(paragraph)
    for blank in typed:
        if blank.value is None:
            yield from _drawn_digits(layout, blank)


def _drawn_whole(paragraph: Paragraph) -> Iterator[Candidate]:
    line = letterhead.NUMBER_LINE.match(skeleton(paragraph.text))
    number = read_number(paragraph.text, line.start("number") if line else 0)
    if number is None or not number.serial or paragraph.text[number.end :].strip(" ."):
        return
    place = within(paragraph.place, 0, number.end)
    yield Candidate("number", number.value, "number.drawn", paragraph.text[: number.end], place, number.doubt)


def _drawn_digits(layout: Layout, blank: Candidate) -> Iterator[Candidate]:
    letters = (blank.raw or "").partition("/")
    digits = drawings.digits_over(layout.asides, blank.place)
    for paragraph in digits:
        serial = paragraph.text.strip(" .")
        value = serial + "".join(dashes(letters[1] + letters[2]).split())
        doubt = "several_drawn" if len(digits) > 1 else blank.doubt
        yield Candidate("number", value, "number.drawn_digits", paragraph.text, paragraph.place, doubt)


def _named_by_appendix(layout: Layout) -> Iterator[Candidate]:
    for line in layout.appendix:
        match = letterhead.ATTACHED_TO.match(line.bones)
        number = read_number(line.text, match.start("number")) if match else None
        if number and number.serial:
            place = within(line.place, number.start, number.end)
            yield Candidate("number", number.value, "number.appendix", line.text[number.start : number.end], place)

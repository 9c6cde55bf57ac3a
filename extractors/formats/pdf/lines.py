"""A page's lines in content order; a line that runs over the edges of cells is cut at them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extractors.formats.pdf.characters import TIED, Characters, Span
from extractors.formats.pdf.grid import Owner, Spot
from extractors.formats.pdf.shapes import Line
from extractors.records import BBox

WIDE = 1.6
"""Ems: a gap wider than this divides a line in two."""
LOOSE = 0.53
"""Ems a character takes on average from which on a line is searched for wide gaps."""
SLACK = 2.0
"""Points by which the boxes of two rows may overlap."""

_LINE = re.compile(f"[^\\s{TIED}](?:[^\r\n{TIED}]*[^\\s{TIED}])?[{TIED}]?|[{TIED}]")
"""From its first to its last character that is no space; a hyphen at its end is the last one."""

_WORD = re.compile(r"\S+")

Ends = tuple[BBox, BBox]
"""Where these two stand."""


class Found(NamedTuple):
    """A line, the cell that it stands in, and the footnotes' numbers that were taken off it."""

    line: Line
    spot: Spot | None = None
    notes: str = ""
    whole: bool = True
    """False where a cell's edge cuts a word in two: then the cells may not be where the rules say."""


class Part(NamedTuple):
    """A stretch of a line, where it begins and ends, and in which cell."""

    span: Span
    ends: Ends
    spot: Spot | None


def lines_in_order(characters: Characters, page: int, owners: Sequence[Owner] = ()) -> Iterator[Found]:
    """The lines as the file draws them, those with a wide gap or over several cells cut."""
    for match in _LINE.finditer(characters.text):
        span = match.start(), match.end() - 1
        ends = left, right = characters.box(span[0]), characters.box(span[1])
        if _another_row(left, right):
            yield from _over_rows(characters, span, page, owners)
        elif owners:
            yield from _cut(characters, span, ends, page, owners)
        else:
            yield from _in_text(characters, span, ends, page)


def _over_rows(characters: Characters, span: Span, page: int, owners: Sequence[Owner]) -> Iterator[Found]:
    for row in _rows(characters, span):
        yield from _cut(characters, row, (characters.box(row[0]), characters.box(row[1])), page, owners)


def _cut(characters: Characters, span: Span, ends: Ends, page: int, owners: Sequence[Owner]) -> Iterable[Found]:
    """The line between two characters, or its parts."""
    spots = _spot(ends[0], owners), _spot(ends[1], owners)
    if spots[0] != spots[1]:
        return _over_cells(characters, span, page, owners)
    if spots[0] is not None:
        return (_in_cell(characters, span, ends, page, spots[0]),)
    return _in_text(characters, span, ends, page)


def _over_cells(characters: Characters, span: Span, page: int, owners: Sequence[Owner]) -> Iterator[Found]:
    """The line's stretches, one a cell; one that ends in the middle of a word is not whole."""
    parts = _by_spot(characters, span, owners)
    for index, (part, ends, spot) in enumerate(parts, 1):
        found = _in_cell(characters, part, ends, page, spot) if spot else _found(characters, part, ends, page)
        torn = index < len(parts) and parts[index].span[0] == part[1] + 1
        yield found._replace(whole=False) if torn else found


def _in_cell(characters: Characters, span: Span, ends: Ends, page: int, spot: Spot) -> Found:
    """A cell's line: nobody asks for its font."""
    text, taken = _without_notes(characters, span)
    box = _around(*ends)
    return Found(Line(text, box, box[3] - box[1], bold=False, page=page), spot, taken)


def _in_text(characters: Characters, span: Span, ends: Ends, page: int) -> Iterator[Found]:
    """The line, or its halves where a gap is wider than a space can be."""
    left, right = ends
    size = characters.size(span[0], left)
    if right[2] - left[0] <= LOOSE * size * (span[1] - span[0] + 1):
        yield _found(characters, span, ends, page)
        return
    for part in _apart(characters, span, WIDE * size):
        yield _found(characters, part, (characters.box(part[0]), characters.box(part[1])), page)


def _another_row(before: BBox, box: BBox) -> bool:
    return box[1] > before[3] - SLACK or box[3] < before[1] + SLACK


def _rows(characters: Characters, span: Span) -> Iterator[Span]:
    """The rows of what PDFium takes for one line: digits one below the other."""
    begin, before, last = span[0], characters.box(span[0]), span[0]
    for index in range(span[0] + 1, span[1] + 1):
        if characters.text[index].isspace():
            continue
        box = characters.box(index)
        if _another_row(before, box):
            yield begin, last
            begin = index
        before, last = box, index
    yield begin, last


def _spot(box: BBox, owners: Sequence[Owner]) -> Spot | None:
    for owner in owners:
        spot = owner(box)
        if spot is not None:
            return spot
    return None


def _by_spot(characters: Characters, span: Span, owners: Sequence[Owner]) -> list[Part]:
    """The line's stretches that stand in one cell each; a word is looked through only where its ends differ."""
    parts: list[Part] = []
    for word in _WORD.finditer(characters.text, span[0], span[1] + 1):
        for piece in _of_word(characters, (word.start(), word.end() - 1), owners):
            if parts and parts[-1].spot == piece.spot:
                before = parts[-1]
                parts[-1] = Part((before.span[0], piece.span[1]), (before.ends[0], piece.ends[1]), piece.spot)
            else:
                parts.append(piece)
    return parts


def _of_word(characters: Characters, word: Span, owners: Sequence[Owner]) -> list[Part]:
    """The word, or its letters where it begins in one cell and ends in another."""
    ends = left, right = characters.box(word[0]), characters.box(word[1])
    spot = _spot(left, owners)
    if spot == _spot(right, owners):
        return [Part(word, ends, spot)]
    boxes = ((index, characters.box(index)) for index in range(word[0], word[1] + 1))
    return [Part((index, index), (box, box), _spot(box, owners)) for index, box in boxes]


def _apart(characters: Characters, span: Span, wide: float) -> Iterator[Span]:
    """The runs between spaces that are wider than a space can be."""
    begin, last = span
    text = characters.text
    for space in range(begin, last):
        if text[space] != " " or text[space + 1] == " ":
            continue
        before = space - 1
        while text[before] == " ":
            before -= 1
        if characters.box(space + 1)[0] - characters.box(before)[2] > wide:
            yield begin, before
            begin = space + 1
    yield begin, last


def _found(characters: Characters, span: Span, ends: Ends, page: int) -> Found:
    left, right = ends
    size = max(characters.size(span[0], left), characters.size(span[1], right))
    text, taken = _without_notes(characters, span)
    line = Line(text, _around(left, right), size, characters.bold(span[0]), page, characters.bold(span[1]))
    return Found(line, notes=taken)


def _around(left: BBox, right: BBox) -> BBox:
    """The box of a line by its first and last character."""
    x0, top, _, foot = left
    _, other_top, x1, other_foot = right
    return (min(x0, right[0]), min(top, other_top), max(x1, left[2]), max(foot, other_foot))


def _without_notes(characters: Characters, span: Span) -> tuple[str, str]:
    """The text without the footnotes' numbers, and these."""
    notes = characters.notes(*span)
    if not notes:
        return characters.written(*span), ""
    text, at = "", span[0]
    for first, last in notes:
        text += characters.written(at, first - 1)
        at = last + 1
    rest = characters.written(at, span[1]) if at <= span[1] else ""
    return text + rest, "".join(characters.text[first : last + 1] for first, last in notes)

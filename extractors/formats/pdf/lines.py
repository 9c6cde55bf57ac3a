"""A page's lines in content order; a line that runs over the edges of cells is cut at them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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

_LINE = re.compile(f"[^\r\n{TIED}]+[{TIED}]?|[{TIED}]")

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


def lines_in_order(characters: Characters, page: int, owners: Sequence[Owner] = ()) -> Iterator[Found]:
    """The lines as the file draws them, those with a wide gap or over several cells cut."""
    text = characters.text
    for match in _LINE.finditer(text):
        first, last = match.span()
        last -= 1
        while first <= last and text[first].isspace():
            first += 1
        while first <= last and text[last].isspace():
            last -= 1
        if first <= last:
            yield from _cut(characters, (first, last), page, owners)


def _cut(characters: Characters, span: Span, page: int, owners: Sequence[Owner]) -> Iterator[Found]:
    """The line between two characters, or its parts."""
    ends = left, right = characters.box(span[0]), characters.box(span[1])
    rows = list(_rows(characters, span)) if _another_row(left, right) else []
    if len(rows) > 1:
        for row in rows:
            yield from _cut(characters, row, page, owners)
        return
    spots = (_spot(left, owners), _spot(right, owners)) if owners else (None, None)
    if spots[0] != spots[1]:
        yield from _over_cells(characters, span, page, owners)
    elif spots[0] is not None:
        yield _in_cell(characters, span, ends, page, spots[0])
    else:
        yield from _in_text(characters, span, ends, page)


def _over_cells(characters: Characters, span: Span, page: int, owners: Sequence[Owner]) -> Iterator[Found]:
    parts = _by_spot(characters, span, owners)
    for (part, spot), (after, _) in zip(parts, [*parts[1:], ((-1, -1), None)], strict=True):
        ends = characters.box(part[0]), characters.box(part[1])
        found = _in_cell(characters, part, ends, page, spot) if spot else _found(characters, part, ends, page)
        yield found._replace(whole=part[1] + 1 != after[0])


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


def _by_spot(characters: Characters, span: Span, owners: Sequence[Owner]) -> list[tuple[Span, Spot | None]]:
    """The line's stretches that stand in one cell each; a word is looked through only where its ends differ."""
    parts: list[tuple[Span, Spot | None]] = []
    for word in _WORD.finditer(characters.text, span[0], span[1] + 1):
        first, last = word.start(), word.end() - 1
        spots = _spot(characters.box(first), owners), _spot(characters.box(last), owners)
        whole = [((first, last), spots[0])] if spots[0] == spots[1] else _by_letter(characters, first, last, owners)
        for part, spot in whole:
            if parts and parts[-1][1] == spot:
                parts[-1] = ((parts[-1][0][0], part[1]), spot)
            else:
                parts.append((part, spot))
    return parts


def _by_letter(
    characters: Characters, first: int, last: int, owners: Sequence[Owner]
) -> list[tuple[Span, Spot | None]]:
    return [((index, index), _spot(characters.box(index), owners)) for index in range(first, last + 1)]


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

"""A page's lines: in content order as a rule, by geometry where the content order tears words apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.formats.pdf.characters import Characters, Letter
from extractors.formats.pdf.shapes import Line, union
from extractors.records import BBox

WIDE = 1.6
"""Ems: a gap wider than this divides a line in two."""
LOOSE = 0.53
"""Ems a character takes on average from which on a line is searched for wide gaps."""
SCRAMBLED = 0.06
"""Share of words of accented letters alone: pages of prose stay under 0.035, torn ones over 0.24."""

_BREAK = re.compile("\r\n|\r|\n")
_ACCENTED = re.compile(r"(?<!\S)[À-ỹ]{1,6}(?!\S)")


def scrambled(text: str) -> bool:
    """Whether letters were drawn font by font, so that words stand torn in the text."""
    words = text.split()
    return len(words) > 20 and sum(bool(_ACCENTED.fullmatch(word)) for word in words) > SCRAMBLED * len(words)


def lines_in_order(characters: Characters, page: int) -> Iterator[Line]:
    """The lines as the file draws them, those with a wide gap cut in two."""
    start = 0
    for text in _BREAK.split(characters.text):
        first = start + len(text) - len(text.lstrip())
        last = start + len(text.rstrip()) - 1
        if first <= last:
            yield from _cut(characters, first, last, page)
        start += len(text) + len(_line_end(characters.text, start + len(text)))


def _line_end(text: str, at: int) -> str:
    found = _BREAK.match(text, at)
    return found.group() if found else ""


def _cut(characters: Characters, first: int, last: int, page: int) -> Iterator[Line]:
    """The line between two characters, or its halves."""
    left, right = characters.box(first), characters.box(last)
    size = characters.size(first) or right[3] - right[1]
    if right[2] - left[0] > LOOSE * size * (last - first + 1):
        for begin, end in _parts(characters, first, last, WIDE * size):
            yield _line(characters, begin, end, size, page)
    else:
        yield _line(characters, first, last, size, page, (left, right))


def _parts(characters: Characters, first: int, last: int, wide: float) -> Iterator[tuple[int, int]]:
    """The runs between spaces that are wider than a space can be."""
    begin = first
    for space in range(first, last):
        if characters.text[space] != " " or characters.text[space + 1] == " ":
            continue
        before = space - 1
        while characters.text[before] == " ":
            before -= 1
        if characters.box(space + 1)[0] - characters.box(before)[2] > wide:
            yield begin, before
            begin = space + 1
    yield begin, last


def _line(
    characters: Characters,
    first: int,
    last: int,
    size: float,
    page: int,
    ends: tuple[BBox, BBox] | None = None,
) -> Line:
    left, right = ends or (characters.box(first), characters.box(last))
    text = characters.text[first : last + 1]
    return Line(text, union([left, right]), size, characters.bold(first), page)


def lines_by_geometry(letters: Iterable[Letter], page: int) -> list[Line]:
    """The lines as the eye sees them: letters sorted by baseline and place."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: letter.baseline):
        if rows and letter.baseline - rows[-1][-1].baseline <= 0.3 * letter.size:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [line for row in rows for line in _written(sorted(row, key=lambda one: one.box[0]), page)]


def _written(row: Sequence[Letter], page: int) -> Iterator[Line]:
    """The row's letters with the spaces between them, cut at wide gaps."""
    text, boxes, start = "", list[BBox](), row[0]
    for before, letter in zip([row[0], *row], row, strict=False):
        gap = letter.box[0] - before.box[2]
        if gap > WIDE * letter.size and text:
            yield Line(text, union(boxes), start.size, bold=False, page=page)
            text, boxes, start = "", [], letter
        elif gap > 0.18 * letter.size and not text.endswith(" "):
            text += " "
        text += letter.text
        boxes.append(letter.box)
    if text.strip():
        yield Line(text.strip(), union(boxes), start.size, bold=False, page=page)

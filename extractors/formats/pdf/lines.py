"""A page's lines in content order; a line that runs over the edges of cells is cut at them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress, count, repeat
from operator import ne
from typing import NamedTuple

from extractors.formats.pdf.characters import EM, TIED, Characters, Span, Style
from extractors.formats.pdf.grid import Owner, Spot
from extractors.formats.pdf.raised import in_one
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
_GAP = re.compile(" +")


Part = tuple[Span, BBox, BBox, Spot | None]
"""A stretch of a line, where its first and last character stand, and in which cell."""

Unit = tuple[int, int, int]
"""Words, a word or a letter of a line that runs over several cells: where the line begins, first and last character."""


class PageLines(NamedTuple):
    """A page's lines in content order."""

    outside: list[Line]
    """Those of no table."""
    cells: dict[Spot, list[Line]]
    torn: frozenset[int] = frozenset()
    """The grids whose edges cut a word in two: then their cells may not be where the rules say."""


def lines_in_order(characters: Characters, page: int, owner: Owner | None) -> PageLines:
    """The lines as the file draws them, those with a wide gap or over several cells cut."""
    parts = _parts(characters)
    if owner is None:
        return PageLines(in_one(_in_text(characters, parts, page)), {})
    parts, torn = _by_cell(characters, parts, owner)
    outside = [part for part in parts if part[3] is None]
    cells = {spot: in_one(own) if len(own) > 1 else own for spot, own in _in_cells(characters, parts, page).items()}
    return PageLines(in_one(_in_text(characters, outside, page)), cells, torn)


def _parts(characters: Characters) -> list[Part]:
    """What PDFium takes for lines; where that is digits one below the other, its rows."""
    spans = [(first, end - 1) for first, end in map(re.Match.span, _LINE.finditer(characters.text))]
    boxes = characters.boxes(list(chain.from_iterable(spans)))
    lefts, rights = boxes[::2], boxes[1::2]
    if any(map(_another_row, lefts, rights)):
        lines = zip(spans, lefts, rights, strict=True)
        return [row for span, left, right in lines for row in _rows(characters, span, left, right)]
    return list(zip(spans, lefts, rights, repeat(None)))


def _another_row(before: BBox, box: BBox) -> bool:
    return box[1] > before[3] - SLACK or box[3] < before[1] + SLACK


def _rows(characters: Characters, span: Span, left: BBox, right: BBox) -> Iterator[Part]:
    if not _another_row(left, right):
        yield span, left, right, None
        return
    indices = [index for index in range(span[0], span[1] + 1) if not characters.text[index].isspace()]
    boxes = characters.boxes(indices)
    begin = 0
    for at in range(1, len(indices) + 1):
        if at == len(indices) or _another_row(boxes[at - 1], boxes[at]):
            yield (indices[begin], indices[at - 1]), boxes[begin], boxes[at - 1], None
            begin = at


def _by_cell(characters: Characters, parts: Sequence[Part], owner: Owner) -> tuple[list[Part], frozenset[int]]:
    """The lines with their cells, those over several cells cut; and the grids whose edges cut a word."""
    whole: list[Part] = []
    words: list[Unit] = []
    for span, left, right, _ in parts:
        spot = owner(left)
        if spot == owner(right):
            whole.append((span, left, right, spot))
        else:
            words += _words(characters.text, span[0], span)
    if not words:
        return whole, frozenset()
    cut, torn = _stretches(characters, _drawn_together(characters, words), owner)
    return sorted([*whole, *cut], key=_begin), torn


def _begin(part: Part) -> int:
    return part[0][0]


def _words(text: str, line: int, among: Span) -> list[Unit]:
    spans = map(re.Match.span, _WORD.finditer(text, among[0], among[1] + 1))
    return [(line, first, end - 1) for first, end in spans]


def _drawn_together(characters: Characters, words: Sequence[Unit]) -> list[Unit]:
    """The line's words in runs that begin in one text object: these seldom reach over a cell's edge."""
    drawn = characters.drawn([first for _, first, _ in words])
    runs = _runs(list(zip((line for line, _, _ in words), drawn, strict=True)))
    return [(words[begin][0], words[begin][1], words[end][2]) for begin, end in runs]


def _runs(items: Sequence[object]) -> list[Span]:
    """The first and the last of each run of equal items."""
    begins = [0, *compress(count(1), map(ne, items, items[1:]))]
    return list(zip(begins, [*(begin - 1 for begin in begins[1:]), len(items) - 1], strict=True))


def _stretches(characters: Characters, units: Sequence[Unit], owner: Owner) -> tuple[list[Part], frozenset[int]]:
    """The units joined while they stand in one cell of one line; and the grids whose edges cut one.

    A unit stands where it begins: where the next one stands in the same cell, a word ends there too. Words that end
    in another cell are looked at word by word, a word letter by letter.
    """
    lefts = characters.boxes([first for _, first, _ in units])
    spots = list(map(owner, lefts))
    runs = _runs(list(zip((line for line, _, _ in units), spots, strict=True)))
    last = sorted({end for _, end in runs}.union(_of_several_words(characters.text, units)))
    rights = dict(zip(last, characters.boxes([units[at][2] for at in last]), strict=True))
    over = {at for at, right in rights.items() if owner(right) != spots[at]}
    if over:
        smaller = (_smaller(characters.text, unit) if at in over else (unit,) for at, unit in enumerate(units))
        return _stretches(characters, list(chain.from_iterable(smaller)), owner)
    parts = [((units[begin][1], units[end][2]), lefts[begin], rights[end], spots[begin]) for begin, end in runs]
    cut = (spots[begin - 1] for begin, _ in runs[1:] if _adjoin(units[begin - 1], units[begin]))
    return parts, frozenset(spot[0] for spot in cut if spot)


def _of_several_words(text: str, units: Sequence[Unit]) -> Iterator[int]:
    """The units that may reach over other cells and leave the line to go on in their own."""
    return (at for at, (_, first, last) in enumerate(units) if text.find(" ", first, last) >= 0)


def _adjoin(before: Unit, unit: Unit) -> bool:
    """Whether the two are letters of one word."""
    return before[0] == unit[0] and before[2] + 1 == unit[1]


def _smaller(text: str, unit: Unit) -> Iterable[Unit]:
    """The unit's words; the letters of one word."""
    line, first, last = unit
    words = _words(text, line, (first, last))
    return words if len(words) > 1 else ((line, at, at) for at in range(first, last + 1))


def _in_cells(characters: Characters, parts: Iterable[Part], page: int) -> dict[Spot, list[Line]]:
    """The cells' lines: nobody asks for their fonts."""
    inside = [(span, left, right, spot) for span, left, right, spot in parts if spot is not None]
    texts = characters.texts([span for span, _, _, _ in inside])
    cells: dict[Spot, list[Line]] = {}
    for (_, left, right, spot), text in zip(inside, texts, strict=True):
        box = _around(left, right)
        cells.setdefault(spot, []).append(Line(text, box, box[3] - box[1], page))
    return cells


def _in_text(characters: Characters, parts: Sequence[Part], page: int) -> list[Line]:
    """The lines outside of tables, those with a gap wider than a space can be in its halves."""
    begins, sizes = _begins(characters, parts)
    if any(map(_is_loose, parts, sizes)):
        parts = [half for part, size in zip(parts, sizes, strict=True) for half in _halves(characters, part, size)]
        begins, sizes = _begins(characters, parts)
    ends = characters.styles([span[1] for span, _, _, _ in parts])
    texts = characters.texts([span for span, _, _, _ in parts])
    return [
        Line(text, _around(left, right), max(size, _size(end, right)), page, begin.bold, end.bold)
        for (_, left, right, _), text, size, begin, end in zip(parts, texts, sizes, begins, ends, strict=True)
    ]


def _begins(characters: Characters, parts: Iterable[Part]) -> tuple[list[Style], list[float]]:
    """What the lines' first characters are set in, and their true sizes."""
    styles = characters.styles([span[0] for span, _, _, _ in parts])
    return styles, list(map(_size, styles, (left for _, left, _, _ in parts)))


def _size(style: Style, box: BBox) -> float:
    """The character's font size in points, by its box where the file gives no true one."""
    by_height = EM * (box[3] - box[1])
    return style.size if style.size > by_height / 2 else by_height


def _is_loose(part: Part, size: float) -> bool:
    """Whether the line is so wide for its characters that there may be a gap in it."""
    (first, last), left, right, _ = part
    return right[2] - left[0] > LOOSE * size * (last - first + 1)


def _halves(characters: Characters, part: Part, size: float) -> Iterable[Part]:
    return _apart(characters, part, WIDE * size) if _is_loose(part, size) else (part,)


def _apart(characters: Characters, part: Part, wide: float) -> Iterator[Part]:
    """The runs between spaces that are wider than a space can be."""
    (begin, last), left, right, _ = part
    gaps = [(first - 1, end) for first, end in map(re.Match.span, _GAP.finditer(characters.text, begin, last))]
    boxes = iter(characters.boxes(list(chain.from_iterable(gaps))))
    for (before, after), box, next_box in zip(gaps, boxes, boxes, strict=True):
        if next_box[0] - box[2] > wide:
            yield (begin, before), left, box, None
            begin, left = after, next_box
    yield (begin, last), left, right, None


def _around(left: BBox, right: BBox) -> BBox:
    """The box of a line by its first and last character.

    Compared by hand: min and max would cost three times as much, for every line of every page.
    """
    x0, top, x1, foot = left
    other_x0, other_top, other_x1, other_foot = right
    return (
        x0 if x0 < other_x0 else other_x0,
        top if top < other_top else other_top,
        x1 if x1 > other_x1 else other_x1,
        foot if foot > other_foot else other_foot,
    )

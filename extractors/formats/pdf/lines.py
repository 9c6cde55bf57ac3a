"""A page's lines in content order; a line that runs over the edges of cells is cut at them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from extractors.formats.pdf.characters import EM, TIED, Characters, Span, Style
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
_GAP = re.compile(" +")


class Part(NamedTuple):
    """A stretch of a line, where its first and last character stand, and in which cell."""

    span: Span
    left: BBox
    right: BBox
    spot: Spot | None = None


class PageLines(NamedTuple):
    """A page's lines in content order."""

    outside: list[Line]
    """Those of no table."""
    cells: dict[Spot, list[Line]]
    torn: frozenset[int] = frozenset()
    """The grids whose edges cut a word in two: then their cells may not be where the rules say."""


def lines_in_order(characters: Characters, page: int, owner: Owner | None) -> PageLines:
    """The lines as the file draws them, those with a wide gap or over several cells cut."""
    parts: Iterable[Part] = _parts(characters)
    torn: set[int] = set()
    if owner is not None:
        parts = [cut for part in parts for cut in _by_cell(characters, part, owner, torn)]
    outside: list[Part] = []
    cells: dict[Spot, list[Line]] = {}
    for part in parts:
        if part.spot is None:
            outside.append(part)
        else:
            cells.setdefault(part.spot, []).append(_in_cell(characters, part, page))
    return PageLines(_in_text(characters, outside, page), cells, frozenset(torn))


def _parts(characters: Characters) -> Iterable[Part]:
    """What PDFium takes for lines; where that is digits one below the other, its rows."""
    spans = [(match.start(), match.end() - 1) for match in _LINE.finditer(characters.text)]
    boxes = iter(characters.boxes(list(chain.from_iterable(spans))))
    for span, left, right in zip(spans, boxes, boxes, strict=True):
        if _another_row(left, right):
            yield from _rows(characters, span)
        else:
            yield Part(span, left, right)


def _another_row(before: BBox, box: BBox) -> bool:
    return box[1] > before[3] - SLACK or box[3] < before[1] + SLACK


def _rows(characters: Characters, span: Span) -> Iterator[Part]:
    indices = [index for index in range(span[0], span[1] + 1) if not characters.text[index].isspace()]
    boxes = characters.boxes(indices)
    begin = 0
    for at in range(1, len(indices)):
        if _another_row(boxes[at - 1], boxes[at]):
            yield Part((indices[begin], indices[at - 1]), boxes[begin], boxes[at - 1])
            begin = at
    yield Part((indices[begin], indices[-1]), boxes[begin], boxes[-1])


def _by_cell(characters: Characters, part: Part, owner: Owner, torn: set[int]) -> Iterable[Part]:
    """The line with its cell, or its stretches that stand in one cell each."""
    spot = owner(part.left)
    if spot == owner(part.right):
        return (part._replace(spot=spot),) if spot else (part,)
    parts = list(_stretches(characters, part.span, owner))
    torn.update(one.spot[0] for one, other in pairwise(parts) if one.spot and other.span[0] == one.span[1] + 1)
    return parts


def _stretches(characters: Characters, span: Span, owner: Owner) -> Iterator[Part]:
    """The line's stretches; a word is looked through only where it begins in one cell and ends in another."""
    ends = [end for word in _WORD.finditer(characters.text, span[0], span[1] + 1) for end in _ends(word)]
    boxes = characters.boxes(ends)
    spots = list(map(owner, boxes))
    if spots[::2] != spots[1::2]:
        words = zip(ends[::2], ends[1::2], spots[::2], spots[1::2], strict=True)
        ends = [
            end
            for first, last, spot, other in words
            for end in ((first, last) if spot == other else _letters(first, last))
        ]
        boxes = characters.boxes(ends)
        spots = list(map(owner, boxes))
    begin = 0
    for at in range(2, len(ends) + 1, 2):
        if at == len(ends) or spots[at] != spots[begin]:
            yield Part((ends[begin], ends[at - 1]), boxes[begin], boxes[at - 1], spots[begin])
            begin = at


def _ends(word: re.Match[str]) -> Span:
    return word.start(), word.end() - 1


def _letters(first: int, last: int) -> Iterator[int]:
    """The ends of each of the word's letters: it is both."""
    return (index for index in range(first, last + 1) for _ in range(2))


def _in_cell(characters: Characters, part: Part, page: int) -> Line:
    """A cell's line: nobody asks for its font."""
    box = _around(part.left, part.right)
    return Line(_text(characters, part.span), box, box[3] - box[1], bold=False, page=page)


def _in_text(characters: Characters, parts: Sequence[Part], page: int) -> list[Line]:
    """The lines outside of tables, those with a gap wider than a space can be in its halves."""
    sizes = _sizes(characters.styles([part.span[0] for part in parts]), (part.left for part in parts))
    halves = [half for part, size in zip(parts, sizes, strict=True) for half in _halves(characters, part, size)]
    begins = characters.styles([half.span[0] for half in halves])
    ends = characters.styles([half.span[1] for half in halves])
    sizes = map(max, _sizes(begins, (half.left for half in halves)), _sizes(ends, (half.right for half in halves)))
    return [
        Line(_text(characters, half.span), _around(half.left, half.right), size, begin.font.bold, page, end.font.bold)
        for half, size, begin, end in zip(halves, sizes, begins, ends, strict=True)
    ]


def _sizes(styles: Iterable[Style], boxes: Iterable[BBox]) -> Iterator[float]:
    """The characters' font sizes in points, by their boxes where the file gives no true ones."""
    for style, box in zip(styles, boxes, strict=True):
        by_height = EM * (box[3] - box[1])
        yield style.size if style.size > by_height / 2 else by_height


def _halves(characters: Characters, part: Part, size: float) -> Iterable[Part]:
    first, last = part.span
    if part.right[2] - part.left[0] <= LOOSE * size * (last - first + 1):
        return (part,)
    return _apart(characters, part, WIDE * size)


def _apart(characters: Characters, part: Part, wide: float) -> Iterator[Part]:
    """The runs between spaces that are wider than a space can be."""
    (begin, last), left = part.span, part.left
    gaps = [(match.start() - 1, match.end()) for match in _GAP.finditer(characters.text, begin, last)]
    boxes = iter(characters.boxes(list(chain.from_iterable(gaps))))
    for (before, after), box, next_box in zip(gaps, boxes, boxes, strict=True):
        if next_box[0] - box[2] > wide:
            yield Part((begin, before), left, box)
            begin, left = after, next_box
    yield Part((begin, last), left, part.right)


def _around(left: BBox, right: BBox) -> BBox:
    """The box of a line by its first and last character."""
    x0, top, _, foot = left
    _, other_top, x1, other_foot = right
    return (min(x0, right[0]), min(top, other_top), max(x1, left[2]), max(foot, other_foot))


def _text(characters: Characters, span: Span) -> str:
    """What is written, without the footnotes' numbers."""
    notes = characters.notes and [note for note in characters.notes if span[0] < note[0] and note[1] <= span[1]]
    if not notes:
        return characters.written(*span)
    ends = [span[0] - 1, *(last for _, last in notes)]
    begins = [*(first for first, _ in notes), span[1] + 1]
    return "".join(characters.written(end + 1, begin - 1) for end, begin in zip(ends, begins, strict=True))

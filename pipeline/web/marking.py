"""A paper's paragraphs and tables with one place marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from extractors.places import row_container
from pipeline.web.drawing import Box, Grid, Line

_PLACE = re.compile(
    r"""
    (?P<container> .*? ) (?: (?: ^ | ,\ ) paragraphs?\ (?P<first> [0-9]+ ) (?: -(?P<last> [0-9]+ ) )? )?
    (?: (?: ^ | ,\ ) characters\ (?P<start> [0-9]+ ) - (?P<end> [0-9]+ ) )?
    """,
    re.VERBOSE,
)
"""`table 1, row 2, cell 1, paragraph 2, characters 5-20`, `paragraphs 3-4`, `table 3, row 14`"""


class Spot(NamedTuple):
    """Where to mark."""

    container: str
    first: int
    last: int
    start: int | None
    end: int | None


class Piece(NamedTuple):
    """A stretch of text."""

    text: str
    marked: bool


class ShownLine(NamedTuple):
    """A paragraph to show."""

    label: str
    pieces: tuple[Piece, ...]
    marked: bool


class ShownBox(NamedTuple):
    """A cell to show."""

    lines: tuple[ShownLine, ...]
    columns: int
    rows: int
    marked: bool


class Shown(NamedTuple):
    """A block to show: a paragraph, or a table's rows."""

    line: ShownLine | None
    rows: tuple[tuple[ShownBox, ...], ...]


NOTHING = Spot("\0", 0, 0, None, None)


def spot(where: str) -> Spot:
    """The place that the store names."""
    found = _PLACE.fullmatch(where)
    if not where or found is None:
        return NOTHING
    first = int(found["first"] or 0)
    start, end = (int(found[name]) if found[name] else None for name in ("start", "end"))
    return Spot(found["container"], first, int(found["last"] or first), start, end)


def marked(blocks: Iterable[Line | Grid], place: Spot) -> list[Shown]:
    """The blocks, the place in them marked."""
    return [
        Shown(_line(block, place), ())
        if isinstance(block, Line)
        else Shown(None, tuple(tuple(_box(box, place) for box in row) for row in block.rows))
        for block in blocks
    ]


def _box(box: Box, place: Spot) -> ShownBox:
    whole = not place.first and place.container in (box.container, row_container(box.container))
    lines = tuple(_line(line, place) for line in box.lines)
    return ShownBox(lines, box.columns, box.rows, marked=whole or any(line.marked for line in lines))


def _line(line: Line, place: Spot) -> ShownLine:
    here = line.container == place.container and place.first <= line.number <= place.last and place.first > 0
    if not here or place.start is None or place.first != place.last:
        return ShownLine(line.label, (Piece(line.text, marked=here),), here)
    before, inside, after = line.text[: place.start], line.text[place.start : place.end], line.text[place.end :]
    pieces = (Piece(before, marked=False), Piece(inside, marked=True), Piece(after, marked=False))
    return ShownLine(line.label, pieces, here)

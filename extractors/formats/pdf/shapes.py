"""What stands on a page, measured in points from its top left corner."""

from __future__ import annotations

from typing import NamedTuple

from extractors.records import BBox


class Line(NamedTuple):
    """One line of text, or the half of one that a wide gap cuts in two."""

    text: str
    box: BBox
    size: float
    page: int
    bold: bool = False
    """Whether it begins in bold."""
    bold_end: bool = False
    """Whether it ends in bold."""
    limit: float = 0.0
    """The right end of its column where it stands in one beside another; 0 elsewhere."""


class Rule(NamedTuple):
    """A drawn line, horizontal or vertical: where it lies across, and from where to where it goes."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """A page's drawn lines."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]


class Slot(NamedTuple):
    """One cell of a grid: its first row and column, and how many of each it covers."""

    row: int
    column: int
    row_span: int
    column_span: int


class Grid(NamedTuple):
    """A ruled table on one page: the edges of its columns and rows, and its cells."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    slots: tuple[Slot, ...]
    page: int
    ruled: bool = True
    """False for one that is only told by the white between its columns."""

    @property
    def box(self) -> BBox:
        """Its outer edges."""
        return (self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])


class Fragment(NamedTuple):
    """A ruled table on one page with its cells' lines, in the order of the grid's slots."""

    grid: Grid
    cells: tuple[tuple[Line, ...], ...]
    proved: bool
    """False where the rules do not divide it into whole cells: a second reader then decides."""


class PageRead(NamedTuple):
    """All that was read of one page."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    """Those outside of tables, in reading order."""
    fragments: tuple[Fragment, ...]
    characters: int
    """All its characters that are no space."""
    across: tuple[float, ...]
    """Heights of the short rules outside of tables: one may part the footnotes from the text."""
    pictured: bool
    """Whether what is seen is a picture: one over most of the page, or letters drawn as paths."""
    unseen: bool
    """Whether its letters are invisible, as recognition lays them under a picture."""
    hidden: tuple[Line, ...]
    """Lines that the page holds and does not show: none of `lines`."""
    notes: str = ""
    """Its footnotes' marks, once they are taken off the text."""
    drawn: tuple[Line, ...] = ()
    """Lines that only the page's form fields and annotations show."""


def inside(box: BBox, outer: BBox) -> bool:
    """Whether the first box's middle lies in the second."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def union(boxes: list[BBox]) -> BBox:
    """The smallest box that holds them all."""
    lefts, tops, rights, feet = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(feet)

"""Text that stands on its side in a table's cell, as narrow columns' headings do: read along its own lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.formats.pdf.characters import EM, Characters, Letter
from extractors.formats.pdf.geometry import lines_by_geometry
from extractors.formats.pdf.grid import Owner, Spot
from extractors.formats.pdf.paragraphs import joined
from extractors.formats.pdf.shapes import Line, union
from extractors.records import BBox

SIDEWAYS = (1, 3)
"""Quarters, clockwise, by which text that stands on its side is turned: read downwards, or upwards."""

_BEGIN = re.compile(r"\n\S")
_SHOWN = re.compile(r"\S")

Standing = tuple[Spot, int]
"""A cell, and the quarters by which its text is turned."""


def upright_lines(characters: Characters, page: int, owner: Owner) -> dict[Spot, list[Line]]:
    """The cells' text that stands on its side, each cell's in one line; the characters go on without it.

    PDFium writes such text in pieces of a letter or two. The first letters of its lines tell whether there is any.
    """
    begins = [match.end() - 1 for match in _BEGIN.finditer(characters.text)]
    if characters.at_one_angle(begins):
        return {}
    shown = [match.start() for match in _SHOWN.finditer(characters.text)]
    pairs = zip(shown, characters.quarters(shown), strict=True)
    quarters = {index: quarter for index, quarter in pairs if quarter in SIDEWAYS}
    standing: dict[Standing, list[int]] = {}
    for index, box in zip(quarters, characters.boxes(list(quarters)), strict=True):
        if spot := owner(box):
            standing.setdefault((spot, quarters[index]), []).append(index)
    lines: dict[Spot, list[Line]] = {}
    for (spot, quarter), indices in standing.items():
        lines.setdefault(spot, []).append(_line(characters.letters(indices), quarter, page))
    characters.leave_out(index for indices in standing.values() for index in indices)
    return lines


def _line(letters: Iterable[Letter], quarter: int, page: int) -> Line:
    """The letters, laid level and read, as one line where they stand."""
    level = [_level(letter, quarter) for letter in letters]
    lines = lines_by_geometry(level, page)
    box = _stood_up(union([line.box for line in lines]), quarter)
    return Line(joined(line.text for line in lines), box, lines[0].size, page)


def _level(letter: Letter, quarter: int) -> Letter:
    left, top, right, foot = letter.box
    box = (top, -right, foot, -left) if quarter == 1 else (-foot, left, -top, right)
    return Letter(letter.text, box, box[3], EM * (box[3] - box[1]))


def _stood_up(box: BBox, quarter: int) -> BBox:
    left, top, right, foot = box
    return (-foot, left, -top, right) if quarter == 1 else (top, -right, foot, -left)

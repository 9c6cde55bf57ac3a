"""Reading order: where the content order jumps back up the page, its stretches are put in order by their height."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from extractors.formats.pdf.shapes import Line

Stretch = list[Line]

OVERLAP = 3.0
"""Points that two stretches must share in height to stand beside each other."""

GAP = 1.5
"""Line heights: less than this between two lines of a column does not end it."""


def reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines from top to bottom; what stands side by side keeps the order of the content."""
    if len(lines) < 2:
        return list(lines)
    stretches = _stretches(lines)
    if len(stretches) < 2:
        return list(lines)
    ordered = []
    for band in _bands(stretches):
        ordered += sorted(band, key=_left) if _apart(band) else band
    return [line for stretch in ordered for line in stretch]


def limited(lines: Sequence[Line]) -> list[Line]:
    """The lines, each of those that stand in columns side by side with the end of its column."""
    stretches = _stretches(lines)
    if len(stretches) < 2:
        return list(lines)
    bands = _bands(stretches)
    if all(len(band) == 1 for band in bands):
        return list(lines)
    return [line for band in bands for stretch in band for line in (_column(stretch) if _apart(band) else stretch)]


def _stretches(lines: Sequence[Line]) -> list[Stretch]:
    """The lines in runs that go down the page; a run is cut where the one before or after it stands beside."""
    stretches: list[Stretch] = []
    above = math.inf
    for line in lines:
        _, top, _, foot = line.box
        if top > above - (foot - top) / 2:
            stretches[-1].append(line)
        else:
            stretches.append([line])
        above = top
    if len(stretches) < 2:
        return stretches
    return [part for index in range(len(stretches)) for part in _cut(stretches, index)]


def _cut(stretches: Sequence[Stretch], index: int) -> Iterator[Stretch]:
    """The stretch in parts: what stands above, beside and below its neighbours is apart."""
    stretch = stretches[index]
    foot = max(line.box[3] for line in stretches[index - 1]) if index else math.inf
    top, below = _reach(stretch, stretches[index + 1]) if index + 1 < len(stretches) else (-math.inf, math.inf)
    for _, part in groupby(stretch, lambda line: (line.box[3] <= top, line.box[1] >= foot, line.box[1] >= below)):
        yield list(part)


def _reach(stretch: Stretch, following: Stretch) -> tuple[float, float]:
    """Where the following stretch begins; and where it ends, if it is a column beside the upper part of this one."""
    top, bottom = _top(following), max(line.box[3] for line in following)
    beside = [line for line in stretch if line.box[3] > top and line.box[1] < bottom]
    rest = [line.box[1] for line in stretch if line.box[1] >= bottom]
    if not beside or not rest or not _apart([beside, following]):
        return top, math.inf
    last = beside[-1].box
    return top, bottom if min(rest) - last[3] > GAP * (last[3] - last[1]) else math.inf


def _bands(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """Stretches that stand side by side together, from the top of the page down; each in the order of the content."""
    bands: list[list[int]] = []
    bottom = 0.0
    for index in sorted(range(len(stretches)), key=lambda i: _top(stretches[i])):
        if bands and _top(stretches[index]) < bottom - OVERLAP:
            bands[-1].append(index)
        else:
            bands.append([index])
            bottom = 0.0
        bottom = max(bottom, *(line.box[3] for line in stretches[index]))
    return [[stretches[index] for index in sorted(band)] for band in bands]


def _column(stretch: Stretch) -> Stretch:
    limit = max(line.box[2] for line in stretch)
    return [line._replace(limit=limit) for line in stretch]


def _apart(band: Sequence[Stretch]) -> bool:
    """Whether the stretches are columns: several, and none reaches over another."""
    if len(band) == 1:
        return False
    columns = sorted((_left(stretch), max(line.box[2] for line in stretch)) for stretch in band)
    return all(before[1] <= after[0] for before, after in pairwise(columns))


def _top(stretch: Stretch) -> float:
    return min(line.box[1] for line in stretch)


def _left(stretch: Stretch) -> float:
    return min(line.box[0] for line in stretch)

"""From PDFium's coordinates to the page as it is seen: its corner, its /Rotate, text that lies on its side."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from extractors.formats.pdf import calls
from extractors.formats.pdf.loading import Loaded, bounding_box, rotation
from extractors.records import BBox

Turn = Callable[[Iterable[BBox]], list[BBox]]
"""From (left, top, right, bottom) in PDFium's points to (left, top, right, bottom) from the seen page's top left.

Of many boxes at a time: a call for each would cost more than what it reckons.
"""

PROBES = 7
"""Characters that are asked for their angle."""
SKEW = 0.05
"""Quarters by which text may miss a whole one: what stands more askew, as a watermark does, is left as it is."""


def turned(page: Loaded) -> tuple[Turn, float, float]:
    """How to go to the page as it is read, and its width and height then."""
    box = bounding_box(page.page)
    wide, high = box[2] - box[0], box[3] - box[1]
    degrees = _of_text(page)
    if degrees % 180:
        wide, high = high, wide
    return _TURNS[degrees](box), wide, high


def _of_text(page: Loaded) -> int:
    """The clockwise turn, in degrees, after which the page's text stands upright; the page's own where it is mute."""
    if not page.characters:
        return rotation(page.page)
    probes = [page.characters * (2 * probe + 1) // (2 * PROBES) for probe in range(PROBES)]
    angles = list(calls.angles(page.text, probes))
    if not any(angles):
        return 0  # nearly every page: the steps below would cost as much as asking
    quarters = [round(angle / (math.pi / 2)) % 4 for angle in angles]
    most = (quarter for quarter in quarters if quarters.count(quarter) > PROBES // 2)
    return next((-90 * quarter % 360 for quarter in most), rotation(page.page))


def quarters_of(turn: Turn) -> int:
    """By how many quarters, clockwise, it turns the page: told by where a line to the right goes."""
    (x, y, *_), (end_x, end_y, *_) = turn([(0.0, 0.0, 0.0, 0.0), (1.0, 0.0, 1.0, 0.0)])
    return _WAYS.index((round(end_x - x), round(end_y - y)))


def quarters_seen(angle: float, page: int) -> int:
    """By how many quarters, clockwise, text at that angle, in radians, is turned on a page turned by so many."""
    quarters = angle / (math.pi / 2)
    whole = round(quarters)
    return (whole + page) % 4 if abs(quarters - whole) < SKEW else 0


def _upright(page: BBox) -> Turn:
    left, _, _, top = page
    return lambda boxes: [(x0 - left, top - y1, x1 - left, top - y0) for x0, y1, x1, y0 in boxes]


def _clockwise(page: BBox) -> Turn:
    left, bottom, _, _ = page
    return lambda boxes: [(y0 - bottom, x0 - left, y1 - bottom, x1 - left) for x0, y1, x1, y0 in boxes]


def _upside_down(page: BBox) -> Turn:
    _, bottom, right, _ = page
    return lambda boxes: [(right - x1, y0 - bottom, right - x0, y1 - bottom) for x0, y1, x1, y0 in boxes]


def _counterclockwise(page: BBox) -> Turn:
    _, _, right, top = page
    return lambda boxes: [(top - y1, right - x1, top - y0, right - x0) for x0, y1, x1, y0 in boxes]


_TURNS = {0: _upright, 90: _clockwise, 180: _upside_down, 270: _counterclockwise}
_WAYS = [(1, 0), (0, 1), (-1, 0), (0, -1)]
"""Right, down, left, up: where a line to the right goes, by the quarters that it is turned."""

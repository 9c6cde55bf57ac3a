"""From PDFium's coordinates to the page as it is seen: its corner, its /Rotate, text that lies on its side."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

from extractors.records import BBox

Turn = Callable[[BBox], BBox]
"""From (left, bottom, right, top) in PDFium's points to (left, top, right, bottom) from the seen page's top left."""

PROBES = 7
"""Characters that are asked for their angle."""


def turned(page: Any, textpage: Any) -> tuple[Turn, float, float]:
    """How to go to the page as it is read, and its width and height then."""
    box = page.get_bbox()
    wide, high = box[2] - box[0], box[3] - box[1]
    rotation = _of_text(textpage, page.get_rotation())
    if rotation % 180:
        wide, high = high, wide
    return _TURNS[rotation](box), wide, high


def _of_text(textpage: Any, seen: int) -> int:
    """The clockwise turn, in degrees, after which the page's text stands upright; the page's own where it is mute."""
    count = textpage.count_chars()
    if not count:
        return seen
    angles = Counter(_angle(textpage, count * (2 * probe + 1) // (2 * PROBES)) for probe in range(PROBES))
    angle, times = angles.most_common(1)[0]
    return -90 * angle % 360 if times > PROBES // 2 else seen


def _angle(textpage: Any, index: int) -> int:
    """In quarters, clockwise."""
    radians = float(pdfium.FPDFText_GetCharAngle(textpage.raw, index))
    return round(radians / (math.pi / 2)) % 4


def _upright(page: BBox) -> Turn:
    left, _, _, top = page
    return lambda box: (box[0] - left, top - box[3], box[2] - left, top - box[1])


def _clockwise(page: BBox) -> Turn:
    left, bottom, _, _ = page
    return lambda box: (box[1] - bottom, box[0] - left, box[3] - bottom, box[2] - left)


def _upside_down(page: BBox) -> Turn:
    _, bottom, right, _ = page
    return lambda box: (right - box[2], box[1] - bottom, right - box[0], box[3] - bottom)


def _counterclockwise(page: BBox) -> Turn:
    _, _, right, top = page
    return lambda box: (top - box[3], right - box[2], top - box[1], right - box[0])


_TURNS = {0: _upright, 90: _clockwise, 180: _upside_down, 270: _counterclockwise}

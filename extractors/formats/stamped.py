"""Which lines of a page are of a signature's stamp: those that only a stamp has, and their neighbours in its print."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.patterns.stamps import SIGNATURE, SIGNATURE_PART
from extractors.records import BBox

NEAR = 3.0
"""Line heights within which the parts of one stamp follow each other: a name between two may take two lines."""
ALIKE = 1.4
"""By how much the heights of one stamp's lines may differ."""


def signature_lines(texts: Sequence[str], boxes: Sequence[BBox]) -> set[int]:
    """By index, the lines that tell a signature's stamp, and the parts of it that stand by them."""
    found = {index for index, text in enumerate(texts) if SIGNATURE.match(text)}
    if not found:
        return found
    parts = {index for index, text in enumerate(texts) if SIGNATURE_PART.match(text)} - found
    reached = list(found)
    while reached:
        box = boxes[reached.pop()]
        near = {index for index in parts if _of_one_stamp(box, boxes[index])}
        parts -= near
        found |= near
        reached += near
    return found


def _of_one_stamp(box: BBox, other: BBox) -> bool:
    low, high = sorted((box[3] - box[1], other[3] - other[1]))
    above = max(other[1] - box[3], box[1] - other[3])
    return high <= ALIKE * low and above <= NEAR * high and box[0] < other[2] and other[0] < box[2]

"""Whether a page's picture may hold writing at all: an empty page, a photograph, a background is not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.formats.ocr.clean import whitened, without_inks

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 75
"""Dots an inch at which a page is looked at: lines are seen, letters need not be."""
_PAPER, _INK = 200, 110
_LEAST_PAPER = 0.55
"""Share of a written page that is white: writing and its edges cover less than a third, photographs most."""
_LEAST_INK = 0.0004
"""Share of it that is dark: a line of ten words alone has more; specks and a scanner's shadow have less."""


def may_be_written(image: Image) -> bool:
    """Whether there is dark on white, stamps and coloured signatures aside."""
    shades = whitened(without_inks(image)).histogram()
    points = sum(shades)
    return sum(shades[_PAPER:]) >= _LEAST_PAPER * points and sum(shades[:_INK]) >= _LEAST_INK * points

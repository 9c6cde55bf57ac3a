"""A page's picture made ready to be read: upright, level, without stamps and signatures, black on white."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from extractors.formats.ocr.engine import PixelBox
from extractors.formats.ocr.pictures import POINTS, Picture
from extractors.records import BBox

if TYPE_CHECKING:
    from PIL.Image import Image

_COLOUR = 60
"""How far apart the channels of a coloured ink lie, of 255."""
_TINT = 25
"""The same at the edge of an ink's stroke."""
_DARK = 100
"""What is darker is print, whatever its tint: colour bleeds into black where a picture was compressed."""
_HEAD = 0.33
"""Share of a page's height where blue is a number or a day filled in by pen, never a signature."""
_MOST_SKEW = 5.0
_COARSE, _FINE = 0.5, 0.05


class Sheet(NamedTuple):
    """A page made ready, and how to find its places again on the page as it came."""

    image: Image
    dpi: int
    turns: int
    """Quarter turns clockwise that were made first."""
    skew: float
    """Degrees counter-clockwise that were made then."""

    def on_page(self, box: PixelBox) -> BBox:
        """The box in points on the page as it came."""
        x0, top, x1, bottom = box
        corners = [self._back(x, y) for x in (x0, x1) for y in (top, bottom)]
        xs, ys = zip(*corners, strict=True)
        scale = POINTS / self.dpi
        low, high, left, right = min(ys), max(ys), min(xs), max(xs)
        return round(left * scale, 1), round(low * scale, 1), round(right * scale, 1), round(high * scale, 1)

    def _back(self, x: float, y: float) -> tuple[float, float]:
        from math import cos, radians, sin

        width, height = self.image.size
        angle, dx, dy = radians(self.skew), x - width / 2, y - height / 2
        x, y = dx * cos(angle) - dy * sin(angle) + width / 2, dx * sin(angle) + dy * cos(angle) + height / 2
        for _ in range(self.turns):
            x, y = y, width - x
            width, height = height, width
        return x, y


class Inks(Enum):
    """What becomes of stamps and signatures in colour."""

    REMOVED = "removed"
    """White, but for a pen's number and day in the page's upper third."""
    FADED = "faded"
    """Only as dark as their own colour's channel: what they cover stays whole."""


def ready(picture: Picture, turns: int, inks: Inks) -> Sheet:
    """The page turned, level and clean."""
    image = picture.image.rotate(-90 * turns, expand=True) if turns else picture.image
    grey = whitened(without_inks(image) if inks is Inks.REMOVED else faded(image))
    skew = skew_of(grey)
    if abs(skew) > _FINE:
        grey = _rotated(grey, skew, paper=255)
    return Sheet(grey, picture.dpi, turns, skew if abs(skew) > _FINE else 0.0)


def faded(image: Image) -> Image:
    """The picture in grey, each point as light as its lightest colour."""
    from PIL import ImageChops

    red, green, blue = image.convert("RGB").split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _rotated(image: Image, degrees: float, paper: int) -> Image:
    from PIL.Image import Resampling

    return image.rotate(degrees, resample=Resampling.BILINEAR, fillcolor=paper)


def without_inks(image: Image) -> Image:
    """The picture in grey, its red stamps and blue signatures white; blue in the upper third stays."""
    import numpy as np
    from PIL import Image as Pillow
    from PIL import ImageFilter

    pixels = np.asarray(image.convert("RGB"))
    brightest, darkest = pixels.max(axis=2), pixels.min(axis=2)
    strokes = (brightest - darkest > _COLOUR) & (brightest > _DARK)
    near = np.asarray(Pillow.fromarray(strokes.astype(np.uint8) * 255).filter(ImageFilter.MaxFilter(5))) > 0
    inks = strokes | (near & (brightest - darkest > _TINT) & (brightest > _DARK))
    grey = np.where(inks, 255, brightest).astype(np.uint8)
    head = slice(0, round(image.height * _HEAD))
    blue = pixels[head, :, 2] == brightest[head]
    grey[head] = np.where(blue & inks[head], darkest[head], grey[head])
    return Pillow.fromarray(grey)


def whitened(grey: Image) -> Image:
    """The picture with its paper made white and even, its print black."""
    import numpy as np
    from PIL import Image as Pillow
    from PIL import ImageFilter

    small = grey.resize((max(1, grey.width // 8), max(1, grey.height // 8)), resample=Pillow.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(4)).resize(grey.size)
    lit = np.asarray(grey, dtype=np.float32) / np.maximum(np.asarray(paper, dtype=np.float32), 1)
    stretched = np.clip((lit - 0.25) / 0.6, 0, 1) * 255
    return Pillow.fromarray(stretched.astype(np.uint8))


def skew_of(grey: Image) -> float:
    """Degrees by which to turn the picture counter-clockwise so that its lines are level."""
    small = _thumbnail(grey)
    coarse = _sharpest(
        small, [n * _COARSE for n in range(round(-_MOST_SKEW / _COARSE), round(_MOST_SKEW / _COARSE) + 1)]
    )
    return _sharpest(small, [coarse + n * _FINE for n in range(-9, 10)])


def _thumbnail(grey: Image) -> Image:
    """Small, white on black, so that what turning leaves empty is paper."""
    from PIL import ImageOps

    width = min(700, grey.width)
    return ImageOps.invert(grey.resize((width, max(1, round(grey.height * width / grey.width)))))


def _sharpest(inverted: Image, angles: list[float]) -> float:
    """The angle at which ink gathers most in single rows; the smallest turn among equals."""
    import numpy as np

    def sharpness(angle: float) -> float:
        rows = np.asarray(_rotated(inverted, angle, paper=0), dtype=np.float32).sum(axis=1)
        return float(((rows[1:] - rows[:-1]) ** 2).sum())

    return max(sorted(angles, key=abs), key=sharpness)

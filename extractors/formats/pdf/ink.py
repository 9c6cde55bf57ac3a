"""A page as the eye sees it, in shades of grey: whether there is anything to see at a place."""

from __future__ import annotations

import ctypes
import math

import pypdfium2.raw as pdfium

from extractors.formats.pdf.calls import plain
from extractors.formats.pdf.loading import Loaded, bounding_box, rotation
from extractors.records import BBox

LARGEST = 2_000
"""Pixels of the picture's longer side at most; a smaller page has one a point."""
FAINT = 16
"""Shades of 256 between the lightest and the darkest pixel that no eye tells apart."""
TRIMMED = 0.15
"""Share of a letter's height, at its top and at its foot, where the lines above and below may reach."""
WHITE = 0xFFFFFFFF

_create = plain(pdfium.FPDFBitmap_CreateEx)
_fill = plain(pdfium.FPDFBitmap_FillRect)
_render = plain(pdfium.FPDF_RenderPageBitmap)
_destroy = plain(pdfium.FPDFBitmap_Destroy)


class Picture:
    """The page's picture, without its fields; places are given in PDFium's coordinates."""

    def __init__(self, page: Loaded) -> None:
        self._left, bottom, right, self._top = bounding_box(page.page)
        longest = max(right - self._left, self._top - bottom, 1.0)
        self._scale = min(1.0, LARGEST / longest)
        self._wide = max(int((right - self._left) * self._scale), 1)
        self._high = max(int((self._top - bottom) * self._scale), 1)
        self._shades = bytearray(self._wide * self._high)
        self._draw(page)

    def _draw(self, page: Loaded) -> None:
        shades = ctypes.addressof(ctypes.c_char.from_buffer(self._shades))
        bitmap = _create(self._wide, self._high, pdfium.FPDFBitmap_Gray, shades, self._wide)
        if not bitmap:
            return
        try:
            _fill(bitmap, 0, 0, self._wide, self._high, WHITE)
            upright = (4 - rotation(page.page) // 90) % 4
            _render(bitmap, page.page, 0, 0, self._wide, self._high, upright, 0)
        finally:
            _destroy(bitmap)

    def shows(self, box: BBox) -> bool:
        """Whether something stands out within a character's box: left, top, right, foot."""
        left, top, right, foot = box
        trim = TRIMMED * (top - foot)
        x0 = max(int((left - self._left) * self._scale), 0)
        x1 = min(math.ceil((right - self._left) * self._scale), self._wide)
        y0 = max(round((self._top - top + trim) * self._scale), 0)
        y1 = min(round((self._top - foot - trim) * self._scale), self._high)
        seen = b"".join(
            bytes(self._shades[y * self._wide + x0 : y * self._wide + x1]) for y in range(y0, y1) if x0 < x1
        )
        return bool(seen) and max(seen) - min(seen) > FAINT

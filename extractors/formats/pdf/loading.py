"""One page of an open PDF, loaded with its text, and closed again.

pypdfium2's own page objects watch over each other and over their end; that costs a tenth of a page's loading.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.formats.pdf.calls import Address, address, plain
from extractors.records import BBox

_load = plain(pdfium.FPDF_LoadPage)
_close = plain(pdfium.FPDF_ClosePage)
_load_text = plain(pdfium.FPDFText_LoadPage)
_close_text = plain(pdfium.FPDFText_ClosePage)
_count = plain(pdfium.FPDFText_CountChars)
_bounding_box = plain(pdfium.FPDF_GetPageBoundingBox)
_rotation = plain(pdfium.FPDFPage_GetRotation)


class Loaded(NamedTuple):
    """A page that PDFium has open."""

    page: Address
    text: Address
    """Its text page."""
    characters: int
    """How many characters that has."""


@contextmanager
def loaded(document: Any, index: int) -> Iterator[Loaded]:
    """The page, open as long as it lasts; raises PdfiumError where PDFium cannot load it."""
    page = _load(address(document.raw), index)
    if not page:
        raise pypdfium2.PdfiumError("no page could be loaded")
    try:
        text = _load_text(page)
        if not text:
            raise pypdfium2.PdfiumError("no text page could be loaded")
        try:
            yield Loaded(page, text, max(_count(text), 0))
        finally:
            _close_text(text)
    finally:
        _close(page)


def bounding_box(page: Address) -> BBox:
    """The page's edges: left, bottom, right, top in PDFium's coordinates."""
    box = pdfium.FS_RECTF()
    _bounding_box(page, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top


def rotation(page: Address) -> int:
    """How far the page is turned to be seen, in degrees clockwise."""
    return 90 * max(int(_rotation(page)), 0)

"""What only a page's form fields show: a number or a day filled in over the typed blank, a signature's own text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from extractors.formats.pdf.calls import plain
from extractors.formats.pdf.characters import Characters, Letter
from extractors.formats.pdf.geometry import lines_by_geometry
from extractors.formats.pdf.loading import Loaded, loaded
from extractors.formats.pdf.shapes import Line
from extractors.formats.pdf.turning import turned

SHOWN = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT)

_flatten = plain(pdfium.FPDFPage_Flatten)
_annotations = plain(pdfium.FPDFPage_GetAnnotCount)
_annotation = plain(pdfium.FPDFPage_GetAnnot)
_kind = plain(pdfium.FPDFAnnot_GetSubtype)
_close_annotation = plain(pdfium.FPDFPage_CloseAnnot)


def drawn_over(document: Any, page: Loaded, number: int) -> tuple[Line, ...]:
    """The lines that appear on the page once its fields are drawn into it, and stood not there before."""
    if not _has_fields(page):
        return ()
    known = {_key(letter) for letter in _letters(page)}
    _flatten(page.page, pdfium.FLAT_NORMALDISPLAY)
    with loaded(document, number - 1) as again:
        new = [letter for letter in _letters(again) if _key(letter) not in known]
    return tuple(lines_by_geometry(new, number))


def _letters(page: Loaded) -> Iterator[Letter]:
    turn, _, _ = turned(page)
    return Characters(page, turn).letters()


def _has_fields(page: Loaded) -> bool:
    return any(_subtype(page, index) in SHOWN for index in range(_annotations(page.page)))


def _subtype(page: Loaded, index: int) -> int:
    annotation = _annotation(page.page, index)
    try:
        return int(_kind(annotation))
    finally:
        _close_annotation(annotation)


def _key(letter: Letter) -> tuple[str, int, int]:
    return letter.text, round(letter.box[0]), round(letter.baseline)

"""What only a page's form fields show: a number or a day filled in over the typed blank, a signature's own text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from extractors.formats.pdf.characters import Characters, Letter
from extractors.formats.pdf.geometry import lines_by_geometry
from extractors.formats.pdf.shapes import Line
from extractors.formats.pdf.turning import turned

SHOWN = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT)


def drawn_over(document: Any, page: Any, textpage: Any, number: int) -> tuple[Line, ...]:
    """The lines that appear on the page once its fields are drawn into it, and stood not there before."""
    if not _has_fields(page):
        return ()
    known = {_key(letter) for letter in _letters(page, textpage)}
    pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    again = document[number - 1]
    shown = again.get_textpage()
    try:
        new = [letter for letter in _letters(again, shown) if _key(letter) not in known]
    finally:
        shown.close()
        again.close()
    return tuple(lines_by_geometry(new, number))


def _letters(page: Any, textpage: Any) -> Iterator[Letter]:
    turn, _, _ = turned(page, textpage)
    return Characters(textpage, turn).letters()


def _has_fields(page: Any) -> bool:
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    return any(_subtype(page, index) in SHOWN for index in range(count))


def _subtype(page: Any, index: int) -> int:
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
    try:
        return int(pdfium.FPDFAnnot_GetSubtype(annotation))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _key(letter: Letter) -> tuple[str, int, int]:
    return letter.text, round(letter.box[0]), round(letter.baseline)

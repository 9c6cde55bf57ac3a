"""What only a page's form fields show: a number or a day filled in over the typed blank, a signature's own text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from extractors.formats.pdf.characters import Characters
from extractors.formats.pdf.lines import lines_in_order
from extractors.formats.pdf.pages import turns
from extractors.formats.pdf.shapes import Line

SHOWN = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT)


def drawn(document: Any, number: int, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that appear on the page once its fields are drawn into it, and stood not there before."""
    page = document[number - 1]
    try:
        if not _has_fields(page):
            return ()
        pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    finally:
        page.close()
    known = {_key(line) for line in lines}
    return tuple(line for line in _lines_of(document, number) if _key(line) not in known)


def _has_fields(page: Any) -> bool:
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    return any(_subtype(page, index) in SHOWN for index in range(count))


def _subtype(page: Any, index: int) -> int:
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
    try:
        return int(pdfium.FPDFAnnot_GetSubtype(annotation))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _lines_of(document: Any, number: int) -> list[Line]:
    page = document[number - 1]
    textpage = page.get_textpage()
    try:
        return list(lines_in_order(Characters(textpage, turns(page)[0]), number))
    finally:
        textpage.close()
        page.close()


def _key(line: Line) -> tuple[str, int, int]:
    return line.text.strip(), round(line.box[0] / 3), round(line.box[1] / 3)

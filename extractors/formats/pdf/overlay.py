"""What only a page's form fields show: a number or a day filled in over the typed blank, a signature's own text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from extractors.formats.pdf.calls import Address, plain
from extractors.formats.pdf.characters import Characters, Letter
from extractors.formats.pdf.geometry import lines_by_geometry
from extractors.formats.pdf.loading import Loaded, bounding_box, loaded
from extractors.formats.pdf.objects import on_page, texts_in
from extractors.formats.pdf.shapes import Line
from extractors.formats.pdf.turning import turned

SHOWN = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT)

_flatten = plain(pdfium.FPDFPage_Flatten)
_media_box = plain(pdfium.FPDFPage_GetMediaBox)
_set_media_box = plain(pdfium.FPDFPage_SetMediaBox)
_annotations = plain(pdfium.FPDFPage_GetAnnotCount)
_annotation = plain(pdfium.FPDFPage_GetAnnot)
_kind = plain(pdfium.FPDFAnnot_GetSubtype)
_objects = plain(pdfium.FPDFAnnot_GetObjectCount)
_object = plain(pdfium.FPDFAnnot_GetObject)
_close_annotation = plain(pdfium.FPDFPage_CloseAnnot)


def drawn_over(document: Any, page: Loaded, number: int) -> tuple[Line, ...]:
    """The lines that appear on the page once its fields are drawn into it, and stood not there before."""
    if not _shows_text(page):
        return ()
    before = len(on_page(page.page))
    _set_own_box(page.page)
    _flatten(page.page, pdfium.FLAT_NORMALDISPLAY)
    with loaded(document, number - 1) as again:
        characters = _characters(again)
        added = characters.drawn_by(set(texts_in(on_page(again.page)[before:])))
        return tuple(lines_by_geometry(_new(characters, added, _characters(page)), number))


def _set_own_box(page: Address) -> None:
    """Gives the page the box that it inherits: drawing into a page without one moves all that stands on it."""
    edges = (ctypes.byref(ctypes.c_float()) for _edge in range(4))
    if not _media_box(page, *edges):
        _set_media_box(page, *bounding_box(page))


def _new(characters: Characters, added: list[int], before: Characters) -> Iterator[Letter]:
    """The letters that were added to the page, but those that stood on it already at the same place."""
    texts = {characters.text[index] for index in added}
    same = (index for index, text in enumerate(before.text) if text in texts)
    known = {_key(letter) for letter in before.letters(same)}
    return (letter for letter in characters.letters(added) if _key(letter) not in known)


def _characters(page: Loaded) -> Characters:
    turn, _, _ = turned(page)
    return Characters(page, turn)


def _shows_text(page: Loaded) -> bool:
    """Whether a field may show text: most signatures are pictures, and drawing them into the page tells nothing."""
    return any(_may_show_text(page, index) for index in range(_annotations(page.page)))


def _may_show_text(page: Loaded, index: int) -> bool:
    annotation = _annotation(page.page, index)
    try:
        drawn = _drawn_by(annotation)
        return _kind(annotation) in SHOWN and (not drawn or any(texts_in(drawn)))
    finally:
        _close_annotation(annotation)


def _drawn_by(annotation: Address) -> list[Address]:
    return list(map(_object, repeat(annotation), range(_objects(annotation))))


def _key(letter: Letter) -> tuple[str, int, int]:
    return letter.text, round(letter.box[0]), round(letter.baseline)

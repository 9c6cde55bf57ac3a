"""What is drawn on a page besides letters: paths and pictures, those inside of forms at their place."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from extractors.formats.pdf.calls import Address, plain
from extractors.records import BBox

Matrix = Any
"""PDFium's FS_MATRIX."""

DEEPEST = 4
"""Forms in forms that are looked into."""

_objects = plain(pdfium.FPDFPage_CountObjects)
_object = plain(pdfium.FPDFPage_GetObject)
_kind = plain(pdfium.FPDFPageObj_GetType)
_bounds = plain(pdfium.FPDFPageObj_GetBounds)
_matrix = plain(pdfium.FPDFPageObj_GetMatrix)
_inner_objects = plain(pdfium.FPDFFormObj_CountObjects)
_inner_object = plain(pdfium.FPDFFormObj_GetObject)

_LOOKED_AT = {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM}

_Sides = ctypes.c_float * 4
"""Kept: ctypes makes the type anew where nobody holds it."""


class Placed(NamedTuple):
    """A path or picture, and what moves it to its place on the page: None for one that stands there itself."""

    handle: Address
    kind: int
    box: BBox
    """In PDFium's coordinates."""
    matrix: Matrix | None = None
    after: int = 0
    """How many of the page's own text objects are drawn before."""


def drawn_objects(page: Address) -> tuple[list[Address], list[Placed]]:
    """The page's text objects, in the order of drawing, and its paths and pictures."""
    handles = on_page(page)
    kinds = list(map(_kind, handles))
    texts = [handle for handle, kind in zip(handles, kinds, strict=True) if kind == pdfium.FPDF_PAGEOBJ_TEXT]
    placed = list(_placed(handles, kinds, None, DEEPEST))
    if pdfium.FPDF_PAGEOBJ_FORM in kinds:
        texts += texts_in(compress(handles, map(pdfium.FPDF_PAGEOBJ_FORM.__eq__, kinds)))
    return texts, placed


def on_page(page: Address) -> list[Address]:
    """All that the page itself draws, in the order of drawing: what is in its forms is theirs."""
    return list(map(_object, repeat(page), range(_objects(page))))


def texts_in(handles: Iterable[Address]) -> Iterator[Address]:
    """The text objects among these, and in the forms among them: PDFium itself reads no endless forms in forms."""
    for handle in handles:
        kind = _kind(handle)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield handle
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from texts_in(_in_form(handle))


def _in_form(form: Address) -> list[Address]:
    return list(map(_inner_object, repeat(form), range(_inner_objects(form))))


def _placed(handles: Sequence[Address], kinds: Sequence[int], matrix: Matrix | None, depth: int) -> Iterator[Placed]:
    """Most objects are text: those are passed over before anything is asked of them."""
    texts = 0
    for handle, kind in zip(handles, kinds, strict=True):
        if kind not in _LOOKED_AT:
            texts += 1
        elif kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield Placed(handle, kind, _box(handle, matrix), matrix, 0 if matrix else texts)
        elif depth:
            inner = _in_form(handle)
            yield from _placed(inner, list(map(_kind, inner)), combined(own_matrix(handle), matrix), depth - 1)


def bounds(handle: Address) -> BBox:
    """Where the page's own object stands, in PDFium's coordinates."""
    return _box(handle, None)


def own_matrix(handle: Address) -> Matrix:
    """The object's own matrix."""
    own = pdfium.FS_MATRIX()
    _matrix(handle, ctypes.byref(own))
    return own


def _box(handle: Address, matrix: Matrix | None) -> BBox:
    sides = _Sides()
    begin = ctypes.addressof(sides)
    _bounds(handle, begin, begin + 4, begin + 8, begin + 12)
    left, bottom, right, top = sides
    if matrix is None:
        return (left, bottom, right, top)
    one, other = moved((left, bottom), matrix), moved((right, top), matrix)
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))


def moved(point: tuple[float, float], matrix: Matrix | None) -> tuple[float, float]:
    """The point after the matrix; as it is without one."""
    if matrix is None:
        return point
    x, y = point
    return (matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f)


def combined(first: Matrix, then: Matrix | None) -> Matrix:
    """One matrix that does what the two do one after the other."""
    if then is None:
        return first
    e, f = moved((first.e, first.f), then)
    return pdfium.FS_MATRIX(
        then.a * first.a + then.c * first.b,
        then.b * first.a + then.d * first.b,
        then.a * first.c + then.c * first.d,
        then.b * first.c + then.d * first.d,
        e,
        f,
    )

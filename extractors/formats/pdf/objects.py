"""What is drawn on a page besides letters: paths and pictures, those inside of forms at their place."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from extractors.records import BBox

Matrix = Any
"""PDFium's FS_MATRIX."""

DEEPEST = 4
"""Forms in forms that are looked into."""


class Placed(NamedTuple):
    """A path or picture, and what moves it to its place on the page: None for one that stands there itself."""

    handle: Any
    kind: int
    box: BBox
    """In PDFium's coordinates."""
    matrix: Matrix | None = None


def drawn_objects(page: Any) -> Iterator[Placed]:
    """The page's paths and pictures."""
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        yield from _placed(pdfium.FPDFPage_GetObject(page.raw, index), None, DEEPEST)


def _placed(handle: Any, matrix: Matrix | None, depth: int) -> Iterator[Placed]:
    kind = pdfium.FPDFPageObj_GetType(handle)
    if kind in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE}:
        yield Placed(handle, kind, _bounds(handle, matrix), matrix)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
        own = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(handle, own)
        inner = combined(own, matrix)
        for index in range(pdfium.FPDFFormObj_CountObjects(handle)):
            yield from _placed(pdfium.FPDFFormObj_GetObject(handle, index), inner, depth - 1)


def _bounds(handle: Any, matrix: Matrix | None) -> BBox:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    if matrix is None:
        return (left.value, bottom.value, right.value, top.value)
    one, other = moved((left.value, bottom.value), matrix), moved((right.value, top.value), matrix)
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

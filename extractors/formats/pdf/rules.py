"""A page's ruling lines: LibreOffice strokes them, Word fills thin rectangles; white ones and grounds are none."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from extractors.formats.pdf import calls
from extractors.formats.pdf.calls import Address, Colour, plain
from extractors.formats.pdf.objects import Matrix, Placed, moved, own_matrix
from extractors.formats.pdf.shapes import Rule, Rules
from extractors.formats.pdf.turning import Turn
from extractors.records import BBox

THIN = 3.0
"""Points: a path no thicker than this is a line."""
SHORTEST = 6.0
"""Points: anything shorter is a dash or a letter."""
NEAR = 1.5
"""Points: lines this near each other are one."""
WHITE = 250
"""Red, green and blue from which on nothing is seen on white paper."""
MANY = 600
"""Segments of a path beyond which it is a drawing."""

_segments = plain(pdfium.FPDFPath_CountSegments)
_segment = plain(pdfium.FPDFPath_GetPathSegment)
_segment_kind = plain(pdfium.FPDFPathSegment_GetType)
_segment_point = plain(pdfium.FPDFPathSegment_GetPoint)
_segment_close = plain(pdfium.FPDFPathSegment_GetClose)


class Inked(NamedTuple):
    """A path that is seen, and whether its lines are drawn or only its inside is filled."""

    path: Placed
    stroked: bool


class Point(NamedTuple):
    """Where a path's pen goes: put down anew, along a curve, or at last back to where it was put down."""

    x: float
    y: float
    begins: bool
    curved: bool
    closes: bool


def rules_of(paths: Iterable[Placed], turn: Turn) -> Rules:
    """The page's straight lines that can be seen, those on one line joined."""
    across: list[Rule] = []
    down: list[Rule] = []
    edges = ((left, top, right, bottom) for path in _inked(paths) for left, bottom, right, top in _edges(path))
    for x0, y0, x1, y1 in turn(edges):
        if y1 - y0 <= THIN and x1 - x0 >= SHORTEST:
            across.append(Rule((y0 + y1) / 2, x0, x1))
        elif x1 - x0 <= THIN and y1 - y0 >= SHORTEST:
            down.append(Rule((x0 + x1) / 2, y0, y1))
    return Rules(joined(across), joined(down))


def _inked(paths: Iterable[Placed]) -> Iterator[Inked]:
    """The paths that are long enough and drawn with an ink that is seen."""
    long = [path for path in paths if max(path.box[2] - path.box[0], path.box[3] - path.box[1]) >= SHORTEST]
    handles = [path.handle for path in long]
    drawn = zip(calls.draw_modes(handles), calls.fill_colours(handles), calls.stroke_colours(handles), strict=True)
    for path, ((filling, stroking), fill, stroke) in zip(long, drawn, strict=True):
        filled, stroked = bool(filling) and _seen(fill), bool(stroking) and _seen(stroke)
        if filled or stroked:
            yield Inked(path, stroked)


def _seen(colour: Colour) -> bool:
    *light, alpha = colour
    return alpha > 0 and min(light) < WHITE


def _edges(inked: Inked) -> Iterator[BBox]:
    """The path's lines as thin boxes."""
    path, stroked = inked
    x0, y0, x1, y1 = path.box
    if min(x1 - x0, y1 - y0) <= THIN:
        yield path.box
        return
    segments = _segments(path.handle)
    if segments > MANY or (not stroked and segments <= 5):
        return
    points = list(_points(path.handle, path.matrix, segments))
    if not any(point.curved for point in points):
        yield from _strokes(points) if stroked else _fills(points)


def _points(path: Address, matrix: Matrix | None, segments: int) -> Iterator[Point]:
    x, y = ctypes.c_float(), ctypes.c_float()
    own = own_matrix(path)
    for index in range(segments):
        segment = _segment(path, index)
        kind = _segment_kind(segment)
        _segment_point(segment, ctypes.byref(x), ctypes.byref(y))
        at = moved(moved((x.value, y.value), own), matrix)
        closes = bool(_segment_close(segment))
        yield Point(*at, kind == pdfium.FPDF_SEGMENT_MOVETO, kind == pdfium.FPDF_SEGMENT_BEZIERTO, closes)


def _strokes(points: list[Point]) -> Iterator[BBox]:
    """Each straight stretch from point to point, and the last one of a closed part."""
    start = points[0]
    for before, point in pairwise(points):
        if point.begins:
            start = point
        else:
            yield _box([before, point])
        if point.closes:
            yield _box([point, start])


def _fills(points: list[Point]) -> Iterator[BBox]:
    """The parts of a filled path, each a rectangle."""
    part: list[Point] = []
    for point in points:
        if point.begins and part:
            yield _box(part)
            part = []
        part.append(point)
    yield _box(part)


def _box(points: list[Point]) -> BBox:
    xs, ys = [point.x for point in points], [point.y for point in points]
    return (min(xs), min(ys), max(xs), max(ys))


def joined(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules with those that continue or cover each other made one."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules):
        if lines and rule.at - lines[-1][-1].at <= NEAR:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    return tuple(rule for line in lines for rule in _along(line))


def _along(line: list[Rule]) -> Iterator[Rule]:
    if len(line) == 1:
        yield line[0]
        return
    at = sum(rule.at for rule in line) / len(line)
    parts = sorted((rule.start, rule.end) for rule in line)
    start, end = parts[0]
    for next_start, next_end in parts[1:]:
        if next_start > end + 2 * NEAR:
            yield Rule(at, start, end)
            start, end = next_start, next_end
        end = max(end, next_end)
    yield Rule(at, start, end)

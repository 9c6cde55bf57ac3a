"""A recognised value marked by its own words: the few lines of its paragraph are recognised again, with their boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from extractors.records import BBox, Limits
from extractors.vietnamese.text import fold, one_line

if TYPE_CHECKING:
    from PIL.Image import Image

    from extractors.formats.ocr.engine import PixelBox, Word

DOTS = 200
"""To the inch: quick, and enough to find again what is known."""
POINTS, PDF = 72, "application/pdf"
AROUND = 4.0
"""Points of paper left around the paragraph: letters at the very edge are read badly."""


class Line(NamedTuple):
    """One line of the paragraph."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words without tones, one blank between two."""
        return " ".join(fold(word.text) for word in self.words)


def tightened(
    data: bytes, media_type: str, number: int, wanted: Sequence[tuple[BBox, str]], limits: Limits
) -> list[BBox]:
    """Each box drawn tight around its own words, else around their line; as it was where neither is certain."""
    from extractors.formats.ocr.engine import Mode
    from extractors.formats.ocr.installed import engine

    reader, page = engine(), _page(data, media_type, number, limits)
    if reader is None or page is None:
        return [box for box, _raw in wanted]
    corners = [_pixels(box) for box, _raw in wanted]
    crops = [page.crop(corner).convert("L") for corner in corners]
    read = reader.words(crops, Mode.BLOCK, DOTS)
    return [
        _on_page(found, corner) if (found := _around(_lines(words), raw)) else box
        for (box, raw), corner, words in zip(wanted, corners, read, strict=True)
    ]


def _page(data: bytes, media_type: str, number: int, limits: Limits) -> Image | None:
    from itertools import islice

    from extractors.formats.ocr.pictures import of_image, of_pdf

    pages = of_pdf(data, limits, DOTS, [number]) if media_type == PDF else of_image(data, limits, DOTS)
    drawn = next(islice(pages, 0 if media_type == PDF else number - 1, None), None)
    return drawn.image if drawn and drawn.dpi == DOTS else None


def _pixels(box: BBox) -> PixelBox:
    x0, top, x1, bottom = box
    sides = (x0 - AROUND, top - AROUND, x1 + AROUND, bottom + AROUND)
    left, upper, right, lower = (max(0, round(side * DOTS / POINTS)) for side in sides)
    return left, upper, right, lower


def _on_page(found: PixelBox, corner: PixelBox) -> BBox:
    left, upper = corner[:2]
    x0, top, x1, bottom = found
    scale = POINTS / DOTS
    return (x0 + left) * scale, (top + upper) * scale, (x1 + left) * scale, (bottom + upper) * scale


def _lines(words: Sequence[Word]) -> list[Line]:
    by_line: dict[int, list[Word]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    return [Line(tuple(line)) for line in by_line.values()]


def _around(lines: Sequence[Line], raw: str) -> PixelBox | None:
    """Around the words where they stand just once; around the line where it alone holds them several times."""
    sought = fold(one_line(raw))
    hits = [(line, words) for line in lines for words in _hits(line, sought)] if sought else []
    if len(hits) == 1:
        return _box(hits[0][1])
    only = {id(line): line for line, _words in hits}
    return _box(next(iter(only.values())).words) if len(only) == 1 else None


def _hits(line: Line, sought: str) -> Iterator[tuple[Word, ...]]:
    """The words that each place of the text in the line touches: no part of another word or figure."""
    whole = rf"(?<!\w)(?<![0-9][.,]){re.escape(sought)}(?!\w|[.,][0-9])"
    ends: list[int] = []
    for word in line.words:
        ends.append((ends[-1] + 1 if ends else 0) + len(fold(word.text)))
    for found in re.finditer(whole, line.text):
        spans = zip(line.words, ends, strict=True)
        yield tuple(w for w, end in spans if end > found.start() and end - len(fold(w.text)) < found.end())


def _box(words: Sequence[Word]) -> PixelBox:
    x0, top, x1, bottom = zip(*(word.box for word in words), strict=True)
    return min(x0), min(top), max(x1), max(bottom)

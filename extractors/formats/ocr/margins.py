"""The lines of a page that are none of the paper's own text: page numbers and signature stamps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractors.formats.ocr.engine import PixelBox, Word
from extractors.formats.stamped import signature_lines
from extractors.patterns import stamps
from extractors.records import AsideKind
from extractors.vietnamese.text import clean

_EDGE = 0.1
"""Share of the page's height, at its top and bottom, where a lone number is the page's."""


class Apart(NamedTuple):
    """A line kept apart, and why."""

    kind: AsideKind
    text: str
    box: PixelBox


def kept_apart(words: Sequence[Word], height: int) -> tuple[list[Word], list[Apart]]:
    """The words of the paper's own text, and the lines kept apart; `height` is the page's, in pixels."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    texts = [clean(" ".join(word.text for word in line)) for line in lines.values()]
    boxes = [_around(line) for line in lines.values()]
    signed = signature_lines(texts, boxes)
    own: list[Word] = []
    apart: list[Apart] = []
    for index, (line, text, box) in enumerate(zip(lines.values(), texts, boxes, strict=True)):
        kind = AsideKind.SIGNATURE if index in signed else _at_edge(text, (box[1] + box[3]) / 2 / height)
        if kind:
            apart.append(Apart(kind, text, box))
        else:
            own += line
    return own, apart


def _at_edge(text: str, down: float) -> AsideKind | None:
    is_at_edge = down < _EDGE or down > 1 - _EDGE
    return AsideKind.PAGE_NUMBER if is_at_edge and stamps.PAGE_NUMBER.search(text) else None


def _around(words: Sequence[Word]) -> PixelBox:
    x0, top, x1, bottom = zip(*(word.box for word in words), strict=True)
    return min(x0), min(top), max(x1), max(bottom)

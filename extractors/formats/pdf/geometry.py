"""Lines as the eye sees them, for pages whose content order tears words apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractors.formats.pdf.characters import Letter
from extractors.formats.pdf.shapes import Line, union
from extractors.patterns.text_layer import ACCENTED_WORD
from extractors.records import BBox

WIDE = 1.6
"""Ems: a gap wider than this divides a line in two."""
SPACE = 0.18
"""Ems: a gap wider than this parts two words."""
SCRAMBLED = 0.06
"""Share of words of accented letters alone: pages of prose stay under 0.035, torn ones over 0.24."""


def scrambled(words: Sequence[str]) -> bool:
    """Whether letters were drawn font by font, so that the page's words stand torn."""
    accented = [word for word in words if word >= "À" and ACCENTED_WORD.fullmatch(word)]
    return len(words) > 20 and len(accented) > SCRAMBLED * len(words)


def lines_by_geometry(letters: Iterable[Letter], page: int) -> list[Line]:
    """The lines as the eye sees them: letters sorted by baseline and place."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: letter.baseline):
        if rows and letter.baseline - rows[-1][-1].baseline <= 0.3 * letter.size:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [line for row in rows for line in _written(sorted(row, key=lambda one: one.box[0]), page)]


def _written(row: Sequence[Letter], page: int) -> Iterator[Line]:
    """The row's letters with the spaces between them, cut at wide gaps."""
    text, boxes, start = "", list[BBox](), row[0]
    for before, letter in zip([row[0], *row], row, strict=False):
        gap = letter.box[0] - before.box[2]
        if gap > WIDE * letter.size and text:
            yield Line(text, union(boxes), start.size, page)
            text, boxes, start = "", [], letter
        elif gap > SPACE * letter.size and not text.endswith(" "):
            text += " "
        text += letter.text
        boxes.append(letter.box)
    if text.strip():
        yield Line(text.strip(), union(boxes), start.size, page)

"""Text that a page holds and does not show: without ink, as light as paper, under a box, beyond the page's edge.

Only what gives reason to doubt is looked at, in a picture of the page; most papers have nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import compress

import pypdfium2.raw as pdfium

from extractors.formats.pdf import calls
from extractors.formats.pdf.calls import Address
from extractors.formats.pdf.characters import Characters
from extractors.formats.pdf.ink import Picture
from extractors.formats.pdf.loading import Loaded
from extractors.formats.pdf.objects import Placed, bounds
from extractors.formats.pdf.shapes import Line, PageRead
from extractors.records import BBox

LIGHT = 230
"""Of 255: letters whose red, green and blue are all above may be as light as paper."""
LEAST = 5.0
"""Points that a box which covers letters is wide and high at least."""
MOST = 0.8
"""Share of a text object's letters that are not seen from which on none of it is."""


def doubtful(texts: Sequence[Address], paths: Sequence[Placed]) -> set[Address]:
    """Those of the page's text objects that are as light as paper, or under a box."""
    return _light(texts) | _under_boxes(texts, paths)


def hidden_letters(page: Loaded, characters: Characters, doubted: Container[Address | None]) -> list[int]:
    """By index, those characters of the doubted text objects that the page does not show."""
    picture = Picture(page)
    return [index for own in characters.by_object(doubted) for index in _unseen(picture, page, characters, own)]


def without_ink(texts: Sequence[Address]) -> set[Address]:
    """Those of the text objects that are drawn invisibly."""
    modes = list(map(calls.render_mode, texts))
    if pdfium.FPDF_TEXTRENDERMODE_INVISIBLE not in modes:
        return set()
    return {text for text, mode in zip(texts, modes, strict=True) if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE}


def _light(texts: Sequence[Address]) -> set[Address]:
    """Those in a very light colour, or in one that covers nothing. Papers have few colours: each is judged once."""
    colours = list(calls.fill_colours(texts))
    light = {one for one in set(colours) if min(one[:3]) >= LIGHT or not one[3]}
    if not light:
        return set()
    return set(compress(texts, (one in light for one in colours)))


def _under_boxes(texts: Sequence[Address], paths: Sequence[Placed]) -> set[Address]:
    """Those over which a filled path is drawn later."""
    large = [path for path in paths if path.box[2] - path.box[0] > LEAST and path.box[3] - path.box[1] > LEAST]
    modes = calls.draw_modes([path.handle for path in large])
    boxes = [path for path, (filling, _) in zip(large, modes, strict=True) if filling and path.after]
    if not boxes:
        return set()
    placed = [(text, bounds(text)) for text in texts]
    return {text for box in boxes for text, place in placed[: box.after] if _overlap(box.box, place)}


def _overlap(box: BBox, other: BBox) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _unseen(picture: Picture, page: Loaded, characters: Characters, own: Sequence[int]) -> Iterable[int]:
    """Of one text object's characters, those that are not seen; all of them where that is most."""
    words = [index for index in own if characters.text[index].isalnum()]
    shown = {i for i, box in zip(words, calls.loose_boxes(page.text, words), strict=True) if picture.shows(box)}
    if len(shown) <= (1 - MOST) * len(words):
        return own if words else ()
    return [index for index in words if index not in shown]


def is_off(line: Line, page: PageRead) -> bool:
    """Whether the line stands beyond the page's edges."""
    left, top, right, foot = line.box
    return right < 0 or foot < 0 or left > page.width or top > page.height

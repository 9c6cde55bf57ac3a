"""Whether a PDF's text layer is the paper's text: scans, junk under pictures and broken letters are not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from extractors.errors import NoText
from extractors.formats.pdf.shapes import PageRead
from extractors.patterns import text_layer
from extractors.vietnamese.text import fold, solid

FEW = 400
"""Characters a page, spaces not counted: real pages have over 1,000, a signature's stamp alone under 250."""
ACCENTED = 0.03
"""Least share of accented letters: Vietnamese has about a quarter."""
FOREIGN = 0.05
"""Most of its characters that are of other scripts, or of none, in a true layer."""
BROKEN = 0.3
"""The same for a text of any length: letters without a name, as a damaged file leaves them."""
ENOUGH = 200
"""Characters from which on shares mean something."""


class Script(NamedTuple):
    """A text, and what of its letters is needed to tell whether they are Vietnamese."""

    text: str
    solid: int
    """Characters that are no space."""
    foreign: int
    accented: bool
    """Whether it has accented letters enough, were all its characters letters: true of nearly every page."""


def script(text: str) -> Script:
    """The text's characters, counted as far as that tells anything: few accented letters settle most pages."""
    many = solid(text)
    enough = int(ACCENTED * many) + 1
    found = sum(1 for _ in islice(text_layer.ACCENTED.finditer(text), enough))
    return Script(text, many, len(text_layer.FOREIGN.findall(text)), found == enough)


def refuse_pictures(first: PageRead, scripts: Sequence[Script]) -> None:
    """Raises NoText where the first page's text is a picture, a stamp's alone, or not true."""
    if not any(page.solid for page in scripts):
        raise NoText("no text")
    if first.pictured and scripts[0].solid < FEW and not text_layer.HEAD.search(fold(scripts[0].text)):
        raise NoText("the first page is a picture")
    if first.unseen:
        raise NoText("the letters are recognition's, under a picture")
    if untrue(scripts[0]) or _untrue_together(scripts):
        raise NoText("the text layer is not the paper's text")


def picture_pages(found: Sequence[PageRead], scripts: Sequence[Script]) -> frozenset[int]:
    """The pages to be read as pictures. Raises NoText where these are all: where the first is one, most of all others.

    Behind a first page that is a picture may lie recognition's own text: only what is surely typed is text there.
    """
    try:
        refuse_pictures(found[0], scripts)
    except NoText:
        pictures = frozenset(p.number for p, text in zip(found, scripts, strict=True) if not _surely_typed(p, text))
        if len(pictures) == len(found) or found[0].number not in pictures:
            raise
        return pictures
    return frozenset(p.number for p, text in zip(found, scripts, strict=True) if without_text(p, text))


def _surely_typed(page: PageRead, text: Script) -> bool:
    return not page.pictured and text.solid >= FEW and text.accented and not untrue(text)


def untrue(text: Script) -> bool:
    """Whether the letters cannot be those of a Vietnamese paper."""
    if text.foreign > (FOREIGN if text.solid >= ENOUGH else BROKEN) * text.solid:
        return True
    if text.accented:
        return False
    letters = len(text_layer.LETTER.findall(text.text))
    return letters >= ENOUGH and len(text_layer.ACCENTED.findall(text.text)) < ACCENTED * letters


def _untrue_together(scripts: Sequence[Script]) -> bool:
    """Whether the pages' letters, taken together, cannot be: not asked where each page by itself is beyond doubt."""
    if all(page.accented and page.foreign <= FOREIGN * page.solid for page in scripts):
        return False
    return untrue(script(" ".join(page.text for page in scripts)))


def without_text(page: PageRead, text: Script) -> bool:
    """Whether the page, among pages of text, is a picture or its text is not true."""
    return untrue(text) or page.unseen or (page.pictured and text.solid < FEW / 4)

"""Whether a PDF's text layer is the paper's text: scans, junk under pictures and broken letters are not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.errors import NoText
from extractors.formats.pdf.shapes import PageRead
from extractors.vietnamese.text import fold

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

_HEAD = re.compile("cong hoa xa hoi|doc lap ?- ?tu do|dang cong san")
_LETTER = re.compile(r"[^\W\d_]")
_ACCENTED = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_FOREIGN = re.compile("[^\\s!-~À-ỹ–—‘’“”…•·°²³§×½¼¾\u00ab\u00bb\u00b4\u0300-\u0323\u20ab\uf000-\uf0ff]")


def refuse_pictures(pages: Sequence[PageRead], texts: Sequence[str]) -> None:
    """Raises NoText where the first page's text is a picture, a stamp's alone, or not true."""
    first, text = pages[0], texts[0]
    if not "".join(texts).strip():
        raise NoText("no text")
    if first.pictured and len(text.replace(" ", "")) < FEW and not _HEAD.search(fold(text)):
        raise NoText("the first page is a picture")
    if first.unseen:
        raise NoText("the letters are recognition's, under a picture")
    if untrue(text) or untrue("".join(texts)):
        raise NoText("the text layer is not the paper's text")


def untrue(text: str) -> bool:
    """Whether the letters cannot be those of a Vietnamese paper."""
    solid, letters = len("".join(text.split())), len(_LETTER.findall(text))
    foreign = len(_FOREIGN.findall(text))
    if (foreign > FOREIGN * solid and solid >= ENOUGH) or foreign > BROKEN * solid:
        return True
    return letters >= ENOUGH and len(_ACCENTED.findall(text)) < ACCENTED * letters


def without_text(page: PageRead, text: str) -> bool:
    """Whether the page, among pages of text, is a picture or its text is not true."""
    return untrue(text) or (page.pictured and len(text.replace(" ", "")) < FEW / 4)

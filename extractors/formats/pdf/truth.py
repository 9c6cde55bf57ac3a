"""Whether a PDF's text layer is the paper's text: scans, junk under pictures and broken letters are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

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


class Script(NamedTuple):
    """How many characters of a text are what."""

    solid: int
    letters: int
    accented: int
    foreign: int


def script(text: str) -> Script:
    """The text's characters, counted."""
    counts = (_LETTER, _ACCENTED, _FOREIGN)
    return Script(len("".join(text.split())), *(len(kind.findall(text)) for kind in counts))


def refuse_pictures(first: PageRead, text: str, scripts: Sequence[Script]) -> None:
    """Raises NoText where the first page's text is a picture, a stamp's alone, or not true."""
    if not any(page.solid for page in scripts):
        raise NoText("no text")
    if first.pictured and scripts[0].solid < FEW and not _HEAD.search(fold(text)):
        raise NoText("the first page is a picture")
    if first.unseen:
        raise NoText("the letters are recognition's, under a picture")
    if untrue(scripts[0]) or untrue(Script(*map(sum, zip(*scripts, strict=True)))):
        raise NoText("the text layer is not the paper's text")


def untrue(text: Script) -> bool:
    """Whether the letters cannot be those of a Vietnamese paper."""
    if text.foreign > (FOREIGN if text.solid >= ENOUGH else BROKEN) * text.solid:
        return True
    return text.letters >= ENOUGH and text.accented < ACCENTED * text.letters


def without_text(page: PageRead, text: Script) -> bool:
    """Whether the page, among pages of text, is a picture or its text is not true."""
    return untrue(text) or (page.pictured and text.solid < FEW / 4)

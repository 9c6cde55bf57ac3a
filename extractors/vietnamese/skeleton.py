"""A text's skeleton: as long as the text, letter for letter, so that what matches in it is found in the text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from extractors.vietnamese.code_page import LETTERS, by_table
from extractors.vietnamese.text import dashes, unraised

VIETNAMESE = frozenset(LETTERS + LETTERS.upper())
"""The letters a Vietnamese paper is written in; any other is a look-alike or a broken font."""


@lru_cache(maxsize=4_096)
def _bare(char: str) -> str:
    if (char.isspace() and char != "\n") or unraised(char) == " ":
        return " "
    base = unicodedata.normalize("NFD", char)[0].lower()
    base = "d" if base == "đ" else base
    return base if len(base) == 1 else char


@lru_cache(maxsize=1_000)
@by_table
def skeleton(text: str) -> str:
    """The text in lower case without accents: đ as d, every dash as "-", every space and raised figure as " ".

    Line feeds stay.
    The lines of a paper or so are remembered: its outline and most of its fields ask for the same ones.
    """
    return "".join(map(_bare, dashes(text)))


def foreign(text: str) -> str:
    """The letters of the text that no Vietnamese word has, in order."""
    return "".join(c for c in text if c.isalpha() and c not in VIETNAMESE)

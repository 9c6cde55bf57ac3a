"""Text of the time before Unicode: which characters stand in an old font, and what they say."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby

from extractors.vietnamese.legacy import Encoding, Piece, encoding_of, to_unicode, weigh

Decoder = Callable[[int, int], str]
"""The text from a first to a last character."""

ENOUGH = 4
"""Strange letters on a page from which on its fonts are looked at."""

_STRANGE = re.compile("[¡-\u00a9«-®±-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]")
"""Latin-1 beyond Vietnamese: what TCVN3 and VNI letters look like outside their font."""
_SUBSET = re.compile(r"^[A-Z]{6}\+")


def decoder(text: str, font: Callable[[int], str]) -> Decoder | None:
    """How to read the page's characters; None where all of them are Unicode."""
    strange = [match.start() for match in _STRANGE.finditer(text)]
    if len(strange) < ENOUGH or not any(_encoding(font(at)) for at in strange[:: len(strange) // ENOUGH]):
        return None
    known = _encodings(text, font)
    weights = weigh([_pieces(text, known)])

    def decoded(first: int, last: int) -> str:
        return to_unicode(_pieces(text[first : last + 1], known[first : last + 1]), weights)

    return decoded


def _encoding(font: str) -> Encoding | None:
    return encoding_of(_SUBSET.sub("", font))


def _encodings(text: str, font: Callable[[int], str]) -> list[Encoding | None]:
    """What each character's font stands for; a space goes with the letter before it."""
    known: list[Encoding | None] = []
    for at, letter in enumerate(text):
        known.append(known[-1] if letter.isspace() and known else _encoding(font(at)))
    return known


def _pieces(text: str, encodings: list[Encoding | None]) -> list[Piece]:
    pieces, at = [], 0
    for encoding, run in groupby(encodings):
        length = sum(1 for _ in run)
        pieces.append(Piece(text[at : at + length], encoding))
        at += length
    return pieces

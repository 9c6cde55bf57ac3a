"""Text of the time before Unicode: TCVN3 (.VnTime) and VNI letters that look right in their font only.

A font's name proves nothing: much Unicode text still carries .VnTime. A run is decoded where its
letters make Vietnamese syllables in the old code and do not as they stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from extractors.vietnamese.syllables import is_syllable


class Encoding(StrEnum):
    """A way of writing Vietnamese in one byte a character."""

    TCVN3 = "tcvn3"
    TCVN3_CAPITALS = "tcvn3_capitals"
    """The codes of small letters, drawn as capitals: the fonts whose name ends in H."""
    VNI = "vni"


class Piece(NamedTuple):
    """A stretch of text and the old encoding that its font stands for."""

    text: str
    encoding: Encoding | None


_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_TCVN3_TABLE = str.maketrans(_TCVN3)

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "á": _CIRCUMFLEX + _ACUTE, "à": _CIRCUMFLEX + _GRAVE, "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}  # fmt: skip
"""After a vowel: the marks on it. Breve marks stand after a only, circumflex marks after a, e, o."""
_VNI_LETTERS = {"ö": "ư", "ô": "ơ", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_MARKS |= {letter.upper(): marks for letter, marks in _VNI_MARKS.items()}
_VNI_LETTERS |= {letter.upper(): vowel.upper() for letter, vowel in _VNI_LETTERS.items()}
_VNI_PAIR = re.compile(f"([aeouyôöAEOUYÔÖ])([{''.join(_VNI_MARKS)}])")
_VNI_TABLE = str.maketrans(_VNI_LETTERS)

_WORD = re.compile(r"[^\s!-@\[-`{-~“”‘’–—…]+")


def encoding_of(font: str | None) -> Encoding | None:
    """The old encoding that a font's name stands for; None for any other font."""
    name = (font or "").casefold()
    if name.startswith(".vn"):
        return Encoding.TCVN3_CAPITALS if name.endswith("h") else Encoding.TCVN3
    return Encoding.VNI if name.startswith("vni") else None


def decode(text: str, encoding: Encoding) -> str:
    """The text in Unicode, taking it for text in the old encoding; what is not of it stays."""
    if encoding is Encoding.VNI:
        return unicodedata.normalize("NFC", _VNI_PAIR.sub(_vni_vowel, text).translate(_VNI_TABLE))
    decoded = text.translate(_TCVN3_TABLE)
    return decoded.upper() if encoding is Encoding.TCVN3_CAPITALS else decoded


def _vni_vowel(match: re.Match[str]) -> str:
    """The vowel with its marks; decomposed, so that the letters' table does not see them again."""
    vowel, mark = match.groups()
    letter = unicodedata.normalize("NFD", vowel.translate(_VNI_TABLE))
    return letter + _VNI_MARKS[mark]


def evidence(text: str, encoding: Encoding) -> int:
    """Over 0 where the characters speak for the old encoding, under 0 for Unicode, 0 where they are mute."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    if any(_is_beyond_one_byte(c) for word in words for c in word):
        return -1
    as_decoded = sum(_is_written(decode(word, encoding)) for word in words)
    as_it_stands = sum(_is_written(word) for word in words)
    return as_decoded - as_it_stands


def _is_written(word: str) -> bool:
    """Whether the word is a Vietnamese syllable in one of the ways people write: not "kÕ"."""
    return (word.islower() or word.isupper() or word[1:].islower()) and is_syllable(word)


def _is_beyond_one_byte(character: str) -> bool:
    return character >= "\u0100" and unicodedata.category(character)[0] in "LM"


def weigh(texts: Iterable[Sequence[Piece]]) -> Counter[Encoding]:
    """What all runs of a document together say for each encoding, for the runs that are mute."""
    weights: Counter[Encoding] = Counter()
    for pieces in texts:
        for text, encoding in _stretches(pieces):
            if encoding is not None:
                weights[_family(encoding)] += max(-1, min(1, evidence(text, encoding)))
    return weights


def to_unicode(pieces: Sequence[Piece], weights: Mapping[Encoding, int]) -> str:
    """The pieces joined, each decoded if its characters, or for lack of them the document, say so."""
    return "".join(_one(text, encoding, weights) for text, encoding in _stretches(pieces))


def _one(text: str, encoding: Encoding | None, weights: Mapping[Encoding, int]) -> str:
    if encoding is None:
        return text
    weight = evidence(text, encoding) or weights.get(_family(encoding), 0)
    return decode(text, encoding) if weight > 0 else text


def _stretches(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours of one encoding joined: Word cuts words into runs at will."""
    return [
        Piece("".join(p.text for p in group), encoding) for encoding, group in groupby(pieces, key=lambda p: p.encoding)
    ]


def _family(encoding: Encoding) -> Encoding:
    return Encoding.TCVN3 if encoding is Encoding.TCVN3_CAPITALS else encoding

"""The forms of a text: as it is kept, in one line, and folded for matching.

Every function is idempotent, and returns NFC except `fold`, which returns letters without accents.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.vietnamese.code_page import by_table

_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
)
_HYPHENS = "\u2010\u2011"
_TWINS = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ", "Ƣ": "Ư", "ƣ": "ư"}
"""Letters that other keyboards, fonts and broken PDF tables put in the place of a Vietnamese one."""

SHORT = 200
"""Letters up to which a folded text is worth remembering."""

_TONES = "\u0300\u0301\u0303\u0309\u0323"

_CYRILLIC_TWINS = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһ", "ABESIJKMHOPCTYXaesijopcyxh", strict=True))
_GREEK_TWINS = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_TABLE = str.maketrans("0123456789", _RAISED)
_UNRAISED_TABLE = str.maketrans(dict.fromkeys(_RAISED, " "))

_SUSPECT = re.compile(f"[\r{_LINE_ENDS}{_SPACES}{_INVISIBLE}{_HYPHENS}{''.join(_TWINS)}\u0370-\u04ff]")
_LINE_END = re.compile(f"\r\n|[\r{_LINE_ENDS}]")
_SPACE = re.compile(f"[{_SPACES}]")
_UNSEEN = re.compile(f"[{_INVISIBLE}]+")
_WORD = re.compile(r"\w+")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_TWIN_TABLE = str.maketrans(_TWINS | dict.fromkeys(_HYPHENS, "-"))
_ALPHABET_TWINS = _CYRILLIC_TWINS | _GREEK_TWINS
_ALPHABET_TABLE = str.maketrans(_ALPHABET_TWINS)

_DASH = re.compile("[\u2010-\u2015\u2043\u2212\u2796\u2e3a\u2e3b\ufe58\ufe63\uff0d]")
_QUOTE_TABLE = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u00b4`\uff07", "'")
)


def nfc(text: str) -> str:
    """The text in Unicode NFC."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def solid(text: str) -> int:
    """How many of its characters are no space. Nearly every text has plain spaces only: those are soon counted."""
    return len(text) - text.count(" ") if text.isprintable() else len("".join(text.split()))


def clean(text: str) -> str:
    """The text as it is kept: NFC, nothing invisible, plain spaces and hyphens, no look-alike letters.

    Tabs, line feeds and runs of spaces stay; other line ends become a line feed.
    """
    return nfc(_replaced(text) if _SUSPECT.search(text) else text)


def _replaced(text: str) -> str:
    text = _LINE_END.sub("\n", nfc(text))
    text = _UNSEEN.sub("", _SPACE.sub(" ", text))
    return _WORD.sub(_latin_word, text.translate(_TWIN_TABLE))


def _latin_word(match: re.Match[str]) -> str:
    """The word with Cyrillic and Greek look-alikes as Latin letters; a word of those alphabets stays."""
    word = match.group()
    return word.translate(_ALPHABET_TABLE) if _LATIN.search(word) or _ALPHABET_TWINS.keys() >= set(word) else word


def one_line(text: str) -> str:
    """The clean text with every run of white space squeezed to one space, none at the ends."""
    return nfc(" ".join(clean(text).split()))


def raised(text: str) -> str:
    """The text with its figures as small raised ones."""
    return text.translate(_RAISED_TABLE)


def unraised(text: str) -> str:
    """The text with a space for every raised figure: a note's mark is none of the number before it."""
    return text if text.isascii() else text.translate(_UNRAISED_TABLE)


def dashes(text: str) -> str:
    """The text with every kind of dash, hyphen and minus as "-"; no other character is changed."""
    return _DASH.sub("-", text)


def quotes(text: str) -> str:
    """The text with every double quote as '"' and every single one as "'"."""
    return text.translate(_QUOTE_TABLE)


def fold(text: str) -> str:
    """The text for matching: one line, lower case, no accents, đ as d, plain dashes and quotes.

    Only for comparing: two different words may fold to the same ("hoà" and "hóa" to "hoa").
    """
    return _fold_short(text) if len(text) <= SHORT else _fold(text)


@lru_cache(maxsize=10_000)
def _fold_short(text: str) -> str:
    """Names and headings, which every field and check asks for again."""
    return _fold(text)


def _fold(text: str) -> str:
    return " ".join(_plain(text).split())


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    return "".join(c for c in letters if not unicodedata.combining(c))


@by_table
def _plain(text: str) -> str:
    bare = _bare(_bare(unraised(clean(text))).casefold())
    return quotes(dashes(bare.replace("đ", "d")))


def tones(text: str) -> str:
    """The text with every tone mark where the older spelling has it: "hoà" as "hòa", "thuỷ" as "thủy"."""
    return text if text.isascii() else _WORD.sub(_toned_match, nfc(text))


def _toned_match(match: re.Match[str]) -> str:
    return _toned(match.group())


@lru_cache(maxsize=20_000)
def _toned(word: str) -> str:
    """A word with one tone mark comes back with it in its place; any other is no Vietnamese word."""
    from viet_text_tools import normalize_diacritics

    marks = sum(c in _TONES for c in unicodedata.normalize("NFD", word))
    return str(normalize_diacritics(word)) if marks == 1 else word

"""A form of the characters that nearly all Vietnamese papers are written in, for whole texts at a time.

What gives each character another one, whatever stands beside it, is a table. Python goes through a text of many
alphabets by such a table slowly, but through a code page of up to 256 characters five times as fast.
"""

from __future__ import annotations

from codecs import charmap_build, charmap_decode, charmap_encode
from collections.abc import Callable
from functools import wraps

LETTERS = "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệfghiíìỉĩịjklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvwxyýỳỷỹỵz"
"""Of the Vietnamese alphabet, and those of foreign names."""

_ASCII = "\t\n" + "".join(map(chr, range(ord(" "), ord("~") + 1)))
_MARKS = "–—…“”‘’«»•·°×¹²³"
_UNUSED = "\ufffe"
"""Stands in a code page where it has no character."""

CHARACTERS = "".join(dict.fromkeys(f"{_ASCII}{LETTERS}{LETTERS.upper()}{_MARKS}"))
_ENCODING = charmap_build(f"\0{CHARACTERS}".ljust(256, _UNUSED))  # which no table goes on with: Python wants it first


def by_table(form: Callable[[str], str]) -> Callable[[str], str]:
    """The same form, by a table for a text of these characters alone; it gives one character for each of them."""
    table = _UNUSED + "".join(map(form, CHARACTERS))

    @wraps(form)
    def formed(text: str) -> str:
        try:
            return charmap_decode(charmap_encode(text, "strict", _ENCODING)[0], "strict", table)[0]
        except UnicodeError:
            return form(text)

    return formed

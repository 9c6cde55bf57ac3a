"""Số, ký hiệu: "152/BC-SKHĐT" taken apart and put together again."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.patterns import letterhead
from extractors.vietnamese.paper_types import types_of
from extractors.vietnamese.skeleton import foreign, skeleton
from extractors.vietnamese.text import dashes


class PaperNumber(NamedTuple):
    """A number as it stands in a text."""

    start: int
    end: int
    serial: str
    """Its digits as printed, "" where their place is empty."""
    groups: tuple[str, ...]
    """What follows: ("BC", "SKHĐT"), ("UBND", "NC"), ("QĐ", "STC", "VP"); the year left out."""
    value: str
    """Whole, without inner spaces."""
    doubt: str
    """Why a person should look: "foreign_letter", "odd_letters"; "" where nothing speaks against it."""

    @property
    def type_letters(self) -> str:
        """The letters of the paper's kind: "BC"; "" in the number of a công văn."""
        return self.groups[0] if len(self.groups) > 1 and types_of(self.groups[0]) else ""

    @property
    def office_letters(self) -> str:
        """The letters of the office that gave the number: "SKHĐT" of 152/BC-SKHĐT, "UBND" of 779/UBND-NC."""
        if len(self.groups) < 2:
            return self.groups[0] if self.groups and not types_of(self.groups[0]) else ""
        return self.groups[1] if self.type_letters else self.groups[0]


def read_number(text: str, start: int) -> PaperNumber | None:
    """The number with which the text begins at `start`; None where it begins with none."""
    match = letterhead.NUMBER.match(skeleton(text), start)
    if match is None:
        return None
    serial = re.sub(r"[^0-9A-Za-z]", "", text[match.start("serial") : match.end("serial")])
    letters = text[match.start("letters") : match.end("letters")]
    groups = tuple(g for g in re.split(r"[/-]", re.sub(r"\s", "", dashes(letters))) if g)
    value = re.sub(r"\s", "", dashes(text[match.start() : match.end()]))
    value = value.lstrip("._…") if serial else value
    return PaperNumber(match.start(), match.end(), serial, groups, value, _doubt(letters, serial))


def _doubt(letters: str, serial: str) -> str:
    if foreign(letters + serial):
        return "foreign_letter"
    odd = letters[0].islower() or re.search(r"\w\s\w", letters)
    return "odd_letters" if odd or serial[-1:].casefold() in _LIKE_DIGITS else ""


_LIKE_DIGITS = {"o", "q", "l", "i", "s", "z"}
"""Letters typed or recognised for 0, 1, 5, 2: no serial's own, as the a of 152a is."""

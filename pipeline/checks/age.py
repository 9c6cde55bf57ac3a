"""The order of papers, the same however they came: by their day, then by their number."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from extractors.vietnamese.text import fold


class Age(NamedTuple):
    """Grows with the day, then with the number; nothing depends on who came first."""

    issued_on: date
    digits: int
    number: str
    sha256: str
    """The first of its files' digests: of two papers that tell nothing else, one goes before the other."""


def age_of(issued_on: date | None, number: str, sha256: str) -> Age:
    """A paper's age, by its sure day, its number as printed and its first digest."""
    key = number_key(number)
    digits = key.partition("/")[0]
    return Age(issued_on or date.min, int(digits) if digits.isdecimal() else 0, key, sha256)


def number_key(number: str) -> str:
    """A number for comparing: without spaces, accents, case and leading zeros; "" for a blank one."""
    key = re.sub(r"\s", "", fold(number)).lstrip("0")
    return key if key[:1].isdigit() else ""

"""Numbers in words: `chín mươi tám phẩy năm` is 98.5."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.patterns.number_words import DIGITS, ODD, POINTS, SCALES, TENS
from extractors.vietnamese.text import one_line, tones

_BELOW_HUNDRED = re.compile(
    r"(?:(?P<tens>[2-9])m(?P<unit>[1-9])? | t(?P<teen>[1-9])? | o?(?P<single>[0-9]))", re.VERBOSE
)
"""`9m8` chín mươi tám, `t5` mười lăm, `o5` lẻ năm, `7` bảy"""


def number_in_words(text: str) -> Decimal | None:
    """The number that the words say; None where they are not exactly one number."""
    words = tones(one_line(text)).lower().split()
    half = Decimal(0)
    if words and words[-1] == "rưỡi":
        words, half = words[:-1], Decimal("0.5")
    cut = next((i for i, word in enumerate(words) if word in POINTS), len(words))
    whole = _whole(words[:cut])
    if whole is None or (half and cut < len(words)):
        return None
    if cut == len(words):
        return whole + half
    rest = _decimals(words[cut + 1 :])
    return None if rest is None else Decimal(f"{whole}.{rest}")


def _whole(words: list[str]) -> Decimal | None:
    """A whole number below a million million."""
    total, part, last = 0, [], 10**12
    for word in words:
        if word not in SCALES:
            part.append(word)
            continue
        value = _below_thousand(part)
        if value is None or SCALES[word] >= last:
            return None
        total, part, last = total + value * SCALES[word], [], SCALES[word]
    if not part and last < 10**12:
        return Decimal(total)
    value = _below_thousand(part)
    return None if value is None else Decimal(total + value)


def _below_thousand(words: list[str]) -> int | None:
    if "trăm" not in words:
        return _below_hundred(words)
    at = words.index("trăm")
    if at != 1 or words[0] not in DIGITS:
        return None
    rest = 0 if at == len(words) - 1 else _below_hundred(words[2:])
    return None if rest is None else DIGITS[words[0]] * 100 + rest


def _below_hundred(words: list[str]) -> int | None:
    match = _BELOW_HUNDRED.fullmatch("".join(map(_sign, words)))
    if not match:
        return None
    if match["tens"]:
        return int(match["tens"]) * 10 + int(match["unit"] or 0)
    if match["single"]:
        return int(match["single"])
    return 10 + int(match["teen"] or 0)


def _sign(word: str) -> str:
    """One letter or digit for each word, so that a pattern can say what may follow what."""
    if word in DIGITS:
        return str(DIGITS[word])
    if word in TENS:
        return "m"
    if word in ODD:
        return "o"
    return "t" if word == "mười" else "?"


def _decimals(words: list[str]) -> str | None:
    """The digits after the point: `hai lăm` and `hai mươi lăm` 25, `không năm` 05."""
    if not words:
        return None
    if all(word in DIGITS for word in words):
        return "".join(str(DIGITS[word]) for word in words)
    value = _below_hundred(words)
    return None if value is None else str(value)

"""Numbers written out in words, for the tests that read them back."""

from __future__ import annotations

from decimal import Decimal

_NAMES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALE_NAMES = ((1_000_000_000, "tỷ"), (1_000_000, "triệu"), (1_000, "nghìn"))


def words_for(value: Decimal) -> str:
    """A number from 0 up to a million million in words, decimals digit by digit: 98.5 -> `chín mươi tám phẩy năm`."""
    whole, _, rest = f"{value.normalize():f}".partition(".")
    words = _words_for_whole(int(whole))
    return f"{words} phẩy {' '.join(_NAMES[int(d)] for d in rest)}" if rest else words


def _words_for_whole(value: int) -> str:
    parts: list[str] = []
    for scale, name in (*_SCALE_NAMES, (1, "")):
        group, value = divmod(value, scale)
        if group:
            filler = "không trăm " if parts and group < 100 else ""
            parts.append(f"{filler}{_words_below_thousand(group, odd=bool(filler))} {name}".strip())
    return " ".join(parts) or _NAMES[0]


def _words_below_thousand(value: int, *, odd: bool) -> str:
    """`odd`: hundreds were named before, so that a lone unit needs its "linh"."""
    hundreds, rest = divmod(value, 100)
    words = [f"{_NAMES[hundreds]} trăm"] if hundreds else []
    if rest:
        words.append(f"linh {_NAMES[rest]}" if rest < 10 and (words or odd) else _words_below_hundred(rest))
    return " ".join(words)


def _words_below_hundred(value: int) -> str:
    tens, unit = divmod(value, 10)
    if tens == 0:
        return _NAMES[unit]
    head = "mười" if tens == 1 else f"{_NAMES[tens]} mươi"
    last = {0: "", 5: " lăm"}.get(unit, f" {_NAMES[unit]}")
    return head + (" mốt" if unit == 1 and tens > 1 else last)

"""The words of which a number in words is made."""

from __future__ import annotations

DIGITS: dict[str, int] = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
SCALES: dict[str, int] = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
POINTS = ("phẩy", "phảy", "chấm")
TENS = ("mươi", "chục")
ODD = ("linh", "lẻ")

WORDS: frozenset[str] = frozenset({*DIGITS, *SCALES, *POINTS, *TENS, *ODD, "mười", "trăm", "rưỡi"})
"""Every word that a number in words may hold."""

IN_WORDS = rf"(?:(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?!\w)\s*){{1,14}}"
"""`chín mươi tám phẩy năm`"""

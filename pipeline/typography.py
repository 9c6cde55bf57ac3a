"""How wide a text is in Times New Roman: the lines under the motto and the issuer depend on it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

_REGULAR = {
    180: "'",
    250: " ,.",
    278: "ijlt;:/",
    333: "frI-()",
    389: "sJ",
    408: '"',
    444: "acez“”",
    500: "bdghknopquvxy0123456789–*đ",
    529: "ơ",
    542: "ư",
    556: "FPS",
    564: "+",
    611: "ELTZ",
    667: "BCR",
    722: "wADGHKNOQUVXYĐƠ",
    776: "Ư",
    778: "m&",
    833: "%",
    889: "M",
    944: "W",
    1000: "…",
}
_BOLD = {
    250: " ,.",
    278: "il/'",
    333: "fjt-();:",
    389: "sI",
    444: "cerz",
    500: "agovxyJ0123456789–*“”",
    554: "ơ",
    555: '"',
    556: "bdhknpquSđ",
    570: "+",
    600: "ư",
    611: "FP",
    667: "BELTZ",
    722: "wACDNRUVXYĐ",
    778: "GHKOQƠ",
    796: "Ư",
    833: "m&",
    944: "M",
    1000: "W%…",
}
_ORDINARY = 500


def _by_letter(table: Mapping[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in table.items() for letter in letters}


_WIDTHS = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}
_HORN = {"̛"}


def _letters(text: str) -> str:
    """The text without tone marks: they take no room; the horn of ơ and ư and the bar of đ do."""
    decomposed = unicodedata.normalize("NFD", text)
    kept = "".join(c for c in decomposed if c in _HORN or not unicodedata.combining(c))
    return unicodedata.normalize("NFC", kept)


def text_width(text: str, size: float, *, bold: bool) -> float:
    """Width in points of the text on one line at that size in points."""
    widths = _WIDTHS[bold]
    return sum(widths.get(letter, _ORDINARY) for letter in _letters(text)) * size / 1000


def wrapped(text: str, size: float, room: float, *, bold: bool) -> list[str]:
    """The lines into which the text breaks in `room` points."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines

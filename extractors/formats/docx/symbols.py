"""Characters of symbol fonts, by font and code."""

from __future__ import annotations

_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xB2: "✧", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "□", 0xA7: "▪"}
_SYMBOL = {
    0x2D: "−", 0x61: "α", 0x62: "β", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←",
    0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD0: "∠", 0xD7: "⋅", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE_USE = range(0xF000, 0xF100)


def symbol(font: str, code: int) -> str:
    """The Unicode character that a symbol font draws for a code; empty where it is not known.

    A code outside the symbol fonts' own range is a character as it stands.
    """
    table = _FONTS.get(font.casefold())
    if code in _PRIVATE_USE:
        return (table or {}).get(code - 0xF000, "")
    return (table or {}).get(code, "") or chr(code)

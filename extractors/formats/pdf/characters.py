"""A page's characters as PDFium gives them; boxes and fonts are asked for only where they are needed."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from extractors.formats.pdf.rules import Turn
from extractors.records import BBox

HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-"})
"""What PDFium writes for a hyphen at a line's end."""

BOLD = 600
"""Font weight from which on a font is bold."""


class Letter(NamedTuple):
    """One drawn character."""

    text: str
    box: BBox
    baseline: float
    size: float


class Characters:
    """One page's text and, by index, where each of its characters stands."""

    def __init__(self, textpage: Any, turn: Turn) -> None:
        count = textpage.count_chars()
        text = textpage.get_text_range() if count else ""
        self._textpage = textpage
        self._turn = turn
        self.text: str = text.translate(HYPHENS) if len(text) == count else self._one_by_one(count)

    def _one_by_one(self, count: int) -> str:
        """The text with one letter a character, where PDFium leaves some out of its own."""
        codes = (pdfium.FPDFText_GetUnicode(self._textpage.raw, i) for i in range(count))
        return "".join(chr(code) if 0 < code < 0x10000 else " " for code in codes).translate(HYPHENS)

    def box(self, index: int) -> BBox:
        """The character's box, as high as its font, as the page is seen."""
        rect = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._textpage.raw, index, rect)
        return self._turn((rect.left, rect.bottom, rect.right, rect.top))

    def size(self, index: int) -> float:
        """The character's font size in points."""
        return float(pdfium.FPDFText_GetFontSize(self._textpage.raw, index))

    def bold(self, index: int) -> bool:
        """Whether the font's weight or its name says bold."""
        weight = pdfium.FPDFText_GetFontWeight(self._textpage.raw, index)
        return bool(weight >= BOLD) or "bold" in self.font(index).lower()

    def font(self, index: int) -> str:
        """The name of the character's font."""
        buffer = ctypes.create_string_buffer(96)
        pdfium.FPDFText_GetFontInfo(self._textpage.raw, index, buffer, 96, ctypes.c_int())
        return buffer.value.decode("utf-8", "replace")

    def letters(self) -> Iterator[Letter]:
        """Every character that is really drawn: no space, none that PDFium put in."""
        for index, text in enumerate(self.text):
            if text.isspace() or pdfium.FPDFText_IsGenerated(self._textpage.raw, index) == 1:
                continue
            yield Letter(text, self.box(index), self._baseline(index), self.size(index))

    def _baseline(self, index: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._textpage.raw, index, x, y)
        return self._turn((x.value, y.value, x.value, y.value))[1]

    def within(self, box: BBox, back: Turn) -> str:
        """The text in a box of the page as it is seen."""
        return str(self._textpage.get_text_bounded(*back(box))).translate(HYPHENS)

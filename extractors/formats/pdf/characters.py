"""A page's characters as PDFium gives them; boxes and fonts are asked for only where they are needed."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from extractors.formats.pdf.fonts import Decoder, decoder
from extractors.formats.pdf.turning import Turn
from extractors.records import BBox

_loose_box = pdfium.FPDFText_GetLooseCharBox

TIED = "\ufffe\x02"
"""What PDFium writes for a hyphen at a line's end, without the line's end."""

PROBES = 40
"""Letters of a page that are asked whether they can be seen."""

BOLD = 600
"""Font weight from which on a font is bold."""

_LAST_DIGIT = re.compile(r"(?<=[^\s(\[/-])[0-9](?![\w/])")
"""Where a footnote's number may end: "NĐ-CP1", "thống nhất.2", even "98,53"."""
RAISED = 0.8
"""A footnote's number is smaller than this share of the letter before it."""
EM = 0.87
"""What a font's size is of its characters' height."""


Span = tuple[int, int]
"""The first and the last of some characters."""


class Font(NamedTuple):
    """A font as the file names it."""

    name: str
    bold: bool


def _font(handle: Any) -> Font:
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(handle, buffer, 128)
    name = buffer.value.decode("utf-8", "replace")
    return Font(name, pdfium.FPDFFont_GetWeight(handle) >= BOLD or "bold" in name.lower())


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
        self._page = textpage.raw
        self._turn = turn
        self._rect = pdfium.FS_RECTF()
        self._fonts: dict[int, Font] = {}
        self.text: str = text if len(text) == count else self._one_by_one(count)
        """One letter a character, PDFium's marks for a line's end and for a hyphen there among them."""
        self._tied = any(mark in self.text for mark in TIED)
        self._decoded: Decoder | None = decoder(self.text, self.font)

    def _one_by_one(self, count: int) -> str:
        """The text with one letter a character, where PDFium leaves some out of its own."""
        codes = (pdfium.FPDFText_GetUnicode(self._page, i) for i in range(count))
        return "".join(chr(code) if 0 < code < 0x10000 and not 0xD800 <= code < 0xE000 else " " for code in codes)

    def written(self, first: int, last: int) -> str:
        """The text between two characters, both with it, in Unicode and with plain hyphens."""
        text = self._decoded(first, last) if self._decoded else self.text[first : last + 1]
        return text.replace(TIED[0], "-").replace(TIED[1], "-") if self._tied else text

    def box(self, index: int) -> BBox:
        """The character's box, as high as its font, as the page is seen."""
        rect = self._rect
        _loose_box(self._page, index, rect)
        return self._turn((rect.left, rect.bottom, rect.right, rect.top))

    def size(self, index: int, box: BBox) -> float:
        """The character's font size in points, by its box where the file gives it no true one."""
        size = float(pdfium.FPDFText_GetFontSize(self._page, index))
        by_height = EM * (box[3] - box[1])
        return size if size > by_height / 2 else by_height

    def bold(self, index: int) -> bool:
        """Whether the font's weight or its name says bold."""
        font = self._font_at(index)
        return font is not None and font.bold

    def font(self, index: int) -> str:
        """The name of the character's font; "" where it has none."""
        font = self._font_at(index)
        return font.name if font is not None else ""

    def _font_at(self, index: int) -> Font | None:
        text = pdfium.FPDFText_GetTextObject(self._page, index)
        handle = pdfium.FPDFTextObj_GetFont(text) if text else None
        if not handle:
            return None
        address = ctypes.addressof(handle.contents)
        if address not in self._fonts:
            self._fonts[address] = _font(handle)
        return self._fonts[address]

    def unseen(self) -> bool:
        """Whether none of the letters asked for is drawn in ink."""
        step = max(len(self.text) // PROBES, 1)
        texts = (pdfium.FPDFText_GetTextObject(self._page, index) for index in range(0, len(self.text), step))
        modes = {pdfium.FPDFTextObj_GetTextRenderMode(text) for text in texts if text}
        return modes == {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE}

    def notes(self, first: int, last: int) -> list[Span]:
        """First and last character of each footnote's number that hangs on a word between the two."""
        return [note for note in self._notes if first < note[0] and note[1] <= last] if self._notes else []

    @cached_property
    def _notes(self) -> list[Span]:
        """All of the page's footnotes' numbers."""
        found = [self._small_digits(match.start()) for match in _LAST_DIGIT.finditer(self.text)]
        return [note for note in found if note]

    def _small_digits(self, end: int) -> Span | None:
        """The digits up to `end` if they are smaller than what stands before them, and raised."""
        nominal = pdfium.FPDFText_GetFontSize
        size, start = nominal(self._page, end), end
        while start and self.text[start - 1].isdecimal() and nominal(self._page, start - 1) == size:
            start -= 1
        before = start - 1
        if before < 0 or self.text[before].isspace() or size > RAISED * nominal(self._page, before):
            return None
        digit, word = self.box(start), self.box(before)
        return (start, end) if digit[1] + digit[3] < word[1] + word[3] else None

    def letters(self) -> Iterator[Letter]:
        """Every character that is really drawn: no space, none that PDFium put in."""
        for index, text in enumerate(self.text):
            if text.isspace() or pdfium.FPDFText_IsGenerated(self._page, index) == 1:
                continue
            box = self.box(index)
            yield Letter(self.written(index, index), box, self._baseline(index), EM * (box[3] - box[1]))

    def _baseline(self, index: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._page, index, x, y)
        return self._turn((x.value, y.value, x.value, y.value))[1]

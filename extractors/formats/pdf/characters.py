"""A page's characters as PDFium gives them; boxes and fonts only where they are needed, and many at a time."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import pypdfium2.raw as pdfium

from extractors.formats.pdf import calls
from extractors.formats.pdf.fonts import Decoder, decoder
from extractors.formats.pdf.loading import Loaded
from extractors.formats.pdf.turning import Turn, quarters_of, quarters_seen
from extractors.records import BBox
from extractors.vietnamese.text import raised

TIED = "\ufffe\x02"
"""What PDFium writes for a hyphen at a line's end, without the line's end."""

PROBES = 40
"""Letters of a page that are asked whether they can be seen."""

BOLD = 600
"""Font weight from which on a font is bold."""

_FIGURE = re.compile(r"[0-9][0-9]*(?![\w/])(?<=[^\s(\[/-][0-9])")
"""Where a raised figure may end: "NĐ-CP1", "thống nhất.2", "500 m2", even "98,53"."""
SMALL = 0.8
"""A raised figure is smaller than this share of the letter before it."""
EM = 0.87
"""What a font's size is of its characters' height."""


Span = tuple[int, int]
"""The first and the last of some characters."""


class Style(NamedTuple):
    """What a piece of text is set in."""

    size: float
    """In points as the file says, which is not always true."""
    font: str
    """Its name; "" for none."""
    bold: bool


class _Styles(dict[tuple[float, calls.Address | None], Style]):
    """By size and font, the few styles that a page uses: each is worked out when it is first asked for."""

    def __missing__(self, key: tuple[float, calls.Address | None]) -> Style:
        """The style, with whether the font's weight or its name says bold."""
        size, font = key
        name, weight = calls.name_and_weight(font) if font else ("", 0)
        self[key] = Style(size, name, weight >= BOLD or "bold" in name.lower())
        return self[key]


class Letter(NamedTuple):
    """One drawn character."""

    text: str
    box: BBox
    baseline: float
    size: float


class Characters:
    """One page's text and, by index, where each of its characters stands."""

    def __init__(self, page: Loaded, turn: Turn) -> None:
        self._page = page.text
        self._turn = turn
        self._set_in = _Styles()
        self._styles: dict[calls.Address | None, Style] = {}
        text = calls.text(page.text, page.characters)
        self._take(text if len(text) == page.characters else self._one_by_one(page.characters))

    def _take(self, text: str) -> None:
        self.text = text
        """One letter a character, PDFium's marks for a line's end and for a hyphen there among them."""
        self.words = self.text.split()
        self._plain = self.text.replace(TIED[0], "-").replace(TIED[1], "-")
        self._decoded: Decoder | None = decoder(self.text, self.font)

    def _one_by_one(self, count: int) -> str:
        """The text with one letter a character, where PDFium leaves some out of its own."""
        codes = (calls.unicode_of(self._page, index) for index in range(count))
        return "".join(chr(code) if 0 < code < 0x10000 and not 0xD800 <= code < 0xE000 else " " for code in codes)

    def written(self, first: int, last: int) -> str:
        """The text between two characters, both with it, in Unicode and with plain hyphens."""
        if self._decoded is None:
            return self._plain[first : last + 1]
        return self._decoded(first, last).replace(TIED[0], "-").replace(TIED[1], "-")

    @property
    def solid(self) -> int:
        """How many characters, as they are written, are no space."""
        words = self.written(0, len(self.text) - 1).split() if self._decoded else self.words
        return len("".join(words))

    def texts(self, spans: Sequence[Span]) -> list[str]:
        """What is written in each span, its raised figures as such."""
        if self.raised or self._decoded:
            return [self._text(span) for span in spans]
        return [self._plain[first : last + 1] for first, last in spans]

    def _text(self, span: Span) -> str:
        whole, at = "", span[0]
        for first, last in self.raised:
            if span[0] < first and last <= span[1]:
                whole += self.written(at, first - 1) + raised(self.text[first : last + 1])
                at = last + 1
        return whole + self.written(at, span[1])

    def boxes(self, indices: Sequence[int]) -> list[BBox]:
        """The characters' boxes, as high as their font, as the page is seen."""
        return self._turn(calls.loose_boxes(self._page, indices))

    def at_one_angle(self, indices: Sequence[int]) -> bool:
        """Whether the characters all lie along one direction, as on nearly every page."""
        return len(set(calls.angles(self._page, indices))) < 2

    def quarters(self, indices: Sequence[int]) -> list[int]:
        """By how many quarters, clockwise, the characters are turned as the page is seen; 0 where by no whole ones."""
        page = quarters_of(self._turn)
        return [quarters_seen(angle, page) for angle in calls.angles(self._page, indices)]

    def styles(self, indices: Sequence[int]) -> list[Style]:
        """What the characters are set in: the same for all that one text object draws, so each is asked once."""
        known, found = self._styles, calls.text_objects(self._page, indices)
        new = {drawn: index for drawn, index in zip(found, indices, strict=True) if drawn not in known}
        fonts = zip(calls.font_sizes(self._page, new.values()), calls.fonts(new), strict=True)
        known.update(zip(new, map(self._set_in.__getitem__, fonts), strict=True))
        return [known[drawn] for drawn in found]

    def font(self, index: int) -> str:
        """The name of the character's font; "" where it has none."""
        return self.styles((index,))[0].font

    def unseen(self) -> bool:
        """Whether none of the letters asked for is drawn in ink."""
        step = max(len(self.text) // PROBES, 1)
        drawn = calls.text_objects(self._page, range(0, len(self.text), step))
        return {calls.render_mode(text) for text in drawn if text} == {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE}

    @cached_property
    def raised(self) -> list[Span]:
        """First and last character of each raised figure that hangs on a word: a footnote's number, a power."""
        figures = [match.span() for match in _FIGURE.finditer(self.text)]
        before = calls.text_objects(self._page, [self._word_begins(begin) for begin, _ in figures])
        drawn = calls.text_objects(self._page, [end - 1 for _, end in figures])
        # What is drawn in one go with the letter before it is no smaller: that settles nearly all figures.
        apart = [end - 1 for (_, end), one, other in zip(figures, before, drawn, strict=True) if one != other]
        return [figure for figure in map(self._small_digits, apart) if figure]

    def _word_begins(self, figure: int) -> int:
        """The letter right before the figure; the figure itself where that is a space."""
        return figure if self.text[figure - 1 : figure].isspace() else figure - 1

    def _small_digits(self, end: int) -> Span | None:
        """The digits up to `end` if they are smaller than what stands before them, and raised."""
        size, start = self._nominal(end), end
        while start and self.text[start - 1].isdecimal() and self._nominal(start - 1) == size:
            start -= 1
        before = start - 1
        if before < 0 or self.text[before].isspace() or size > SMALL * self._nominal(before):
            return None
        digit, word = self.boxes((start, before))
        return (start, end) if digit[1] + digit[3] < word[1] + word[3] else None

    def _nominal(self, index: int) -> float:
        return calls.font_size(self._page, index)

    def drawn(self, indices: Sequence[int]) -> list[calls.Address | None]:
        """The text objects that draw the characters; None for what is drawn by none."""
        return calls.text_objects(self._page, indices)

    def drawn_by(self, objects: Container[calls.Address | None]) -> list[int]:
        """The characters that these text objects draw."""
        drawn = calls.text_objects(self._page, range(len(self.text)))
        return [index for index, one in enumerate(drawn) if one in objects]

    def by_object(self, objects: Container[calls.Address | None]) -> list[list[int]]:
        """The same, object by object."""
        drawn = calls.text_objects(self._page, range(len(self.text)))
        found: dict[calls.Address | None, list[int]] = {}
        for index, one in enumerate(drawn):
            if one in objects:
                found.setdefault(one, []).append(index)
        return list(found.values())

    def leave_out(self, indices: Iterable[int]) -> None:
        """From now on the page has spaces in the place of these characters."""
        letters = list(self.text)
        for index in indices:
            letters[index] = " "
        self._take("".join(letters))

    def letters(self, among: Iterable[int] | None = None) -> Iterator[Letter]:
        """Every character, or every one among these, that is really drawn: no space, none that PDFium put in."""
        asked = range(len(self.text)) if among is None else among
        shown = [index for index in asked if not self.text[index].isspace()]
        added = calls.generated(self._page, shown)
        drawn = [index for index, generated in zip(shown, added, strict=True) if not generated]
        origins = self._turn((x, y, x, y) for x, y in calls.origins(self._page, drawn))
        for index, box, origin in zip(drawn, self.boxes(drawn), origins, strict=True):
            yield Letter(self.written(index, index), box, origin[1], EM * (box[3] - box[1]))

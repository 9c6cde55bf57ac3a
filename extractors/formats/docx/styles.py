"""What styles say of text: each looked up once, along the chain of the styles it is based on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from extractors.formats.docx import names as w
from extractors.formats.docx.sheet import Sheet
from extractors.formats.docx.xml import Element

DEFAULT_POINTS = 10.0
"""Word's font size where nothing in the file says another."""
_TWIPS = 20.0
_MAX_DEPTH = 50


@dataclass(frozen=True, slots=True)
class Look:
    """How a style makes text look; None where it does not say."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    size: float | None = None
    """Points."""
    font: str | None = None
    align: str | None = None
    indent: float | None = None
    """Points."""
    num_id: str | None = None
    level: int | None = None
    borders: bool | None = None


Reader = Callable[[dict[str, object], Element], None]
"""Puts what one property says among what a style says."""

_NOTHING = Look()
_ALIGN = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
    "lowKashida": "justify",
    "mediumKashida": "justify",
    "highKashida": "justify",
    "thaiDistribute": "justify",
}


def alignment(value: str | None) -> str:
    """left, center, right or justify for a `w:jc` value; empty for an unknown one."""
    return _ALIGN.get(value or "", "")


def indent_of(el: Element) -> float | None:
    """The left indent of a `w:ind`, in points."""
    value = el.get(w.LEFT) or el.get(w.INDENT_START)
    return points(value, _TWIPS)


@lru_cache(maxsize=1_000)
def points(value: str | None, per_point: float) -> float | None:
    """A length in points from Word's own unit; None for none or a broken one."""
    try:
        return None if value is None else float(value.removesuffix("pt")) / per_point
    except ValueError:
        return None


def integer(value: str | None) -> int:
    """The whole number in an attribute; 0 for none or a broken one."""
    try:
        return int(value or 0)
    except ValueError:
        return 0


def hexadecimal(value: str | None) -> int:
    """The character code in an attribute; 0 for none or a broken one."""
    try:
        return min(int(value or "0", 16), 0x10FFFF)
    except ValueError:
        return 0


def font_of(el: Element) -> str | None:
    """The font of a `w:rFonts` for Latin letters."""
    return el.get(w.ASCII) or el.get(w.H_ANSI)


def any_border(el: Element) -> bool:
    """Whether one of the edges under a `w:tblBorders` or `w:tcBorders` is drawn."""
    return any(edge.get(w.VAL) not in {None, "nil", "none"} for edge in el)


class Styles:
    """How the styles of a file look, each worked out when it is first met."""

    def __init__(self, content: bytes) -> None:
        """`content` is the styles part; empty where the file has none."""
        self._sheet = Sheet(content)
        self._base = _document_look(self._sheet.document)
        self._looks: dict[str, Look] = {}
        self._paragraphs: dict[str | None, Look] = {}

    def paragraph(self, style_id: str | None) -> Look:
        """The look of a paragraph of that style; of the default style for None."""
        found = self._paragraphs.get(style_id)
        if found is None:
            own = self.look(style_id or self._sheet.default.get("paragraph", ""))
            found = self._paragraphs[style_id] = _over(self._base, own)
        return found

    def look(self, style_id: str) -> Look:
        """What the style and those it is based on say, without the document's defaults."""
        found = self._looks.get(style_id)
        if found is None:
            found = self._looks[style_id] = self._chain(style_id)
        return found

    def table(self, style_id: str | None) -> Look:
        """The look of a table of that style; of the default table style for None."""
        return self.look(style_id or self._sheet.default.get("table", ""))

    def used_in(self, root: Element) -> dict[str, Look]:
        """The looks of the paragraph and run styles that a story uses, by id."""
        return {i: self.look(i) for i in {el.get(w.VAL, "") for el in root.iter(w.P_STYLE, w.R_STYLE)}}

    def _chain(self, style_id: str) -> Look:
        chain: list[Look] = []
        while (el := self._sheet.get(style_id)) is not None and len(chain) < _MAX_DEPTH:
            chain.append(_own_look(el))
            base = el.find(w.BASED_ON)
            style_id = "" if base is None else base.get(w.VAL, "")
        look = _NOTHING
        for own in reversed(chain):
            look = _over(look, own)
        return look


def _over(base: Look, own: Look) -> Look:
    """`own` where it says something, else `base`."""
    said = {f.name: value for f in fields(own) if (value := getattr(own, f.name)) is not None}
    return replace(base, **said) if said else base


def _document_look(defaults: Element | None) -> Look:
    look = Look(size=DEFAULT_POINTS)
    for holder in () if defaults is None else defaults:
        look = _over(look, _own_look(holder))
    return look


def _own_look(holder: Element) -> Look:
    """What the `w:pPr`, `w:rPr` and `w:tblPr` inside the element say."""
    said: dict[str, object] = {}
    for properties in holder:
        if properties.tag in {w.R_PR, w.P_PR, w.TBL_PR}:
            for el in properties:
                _READERS.get(el.tag, _pass_over)(said, el)
    if any(any_border(el) for el in holder.iter(w.TBL_BORDERS, w.TC_BORDERS)):
        said["borders"] = True
    return Look(**said)  # type: ignore[arg-type]  # the keys are _READERS' own


def _pass_over(said: dict[str, object], el: Element) -> None:
    """A property that the reader does not look at."""


def _toggle(name: str) -> Reader:
    def read(said: dict[str, object], el: Element) -> None:
        said[name] = w.is_on(el.get(w.VAL))

    return read


def _size(said: dict[str, object], el: Element) -> None:
    said["size"] = points(el.get(w.VAL), 2)


def _font(said: dict[str, object], el: Element) -> None:
    said["font"] = font_of(el)


def _align(said: dict[str, object], el: Element) -> None:
    said["align"] = alignment(el.get(w.VAL))


def _indent(said: dict[str, object], el: Element) -> None:
    said["indent"] = indent_of(el)


def _numbering(said: dict[str, object], el: Element) -> None:
    for part in el:
        if part.tag == w.NUM_ID:
            said["num_id"] = part.get(w.VAL)
        elif part.tag == w.ILVL:
            said["level"] = integer(part.get(w.VAL))


def _raised(said: dict[str, object], el: Element) -> None:
    said["raised"] = el.get(w.VAL) == w.RAISED


_READERS: dict[str, Reader] = {
    w.B: _toggle("bold"),
    w.I: _toggle("italic"),
    w.CAPS: _toggle("capitals"),
    w.SMALL_CAPS: _toggle("capitals"),
    w.VANISH: _toggle("hidden"),
    w.VERT_ALIGN: _raised,
    w.SZ: _size,
    w.R_FONTS: _font,
    w.JC: _align,
    w.IND: _indent,
    w.NUM_PR: _numbering,
}

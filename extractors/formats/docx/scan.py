"""One pass over a story's tree, its elements filtered by lxml: every paragraph's text and look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from extractors.formats.docx import names as w
from extractors.formats.docx.package import Element
from extractors.formats.docx.styles import Look, Styles, alignment, any_border, font_of, indent_of, integer, points
from extractors.formats.docx.symbols import symbol

PAGE_BREAK = "\f"
_SPACES = frozenset(" \t\r\n")
_UNKNOWN_SYMBOL = "\ufffd"


class Part(NamedTuple):
    """A stretch of a paragraph's text in one font."""

    text: str
    font: str | None
    capitals: bool


class Draft:
    """What was read of one paragraph."""

    __slots__ = (
        "align", "base", "bold", "characters", "indent", "italic", "level", "num_id", "parts", "pieces", "size",
        "style",
    )  # fmt: skip

    def __init__(self, base: Look, *, parts: list[Part] | None) -> None:
        """`base` is the look of its style; `parts` a list where its fonts must be known."""
        self.base = base
        self.style: str | None = None
        self.pieces: list[str] = []
        """Its text as it stands in the file."""
        self.parts = parts
        """The same with fonts and capitals; None where it is shown as it stands."""
        self.characters = 0
        """Characters of the file's text in it; tabs and breaks are none."""
        self.num_id: str | None = None
        self.level: int | None = None
        self.align: str | None = None
        self.indent: float | None = None
        self.bold: bool | None = None
        self.italic: bool | None = None
        self.size: float | None = None


@dataclass(slots=True)
class Story:
    """A story's paragraphs by element, and the few marks that its tables carry."""

    drafts: dict[Element, Draft] = field(default_factory=dict)
    marks: dict[Element, dict[str, str]] = field(default_factory=dict)
    """Tables, rows and cells with a style, spans, merges, lines: property -> value."""
    trimmed: int = 0
    """White space around a text that does not ask to keep it: Word drops it."""


def scan(root: Element, styles: Styles, *, legacy_fonts: bool) -> Story:
    """The paragraphs of a pruned story; with the fonts of their parts if those may matter."""
    scanner = _Scanner(styles, legacy_fonts=legacy_fonts)
    handlers = scanner.handlers
    for el in root.iter(*handlers):
        handlers[el.tag](el)
    return scanner.story


class _Scanner:
    """The paragraph and the run that the pass is in."""

    def __init__(self, styles: Styles, *, legacy_fonts: bool) -> None:
        self.story = Story()
        self._styles = styles
        self._default = styles.paragraph(None)
        self._legacy_fonts = legacy_fonts
        self._draft = Draft(self._default, parts=None)
        self._start_run()
        self._in_run = False
        self.handlers: dict[str, Callable[[Element], None]] = {
            w.P: self._paragraph,
            w.R: self._run,
            w.T: self._text,
            w.MATH_R: self._run,
            w.MATH_T: self._text,
            w.SYM: self._symbol,
            w.BR: self._break,
            w.P_STYLE: self._paragraph_style,
            w.NUM_ID: self._num_id,
            w.ILVL: self._level,
            w.JC: self._align,
            w.IND: self._indent,
            w.R_STYLE: self._run_style,
            w.B: self._bold,
            w.I: self._italic,
            w.SZ: self._size,
            w.CAPS: self._capitals,
            w.SMALL_CAPS: self._capitals,
            **dict.fromkeys(_CHARACTERS, self._character),
            **dict.fromkeys(_MARKS, self._mark),
        }
        if legacy_fonts:
            self.handlers[w.R_FONTS] = self._font

    def _paragraph(self, el: Element) -> None:
        self._in_run = False
        self._draft = Draft(self._default, parts=[] if self._legacy_fonts else None)
        self.story.drafts[el] = self._draft

    def _run(self, _el: Element) -> None:
        self._start_run()

    def _start_run(self) -> None:
        self._in_run = True
        self._seen = False
        self._run_bold: bool | None = None
        self._run_italic: bool | None = None
        self._run_capitals: bool | None = None
        self._run_size: float | None = None
        self._run_font: str | None = None
        self._run_look: Look | None = None

    def _text(self, el: Element) -> None:
        text = el.text
        if not text:
            return
        self._draft.characters += len(text)
        if text[0] in _SPACES or text[-1] in _SPACES or "\n" in text:
            text = self._as_shown(el, text)
        self._add(text)
        if not self._seen and not text.isspace():
            self._look()

    def _as_shown(self, el: Element, text: str) -> str:
        """The text as Word takes it: trimmed unless its space is kept, a line feed as a space."""
        if el.get(w.XML_SPACE) == "preserve":
            return text.replace("\n", " ")
        kept = text.strip(" \t\r\n")
        self._draft.characters -= len(text) - len(kept)
        self.story.trimmed += len(text) - len(kept)
        return kept.replace("\n", " ")

    def _add(self, text: str) -> None:
        draft = self._draft
        special = self._run_capitals or self._run_look or draft.base.capitals
        if draft.parts is None and special and self._in_capitals():
            draft.parts = [Part("".join(draft.pieces), None, capitals=False)]
        draft.pieces.append(text)
        if draft.parts is not None:
            draft.parts.append(Part(text, self._font_now(), self._in_capitals()))

    def _in_capitals(self) -> bool:
        style = self._run_look.capitals if self._run_look else None
        return bool(_first(self._run_capitals, style, self._draft.base.capitals))

    def _font_now(self) -> str | None:
        style = self._run_look.font if self._run_look else None
        return self._run_font or style or self._draft.base.font

    def _look(self) -> None:
        """What the first visible text of a run says of its paragraph's look."""
        self._seen = True
        draft, base, style = self._draft, self._draft.base, self._run_look
        bold, italic, size = self._run_bold, self._run_italic, self._run_size
        if bold is None:
            bold = bool(base.bold) ^ bool(style and style.bold)
        if italic is None:
            italic = bool(base.italic) ^ bool(style and style.italic)
        draft.bold = bold if draft.bold is None else draft.bold and bold
        draft.italic = italic if draft.italic is None else draft.italic and italic
        if draft.size is None:
            draft.size = size or (style and style.size) or base.size

    def _character(self, el: Element) -> None:
        if self._in_run:
            self._add(_CHARACTERS[el.tag])

    def _break(self, el: Element) -> None:
        self._add("\n" if el.get(w.TYPE) in {None, "textWrapping"} else PAGE_BREAK)

    def _symbol(self, el: Element) -> None:
        code = int(el.get(w.CHAR, "0"), 16) if _is_hex(el.get(w.CHAR, "")) else 0
        self._add(symbol(el.get(w.FONT, ""), code) or _UNKNOWN_SYMBOL)

    def _paragraph_style(self, el: Element) -> None:
        if not self._in_run:
            self._draft.style = el.get(w.VAL)
            self._draft.base = self._styles.paragraph(self._draft.style)

    def _num_id(self, el: Element) -> None:
        if not self._in_run:
            self._draft.num_id = el.get(w.VAL)

    def _level(self, el: Element) -> None:
        if not self._in_run:
            self._draft.level = integer(el.get(w.VAL))

    def _align(self, el: Element) -> None:
        if not self._in_run:
            self._draft.align = alignment(el.get(w.VAL))

    def _indent(self, el: Element) -> None:
        if not self._in_run:
            self._draft.indent = indent_of(el)

    def _run_style(self, el: Element) -> None:
        if self._in_run:
            self._run_look = self._styles.look(el.get(w.VAL, ""))

    def _bold(self, el: Element) -> None:
        self._run_bold = w.is_on(el.get(w.VAL))

    def _italic(self, el: Element) -> None:
        self._run_italic = w.is_on(el.get(w.VAL))

    def _size(self, el: Element) -> None:
        self._run_size = points(el.get(w.VAL), 2)

    def _capitals(self, el: Element) -> None:
        self._run_capitals = bool(self._run_capitals) or w.is_on(el.get(w.VAL))

    def _font(self, el: Element) -> None:
        self._run_font = font_of(el)

    def _mark(self, el: Element) -> None:
        """A property of a table, row or cell: two levels up from it."""
        properties = el.getparent()
        owner = None if properties is None else properties.getparent()
        if owner is not None:
            value = el.get(w.VAL, "") if not len(el) else str(any_border(el))
            self.story.marks.setdefault(owner, {})[el.tag] = value


def _first(*values: bool | None) -> bool | None:
    return next((v for v in values if v is not None), None)


def _is_hex(text: str) -> bool:
    return bool(text) and all(c in "0123456789abcdefABCDEF" for c in text) and len(text) <= 4


_CHARACTERS = {w.TAB: "\t", w.PTAB: "\t", w.CR: "\n", w.NO_BREAK_HYPHEN: "-", w.SOFT_HYPHEN: "\xad"}
_MARKS = (
    w.TBL_STYLE, w.TBL_BORDERS, w.TC_BORDERS, w.GRID_SPAN, w.V_MERGE, w.H_MERGE, w.GRID_BEFORE, w.GRID_AFTER,
    w.TBL_HEADER,
)  # fmt: skip

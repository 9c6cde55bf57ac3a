"""One pass over a story's tree, its elements filtered by lxml: every paragraph's text and look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from extractors.formats.docx import names as w
from extractors.formats.docx.styles import (
    Look,
    Styles,
    alignment,
    any_border,
    font_of,
    hexadecimal,
    indent_of,
    integer,
    points,
)
from extractors.formats.docx.symbols import symbol
from extractors.formats.docx.xml import Element

PAGE_BREAK = "\f"
_SPACES = frozenset(" \t\r\n")
_UNKNOWN_SYMBOL = "\ufffd"


class Part(NamedTuple):
    """A stretch of a paragraph's text in one font."""

    text: str
    font: str | None
    capitals: bool


class Draft:
    """What was read of one paragraph. Its defaults stand on the class: most paragraphs set few of them."""

    style: str | None = None
    characters: int = 0
    """Characters of the file's text in it; tabs and breaks are none."""
    parts: list[Part] | None = None
    """Its text with fonts and capitals; None where it is shown as it stands."""
    num_id: str | None = None
    level: int | None = None
    align: str | None = None
    indent: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None

    def __init__(self, base: Look) -> None:
        """`base` is the look of its style."""
        self.base = base
        self.pieces: list[str] = []
        """Its text as it stands in the file."""


class _Run:
    """What was read of the run that the pass is in."""

    seen: bool = False
    """Whether its look went into its paragraph's."""
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    half_points: str | None = None
    font: str | None = None
    style: Look | None = None


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
    handlers.clear()  # they refer back to the scanner: without this the tree would wait for the collector
    return scanner.story


class _Scanner:
    """The paragraph and the run that the pass is in."""

    def __init__(self, styles: Styles, *, legacy_fonts: bool) -> None:
        self.story = Story()
        self._styles = styles
        self._default = styles.paragraph(None)
        self._legacy_fonts = legacy_fonts
        self._draft = Draft(self._default)
        self._run: _Run | None = None
        self.handlers: dict[str, Callable[[Element], None]] = {
            w.P: self._paragraph,
            w.R: self._start_run,
            w.T: self._text,
            w.MATH_R: self._start_run,
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
        self._run = None
        self._draft = self.story.drafts[el] = Draft(self._default)
        if self._legacy_fonts:
            self._draft.parts = []

    def _start_run(self, _el: Element) -> None:
        self._run = _Run()

    def _text(self, el: Element) -> None:
        text = el.text
        if not text:
            return
        draft, run = self._draft, self._run or _Run()
        draft.characters += len(text)
        if text[0] in _SPACES or text[-1] in _SPACES or "\n" in text:
            text = self._as_shown(el, text)
        if draft.parts is not None or run.capitals or run.style or draft.base.capitals:
            self._add_part(draft, run, text)
        draft.pieces.append(text)
        if not run.seen and not text.isspace():
            run.seen = True
            _look(draft, run)

    def _as_shown(self, el: Element, text: str) -> str:
        """The text as Word takes it: trimmed unless its space is kept, a line feed as a space."""
        if el.get(w.XML_SPACE) == "preserve":
            return text.replace("\n", " ")
        kept = text.strip(" \t\r\n")
        self._draft.characters -= len(text) - len(kept)
        self.story.trimmed += len(text) - len(kept)
        return kept.replace("\n", " ")

    def _add(self, text: str) -> None:
        """Adds a character that is no text in the file."""
        if self._run is not None:
            if self._draft.parts is not None:
                self._add_part(self._draft, self._run, text)
            self._draft.pieces.append(text)

    def _add_part(self, draft: Draft, run: _Run, text: str) -> None:
        style, base = run.style, draft.base
        capitals = bool(_first(run.capitals, style.capitals if style else None, base.capitals))
        if draft.parts is None and capitals:
            draft.parts = [Part("".join(draft.pieces), None, capitals=False)]
        if draft.parts is not None:
            font = run.font or (style.font if style else None) or base.font
            draft.parts.append(Part(text, font, capitals))

    def _character(self, el: Element) -> None:
        self._add(_CHARACTERS[el.tag])

    def _break(self, el: Element) -> None:
        self._add("\n" if el.get(w.TYPE) in {None, "textWrapping"} else PAGE_BREAK)

    def _symbol(self, el: Element) -> None:
        self._add(symbol(el.get(w.FONT, ""), hexadecimal(el.get(w.CHAR))) or _UNKNOWN_SYMBOL)

    def _paragraph_style(self, el: Element) -> None:
        if self._run is None:
            self._draft.style = el.get(w.VAL)
            self._draft.base = self._styles.paragraph(self._draft.style)

    def _num_id(self, el: Element) -> None:
        if self._run is None:
            self._draft.num_id = el.get(w.VAL)

    def _level(self, el: Element) -> None:
        if self._run is None:
            self._draft.level = integer(el.get(w.VAL))

    def _align(self, el: Element) -> None:
        if self._run is None:
            self._draft.align = alignment(el.get(w.VAL))

    def _indent(self, el: Element) -> None:
        if self._run is None:
            self._draft.indent = indent_of(el)

    def _run_style(self, el: Element) -> None:
        if self._run is not None:
            self._run.style = self._styles.look(el.get(w.VAL, ""))

    def _bold(self, el: Element) -> None:
        if self._run is not None:
            self._run.bold = w.is_on(el.get(w.VAL))

    def _italic(self, el: Element) -> None:
        if self._run is not None:
            self._run.italic = w.is_on(el.get(w.VAL))

    def _size(self, el: Element) -> None:
        if self._run is not None:
            self._run.half_points = el.get(w.VAL)

    def _capitals(self, el: Element) -> None:
        if self._run is not None:
            self._run.capitals = bool(self._run.capitals) or w.is_on(el.get(w.VAL))

    def _font(self, el: Element) -> None:
        if self._run is not None:
            self._run.font = font_of(el)

    def _mark(self, el: Element) -> None:
        """A property of a table, row or cell: two levels up from it."""
        properties = el.getparent()
        owner = None if properties is None else properties.getparent()
        if owner is not None:
            value = str(any_border(el)) if el.tag in _BORDERS else el.get(w.VAL, "")
            self.story.marks.setdefault(owner, {})[el.tag] = value


def _look(draft: Draft, run: _Run) -> None:
    """What the first visible text of a run says of its paragraph's look."""
    base, style, bold, italic = draft.base, run.style, run.bold, run.italic
    if bold is None:
        bold = bool(base.bold) ^ bool(style and style.bold)
    if italic is None:
        italic = bool(base.italic) ^ bool(style and style.italic)
    draft.bold = bold if draft.bold is None else draft.bold and bold
    draft.italic = italic if draft.italic is None else draft.italic and italic
    if draft.size is None:
        draft.size = points(run.half_points, 2) or (style and style.size) or base.size


def _first(*values: bool | None) -> bool | None:
    return next((v for v in values if v is not None), None)


_CHARACTERS = {w.TAB: "\t", w.PTAB: "\t", w.CR: "\n", w.NO_BREAK_HYPHEN: "-", w.SOFT_HYPHEN: "\xad"}
_BORDERS = frozenset({w.TBL_BORDERS, w.TC_BORDERS})
_MARKS = (
    w.TBL_STYLE, w.TBL_BORDERS, w.TC_BORDERS, w.GRID_SPAN, w.V_MERGE, w.H_MERGE, w.GRID_BEFORE, w.GRID_AFTER,
    w.TBL_HEADER,
)  # fmt: skip

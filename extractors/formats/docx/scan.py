"""One pass over a story's tree, its elements filtered by lxml: every paragraph's text and look."""

from __future__ import annotations

from collections.abc import Callable

from extractors.formats.docx import names as w
from extractors.formats.docx.drafts import PAGE_BREAK, Draft, Part, Story
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

_SPACES = frozenset(" \t\r\n")
_UNKNOWN_SYMBOL = "\ufffd"


def scan(root: Element, styles: Styles, *, legacy_fonts: bool) -> Story:
    """The paragraphs of a pruned story; with the fonts of their parts if those may matter."""
    scanner = _Scanner(styles, legacy_fonts=legacy_fonts)
    handlers = scanner.handlers
    for el in root.iter(*handlers):
        handlers[el.tag](el)
    handlers.clear()  # they refer back to the scanner: without this the tree would wait for the collector
    return scanner.story


class _Scanner:
    """The paragraph and the run that the pass is in. It runs for every element: it is written for speed."""

    __slots__ = (
        "_bold", "_capitals", "_default", "_draft", "_font", "_in_run", "_italic", "_legacy_fonts", "_seen", "_size",
        "_special", "_style", "_styles", "handlers", "story",
    )  # fmt: skip

    def __init__(self, styles: Styles, *, legacy_fonts: bool) -> None:
        self.story = Story()
        self._styles = styles
        self._default = styles.paragraph(None)
        self._legacy_fonts = legacy_fonts
        self._draft = Draft(self._default)
        self._start_run(None)
        self._in_run = False
        self._special = False
        """Whether what a text stands in may change how it is shown: an old font, capitals."""
        self.handlers: dict[str, Callable[[Element], None]] = {
            w.P: self._paragraph,
            w.R: self._start_run,
            w.T: self._text,
            w.MATH_R: self._start_run,
            w.MATH_T: self._text,
            w.SYM: self._on_symbol,
            w.BR: self._on_break,
            w.P_STYLE: self._on_paragraph_style,
            w.NUM_ID: self._on_num_id,
            w.ILVL: self._on_level,
            w.JC: self._on_align,
            w.IND: self._on_indent,
            w.R_STYLE: self._on_run_style,
            w.B: self._on_bold,
            w.I: self._on_italic,
            w.SZ: self._on_size,
            w.CAPS: self._on_capitals,
            w.SMALL_CAPS: self._on_capitals,
            **dict.fromkeys(_CHARACTERS, self._on_character),
            **dict.fromkeys(_MARKS, self._on_mark),
        }
        if legacy_fonts:
            self.handlers[w.R_FONTS] = self._on_font

    def _paragraph(self, el: Element) -> None:
        self._in_run = False
        self._draft = self.story.drafts[el] = Draft(self._default)
        self._special = self._legacy_fonts or bool(self._default.capitals)
        if self._legacy_fonts:
            self._draft.parts = []

    def _start_run(self, _el: Element | None) -> None:
        self._in_run = True
        self._seen = False
        self._bold: bool | None = None
        self._italic: bool | None = None
        self._capitals: bool | None = None
        self._size: Element | None = None
        self._font: str | None = None
        self._style: Look | None = None

    def _text(self, el: Element) -> None:
        text = el.text
        if not text:
            return
        draft = self._draft
        draft.characters += len(text)
        if text[0] in _SPACES or text[-1] in _SPACES or "\n" in text:
            text = self._as_shown(el, text)
        if self._special:
            self._add_part(text)
        draft.pieces.append(text)
        if not (self._seen or text.isspace()):
            self._see(draft)

    def _see(self, draft: Draft) -> None:
        """What the first visible text of a run says of its paragraph's look."""
        self._seen = True
        bold, italic, style = self._bold, self._italic, self._style
        if bold is None:
            bold = bool(draft.base.bold) ^ bool(style and style.bold)
        if italic is None:
            italic = bool(draft.base.italic) ^ bool(style and style.italic)
        if draft.bold is None:
            draft.bold, draft.italic, draft.size = bold, italic, self._points(draft.base)
        else:
            draft.bold, draft.italic = draft.bold and bold, draft.italic and italic

    def _points(self, base: Look) -> float | None:
        own = None if self._size is None else points(self._size.get(w.VAL), 2)
        return own or (self._style.size if self._style else None) or base.size

    def _as_shown(self, el: Element, text: str) -> str:
        """The text as Word takes it: trimmed unless its space is kept, a line feed as a space."""
        if "preserve" in el.values():
            return text.replace("\n", " ")
        kept = text.strip(" \t\r\n")
        self._draft.characters -= len(text) - len(kept)
        self.story.trimmed += len(text) - len(kept)
        return kept.replace("\n", " ")

    def _add(self, text: str) -> None:
        """Adds a character that is no text in the file."""
        if self._in_run:
            if self._special:
                self._add_part(text)
            self._draft.pieces.append(text)

    def _add_part(self, text: str) -> None:
        draft, style, base = self._draft, self._style, self._draft.base
        capitals = bool(_first(self._capitals, style.capitals if style else None, base.capitals))
        if draft.parts is None and capitals:
            draft.parts = [Part("".join(draft.pieces), None, capitals=False)]
        if draft.parts is not None:
            font = self._font or (style.font if style else None) or base.font
            draft.parts.append(Part(text, font, capitals))

    def _on_character(self, el: Element) -> None:
        self._add(_CHARACTERS[el.tag])

    def _on_break(self, el: Element) -> None:
        self._add("\n" if el.get(w.TYPE) in {None, "textWrapping"} else PAGE_BREAK)

    def _on_symbol(self, el: Element) -> None:
        self._add(symbol(el.get(w.FONT, ""), hexadecimal(el.get(w.CHAR))) or _UNKNOWN_SYMBOL)

    def _on_paragraph_style(self, el: Element) -> None:
        if not self._in_run:
            self._draft.style = el.get(w.VAL)
            self._draft.base = self._styles.paragraph(self._draft.style)
            self._special = self._legacy_fonts or bool(self._draft.base.capitals)

    def _on_num_id(self, el: Element) -> None:
        if not self._in_run:
            self._draft.num_id = el.get(w.VAL)

    def _on_level(self, el: Element) -> None:
        if not self._in_run:
            self._draft.level = integer(el.get(w.VAL))

    def _on_align(self, el: Element) -> None:
        if not self._in_run:
            self._draft.align = alignment(el.get(w.VAL))

    def _on_indent(self, el: Element) -> None:
        if not self._in_run:
            self._draft.indent = indent_of(el)

    def _on_run_style(self, el: Element) -> None:
        if self._in_run:
            self._style = self._styles.look(el.get(w.VAL, ""))
            self._special = True

    def _on_bold(self, el: Element) -> None:
        self._bold = w.is_on(el.get(w.VAL))

    def _on_italic(self, el: Element) -> None:
        self._italic = w.is_on(el.get(w.VAL))

    def _on_size(self, el: Element) -> None:
        self._size = el

    def _on_capitals(self, el: Element) -> None:
        if self._in_run:
            self._capitals = bool(self._capitals) or w.is_on(el.get(w.VAL))
            self._special = True

    def _on_font(self, el: Element) -> None:
        self._font = font_of(el)

    def _on_mark(self, el: Element) -> None:
        """A property of a table, row or cell: two levels up from it."""
        properties = el.getparent()
        owner = None if properties is None else properties.getparent()
        if owner is not None:
            value = str(any_border(el)) if el.tag in _BORDERS else el.get(w.VAL, "")
            self.story.marks.setdefault(owner, {})[el.tag] = value


def _first(*values: bool | None) -> bool | None:
    return next((v for v in values if v is not None), None)


_CHARACTERS = {w.TAB: "\t", w.PTAB: "\t", w.CR: "\n", w.NO_BREAK_HYPHEN: "-", w.SOFT_HYPHEN: "\xad"}
_BORDERS = frozenset({w.TBL_BORDERS, w.TC_BORDERS})
_MARKS = (
    w.TBL_STYLE, w.TBL_BORDERS, w.TC_BORDERS, w.GRID_SPAN, w.V_MERGE, w.H_MERGE, w.GRID_BEFORE, w.GRID_AFTER,
    w.TBL_HEADER,
)  # fmt: skip

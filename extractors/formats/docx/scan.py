"""One pass over a story's tree, its elements filtered by lxml: every paragraph's text and look, every table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractors.formats.docx import names as w
from extractors.formats.docx.drafts import PAGE_BREAK, Draft, Part, Story
from extractors.formats.docx.styles import (
    Look,
    Styles,
    alignment,
    font_of,
    hexadecimal,
    indent_of,
    integer,
    points,
)
from extractors.formats.docx.symbols import symbol
from extractors.formats.docx.tree import Tree
from extractors.formats.docx.xml import Element

_SPACES = frozenset(" \t\r\n")
_UNKNOWN_SYMBOL = "\ufffd"


def scan(root: Element, holders: Sequence[Element], styles: Styles, *, legacy_fonts: bool) -> Story:
    """What each of the holders of a pruned story holds; with the fonts of the text if those may matter."""
    scanner = _Scanner(holders, styles, legacy_fonts=legacy_fonts)
    handlers = scanner.handlers
    for el in root.iter(*handlers):
        handlers[el.tag](el)
    scanner.clear()
    return scanner.story


class _Scanner:
    """The paragraph and the run that the pass is in. It runs for every element: it is written for speed."""

    __slots__ = (
        "_default", "_draft", "_in_run", "_is_default_special", "_legacy_fonts", "_may_stand_out", "_run", "_seen",
        "_size", "_special", "_styles", "_tree", "handlers", "story",
    )  # fmt: skip

    def __init__(self, holders: Sequence[Element], styles: Styles, *, legacy_fonts: bool) -> None:
        self._tree = tree = Tree(holders)
        self.story = Story(list(tree.holders.values()))
        self._styles = styles
        self._default = styles.paragraph(None)
        self._legacy_fonts = legacy_fonts
        self._is_default_special = legacy_fonts or bool(self._default.capitals)
        self._draft = Draft(self._default)
        self._may_stand_out = True
        """Whether all text so far of the paragraph is bold or all is italic."""
        self._run: dict[str, Element] = {}
        """The run's properties but its size, which nearly every run has."""
        self._size: Element | None = None
        self._seen = self._in_run = False
        self._special = False
        """Whether what a text stands in may change how it is shown: an old font, capitals."""
        self.handlers: dict[str, Callable[[Element], None]] = {
            w.P: self._paragraph,
            w.R: self._start_run,
            w.T: self._text,
            w.SZ: self._on_size,
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
            w.CAPS: self._on_capitals,
            w.SMALL_CAPS: self._on_capitals,
            **dict.fromkeys(_PROPERTIES, self._on_property),
            **dict.fromkeys(_CHARACTERS, self._on_character),
            **tree.handlers,
        }
        if legacy_fonts:
            self.handlers[w.R_FONTS] = self._on_property

    def clear(self) -> None:
        """Drops what refers back to it: without this the XML would wait for the collector."""
        self.handlers.clear()
        self._tree.handlers.clear()

    def _paragraph(self, el: Element) -> None:
        self._in_run = False
        self._may_stand_out = True
        self._special = self._is_default_special
        draft = self._draft = Draft(self._default)
        holder = self._tree.holders.get(el.getparent())
        if holder is not None:
            holder.content.append(draft)
        if self._legacy_fonts:
            draft.parts = []
            self.story.parts.append(draft.parts)

    def _start_run(self, _el: Element) -> None:
        self._in_run = True
        self._seen = False
        self._size = None
        if self._run:
            self._run = {}

    def _text(self, el: Element) -> None:
        text = el.text
        if not text:
            return
        if text[0] in _SPACES or text[-1] in _SPACES or "\n" in text:
            text = self._as_shown(el, text)
        if self._special:
            self._add_part(text)
        draft = self._draft
        draft.pieces.append(text)
        if self._may_stand_out and not (self._seen or text.isspace()):
            self._see(draft)

    def _see(self, draft: Draft) -> None:
        """What the first visible text of a run says of its paragraph's look."""
        self._seen = True
        base = draft.base
        if self._run:
            is_bold, is_italic, size = self._run_look(base)
        else:
            is_bold, is_italic, size = base.bold or False, base.italic or False, base.size
        if draft.bold is None:
            own = None if self._size is None else points(self._size.get(w.VAL), 2)
            draft.bold, draft.italic, draft.size = is_bold, is_italic, own or size
        else:
            draft.bold, draft.italic = draft.bold and is_bold, draft.italic and is_italic
        self._may_stand_out = bool(draft.bold or draft.italic)

    def _run_look(self, base: Look) -> tuple[bool, bool, float | None]:
        """Whether the run is bold or italic, and the size that its style says."""
        style = self._style() or _NO_LOOK
        bold, italic = self._run.get(w.B), self._run.get(w.I)
        is_bold = bool(base.bold) ^ bool(style.bold) if bold is None else w.is_on(bold.get(w.VAL))
        is_italic = bool(base.italic) ^ bool(style.italic) if italic is None else w.is_on(italic.get(w.VAL))
        return is_bold, is_italic, style.size or base.size

    def _style(self) -> Look | None:
        """The look of the run's style."""
        own = self._run.get(w.R_STYLE)
        return None if own is None else self._styles.look(own.get(w.VAL, ""))

    def _as_shown(self, el: Element, text: str) -> str:
        """The text as Word takes it: trimmed unless its space is kept, a line feed as a space."""
        if "preserve" in el.values():
            return text.replace("\n", " ")
        kept = text.strip(" \t\r\n")
        self.story.trimmed += len(text) - len(kept)
        return kept.replace("\n", " ")

    def _add(self, text: str) -> None:
        """Adds a character that is no text in the file."""
        if self._in_run:
            if self._special:
                self._add_part(text)
            self._draft.pieces.append(text)
            self._draft.added += len(text)

    def _add_part(self, text: str) -> None:
        draft, style, base = self._draft, self._style(), self._draft.base
        own = self._run.get(w.CAPS)
        said = None if own is None else w.is_on(own.get(w.VAL))
        capitals = bool(_first(said, style.capitals if style else None, base.capitals))
        if draft.parts is None and capitals:
            draft.parts = [Part("".join(draft.pieces), None, capitals=False)]
        if draft.parts is not None:
            fonts = self._run.get(w.R_FONTS)
            font = None if fonts is None else font_of(fonts)
            draft.parts.append(Part(text, font or (style.font if style else None) or base.font, capitals))

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

    def _on_size(self, el: Element) -> None:
        self._size = el

    def _on_property(self, el: Element) -> None:
        self._run[el.tag] = el

    def _on_run_style(self, el: Element) -> None:
        if self._in_run:
            self._run[w.R_STYLE] = el
            self._special = True

    def _on_capitals(self, el: Element) -> None:
        """Small capitals are capitals too: one that is on is enough."""
        if self._in_run and (w.CAPS not in self._run or w.is_on(el.get(w.VAL))):
            self._run[w.CAPS] = el
            self._special = True


def _first(*values: bool | None) -> bool | None:
    return next((v for v in values if v is not None), None)


_NO_LOOK = Look()
_PROPERTIES = (w.B, w.I)
_CHARACTERS = {w.TAB: "\t", w.PTAB: "\t", w.CR: "\n", w.NO_BREAK_HYPHEN: "-", w.SOFT_HYPHEN: "\xad"}

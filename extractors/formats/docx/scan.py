"""One pass over a story's tree, its elements filtered by lxml: every paragraph's text and look, every table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

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
        "_default", "_draft", "_has_begun", "_is_default_special", "_legacy_fonts", "_may_stand_out", "_special",
        "_styles", "_tree", "handlers", "story",
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
        self._has_begun = False
        """Whether the paragraph's text has begun: its own properties stand before it."""
        self._special = False
        """Whether what a text stands in may change how it is shown: an old font, capitals."""
        self.handlers: dict[str, Callable[[Element], None]] = {
            w.P: self._paragraph,
            w.T: self._text,
            w.MATH_T: self._text,
            w.SYM: self._on_symbol,
            w.BR: self._on_break,
            w.P_STYLE: self._on_paragraph_style,
            w.NUM_ID: self._on_num_id,
            w.ILVL: self._on_level,
            w.JC: self._on_align,
            w.IND: self._on_indent,
            **dict.fromkeys((w.R_STYLE, w.VERT_ALIGN, *_CAPITALS), self._on_special),
            **dict.fromkeys(_CHARACTERS, self._on_character),
            **dict.fromkeys(_MATH_SIGNS, self._on_math_sign),
            **tree.handlers,
        }

    def clear(self) -> None:
        """Drops what refers back to it: without this the XML would wait for the collector."""
        self.handlers.clear()
        self._tree.handlers.clear()

    def _paragraph(self, el: Element) -> None:
        self._has_begun = False
        self._may_stand_out = True
        self._special = self._is_default_special
        draft = self._draft = Draft(self._default)
        holder = self._tree.holders.get(el.getparent())
        if holder is not None:
            holder.content.append(draft)
        if self._legacy_fonts:
            draft.parts = []
            self.story.parts.append(draft.parts)

    def _text(self, el: Element) -> None:
        text = el.text
        if not text:
            return
        self._has_begun = True
        if text[0] in _SPACES or text[-1] in _SPACES or "\n" in text:
            text = self._as_shown(el, text)
        if self._special:
            self._add_part(el, text)
        self._draft.pieces.append(text)
        if self._may_stand_out and not text.isspace():
            self._see(el)

    def _see(self, el: Element) -> None:
        """What a visible text says of its paragraph's look: it is looked at until one is plain."""
        draft = self._draft
        base = draft.base
        run = _properties(el)
        style = self._style(run) or _NO_LOOK
        is_bold = _toggled(run.get(w.B), base=base.bold, style=style.bold)
        is_italic = _toggled(run.get(w.I), base=base.italic, style=style.italic)
        if draft.bold is None:
            own = run.get(w.SZ)
            draft.size = (None if own is None else points(own.get(w.VAL), 2)) or style.size or base.size
            draft.bold, draft.italic = is_bold, is_italic
        else:
            draft.bold, draft.italic = draft.bold and is_bold, draft.italic and is_italic
        self._may_stand_out = bool(draft.bold or draft.italic)

    def _style(self, run: Properties) -> Look | None:
        """The look of the run's style."""
        own = run.get(w.R_STYLE)
        return None if own is None else self._styles.look(own.get(w.VAL, ""))

    def _as_shown(self, el: Element, text: str) -> str:
        """The text as Word takes it: trimmed unless its space is kept, a line feed as a space."""
        if "preserve" in el.values():
            return text.replace("\n", " ")
        kept = text.strip(" \t\r\n")
        self.story.trimmed += len(text) - len(kept)
        return kept.replace("\n", " ")

    def _add(self, el: Element, text: str) -> None:
        """Adds a character that is no text in the file, where it stands in a run."""
        run = el.getparent()
        if run is not None and run.tag in _RUNS:
            self._put(el, text)

    def _put(self, el: Element, text: str) -> None:
        self._has_begun = True
        if self._special:
            self._add_part(el, text)
        self._draft.pieces.append(text)
        self._draft.added += len(text)

    def _add_part(self, el: Element, text: str) -> None:
        run, draft = _properties(el), self._draft
        style, base = self._style(run) or _NO_LOOK, draft.base
        said = [w.is_on(run[tag].get(w.VAL)) for tag in _CAPITALS if tag in run]
        capitals = bool(_first(any(said) if said else None, style.capitals, base.capitals))
        align = run.get(w.VERT_ALIGN)
        raised = bool(style.raised) if align is None else align.get(w.VAL) == w.RAISED
        if draft.parts is None and (capitals or raised):
            draft.parts = [Part("".join(draft.pieces))]
        if draft.parts is not None:
            fonts = run.get(w.R_FONTS) if self._legacy_fonts else None
            font = None if fonts is None else font_of(fonts)
            draft.parts.append(Part(text, font or style.font or base.font, capitals, raised))

    def _on_character(self, el: Element) -> None:
        self._add(el, _CHARACTERS[el.tag])

    def _on_math_sign(self, el: Element) -> None:
        self._put(el, _MATH_SIGNS[el.tag])

    def _on_break(self, el: Element) -> None:
        self._add(el, "\n" if el.get(w.TYPE) in {None, "textWrapping"} else PAGE_BREAK)

    def _on_symbol(self, el: Element) -> None:
        self._add(el, symbol(el.get(w.FONT, ""), hexadecimal(el.get(w.CHAR))) or _UNKNOWN_SYMBOL)

    def _on_paragraph_style(self, el: Element) -> None:
        if not self._has_begun:
            self._draft.style = el.get(w.VAL)
            self._draft.base = self._styles.paragraph(self._draft.style)
            self._special = self._legacy_fonts or bool(self._draft.base.capitals)

    def _on_num_id(self, el: Element) -> None:
        if not self._has_begun:
            self._draft.num_id = el.get(w.VAL)

    def _on_level(self, el: Element) -> None:
        if not self._has_begun:
            self._draft.level = integer(el.get(w.VAL))

    def _on_align(self, el: Element) -> None:
        if not self._has_begun:
            self._draft.align = alignment(el.get(w.VAL))

    def _on_indent(self, el: Element) -> None:
        if not self._has_begun:
            self._draft.indent = indent_of(el)

    def _on_special(self, _el: Element) -> None:
        self._special = True


Properties = Mapping[str, Element]
"""What a run says of itself, by tag."""


def _properties(el: Element) -> Properties:
    """The properties of the run that the element stands in: they come first in it, before its text."""
    run = el.getparent()
    first = () if run is None else next((child for child in run if child.tag == w.R_PR), ())
    return {own.tag: own for own in first}


def _toggled(own: Element | None, *, base: bool | None, style: bool | None) -> bool:
    """What the run itself says, else its paragraph's look, which its style turns around."""
    return bool(base) ^ bool(style) if own is None else w.is_on(own.get(w.VAL))


def _first(*values: bool | None) -> bool | None:
    return next((v for v in values if v is not None), None)


_NO_LOOK = Look()
_RUNS = frozenset({w.R, w.MATH_R})
_CAPITALS = (w.CAPS, w.SMALL_CAPS)
"""Small capitals are capitals too: one that is on is enough."""
_MATH_SIGNS = {w.MATH_DENOMINATOR: "/", w.MATH_POWER: "^"}
"""What stands on paper as a line or by its height: 95 over 100 is no 95100."""
_CHARACTERS = {w.TAB: "\t", w.PTAB: "\t", w.CR: "\n", w.NO_BREAK_HYPHEN: "-", w.SOFT_HYPHEN: "\xad"}

"""What a story holds and Word does not show: taken out of the tree, counted by the rule that did it.

What is left is pure structure: paragraphs and tables, with every text box right after the block
that anchors it.
"""

from __future__ import annotations

from collections.abc import Callable

from extractors.formats.docx import names as w
from extractors.formats.docx.cutting import Pruned, detach, take_out, unwrap
from extractors.formats.docx.unseen import deletions, hidden_text, struck_text
from extractors.formats.docx.xml import Element


def prune(root: Element, hidden_styles: frozenset[str]) -> Pruned:
    """Takes out of the tree what is not shown; says what it was."""
    pruned = Pruned()
    found = {el.tag for el in root.iter(*_RULES)}
    if hidden_styles:
        found.add(w.VANISH)
    for tag, rule in _RULES.items():
        if tag in found:
            rule(root, pruned, hidden_styles)
    return pruned


def _changes(root: Element, _pruned: Pruned, _hidden: frozenset[str]) -> None:
    """Earlier formatting, which has no text."""
    for el in list(root.iter(*w.CHANGES)):
        detach(el)


def _alternates(root: Element, pruned: Pruned, _hidden: frozenset[str]) -> None:
    """The first choice alone stays; the fallback where there is none."""
    for el in reversed(list(root.iter(w.ALTERNATE))):
        branches = [*el.iterchildren(w.CHOICE), *el.iterchildren(w.FALLBACK)]
        for branch in branches[1:]:
            take_out(branch, "fallback_copy", pruned)
        if branches:
            unwrap(branches[0])
        unwrap(el)


def _text_boxes(root: Element, _pruned: Pruned, _hidden: frozenset[str]) -> None:
    """Every text box moves to right after its anchor: the outermost table or paragraph around it."""
    last: dict[Element, Element] = {}
    for box in list(root.iter(w.TXBX_CONTENT)):
        anchor = _anchor(box)
        if anchor is not None:
            last.get(anchor, anchor).addnext(box)
            last[anchor] = box


def _anchor(box: Element) -> Element | None:
    anchor = None
    for el in box.iterancestors():
        if el.tag == w.TXBX_CONTENT:
            break
        if el.tag in {w.P, w.TBL}:
            anchor = el
    return anchor


def _drawings(root: Element, pruned: Pruned, _hidden: frozenset[str]) -> None:
    """Drawings without their text boxes: positions, and words inside pictures."""
    for el in list(root.iter(w.DRAWING, w.PICT, w.OBJECT)):
        for text in list(el.iter(w.DRAWING_T)):
            take_out(text, "drawing_text", pruned)
        take_out(el, "drawing_data", pruned)


def _field_codes(root: Element, pruned: Pruned, _hidden: frozenset[str]) -> None:
    """A field's instruction, with the fields nested in it; its result stays.

    The text between a field's begin and its separator goes only where the field is closed.
    """
    fields: list[list[Element] | None] = []
    for el in list(root.iter(w.FLD_CHAR, *_INSTRUCTIONS, *_IN_RUNS)):
        if el.tag == w.FLD_CHAR:
            _step(fields, el.get(w.FLD_CHAR_TYPE), pruned)
        elif el.tag in _INSTRUCTIONS:
            take_out(el, "field_code", pruned)
        else:
            code = next((c for c in reversed(fields) if c is not None), None)
            if code is not None:
                code.append(el)


def _step(fields: list[list[Element] | None], kind: str | None, pruned: Pruned) -> None:
    """The fields that are open after a field character: each its code so far, None within its result."""
    if kind == "begin":
        fields.append([])
    elif fields:
        code = fields.pop()
        for el in code or ():
            take_out(el, "field_code", pruned)
        if kind == "separate":
            fields.append(None)


def _note_marks(root: Element, pruned: Pruned, _hidden: frozenset[str]) -> None:
    """The mark that the writer gave a note, in the run of its reference."""
    for reference in [el for el in root.iter(*_REFERENCES) if w.is_on(el.get(w.OWN_MARK, "0"))]:
        for mark in [el for el in reference.itersiblings() if el.tag in _IN_RUNS]:
            take_out(mark, "note_mark", pruned)


def _glosses(root: Element, pruned: Pruned, _hidden: frozenset[str]) -> None:
    """What stands small above a word to explain it."""
    for el in list(root.iter(w.RUBY_GLOSS)):
        take_out(el, "ruby_gloss", pruned)


def _wrappers(root: Element, _pruned: Pruned, _hidden: frozenset[str]) -> None:
    """Content controls and custom XML around blocks, rows, cells and runs."""
    for el in list(root.iter(*w.WRAPPERS)):
        unwrap(el)


Rule = Callable[[Element, Pruned, frozenset[str]], None]

_REFERENCES = (w.FOOTNOTE_REFERENCE, w.ENDNOTE_REFERENCE)
_INSTRUCTIONS = (w.INSTR_TEXT, w.DEL_INSTR_TEXT, w.FLD_DATA)
_IN_RUNS = (w.T, w.SYM, w.TAB, w.PTAB, w.BR, w.CR, w.NO_BREAK_HYPHEN, w.SOFT_HYPHEN)
"""What a run shows."""
_RULES: dict[str, Rule] = {
    **dict.fromkeys(w.CHANGES, _changes),
    w.ALTERNATE: _alternates,
    w.DEL: deletions,
    w.MOVE_FROM: deletions,
    w.VANISH: hidden_text,
    **dict.fromkeys(w.STRIKE, struck_text),
    w.TXBX_CONTENT: _text_boxes,
    w.DRAWING: _drawings,
    w.PICT: _drawings,
    w.OBJECT: _drawings,
    w.FLD_CHAR: _field_codes,
    w.INSTR_TEXT: _field_codes,
    w.FOOTNOTE_REFERENCE: _note_marks,
    w.ENDNOTE_REFERENCE: _note_marks,
    w.RUBY_GLOSS: _glosses,
    w.SDT: _wrappers,
    w.CUSTOM_XML: _wrappers,
}
"""In the order in which they run: a text box goes with a deleted or hidden run, else it leaves its drawing in time."""

"""What a story holds and Word does not show: taken out of the tree, counted by the rule that did it.

What is left is pure structure: paragraphs and tables, with every text box right after the block
that anchors it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from extractors.formats.docx import names as w
from extractors.formats.docx.xml import Element
from extractors.records import AsideKind


@dataclass(slots=True)
class Pruned:
    """What was taken out of one story."""

    characters: Counter[str] = field(default_factory=Counter)
    """By rule."""
    texts: list[tuple[AsideKind, str]] = field(default_factory=list)
    """Deleted and hidden text, worth keeping apart."""


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
        _detach(el)


def _alternates(root: Element, pruned: Pruned, _hidden: frozenset[str]) -> None:
    """The first choice alone stays; the fallback where there is none."""
    for el in reversed(list(root.iter(w.ALTERNATE))):
        branches = [*el.iterchildren(w.CHOICE), *el.iterchildren(w.FALLBACK)]
        for branch in branches[1:]:
            _take_out(branch, "fallback_copy", pruned)
        if branches:
            _unwrap(branches[0])
        _unwrap(el)


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
            _take_out(text, "drawing_text", pruned)
        _take_out(el, "drawing_data", pruned)


def _deletions(root: Element, pruned: Pruned, _hidden: frozenset[str]) -> None:
    """Tracked deletions and the places that text was moved away from: runs, rows, paragraph ends."""
    texts: list[tuple[AsideKind, str]] = []
    for el in reversed(list(root.iter(w.DEL, w.MOVE_FROM))):
        parent = el.getparent()
        if parent is not None and parent.tag == w.R_PR:
            _join_with_next(parent)
        else:
            row = _row_of(parent)
            gone = el if row is None else row
            texts.append((AsideKind.DELETED, _shown(gone, w.DEL_TEXT, w.T)))
            _take_out(gone, "deleted_text", pruned)
    pruned.texts += [text for text in reversed(texts) if text[1]]


def _row_of(properties: Element | None) -> Element | None:
    """The row, where it is a row's properties that say it is deleted."""
    return properties.getparent() if properties is not None and properties.tag == w.TR_PR else None


def _join_with_next(mark: Element) -> None:
    """A paragraph whose end is deleted goes on in the next one, which keeps its own properties."""
    properties = mark.getparent()
    paragraph = None if properties is None else properties.getparent()
    following = None if paragraph is None else paragraph.getnext()
    if paragraph is None or following is None or following.tag != w.P or paragraph.tag != w.P:
        return
    index = 1 if len(following) and following[0].tag == w.P_PR else 0
    following[index:index] = [el for el in paragraph if el.tag != w.P_PR]
    _detach(paragraph)


def _hidden_runs(root: Element, pruned: Pruned, hidden: frozenset[str]) -> None:
    for run in [el for el in root.iter(w.R) if _is_hidden(el, hidden)]:
        text = _shown(run, w.T)
        if text:
            pruned.texts.append((AsideKind.HIDDEN, text))
        _take_out(run, "hidden_text", pruned)


def _is_hidden(run: Element, hidden: frozenset[str]) -> bool:
    """By the run itself, else by its style, else by its paragraph's."""
    own = run.find(f"{w.R_PR}/{w.VANISH}")
    if own is not None:
        return w.is_on(own.get(w.VAL))
    if not hidden:
        return False
    style = run.find(f"{w.R_PR}/{w.R_STYLE}")
    paragraph = next(run.iterancestors(w.P), None)
    of_paragraph = None if paragraph is None else paragraph.find(f"{w.P_PR}/{w.P_STYLE}")
    return any(el is not None and el.get(w.VAL) in hidden for el in (style, of_paragraph))


def _field_codes(root: Element, pruned: Pruned, _hidden: frozenset[str]) -> None:
    """A field's instruction, with the fields nested in it; its result stays.

    The text between a field's begin and its separator goes only where the field is closed.
    """
    fields: list[list[Element] | None] = []
    for el in list(root.iter(w.FLD_CHAR, w.T, w.INSTR_TEXT, w.DEL_INSTR_TEXT)):
        if el.tag == w.FLD_CHAR:
            _step(fields, el.get(w.FLD_CHAR_TYPE), pruned)
        elif el.tag == w.T:
            code = next((c for c in reversed(fields) if c is not None), None)
            if code is not None:
                code.append(el)
        else:
            _take_out(el, "field_code", pruned)


def _step(fields: list[list[Element] | None], kind: str | None, pruned: Pruned) -> None:
    """The fields that are open after a field character: each its code so far, None within its result."""
    if kind == "begin":
        fields.append([])
    elif fields:
        code = fields.pop()
        for el in code or ():
            _take_out(el, "field_code", pruned)
        if kind == "separate":
            fields.append(None)


def _wrappers(root: Element, _pruned: Pruned, _hidden: frozenset[str]) -> None:
    """Content controls and custom XML around blocks, rows, cells and runs."""
    for el in list(root.iter(w.SDT, w.SDT_CONTENT, w.CUSTOM_XML)):
        _unwrap(el)


def _shown(el: Element, *tags: str) -> str:
    return "".join(t.text or "" for t in el.iter(*tags))


def _take_out(el: Element, rule: str, pruned: Pruned) -> None:
    """Detaches the element and counts its characters; what stood after it stays."""
    if el.getparent() is not None:
        pruned.characters[rule] += sum(map(len, _strings(el)))
        _detach(el)


def _strings(el: Element) -> Iterable[str]:
    return (str(text) for text in el.itertext())


def _detach(el: Element) -> None:
    parent = el.getparent()
    if parent is not None:
        _leave_tail(el, parent)
        parent.remove(el)


def _leave_tail(el: Element, parent: Element) -> None:
    """The white space behind an element belongs to its parent, and goes with neither."""
    if el.tail:
        previous = el.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + el.tail
        else:
            previous.tail = (previous.tail or "") + el.tail
        el.tail = None


def _unwrap(el: Element) -> None:
    """The element's children in its place."""
    parent = el.getparent()
    if parent is not None:
        for child in list(el):
            el.addprevious(child)
        _detach(el)


Rule = Callable[[Element, Pruned, frozenset[str]], None]

_RULES: dict[str, Rule] = {
    **dict.fromkeys(w.CHANGES, _changes),
    w.ALTERNATE: _alternates,
    w.TXBX_CONTENT: _text_boxes,
    w.DRAWING: _drawings,
    w.PICT: _drawings,
    w.OBJECT: _drawings,
    w.DEL: _deletions,
    w.MOVE_FROM: _deletions,
    w.VANISH: _hidden_runs,
    w.FLD_CHAR: _field_codes,
    w.INSTR_TEXT: _field_codes,
    w.SDT: _wrappers,
    w.CUSTOM_XML: _wrappers,
}
"""In the order in which they run: a text box leaves its drawing before the drawing is taken out."""

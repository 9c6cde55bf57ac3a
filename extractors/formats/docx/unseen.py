"""What a writer deleted, moved away or hid: runs, rows, text boxes, and paragraphs' ends."""

from __future__ import annotations

from extractors.formats.docx import names as w
from extractors.formats.docx.cutting import Pruned, shown, take_out
from extractors.formats.docx.ledger import MARKUP_SPACE
from extractors.formats.docx.xml import Element
from extractors.records import AsideKind

_BLOCKS = frozenset({w.P, w.TBL, *w.WRAPPERS})


def deletions(root: Element, pruned: Pruned, _hidden: frozenset[str]) -> None:
    """Tracked deletions and the places that text was moved away from: runs, rows, paragraph ends."""
    texts: list[tuple[AsideKind, str]] = []
    for el in reversed(list(root.iter(w.DEL, w.MOVE_FROM))):
        parent = el.getparent()
        if parent is not None and parent.tag == w.R_PR:
            _join_with_next(parent, pruned)
        else:
            row = _row_of(parent)
            gone = el if row is None else row
            texts.append((AsideKind.DELETED, shown(gone, w.DEL_TEXT, w.T)))
            take_out(gone, "deleted_text", pruned)
    pruned.texts += [text for text in reversed(texts) if text[1]]


def _row_of(properties: Element | None) -> Element | None:
    """The row, where it is a row's properties that say it is deleted."""
    return properties.getparent() if properties is not None and properties.tag == w.TR_PR else None


def _join_with_next(mark: Element, pruned: Pruned) -> None:
    """A paragraph whose end is not there goes on in the next one, which keeps its own properties."""
    properties = mark.getparent()
    paragraph = None if properties is None else properties.getparent()
    if paragraph is None or paragraph.tag != w.P:
        return
    following = _next_paragraph(paragraph)
    if following is not None:
        index = 1 if len(following) and following[0].tag == w.P_PR else 0
        following[index:index] = [el for el in paragraph if el.tag != w.P_PR]
    if following is not None or next(paragraph.iter(w.R, w.MATH_R), None) is None:
        take_out(paragraph, MARKUP_SPACE, pruned)


def _next_paragraph(paragraph: Element) -> Element | None:
    """The paragraph right after it, in a content control or behind bookmarks too; None before a table or the end."""
    block = next((el for el in paragraph.itersiblings() if el.tag in _BLOCKS), None)
    while block is not None and block.tag in w.WRAPPERS:
        block = next((el for el in block if el.tag in _BLOCKS), None)
    return block if block is not None and block.tag == w.P else None


def hidden_text(root: Element, pruned: Pruned, hidden: frozenset[str]) -> None:
    """Hidden runs, with the drawings in them, and hidden paragraph ends."""
    texts: list[tuple[AsideKind, str]] = []
    for run in reversed([el for el in root.iter(w.R) if _is_hidden(el, hidden)]):
        texts.append((AsideKind.HIDDEN, shown(run, w.T)))
        take_out(run, "hidden_text", pruned)
    pruned.texts += [text for text in reversed(texts) if text[1]]
    for mark in reversed(list(root.iter(w.VANISH))):
        properties = mark.getparent()
        if properties is not None and _is_of_paragraph(properties) and w.is_on(mark.get(w.VAL)):
            _join_with_next(properties, pruned)


def struck_text(root: Element, pruned: Pruned, _hidden: frozenset[str]) -> None:
    """Runs with a line through them: what a writer takes back and leaves to be seen ("96", struck, "96,5")."""
    texts: list[tuple[AsideKind, str]] = []
    for run in reversed([el for el in root.iter(w.R) if _is_struck(el)]):
        texts.append((AsideKind.DELETED, shown(run, w.T)))
        take_out(run, "struck_text", pruned)
    pruned.texts += [text for text in reversed(texts) if text[1]]


def _is_struck(run: Element) -> bool:
    lines = (run.find(f"{w.R_PR}/{tag}") for tag in w.STRIKE)
    return any(line is not None and w.is_on(line.get(w.VAL)) for line in lines)


def _is_of_paragraph(properties: Element) -> bool:
    """Whether they are those of a paragraph's end, not of a run."""
    above = properties.getparent()
    return properties.tag == w.R_PR and above is not None and above.tag == w.P_PR


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

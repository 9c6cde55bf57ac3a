"""Taking elements out of a story's tree, their characters counted by the rule that did it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractors.formats.docx.xml import Element
from extractors.records import AsideKind


@dataclass(slots=True)
class Pruned:
    """What was taken out of one story."""

    characters: Counter[str] = field(default_factory=Counter)
    """By rule."""
    texts: list[tuple[AsideKind, str]] = field(default_factory=list)
    """Deleted and hidden text, worth keeping apart."""


def shown(el: Element, *tags: str) -> str:
    """The text of those of its elements."""
    return "".join(t.text or "" for t in el.iter(*tags))


def take_out(el: Element, rule: str, pruned: Pruned) -> None:
    """Detaches the element and counts its characters; what stood after it stays."""
    if el.getparent() is not None:
        pruned.characters[rule] += sum(map(len, _strings(el)))
        detach(el)


def _strings(el: Element) -> Iterable[str]:
    return (str(text) for text in el.itertext())


def detach(el: Element) -> None:
    """Takes the element out of the tree uncounted: it holds no text, or its text went elsewhere."""
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


def unwrap(el: Element) -> None:
    """The element's children in its place."""
    parent = el.getparent()
    if parent is not None:
        for child in list(el):
            el.addprevious(child)
        detach(el)

"""The account of a story's characters: all of them, and where each went."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from extractors.formats.docx import names as w
from extractors.formats.docx.xml import Element
from extractors.records import LedgerLine

USED = "used"
MARKUP_SPACE = "markup_space"
"""White space between elements, or around a text that does not ask to keep it."""
UNREAD = "unread"
"""What no rule explains: never to be seen but in a file that breaks Word's own format."""

_LENGTH = etree.XPath("string-length()")
_TEXT = frozenset({w.T, w.MATH_T})


def characters(root: Element) -> int:
    """All characters of text in a tree."""
    return int(_LENGTH(root))  # type: ignore[arg-type]  # a number


def settle(root: Element, total: int, counts: Counter[str]) -> None:
    """Adds to the counts what a read tree still holds outside its paragraphs' text."""
    if counts.total() == total:
        return
    counts[MARKUP_SPACE] += sum(_space(el) for el in root.iter())
    counts[UNREAD] += total - counts.total()


def _space(el: Element) -> int:
    """White space directly before the element's first child and after the element."""
    own = el.text if el.tag not in _TEXT else None
    return sum(len(text) for text in (own, el.tail) if text and text.isspace())


def lines(counts: Counter[str]) -> tuple[LedgerLine, ...]:
    """One line a rule that met something, "used" first."""
    rules = sorted(rule for rule, n in counts.items() if n and rule != USED)
    return (LedgerLine(USED, counts[USED]), *(LedgerLine(rule, counts[rule]) for rule in rules))

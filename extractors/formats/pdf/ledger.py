"""Where every character of the pages went: into a block, or left out by a named rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.formats.pdf.hidden import is_off
from extractors.formats.pdf.shapes import Line, PageRead
from extractors.formats.pdf.stitch import Stitched
from extractors.records import AsideKind, LedgerLine
from extractors.vietnamese.text import solid

USED = "used"
FOOTNOTE_MARK = "footnote_mark"
REPEATED_HEADER = "repeated_header"
HIDDEN_TEXT = "hidden_text"
OFF_PAGE = "off_page"
PICTURE_PAGE = "picture_page"
"""On a page that is read as a picture."""
UNPLACED = "unplaced"
"""What no rule accounts for; it should never be there."""


def ledger(
    found: Sequence[PageRead],
    placed: int,
    kept: Iterable[tuple[AsideKind, Line]],
    tables: Iterable[Stitched],
    left_out: int,
) -> tuple[LedgerLine, ...]:
    """Characters that are no space: those used first, then those of every rule that left some out.

    `placed` are those of the lines of text and of the tables' cells, `left_out` those of pages read as pictures.
    """
    apart: Counter[str] = Counter()
    for kind, line in kept:
        apart[_rule(kind, line, found[line.page - 1])] += solid(line.text)
    apart[FOOTNOTE_MARK] = solid("".join(page.notes for page in found))
    apart[REPEATED_HEADER] = solid("".join(table.dropped for table in tables))
    apart[PICTURE_PAGE] = left_out
    used = placed - apart[REPEATED_HEADER]
    apart[UNPLACED] = sum(page.characters for page in found) - used - apart.total()
    return (LedgerLine(USED, used), *(LedgerLine(rule, many) for rule, many in sorted(apart.items()) if many))


def _rule(kind: AsideKind, line: Line, page: PageRead) -> str:
    if kind is not AsideKind.HIDDEN:
        return str(kind)
    return OFF_PAGE if is_off(line, page) else HIDDEN_TEXT

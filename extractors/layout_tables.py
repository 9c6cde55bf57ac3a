"""Which tables are no tables of figures: they only lay out a paper's head or its foot."""

from __future__ import annotations

from extractors.patterns import letterhead, signature
from extractors.places import own_cells
from extractors.records import Table
from extractors.vietnamese.skeleton import skeleton

_MOST_ROWS = 60


def is_layout(table: Table) -> bool:
    """Whether the table only lays out a head or a foot: it holds the motto, the number, "Nơi nhận", a signature."""
    if len(table.rows) > _MOST_ROWS:
        return False
    texts = {p.text for row in table.rows for cell in row for p in cell.paragraphs}  # merged cells and figures repeat
    if any(map(_of_head_or_foot, map(skeleton, texts))):
        return True
    return not table.ruled and any(map(_signs, texts))


def glued_foot(table: Table) -> int:
    """The row at which a foot begins under a table of figures; 0 where none does.

    Word and LibreOffice make one table of two that stand one below the other when they save them as RTF.
    """
    foot = next((i for i in range(len(table.rows)) if _begins_foot(table, i)), 0)
    figures = [i for i in range(foot) if len(own_cells(table.rows[i], i)) > 2]
    texts = [p.text for row in table.rows[:foot] for cell in row for p in cell.paragraphs]
    headed = any(_of_head_or_foot(skeleton(text)) for text in texts)
    return foot if table.ruled and len(figures) > 1 and not headed else 0


def _begins_foot(table: Table, index: int) -> bool:
    return any(signature.RECIPIENTS.match(skeleton(c.text)) for c in own_cells(table.rows[index], index))


def _of_head_or_foot(bones: str) -> bool:
    if len(bones) > 300:
        return False
    if letterhead.IN_MOTTO in bones and letterhead.MOTTO.search(bones):
        return True
    if letterhead.IN_INDEPENDENCE in bones and letterhead.INDEPENDENCE.search(bones):
        return True
    if signature.RECIPIENTS.match(bones):
        return True
    number = letterhead.NUMBER_LINE.match(bones)
    return number is not None and letterhead.NUMBER.match(number["number"].strip()) is not None


def _signs(text: str) -> bool:
    return text == text.upper() and bool(signature.TITLE.match(skeleton(text)))

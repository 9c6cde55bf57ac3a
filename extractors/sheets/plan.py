"""A block's yearly plan, in whatever layout: its tasks as printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from extractors.patterns.plan import PLAN_TITLE, TITLE_YEAR
from extractors.records import Document, Paragraph, PlannedTask, Table
from extractors.sheets import plan_paragraphs, plan_table
from extractors.vietnamese.text import fold

TITLE_LINES = 3
"""So many paragraphs below "KẾ HOẠCH" may hold its title."""


def plan(document: Document) -> tuple[PlannedTask, ...]:
    """Every task of the plan in its order, from its tables or else from its numbered paragraphs."""
    year = plan_year(document)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return plan_table.tasks_in(tables, year) or plan_paragraphs.tasks_in(_paragraphs(document), year)


def plan_year(document: Document) -> int | None:
    """The year that the plan's title names, else the one that its text names most."""
    texts = [text for text in (fold(p.text) for p in _paragraphs(document)) if text]
    for index, text in enumerate(texts):
        if PLAN_TITLE.match(text):
            title = " ".join(texts[index + 1 : index + 1 + TITLE_LINES])
            if match := TITLE_YEAR.search(title):
                return int(match["year"])
    named = Counter(match["year"] for text in texts for match in TITLE_YEAR.finditer(text))
    return int(max(named, key=lambda year: (named[year], year))) if named else None


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block

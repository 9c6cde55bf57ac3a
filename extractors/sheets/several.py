"""Whether a table holds the scores of several units: whose they are a paper's own score sheet cannot say."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.patterns import score_columns as patterns
from extractors.sheets.roles import GIVES, Heading

Lines = tuple[str, ...]
"""What stands above a column, folded, line by line."""


def scores_several_units(headings: Sequence[Heading], lines: Sequence[Lines]) -> bool:
    """Whether two columns of scores that are told alike are named after two offices."""
    named: dict[str, set[str]] = {}
    for heading in headings:
        if heading.name in GIVES:
            named.setdefault(heading.name, set()).update(filter(patterns.OFFICE.match, lines[heading.column]))
    return any(len(offices) > 1 for offices in named.values())

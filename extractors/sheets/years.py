"""Of which year a column's scores are: those of another year than the paper's are never taken for its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from extractors.patterns import score_columns as patterns
from extractors.sheets.roles import GIVES, Heading

SEVERAL = -1
"""What speaks of more than one year."""

_SCORED = GIVES | {"bonus", "deduction", "max"}


@lru_cache(maxsize=2_000)
def year_in(words: str) -> int:
    """The year that the folded words speak of; 0 for none, or for a rule's ("theo quy dinh nam 2022")."""
    if "20" not in words:
        return 0
    own = patterns.BY_RULE.split(words, maxsplit=1)[0]
    named = {int(match["year"]) for match in patterns.YEAR_OF_SCORES.finditer(own)}
    return SEVERAL if len(named) > 1 else named.pop() if named else 0


def year_of_table(year: int, titles: Iterable[str], headings: Sequence[Heading]) -> int:
    """The year whose scores the paper reports in the table; 0 where nobody says it, or not all say the same.

    `year` is the paper's own, 0 for none. Where neither it nor a title tells, the headings' only one does.
    """
    said = {year, *map(year_in, titles)} - {0} or {year_in(one.text) for one in headings if one.name in GIVES} - {0}
    return said.pop() if len(said) == 1 else 0


def of_the_year(headings: Sequence[Heading], year: int) -> tuple[Sequence[Heading], frozenset[str]]:
    """The headings without those of other years' scores; and the texts of those that may be of another all the same."""
    dated = {one.text: year_in(one.text) for one in headings if one.name in _SCORED and year_in(one.text)}
    if not dated:
        return headings, frozenset()
    known = year or max(dated.values())
    kept = [one for one in headings if dated.get(one.text, known) == known]
    if not _names(kept) & GIVES and _names(headings) & GIVES:
        return headings, frozenset(dated)
    if "max" not in _names(kept):
        kept = [one for one in headings if one in kept or one.name == "max"]
    return kept, frozenset() if year or len(set(dated.values())) == 1 else frozenset(dated)


def _names(headings: Iterable[Heading]) -> set[str]:
    return {one.name for one in headings}

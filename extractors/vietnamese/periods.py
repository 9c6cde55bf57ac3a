"""Times that papers report on, as the contract writes them: a year, a half, a quarter, a month."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from extractors.patterns import periods as patterns
from extractors.vietnamese.skeleton import skeleton

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


class WrittenPeriod(NamedTuple):
    """A time as it stands in a text."""

    start: int
    end: int
    value: str
    """ "2020", "2020-H1", "2020-Q3", "2020-06"."""
    doubt: str
    """ "other_time" where the text also names one that has no such form, "several" where it names two."""


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (patterns.HALF, lambda m: "-H2" if m["second"] else "-H1"),
    (patterns.QUARTER, lambda m: f"-Q{_ROMAN.get(m['quarter'], m['quarter'])}"),
    (patterns.MONTH, lambda m: f"-{int(m['month']):02d}"),
    (patterns.WHOLE, lambda _: ""),
)
"""From the narrowest to the widest: the first that the text names is meant."""


def main_period(text: str) -> WrittenPeriod | None:
    """The time that a subject or sentence is about, leaving out what is to come ("phương hướng năm sau")."""
    bones = skeleton(text).replace("\n", " ")
    outlook = patterns.OUTLOOK.search(bones)
    now = bones[: outlook.start()] if outlook else bones
    for pattern, suffix in _KINDS:
        found = list(pattern.finditer(now))
        if found:
            return _written(found, suffix(found[0]), bones, now)
    return None


def school_year(text: str) -> tuple[int, int] | None:
    """The first school year that the text names: (2022, 2023) of "năm học 2022-2023"."""
    match = patterns.SCHOOL_YEAR.search(skeleton(text).replace("\n", " "))
    return (int(match["first"]), int(match["last"])) if match else None


def _written(found: list[re.Match[str]], suffix: str, bones: str, now: str) -> WrittenPeriod | None:
    match = found[0]
    year, end = match["year"], match.end()
    if year is None:
        later = patterns.WHOLE.search(bones, match.end()) or patterns.ANY_YEAR.search(bones, match.end())
        if later is None:
            return None
        year, end = later["year"], later.end()
    doubt = "other_time" if patterns.OTHER.search(now) else ""
    if len({m.group() for m in found}) > 1:
        doubt = "several"
    return WrittenPeriod(match.start(), end, year + suffix, doubt)

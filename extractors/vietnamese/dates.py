"""Days as papers write them: written out, with slashes, half empty, impossible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from extractors.patterns import dates as patterns
from extractors.vietnamese.skeleton import skeleton


class WrittenDay(NamedTuple):
    """A day as it stands in a text."""

    start: int
    end: int
    day: date | None
    """None where there is no such day in the calendar or a part is empty; a place left blank is not in doubt."""
    parts: tuple[str, str, str]
    """The digits of day, month and year, "" where there are none."""
    doubt: str
    """Why a person should look: "no_such_day", "part_missing", "misspelt"; "" where nothing speaks against it."""


def may_hold_day(bones: str) -> bool:
    """Whether a day may stand in the skeleton: it holds what each of the patterns needs."""
    return "gay" in bones or "/" in bones


def written_days(text: str) -> Iterator[WrittenDay]:
    """Every day the text names or leaves a place for, in order."""
    bones = skeleton(text)
    if not may_hold_day(bones):
        return
    matches = [m for p in (patterns.SPOKEN, patterns.SLASHED, patterns.BARE) for m in p.finditer(bones)]
    end = -1
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if match.start() >= end:
            end = match.end()
            yield _read(match)


def _read(match: re.Match[str]) -> WrittenDay:
    numbers = [re.sub(r"[^0-9]", "", match.group(part)) for part in ("day", "month", "year")]
    day, doubt = _calendar(*numbers)
    if not doubt and _misspelt(match):
        doubt = "misspelt"
    return WrittenDay(match.start(), match.end(), day, (numbers[0], numbers[1], numbers[2]), doubt)


def calendar_day(day: str, month: str, year: str) -> date | None:
    """The day that the digits name; None where a part is missing or there is no such day."""
    return _calendar(day, month, year)[0]


def _nothing_wrong(month: str, year: str) -> bool:
    """An empty day with a month of the calendar or none, and a whole year or the place for it."""
    return (not month or 1 <= int(month) <= 12) and len(year) != 1


def _calendar(day: str, month: str, year: str) -> tuple[date | None, str]:
    if not day:
        return None, "" if _nothing_wrong(month, year) else "part_missing"
    if not month or len(year) != 4:
        return None, "part_missing"
    try:
        return date(int(year), int(month), int(day)), ""
    except ValueError:
        return None, "no_such_day"


def _misspelt(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    return parts.get("word", "ngay") != "ngay" or parts.get("month_word", "thang") != "thang"

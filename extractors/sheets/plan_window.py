"""The days that a plan's words for a time name: "Tháng 12", "Quý II/2023", "Trước ngày 15/6"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from extractors.patterns.plan import (
    AFTER,
    BEFORE,
    CITED,
    DAY,
    FIRST_DAY,
    LONE_DAY,
    MONTHS,
    NEXT_YEAR,
    PART_OF_YEAR,
    QUARTERS,
    RANGE,
    RELATIVE,
    SINCE,
    UNTIL,
    WHOLE_YEAR,
)
from extractors.vietnamese.text import fold

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
WORDS = {"ba": 3, "sau": 6, "chin": 9}


class Window(NamedTuple):
    """First and last day of a time; None where the words leave it open."""

    starts_on: date | None
    due_on: date | None


NO_WINDOW = Window(None, None)


def window(words: str, year: int | None) -> Window:
    """The days that the words name, in `year` where they name none; the sharpest words decide.

    "Quý II (trước ngày 20/6)" ends on the 20th. Open where there is no time or no such day.
    """
    text = CITED.sub(" ", fold(words))
    if year is not None and NEXT_YEAR.search(text):
        year += 1
    months = list(_months(text, year))
    days = [*_days(text, year), *_lone_days(text, months)]
    if not days and RELATIVE.search(text):
        return NO_WINDOW
    spans: list[list[Window]] = [days, months, list(_longer(text, year))]
    named = [found for found in spans if found]
    if not named:
        return NO_WINDOW
    sharpest, widest = named[0], named[-1]
    ends = ([w.due_on for w in found if w.due_on] for found in named)
    due_on = next((max(days) for days in ends if days), None)
    starts = [w.starts_on for w in (widest if sharpest[0].starts_on is None else sharpest) if w.starts_on]
    return Window(min(starts, default=None), due_on)


def names_several(words: str) -> bool:
    """Whether the words name last days that lie apart: "15/6 và 15/12", "Quý II, quý IV"; no "từ 01/3 đến 15/4"."""
    text = CITED.sub(" ", fold(words))
    days = list(DAY.finditer(text))
    if any(not RANGE.search(text[a.end() : b.start()]) for a, b in pairwise(days)):
        return True
    lists = [m["months"] for m in MONTHS.finditer(text)] + [m["quarters"] for m in QUARTERS.finditer(text)]
    return not days and any(map(_leaves_out, lists))


def _leaves_out(listed: str) -> bool:
    """Whether a list of months or quarters leaves out some between its first and last."""
    named = sorted({ROMAN.get(name) or int(name) for name in re.findall(r"\b(?:iv|i{1,3}|[0-9]+)\b", listed)})
    return not RANGE.search(listed) and any(b > a + 1 for a, b in pairwise(named))


def quarter_of(when: Window) -> int | None:
    """The quarter that the whole window lies in, 1 to 4; None where it spans more."""
    if when.due_on is None:
        return None
    quarter = (when.due_on.month + 2) // 3
    started = when.starts_on or when.due_on
    same = started.year == when.due_on.year and (started.month + 2) // 3 == quarter
    return quarter if same else None


def _days(text: str, year: int | None) -> Iterator[Window]:
    found = list(DAY.finditer(text))
    years = [int(m["year"]) for m in found if m["year"]]
    for match in found:
        its_year = int(match["year"]) if match["year"] else (years[-1] if years else year)
        day = _day(its_year, int(match["month"]), int(match["day"]))
        if day is not None:
            before = text[: match.start()]
            yield Window(day, None) if AFTER.search(before) else Window(_start(before, day), day)


def _lone_days(text: str, months: list[Window]) -> Iterator[Window]:
    """The last days whose month the words name apart: "Tháng 6 (trước ngày 20)"; none where they name several."""
    named = {(day.year, day.month) for month in months for day in month if day}
    for match in LONE_DAY.finditer(text):
        days = [_day(year, month, int(match["day"])) for year, month in named]
        if len(days) == 1 and days[0]:
            yield Window(None, days[0])


def _start(before: str, day: date) -> date | None:
    """The start that the words before a day leave it: none ("trước"), an earlier day ("25 đến"), or itself."""
    if first := FIRST_DAY.search(before):
        return _day(day.year, day.month, int(first["day"]))
    return None if UNTIL.search(before) and not SINCE.search(before) else day


def _months(text: str, year: int | None) -> Iterator[Window]:
    for match in MONTHS.finditer(DAY.sub(lambda m: " " * len(m.group()), text)):
        its_year = int(match["year"]) if match["year"] else year
        months = [int(m) for m in re.findall("[0-9]+", match["months"])]
        if its_year is not None:
            span = _span(its_year, min(months), max(months))
            yield _until_before(span) if BEFORE.search(text[: match.start()]) else span


def _until_before(span: Window) -> Window:
    """Up to the day before the window begins: "trước tháng 6" is by 31 May."""
    return Window(None, span.starts_on - timedelta(days=1) if span.starts_on else None)


def _longer(text: str, year: int | None) -> Iterator[Window]:
    for match in QUARTERS.finditer(text):
        names = re.findall(r"\b(?:iv|i{1,3}|[1-4])\b", match["quarters"])
        quarters = [ROMAN.get(name) or int(name) for name in names]
        yield from _in_year(match, year, min(quarters) * 3 - 2, max(quarters) * 3)
    for match in PART_OF_YEAR.finditer(text):
        count = WORDS.get(match["count"]) or int(match["count"])
        first, last = (1, count) if match["end"] == "dau" else (13 - count, 12)
        yield from _in_year(match, year, first, last)
    for match in WHOLE_YEAR.finditer(text):
        yield from _in_year(match, year, 1, 12)


def _in_year(match: re.Match[str], year: int | None, first: int, last: int) -> Iterator[Window]:
    its_year = int(match["year"]) if match["year"] else year
    if its_year is not None:
        yield _span(its_year, first, last)


def _span(year: int, first: int, last: int) -> Window:
    return Window(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def _day(year: int | None, month: int, day: int) -> date | None:
    if year is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""The time a paper reports on: in its subject, in the words that open and close its body, in its appendix's title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.layout import Layout
from extractors.lines import Line, together
from extractors.patterns import letterhead
from extractors.places import within
from extractors.records import Candidate
from extractors.vietnamese.periods import WrittenPeriod, main_period

_OPENING = ("nhu sau", "cu the", "bao cao ket qua", "xay dung bao cao")
_CLOSING = "tren day la"


def find(layout: Layout) -> Iterator[Candidate]:
    """Candidates of `period`: "2020", "2020-H1", "2020-Q3", "2020-06"."""
    if layout.titled:
        raw, place = together(layout.document, layout.titled)
        period = main_period(raw)
        if period:
            span = within(place, period.start, period.end)
            yield Candidate(
                "period", period.value, "period.subject", raw[period.start : period.end], span, period.doubt
            )
    yield from _of_sheet(layout)
    for rule, lines in (("period.body", _telling(layout)), ("period.appendix", layout.appendix[:4])):
        yield from _first(rule, lines)


def year_of(candidates: Iterable[Candidate]) -> int:
    """The year that all candidates of the period name; 0 where none does, or not all the same."""
    years = {str(one.value)[:4] for one in candidates if one.field == "period" and not one.doubt}
    return int(years.pop()) if len(years) == 1 else 0


def _of_sheet(layout: Layout) -> Iterator[Candidate]:
    """The sheet's own; in doubt where another sheet of the same file is of another time."""
    below = [line for line in (*layout.body, *layout.appendix) if letterhead.SHEET_TITLE.match(line.bones)]
    others = {period.value for line in below if (period := main_period(line.text))}
    for candidate in _first("period.sheet_title", layout.sheet[:1]):
        yield replace(candidate, doubt="several" if others - {candidate.value} else "")


def _telling(layout: Layout) -> list[Line]:
    """The sentences that say what the paper reports: "… như sau:", "Trên đây là báo cáo …"."""
    first = [line for line in layout.body[:12] if line.bones.rstrip(" :").endswith(_OPENING[:2])]
    return [*first, *(line for line in layout.body[-4:] if line.bones.startswith(_CLOSING))]


def _first(rule: str, lines: list[Line] | tuple[Line, ...]) -> Iterator[Candidate]:
    for line in lines:
        period: WrittenPeriod | None = main_period(line.text)
        if period and not period.doubt:
            raw, place = line.text[period.start : period.end], within(line.place, period.start, period.end)
            yield Candidate("period", period.value, rule, raw, place)
            return

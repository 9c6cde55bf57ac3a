"""Place and day: "Cao Bằng, ngày 05 tháng 6 năm 2020" in the head, drawn over it, or named by an appendix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors import drawings, heads
from extractors.layout import Layout
from extractors.lines import Line
from extractors.patterns import letterhead
from extractors.places import within
from extractors.records import Candidate, Paragraph
from extractors.vietnamese.dates import WrittenDay, calendar_day, written_days
from extractors.vietnamese.skeleton import foreign
from extractors.vietnamese.text import one_line

NO_SUCH_DAY = "no_such_day"


def find(layout: Layout) -> Iterator[Candidate]:
    """Candidates of `place` and of `issued_on`: an ISO date, None where the day is not filled in."""
    days: list[Candidate] = []
    over: list[Candidate] = []
    cited = _last_cited(layout)
    for line in layout.head:
        if heads.is_dateline(line):
            yield from _place(line)
            days += (_not_before(cited, day) for day in _day(line))
            over += _drawn_over(layout, line)
    drawn = over or [c for paragraph in drawings.drawn(layout.asides) for c in _drawn(paragraph)]
    yield from drawn if drawn and all(c.value is None for c in days) else [*days, *drawn]
    yield from _named_by_appendix(layout)


def _last_cited(layout: Layout) -> str:
    """The latest day of a paper that the grounds cite ("Căn cứ Quyết định số …"), as an ISO date; "" for none."""
    grounds = (line.text for line in layout.body[:20] if letterhead.CITES.match(line.bones))
    return max((day.day.isoformat() for text in grounds for day in written_days(text) if day.day), default="")


def _not_before(cited: str, day: Candidate) -> Candidate:
    """The day, doubted where the paper rests on a later one."""
    early = isinstance(day.value, str) and day.value < cited
    return replace(day, doubt=day.doubt or "before_a_cited_day") if early else day


def _place(line: Line) -> Iterator[Candidate]:
    day = next(written_days(line.text), None)
    match = letterhead.PLACE.match(line.bones[: day.start]) if day else letterhead.MEANT_AS_DAY.match(line.bones)
    if match is None:
        return
    start, end = match.span("place")
    raw = line.text[start:end]
    comma = "," in line.text[end : end + 2]
    rule = "place.dateline" if comma and _is_name(raw) else "place.no_comma"
    doubt = "foreign_letter" if foreign(raw) else ""
    yield Candidate("place", one_line(raw), rule, raw, within(line.place, start, end), doubt)


_SMALL_WORDS = {"thành", "phố", "huyện", "thị", "xã", "tỉnh", "quận", "phường", "trấn", "đặc", "khu"}


def _is_name(text: str) -> bool:
    """Whether every word of it begins with a capital, but for "thành phố" and the like."""
    words = text.replace("-", " ").replace("–", " ").split()
    return all(w[0].isupper() or w in _SMALL_WORDS for w in words) and 1 <= len(words) <= 7


def _day(line: Line) -> Iterator[Candidate]:
    days = list(written_days(line.text))
    for day in days:
        raw, place = line.text[day.start : day.end], within(line.place, day.start, day.end)
        iso = day.day.isoformat() if day.day else None
        yield Candidate("issued_on", iso, _rule(line, day), raw, place, day.doubt)
    meant = None if days else letterhead.MEANT_AS_DAY.match(line.bones)
    if meant:
        start, end = meant.span("day")
        yield Candidate(
            "issued_on", None, "issued_on.malformed", line.text[start:end], within(line.place, start, end), "malformed"
        )


def _rule(line: Line, day: WrittenDay) -> str:
    return "issued_on.dateline" if line.bones[day.start : day.start + 4] == "ngay" else "issued_on.bare"


def _drawn(paragraph: Paragraph) -> Iterator[Candidate]:
    """The day that a signature's picture shows whole over the typed one."""
    text = paragraph.text
    for day in written_days(text):
        if day.day and not text[day.end :].strip(" .") and (day.start == 0 or "," in text[: day.start]):
            raw, place = text[day.start : day.end], within(paragraph.place, day.start, day.end)
            yield Candidate("issued_on", day.day.isoformat(), "issued_on.drawn", raw, place, day.doubt)


def _drawn_over(layout: Layout, line: Line) -> Iterator[Candidate]:
    """The day whose digits are drawn in the gaps that the typed line leaves."""
    digits = drawings.digits_over(layout.asides, line.place)
    typed = next(written_days(line.text), None)
    if not digits or typed is None:
        return
    drawn = iter(p.text.strip(" .") for p in digits)
    day = calendar_day(*(part or next(drawn, "") for part in typed.parts))
    fits = sum(not part for part in typed.parts) == len(digits)
    doubt = "" if fits and day else "drawn_amiss"
    first = digits[0]
    yield Candidate(
        "issued_on", day.isoformat() if day else None, "issued_on.drawn_digits", first.text, first.place, doubt
    )


def _named_by_appendix(layout: Layout) -> Iterator[Candidate]:
    for line in layout.appendix:
        match = letterhead.ATTACHED_TO.match(line.bones)
        day = next(written_days(line.text[match.end() :]), None) if match else None
        if match and day and day.day and day.start < 10:
            start, end = match.end() + day.start, match.end() + day.end
            yield Candidate(
                "issued_on",
                day.day.isoformat(),
                "issued_on.appendix",
                line.text[start:end],
                within(line.place, start, end),
            )

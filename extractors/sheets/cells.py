"""What a cell of scores says: a number, one of the ways to write none, or something to ask about."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from extractors.patterns import scores as patterns
from extractors.records import Nothing
from extractors.vietnamese.numbers import readings
from extractors.vietnamese.text import clean, dashes, unraised

BRACKETED = "bracketed_score"
"""The doubt of a figure in brackets, where it is not plain that points are taken off."""

BONUS_ROOM = Decimal("1.5")
"""How far above its maximum a score can lie: bonus points come on top."""


class CellReading(NamedTuple):
    """What one cell says, before its scale is known."""

    values: tuple[Decimal, ...] = ()
    """Every number it can be, the likelier first."""
    nothing: Nothing | None = None
    doubt: str = ""
    """Why a person should look: the key of a message."""
    out_of: tuple[Decimal, ...] = ()
    """The maximum that the cell repeats: 10 in `8/10`."""


class Score(NamedTuple):
    """What one cell says, on the scale of its sheet."""

    value: Decimal | None = None
    nothing: Nothing | None = None
    doubt: str = ""


def read_cell(text: str) -> CellReading:
    """The reading of a score cell; a line break inside a number makes it unreadable."""
    said = dashes(clean(text)).strip()
    for name, pattern in patterns.NOTHING.items():
        if pattern.fullmatch(said):
            return CellReading(nothing=Nothing(name))
    for pattern, read in _FORMS:
        match = pattern.fullmatch(unraised(said).strip())
        if match:
            return read(match)
    return CellReading(doubt="unreadable_score")


def settle(reading: CellReading, cap: Decimal | None) -> Score:
    """The score that fits the scale: `cap` is the maximum of its row or sheet, None where unknown.

    `1.000` is a thousand where a thousand is possible; `19,125` is a decimal where 19125 is not.
    """
    if not reading.values:
        return Score(None, reading.nothing, reading.doubt)
    if reading.out_of and cap is not None and cap not in reading.out_of:
        return Score(reading.values[0], None, "other_maximum")
    if len(reading.values) == 1:
        return Score(reading.values[0], None, reading.doubt)
    return _settle_ambiguous(reading, cap)


def _settle_ambiguous(reading: CellReading, cap: Decimal | None) -> Score:
    """A thousand where a thousand is possible, else the decimal; `1.000` as a decimal is asked about."""
    if cap is None:
        return Score(reading.values[0], None, "ambiguous_number")
    room = cap * BONUS_ROOM
    thousands, decimal = max(reading.values), min(reading.values)
    if thousands <= room:
        return Score(reading.values[0], None, reading.doubt if reading.values[0] == thousands else "ambiguous_number")
    noughts = decimal == decimal.to_integral_value()
    return Score(decimal, None, "ambiguous_number" if noughts or decimal > room else reading.doubt)


def _plain(match: re.Match[str]) -> CellReading:
    values = readings(match["number"])
    if match["sign"] == "-":
        values = tuple(-v for v in values)
    return CellReading(values, doubt="" if values else "unreadable_score")


def _bracketed(match: re.Match[str]) -> CellReading:
    """A figure in brackets is one taken off, as accountants write it: certain only where points are taken off."""
    values = tuple(-v for v in readings(match["number"]))
    return CellReading(values, doubt=BRACKETED if values else "unreadable_score")


def _out_of(match: re.Match[str]) -> CellReading:
    values, most = readings(match["number"]), readings(match["max"])
    if not values or not most:
        return CellReading(doubt="unreadable_score")
    return CellReading(values, out_of=most)


def _sum(match: re.Match[str]) -> CellReading:
    """The total that the cell states: the value where the terms add up to it, else a guess."""
    terms = [_term(term) for term in patterns.TERM.finditer(match["terms"])]
    if None in terms:
        return CellReading(doubt="unreadable_score")
    added = sum((term for term in terms if term is not None), Decimal(0))
    if match["total"] is None:
        return CellReading((added,), doubt="sum_not_stated")
    stated = readings(match["total"])
    if added in stated:
        return CellReading((added,))
    return CellReading(stated[:1], doubt="sum_wrong")


def _term(match: re.Match[str]) -> Decimal | None:
    values = readings(match["number"])
    if len(values) != 1:
        return None
    return -values[0] if match["sign"] == "-" else values[0]


def _range(_match: re.Match[str]) -> CellReading:
    return CellReading(doubt="range_no_score")


_FORMS = (
    (patterns.PLAIN, _plain),
    (patterns.BRACKETED, _bracketed),
    (patterns.OUT_OF, _out_of),
    (patterns.AT_MOST, lambda match: CellReading(readings(match["number"]))),
    (patterns.RANGE, _range),
    (patterns.SUM, _sum),
)
"""In this order: `5-10` is a range before it is a sum."""

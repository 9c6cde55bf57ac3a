"""Bars drawn as SVG by the templates: the units' scores, and how timely they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from pipeline.labels import word
from pipeline.language import _
from pipeline.web.score_view import totals
from pipeline.web.wording import named

if TYPE_CHECKING:
    from sqlite_utils import Database

    from pipeline.records import Block

WIDTH = 520
"""Of the longest bar."""


class Part(NamedTuple):
    """A stretch of a bar."""

    css: str
    x: float
    width: float
    told: str


class Bar(NamedTuple):
    """One unit's bar."""

    name: str
    parts: tuple[Part, ...]
    told: str


class Chart(NamedTuple):
    """Bars under a title."""

    title: str
    bars: tuple[Bar, ...]
    key: tuple[tuple[str, str], ...]
    """(css class, words)"""


@dataclass
class Charts:
    """Both charts, drawn anew once the log says that anything happened."""

    _of: int | None = None
    _drawn: tuple[Chart, ...] = ()

    def both(self, db: Database, block: Block) -> tuple[Chart, ...]:
        """The units' scores, and how timely they are."""
        last = int(db.execute("SELECT coalesce(max(event_id), 0) FROM events").fetchone()[0])
        if last != self._of:
            self._drawn = scores(db, block), timeliness(db, named(block))
            self._of = last
        return self._drawn


def scores(db: Database, block: Block) -> Chart:
    """The self-scored total of each unit as the report has it: a bar where it counts, else the report's own words."""
    found = sorted(totals(db, block), key=lambda one: (one.value is None, -(one.value or 0)))
    most = max((one.value for one in found if one.value), default=Decimal(1))
    bars = tuple(
        Bar(one.unit, (Part("self", 0, WIDTH * float((one.value or 0) / most), ""),), one.told or "–") for one in found
    )
    return Chart(_("Self-scored totals, as the report has them"), bars, (("self", _("self score")),))


STATES = ("on_time", "late", "missing")


def timeliness(db: Database, names: Mapping[str, str]) -> Chart:
    """Each unit's tasks that needed a paper: in time, late, missing."""
    query = f"""
        SELECT unit_id, {", ".join(f"sum(state = '{state}')" for state in STATES)} FROM schedule
        WHERE unit_id > '' GROUP BY unit_id ORDER BY 4, 3, 1
    """  # noqa: S608 -- our own words
    rows = db.execute(query).fetchall()
    most = max((sum(row[1:]) for row in rows), default=1) or 1
    bars = tuple(Bar(names.get(row[0], row[0]), _stack(row[1:], most), "") for row in rows)
    return Chart(_("Papers in time, late and missing"), bars, tuple((state, word(state)) for state in STATES))


def _stack(counts: tuple[int, ...], most: int) -> tuple[Part, ...]:
    parts, x = [], 0.0
    for state, count in zip(STATES, counts, strict=True):
        width = WIDTH * count / most
        if count:
            parts.append(Part(state, x, width, str(count)))
        x += width
    return tuple(parts)

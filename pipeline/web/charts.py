"""Bars drawn as SVG by the templates: the units' scores, and how timely they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from pipeline.labels import word
from pipeline.language import _

if TYPE_CHECKING:
    from sqlite_utils import Database

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


def scores(db: Database, names: Mapping[str, str]) -> Chart:
    """The self-scored total of each unit's live year report or sheet, against its maximum."""
    query = """
        SELECT d.unit_id, max(CAST(t.value AS REAL)), max(CAST(m.value AS REAL))
        FROM documents d
        JOIN standing_facts t ON t.document_id = d.document_id AND t.field = 'total_self_score'
        LEFT JOIN standing_facts m ON m.document_id = d.document_id AND m.field = 'total_max_score'
        WHERE d.state = 'accepted' AND d.kind IN ('plan_report_year', 'score_sheet') AND d.unit_id IS NOT NULL
        GROUP BY d.unit_id HAVING count(DISTINCT t.value) = 1 ORDER BY 2 DESC, d.unit_id
    """
    rows = db.execute(query).fetchall()
    most = max((top or own for _unit, own, top in rows), default=1.0) or 1.0
    bars = tuple(
        Bar(names.get(unit, unit), (Part("self", 0, WIDTH * own / most, ""),), _of(own, top)) for unit, own, top in rows
    )
    return Chart(_("Self-scored totals that are sure"), bars, (("self", _("self score")),))


def _of(own: float, top: float | None) -> str:
    """As Vietnamese papers write it: 95,5/100."""
    return f"{own:g}/{top:g}".replace(".", ",") if top else f"{own:g}".replace(".", ",")


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

"""A cell of Datasette's tables as a person reads it: links to papers, files and places, codes in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from pipeline.awards import WHO
from pipeline.labels import at
from pipeline.language import _
from pipeline.web.changes import about, in_words
from pipeline.web.reading import place_link
from pipeline.web.wording import cell, told

LINKS = {
    "document_id": "/document/{}",
    "superseded_by": "/document/{}",
    "file_id": "/file/{}",
}
"""Columns whose cells lead somewhere."""
PLACES = ("where_", "bbox")
"""Columns that name a place in the row's file."""
NUMBERS: Mapping[str, Callable[[int], str]] = {
    "days_late": lambda number: _("{number} days").format(number=number),
    "held": lambda number: _("yes") if number else _("no"),
}
"""Whole numbers that are more than a number."""
EVENT = {"what", "subject", "detail"}
"""Columns of an event of the log."""
BESIDE = {*PLACES, *EVENT, "who"}
"""Columns whose cells are told by what stands beside them: only for these the row is looked at."""


def rendered(row: Any, column: str, value: object, names: Mapping[str, str]) -> Markup | None:
    """The cell's link or words; None where it stands as it is. `row` gives its columns by `keys()` and by name."""
    if column in LINKS and isinstance(value, int):
        return Markup('<a href="{}">{}</a>').format(LINKS[column].format(value), value)
    beside = {name: row[name] for name in row.keys()} if column in BESIDE else {}  # noqa: SIM118 -- SQLite's row
    if column in PLACES and isinstance(value, str) and isinstance(beside.get("file_id"), int):
        return _placed(beside, column, value)
    if isinstance(value, float):
        return Markup(told(column, value))  # noqa: S704 -- a number
    words = NUMBERS[column](value) if column in NUMBERS and isinstance(value, int) else None
    words = words or _of_its_row(beside, column, names) or cell(column, value, names)
    return Markup('<span title="{}">{}</span>').format(value, words) if words else None


def _of_its_row(row: Mapping[str, Any], column: str, names: Mapping[str, str]) -> str | None:
    """What the cell says by what stands beside it; None where that makes no difference."""
    if column == "who" and "award" in row:
        return WHO.get(row["who"]) or _("not said")
    if not row.keys() >= EVENT:
        return None
    if column == "detail":
        return in_words(row["what"], row["subject"], row["detail"], names)
    return about(row["what"], row["subject"]) if column == "subject" else None


def _placed(row: Mapping[str, Any], column: str, value: str) -> Markup | None:
    href = place_link(row["file_id"], row.get("page"), row.get("where_") or "", row.get("bbox"), row.get("raw"))
    words = at(value) if column == "where_" else _("see its box")
    return Markup('<a href="{}">{}</a>').format(href, words) if value else None

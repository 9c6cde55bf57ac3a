"""Datasette's filters by name: a person chooses or types our words, the store is asked for its codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

from extractors.records import Status
from extractors.vietnamese.text import fold, one_line
from pipeline.decided_values import FACTS, FIGURES, NotAllowed, iso_day
from pipeline.records import DocumentState, FileState, Kind, Role, ScheduleState, Severity
from pipeline.web.finding_names import NAMES
from pipeline.web.guard import Asgi
from pipeline.web.wording import CELLS, EVENTS, OWN

Choice = tuple[str, str]
"""(value, words)"""
Names = Mapping[str, str]

VALUES: Mapping[tuple[str, str], Iterable[str]] = {
    ("audit_documents", "state"): DocumentState,
    ("audit_documents", "kind"): Kind,
    ("audit_facts", "status"): Status,
    ("audit_facts", "field"): FACTS,
    ("audit_scores", "status"): Status,
    ("audit_schedule", "state"): ScheduleState,
    ("audit_schedule", "role"): Role,
    ("audit_files", "state"): FileState,
    ("audit_findings", "severity"): Severity,
    ("audit_findings", "code"): NAMES,
    ("audit_decisions", "field"): FACTS,
    ("audit_events", "what"): EVENTS,
    ("audit_reports", "kind"): OWN["kind"],
}
"""Columns of tables that hold one of a few codes."""
OF_UNITS = ("audit_documents", "audit_scores", "audit_schedule", "audit_findings", "audit_awards")
"""Tables whose rows are a unit's."""
DAYS = ("issued_on", "due_on")
COLUMN, CONDITION, VALUE = "_filter_column", "_filter_op", "_filter_value"
"""What Datasette's form calls its parts; each line of it with an ending of its own."""
ONE, SEVERAL = ("exact", "not", "contains", "notcontains"), ("in", "notin")
"""Conditions that are met by a code, or by several with commas between."""


def filter_values(table: str, column: str, chosen: str, names: Names) -> list[Choice]:
    """What a filter of the column may be set to, by name; nothing where anything may stand there."""
    return known(_choices(table, column, names), chosen)


def known(offered: list[Choice], chosen: str) -> list[Choice]:
    """The choices; nothing where what is chosen is none of them."""
    return offered if any(chosen == value for value, _words in offered) else []


def filter_words(table: str, names: Names) -> list[tuple[str, str]]:
    """What may be typed into a new filter of the table: (column, words)."""
    columns = [column for own, column in VALUES if own == table]
    columns += ["unit_id"] if table in OF_UNITS else []
    return [(column, words) for column in columns for _code, words in _choices(table, column, names)]


def _choices(table: str, column: str, names: Names) -> list[Choice]:
    if column == "unit_id":
        return list(names.items())
    said: Callable[[str], str] = CELLS.get(column, str)
    return [(str(value), said(str(value))) for value in VALUES.get((table, column), ())]


def by_name(app: Asgi, names: Names) -> Asgi:
    """The application, which is asked for the codes of what a filter's form names in words."""

    async def answer(scope: dict[str, Any], receive: Any, send: Any) -> None:
        query = scope.get("query_string", b"").decode("latin-1")
        if scope["type"] == "http" and COLUMN in query:
            table = scope["path"].rpartition("/")[2]
            scope = {**scope, "query_string": coded(query, table, names).encode("latin-1")}
        await app(scope, receive, send)

    return answer


def coded(query: str, table: str, names: Names) -> str:
    """The form as it was sent, with the code in place of each value that is typed in words."""
    asked = parse_qsl(query, keep_blank_values=True)
    form = dict(asked)
    return urlencode([(name, _coded(name, value, form, table, names)) for name, value in asked])


def _coded(name: str, typed: str, form: Mapping[str, str], table: str, names: Names) -> str:
    if not name.startswith(VALUE):
        return typed
    ending = name.removeprefix(VALUE)
    column, condition = form.get(COLUMN + ending, ""), form.get(CONDITION + ending, "exact")
    offered = _choices(table, column, names)
    if condition in SEVERAL:
        return ",".join(_code(part, column, offered) for part in typed.split(","))
    return _code(typed, column, offered) if condition in ONE or not offered else typed


def _code(typed: str, column: str, offered: list[Choice]) -> str:
    """The code of the words, whole or of the only ones that hold them, whatever their tones; else what was typed."""
    if not offered:
        return _plain(typed, column)
    sought = fold(one_line(typed))
    whole = [value for value, words in offered if sought in (value, fold(words))]
    parts = {value for value, words in offered if sought and sought in fold(words)}
    found = whole[:1] or (list(parts) if len(parts) == 1 else [])
    return found[0] if found else typed


def _plain(typed: str, column: str) -> str:
    """A day and a figure as the store writes them."""
    if column in FIGURES and re.fullmatch(r"\s*-?[0-9]+,[0-9]+\s*", typed):
        return typed.strip().replace(",", ".")
    try:
        return iso_day(one_line(typed)) if column in DAYS else typed
    except NotAllowed:
        return typed

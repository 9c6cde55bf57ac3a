"""What the store keeps, as a person reads it: days, moments, figures, lists, names and reasons."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from pipeline.awards import named as award_name
from pipeline.doubts import DOUBTS
from pipeline.labels import at, field_label, shown, word
from pipeline.language import _, current, mark
from pipeline.reasons import reason_in
from pipeline.web.finding_names import finding_name
from pipeline.web.heads import head
from pipeline.witness_labels import witnesses

if TYPE_CHECKING:
    from pipeline.edges.store_review import Witness
    from pipeline.records import Block

_MOMENT = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})[T ](?P<time>[0-9]{2}:[0-9]{2})[0-9:.Z+-]*"
)
"""`2021-01-15T09:30:00+07:00`"""
_DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
NOTHING = "–"
CODED = ("state", "file_state", "task_state", "status", "kind", "severity", "answer", "role")
"""Fields and columns whose values are codes that have words."""
OWN = {
    "state": {
        "accepted": mark("counts"),
        "needs_review": mark("does not count yet: a person must look"),
        "superseded": mark("does not count: replaced"),
    },
    "answer": {"accepted": mark("left as it is")},
    "kind": {
        "h1": mark("half-year report of the block"),
        "year": mark("year-end report of the block"),
        "scores": mark("table of scores"),
        "reminder": mark("reminder"),
        "minutes": mark("minutes"),
        "submission": mark("submission"),
        "register": mark("register of papers"),
    },
    "counts": {
        "counts": mark("counts"),
        "superseded": mark("does not count: replaced"),
        "paper_unsure": mark("does not count yet: a person must look"),
        "no_unit": mark("of no member"),
        "rivals": mark("does not count yet: the unit has several"),
        "sheet_apart": mark("the unit's score sheet counts"),
        "contradicted": mark("does not count yet: the total does not hold"),
        "total_unsure": mark("does not count yet: the total is not sure"),
    },
}
"""Codes that mean something of their own in a column."""


EVENTS = {
    "source": mark("plan or criteria read"),
    "plan": mark("plan loaded"),
    "receive": mark("came in"),
    "extract": mark("read"),
    "check": mark("checked"),
    "report": mark("report written"),
    "derive": mark("worked out anew"),
    "views": mark("views for auditors renewed"),
    "migrate": mark("store brought up to date"),
    "decide": mark("decided"),
    "undo": mark("decision taken back"),
    "approve": mark("approved"),
    "account": mark("account changed"),
    "snapshot": mark("snapshot written"),
}
"""What the log calls each event."""
MEDIA = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word (.docx)",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel (.xlsx)",
    "application/msword": "Word (.doc)",
    "application/zip": "zip",
    "message/rfc822": mark("mail"),
}


def told(field: str, value: object, names: Mapping[str, str] | None = None) -> str:
    """The field's value as people write it: 05/06/2020, 16,75, a unit's name; a dash for none."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    text = str(value)
    if field == "unit_id" or field.startswith("alias:"):
        return (names or {}).get(text, text)
    if field in CODED or field.startswith("finding:"):
        return coded(field, text)
    if field == "code":
        return finding_name(text)
    return listed(text) if field == "recipients" else moment(text)


def coded(column: str, code: str) -> str:
    """What the code says in that column: a paper is not "sure", it counts."""
    own = OWN.get("answer" if column.startswith("finding:") else column, {})
    return _(own[code]) if code in own else word(code)


def doubted(text: str) -> str:
    """A kept list of doubts in words; another text as it is."""
    return listed(json.dumps([_(DOUBTS.get(doubt, doubt)) for doubt in json.loads(text)])) if text[:1] == "[" else text


_EVIDENCE = {"place": "where_"}
"""Pieces of evidence that are called as a column is."""


def evident(text: str) -> str:
    """What a finding rests on, piece by piece: "Where: table 1, row 2; Value: 95,5"; another text as it is."""
    if text[:1] != "{":
        return text
    pieces = ((_EVIDENCE.get(name, name), value) for name, value in json.loads(text).items() if value is not None)
    return "; ".join(f"{head(name)}: {_piece(name, value)}" for name, value in pieces if head(name) != name)


def _piece(name: str, value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    said = at if name.endswith("place") else CELLS.get(name.removeprefix("other_"), moment)
    return said(str(value))


def listed(text: str) -> str:
    """A kept list on one line: "Như trên; Lưu: VT"; another text as it is."""
    try:
        items = json.loads(text)
    except ValueError:
        return text
    return "; ".join(map(str, items)) if isinstance(items, list) else text


def moment(text: str | None) -> str:
    """A day as 05/06/2020, a moment as 05/06/2020 09:30, a figure with its decimal comma; other text as it is."""
    if found := _MOMENT.fullmatch(text or ""):
        return f"{found['day']}/{found['month']}/{found['year']} {found['time']}"
    if found := _DAY.fullmatch(text or ""):
        return f"{found['day']}/{found['month']}/{found['year']}"
    return shown(text)


def because(doubt: str, readings: Iterable[Witness]) -> str:
    """Why a person is asked: the tool's doubt, or what the readings lack."""
    if doubt in DOUBTS:
        return _(DOUBTS[doubt])
    by_value = {reading.value: reading for reading in readings}
    if len(by_value) > 1:
        return _("its readings differ: {values}").format(values="; ".join(moment(v) or NOTHING for v in by_value))
    if not by_value:
        return _("nothing else in the paper bears it out")
    (only,) = by_value.values()
    return _("nothing else in the paper bears it out; it was read only from: {place}").format(
        place=witnesses(only.rules)
    )


def named(block: Block) -> dict[str, str]:
    """The units' names by their ids."""
    return {unit.id: unit.name for unit in block.units}


def faceted(column: str, value: object, names: Mapping[str, str]) -> str:
    """What a facet's value says to a person; a dash for none."""
    return NOTHING if value in (None, "") else cell(column, value, names) or str(value)


def cell(column: str, value: object, names: Mapping[str, str] | None = None) -> str | None:
    """What a column of the store says to a person; None where it stands as it is."""
    if isinstance(value, float):
        return told(column, value)
    if not isinstance(value, str) or (column != "unit_id" and column not in CELLS):
        return None
    words = told(column, value, names) if column == "unit_id" else CELLS[column](value)
    return words if words != value else None


def _reason(text: str) -> str:
    return finding_name(reason_in(current(), text))


def _value(text: str) -> str:
    return listed(text) if text.startswith("[") else moment(text)


CELLS: Mapping[str, Callable[[str], str]] = {
    **{column: partial(coded, column) for column in (*CODED, "counts")},
    **dict.fromkeys(("at", "approved_at", "received_at", "first_received_at", "issued_on", "due_on"), moment),
    **dict.fromkeys(("value", "before", "after"), _value),
    "told": doubted,
    "code": finding_name,
    "evidence": evident,
    "documents": evident,
    "award": lambda text: award_name(text, ""),
    "field": field_label,
    "column": field_label,
    "method": witnesses,
    "where_": at,
    "what": lambda text: _(EVENTS.get(text, text)),
    "reason": _reason,
    "media_type": lambda text: _(MEDIA.get(text, text)),
}
"""How the cells of a column are said."""

"""What the log tells of each event, as a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from pipeline.labels import field_label, word
from pipeline.language import _, current, mark
from pipeline.reasons import reason_in
from pipeline.web.wording import moment, told

Detail = Mapping[str, Any]
Names = Mapping[str, str]

ROLES = {"plan": mark("the plan"), "criteria": mark("the criteria")}


def in_words(what: str, subject: str, detail: str, names: Names) -> str:
    """The event as a person tells it: what became of what, and why; the subject alone where it has no words."""
    say = SENTENCES.get(what)
    try:
        return say(subject, json.loads(detail), names) if say else subject
    except (TypeError, ValueError):  # asked in SQL of something that is no event
        return subject


def about(what: str, subject: str) -> str:
    """What the event is about: `15/total_self_score` is the self-scored total of paper 15."""
    document, _slash, field = subject.partition("/")
    if what in ("decide", "undo", "approve"):
        paper = _("Paper {id}").format(id=document)
        return f"{paper}: {field_label(field)}"
    return _("file {id}").format(id=subject) if what == "extract" else moment(subject)


def _changed(subject: str, detail: Detail, names: Names) -> str:
    """`15/total_self_score` with what was before and after: "Self-scored total: 96,5 → 96 (as the paper says)"."""
    field = subject.partition("/")[2]
    change = f"{field_label(field)}: {told(field, detail.get('before'), names)} → "
    change += told(field, detail.get("after"), names)
    return f"{change} ({detail['reason']})" if detail.get("reason") else change


def _undone(subject: str, detail: Detail, names: Names) -> str:
    taken = _("takes back {id}").format(id=detail.get("undoes", ""))
    return f"{taken}; {_changed(subject, detail, names)}"


def _approved(subject: str, detail: Detail, _names: Names) -> str:
    approves = _("approves decision {id}").format(id=detail.get("decision", ""))
    return f"{field_label(subject.partition('/')[2])}: {approves}"


def _came(subject: str, detail: Detail, _names: Names) -> str:
    parts = (subject, detail.get("mail"), _refused(detail), _standing(detail))
    return "; ".join(str(part) for part in parts if part)


def _standing(detail: Detail) -> str:
    """How the file stood if it was not simply received."""
    state = str(detail.get("state") or "received")
    return "" if state == "received" else word(state)


def _read(subject: str, detail: Detail, _names: Names) -> str:
    file = _("file {id}").format(id=subject)
    refused = _refused(detail)
    return f"{file}: {refused}" if refused else file


def _refused(detail: Detail) -> str:
    return reason_in(current(), str(detail.get("reason") or ""))


def _checked(subject: str, detail: Detail, _names: Names) -> str:
    as_of = _("as of {day}").format(day=moment(subject))
    found = _("{count} findings.").format(count=detail.get("findings", 0))
    return f"{as_of}: {found}"


def _source(subject: str, detail: Detail, _names: Names) -> str:
    role = str(detail.get("role", ""))
    return f"{_(ROLES[role])}: {subject}" if role in ROLES else subject


def _account(subject: str, detail: Detail, _names: Names) -> str:
    if not detail.get("active", True):
        return _("{name}: account closed").format(name=subject)
    return f"{subject}: {word(detail.get('role'))}"


SENTENCES: Mapping[str, Callable[[str, Detail, Names], str]] = {
    "decide": _changed,
    "undo": _undone,
    "approve": _approved,
    "receive": _came,
    "extract": _read,
    "check": _checked,
    "source": _source,
    "account": _account,
}
"""Events whose details say more than their subject."""

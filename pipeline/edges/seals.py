"""What the store says, sealed part by part: each part's digest stands in the log beside what changed it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite_utils import Database

Seals = dict[str, str | None]
"""A part's name -> the SHA-256 of its rows in hex; None once it is gone."""

SEALED = "sealed"
"""The key of an event's detail under which the seals stand."""

WHOLE = "''"


class Rows(NamedTuple):
    """The rows of a table that belong to a part."""

    table: str
    key: str
    """The column that tells whose part a row is; '' where the table is one part."""
    order: str
    columns: str = "*"


PARTS: dict[str, tuple[Rows, ...]] = {
    "file": (
        Rows("files", "file_id", "file_id", "file_name, sha256, bytes, media_type, received_at, state, reason, detail"),
        Rows("extractions", "file_id", "file_id", "data"),
    ),
    "document": (
        Rows("documents", "document_id", "document_id"),
        Rows("document_files", "document_id", "document_id, file_id"),
        Rows("facts", "document_id", "document_id, field"),
        Rows("scores", "document_id", "document_id, row"),
    ),
    "source": (Rows("sources", "role", "role", "file_name, sha256, data"),),
    "tasks": (Rows("tasks", WHOLE, "task_key"),),
    "criteria": (Rows("criteria", WHOLE, "code"),),
    "schedule": (Rows("schedule", WHOLE, "task_key, unit_id"),),
    "awards": (Rows("awards", WHOLE, "unit_id, award, who"),),
    "findings": (Rows("findings", WHOLE, "finding_id"),),
    "decision": (Rows("decisions", "decision_id", "decision_id"),),
    "approval": (Rows("approvals", "decision_id", "decision_id"),),
    "report": (Rows("reports", "report_id", "report_id"),),
    "account": (Rows("accounts", "name", "name"),),
    "derived": (Rows("derived", "stage", "stage"),),
}
"""Kind of part -> its rows: "document 12" is one part, "schedule" another."""

PLAN = ("tasks", "criteria")
OUTCOME = ("document", "schedule", "awards", "findings")


def of(db: Database, kind: str, key: object) -> Seals:
    """The seal of one part as it is now, by its name: what its event's detail carries."""
    name = _name(kind, key)
    return {name: _digests(db, kind, key).get(name)}


def inserted(db: Database, kind: str) -> Seals:
    """The seal of the part whose row was inserted last."""
    return of(db, kind, db.execute("SELECT last_insert_rowid()").fetchone()[0])


def changed(db: Database, kinds: Sequence[str]) -> Seals:
    """The seals of those parts that are not as the log has them: what to log in the transaction that wrote them."""
    known = {name: seal for name, seal in logged(db).items() if seal and _kind(name) in kinds}
    now = present(db, kinds)
    gone = dict.fromkeys(name for name in known if name not in now)
    return {**{name: seal for name, seal in now.items() if known.get(name) != seal}, **gone}


def present(db: Database, kinds: Sequence[str] = tuple(PARTS)) -> Mapping[str, str]:
    """The seals of all parts of the kinds as they are now."""
    return {name: seal for kind in kinds for name, seal in _digests(db, kind).items()}


def logged(db: Database, after: int = 0) -> Seals:
    """The last seal of every part that the log has, or that it has from after an event."""
    known: Seals = {}
    query = f"SELECT detail FROM events WHERE event_id > ? AND instr(detail, '\"{SEALED}\"') ORDER BY event_id"  # noqa: S608
    for (detail,) in db.execute(query, [after]):
        known.update(_sealed(detail))
    return known


def broken(db: Database) -> Iterator[str]:
    """The names of the parts that are not as the log has them, those included that it does not know."""
    known, now = logged(db), present(db)
    yield from sorted(name for name, seal in now.items() if known.get(name) != seal)
    yield from sorted(name for name, seal in known.items() if seal and name not in now)


def _sealed(detail: str) -> Seals:
    """What an event seals; nothing where somebody broke it: then the log's chain is broken too."""
    try:
        found = json.loads(detail)[SEALED]
        return found if isinstance(found, dict) else {}
    except (ValueError, TypeError, KeyError):
        return {}


def _digests(db: Database, kind: str, key: object = None) -> dict[str, str]:
    """The digests of the kind's parts by name; of one part alone where its key is given."""
    digests: dict[object, hashlib._Hash] = {}
    for number, rows in enumerate(PARTS[kind]):
        condition, values = ("", []) if key is None else (f"WHERE {rows.key} = ?", [key])
        query = f"SELECT {rows.key}, {rows.columns} FROM {rows.table} {condition} ORDER BY {rows.order}"  # noqa: S608
        for row in db.execute(query, values):
            digest = digests.setdefault(row[0], hashlib.sha256())
            digest.update(json.dumps([number, *row], ensure_ascii=False, default=repr).encode())
    return {_name(kind, part): digest.hexdigest() for part, digest in digests.items()}


def _name(kind: str, key: object) -> str:
    return f"{kind} {key}" if key != "" else kind


def _kind(name: str) -> str:
    return name.partition(" ")[0]

"""The log of events: append-only, each row chained to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

ORIGIN = "0" * 64
"""The hash before the first event."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: when, who, what, to what."""

    at: str
    who: str
    what: str
    subject: str
    detail: Mapping[str, object]


def append(db: Database, event: Event) -> None:
    """Writes the event after the last one; call it inside the transaction of what it tells."""
    prev_hash = head(db)
    detail = json.dumps(event.detail, ensure_ascii=False, sort_keys=True)
    row = {"at": event.at, "who": event.who, "what": event.what, "subject": event.subject, "detail": detail}
    names = "at, who, what, subject, detail, prev_hash, hash"
    values = [*row.values(), prev_hash, chained(prev_hash, row)]
    db.execute(f"INSERT INTO events ({names}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)  # noqa: S608 -- our own names


def head(db: Database) -> str:
    """The hash of the last event."""
    last = db.execute("SELECT hash FROM events ORDER BY event_id DESC LIMIT 1").fetchone()
    return str(last[0]) if last else ORIGIN


def chained(prev_hash: str, row: Mapping[str, object]) -> str:
    """The hash of an event's row, in hex, given the hash of the one before."""
    told = [row[key] for key in ("at", "who", "what", "subject", "detail")]
    text = json.dumps([prev_hash, *told], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def broken_at(db: Database) -> int | None:
    """The first event whose hash or number does not follow from the one before; None if all do."""
    previous, expected = ORIGIN, 1
    for row in db.query("SELECT * FROM events ORDER BY event_id"):
        sound = row["event_id"] == expected and row["prev_hash"] == previous and row["hash"] == chained(previous, row)
        if not sound:
            return int(row["event_id"])
        previous, expected = row["hash"], expected + 1
    return None


def event_of(db: Database, pinned: str) -> int | None:
    """The event whose hash begins with what somebody wrote down; None where the log has no such event."""
    query = "SELECT event_id FROM events WHERE substr(hash, 1, ?) = ? ORDER BY event_id DESC LIMIT 1"
    found = db.execute(query, [len(pinned), pinned.lower()]).fetchone()
    return int(found[0]) if found else None

"""What was written after an event of the log that somebody noted: part by part, in words and by kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from pipeline.edges import log, seals
from pipeline.language import _, mark

if TYPE_CHECKING:
    from sqlite_utils import Database


class Written(NamedTuple):
    """A part that was written since."""

    kind: str
    told: str
    """In words."""


PART_NAMES = {
    "file": mark("File {key} ({name})"),
    "document": mark("Paper {key}"),
    "source": mark("What was read from the file of the {key}"),
    "tasks": mark("The tasks of the plan"),
    "criteria": mark("The criteria"),
    "schedule": mark("The schedule"),
    "awards": mark("The awards"),
    "findings": mark("The findings"),
    "decision": mark("Decision {key}"),
    "approval": mark("The approval of decision {key}"),
    "report": mark("The entry of report {key} ({name})"),
    "account": mark("Account {key}"),
    "derived": mark("What “{key}” was derived from"),
    "views": mark("The views {name}, made anew at event {key}"),
}
"""By kind of part."""

KINDS = {
    "file": mark("files"),
    "document": mark("papers"),
    "source": mark("sources"),
    "tasks": mark("plan"),
    "criteria": mark("criteria"),
    "schedule": mark("schedule"),
    "awards": mark("awards"),
    "findings": mark("findings"),
    "decision": mark("decisions"),
    "approval": mark("approvals"),
    "report": mark("reports"),
    "account": mark("accounts"),
    "derived": mark("derivations"),
    "views": mark("views"),
}
"""What the parts of a kind are counted as."""

_NAMES = {
    "file": "SELECT file_name FROM files WHERE file_id = ?",
    "report": "SELECT file_name FROM reports WHERE report_id = ?",
    "views": "SELECT group_concat(value, ', ') FROM events, json_each(detail, '$.other') WHERE event_id = ?",
}


def written(db: Database, pinned: str) -> Iterator[Written]:
    """The parts that were written after the noted event, in the order of their names, and then the views."""
    event = log.event_of(db, pinned) if pinned else None
    if event is None:
        return
    views = db.execute("SELECT event_id FROM events WHERE what = 'views' AND event_id > ? ORDER BY 1", [event])
    for part in (*sorted(seals.logged(db, event)), *(f"views {key}" for (key,) in views)):
        yield Written(part.partition(" ")[0], named(db, part))


def named(db: Database, part: str) -> str:
    """The part in words, with what people know it by."""
    kind, _space, key = part.partition(" ")
    row = db.execute(_NAMES[kind], [key]).fetchone() if kind in _NAMES else None
    return _(PART_NAMES.get(kind, part)).format(key=key, name=row[0] if row else "?")

"""What happened to a paper, in order of time: it came, was read, has versions, was decided, is found fault with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipeline.labels import field_label, word
from pipeline.language import _, current
from pipeline.reasons import reason_in
from pipeline.web.finding_names import finding_name
from pipeline.web.wording import told

if TYPE_CHECKING:
    from sqlite_utils import Database

    from pipeline.web.reading import PaperPage, Row


class Entry(NamedTuple):
    """One thing that happened."""

    at: str
    who: str
    what: str
    about: str
    document_id: int | None = None
    """Another paper that it leads to."""


EVENTS = """
    SELECT at, who, what, subject, detail FROM events
    WHERE what IN ('receive', 'extract') AND subject IN (SELECT value FROM json_each(?)) ORDER BY event_id
"""
CHECKED = "SELECT at, who FROM events WHERE what = 'check' ORDER BY event_id DESC LIMIT 1"


def history(db: Database, paper: PaperPage, names: Mapping[str, str]) -> list[Entry]:
    """All of it, the oldest first; what one moment did stands in the order in which it is done."""
    entries = (
        *_events(db, paper.files),
        *_versions(paper.versions),
        *_decided(paper.decisions, names),
        *_found(db, paper),
    )
    return sorted(entries, key=lambda entry: entry.at)


def _events(db: Database, files: Sequence[Row]) -> Iterator[Entry]:
    subjects = {str(file["file_id"]): file for file in files} | {file["file_name"]: file for file in files}
    containers = {row[0] for row in db.execute("SELECT file_name FROM files WHERE state = 'container'")}
    for row in db.query(EVENTS, [json.dumps(list(subjects))]):
        detail, file = json.loads(row["detail"]), subjects[row["subject"]]
        if row["what"] == "receive":
            yield Entry(row["at"], row["who"], _("came in"), _arrival(file["file_name"], detail, containers))
        else:
            yield Entry(row["at"], row["who"], _("read"), _reading(file["file_name"], detail))


def _arrival(name: str, detail: Row, containers: set[str]) -> str:
    """The file's name, and what it lay in: `gửi.zip/báo cáo.docx` lay in `gửi.zip`."""
    folders = [name[:at] for at, letter in enumerate(name) if letter == "/"]
    within = next((folder for folder in reversed(folders) if folder in containers), None)
    inside = (
        _("{name}, which lay in {container}").format(name=name[len(within) + 1 :], container=within) if within else name
    )
    parts = [
        inside,
        str(detail.get("mail") or ""),
        _("the same as another file") if detail.get("state") == "duplicate" else "",
    ]
    return "; ".join(part for part in parts if part)


def _reading(name: str, detail: Row) -> str:
    refused = reason_in(current(), detail.get("reason") or "") or finding_name(detail.get("code") or "")
    version = _("reader {version}").format(version=detail["extractors"]) if detail.get("extractors") else ""
    return "; ".join(str(part) for part in (name, version, refused) if part)


def _versions(versions: Sequence[Row]) -> Iterator[Entry]:
    for one in versions:
        about = f"{one['number'] or one['document_id']} ({told('state', one['state'])})"
        yield Entry(one["first_received_at"], "", _("another paper for the same task came"), about, one["document_id"])


def _decided(decisions: Sequence[Row], names: Mapping[str, str]) -> Iterator[Entry]:
    withdrawn = {one["undoes"] for one in decisions}
    for one in decisions:
        field = one["field"]
        change = f"{field_label(field)}: {told(field, one['before'], names)} → {told(field, one['after'], names)}"
        about = f"{change} ({one['reason']})" if one["reason"] else change
        what = _("takes back {id}").format(id=one["undoes"]) if one["undoes"] else _("decided")
        waits = one["held"] and not one["approved_by"] and one["decision_id"] not in withdrawn
        held = _("waits for approval")
        yield Entry(one["at"], one["who"], f"{what} ({held})" if waits else what, about)
        if one["approved_by"]:
            yield Entry(one["approved_at"], one["approved_by"], _("approved"), change)


def _found(db: Database, paper: PaperPage) -> Iterator[Entry]:
    """What the last check that changed anything finds: findings are worked out anew each time and bear no day."""
    checked = db.execute(CHECKED).fetchone()
    for finding in paper.findings if checked else ():
        yield Entry(
            checked[0], checked[1], _("the last check finds"), f"{word(finding['severity'])}: {finding['message']}"
        )

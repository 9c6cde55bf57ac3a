"""The canonical dump: what the audit views tell, without times, ids and the log, and with copies of a file as sets."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path

Dump = dict[str, list[str]]

TIMES = {"first_received_at", "received_at", "at", "scans"}
IDS = {"finding_id", "report_id", "decision_id", "inputs_sha256"}
DOCUMENTS = {"document_id", "superseded_by"}


def canonical(root: Path) -> Dump:
    """Every view's rows as sorted JSON; two stores that tell the same have the same dump."""
    with closing(sqlite3.connect(f"file:{root / 'thidua.db'}?mode=ro", uri=True)) as db:
        db.row_factory = sqlite3.Row
        return _Canon(db).dump()


class _Canon:
    """A store's rows with each id replaced by what it stands for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        files = self._rows("audit_files")
        self._containers = {row["file_name"]: row["sha256"] for row in files if row["state"] == "container"}
        copies = {row["file_name"]: row["sha256"] for row in files if row["state"] == "duplicate"}
        self._bytes = {row["file_id"]: row["sha256"] or row["file_name"] for row in files}
        self._names = defaultdict(set)
        for row in files:
            self._names[row["sha256"]].add(self._within(row["file_name"]))
        self._copies = set(copies)
        self._name_of = {row["file_name"]: min(self._names[row["sha256"]]) for row in files}
        of_document = defaultdict(set)
        for row in files:
            of_document[row["document_id"]].add(row["sha256"])
        self._document = {key: "+".join(sorted(shas)) for key, shas in of_document.items() if key is not None}

    def dump(self) -> Dump:
        views = {name: [json.dumps(self._told(row), sort_keys=True, ensure_ascii=False) for row in self._rows(name)]
                 for name in ("audit_documents", "audit_facts", "audit_scores", "audit_schedule", "audit_awards",
                              "audit_findings", "audit_decisions")}  # fmt: skip
        views["audit_files"] = self._files()
        views["audit_reports"] = self._reports()
        return {name: sorted(rows) for name, rows in views.items()}

    def _rows(self, view: str) -> list[dict[str, object]]:
        return [dict(row) for row in self._db.execute(f"SELECT * FROM {view}")]

    def _within(self, name: str) -> str:
        """A name inside a container, under the container's bytes: copies of it hold the same."""
        for outer in sorted(self._containers, key=len, reverse=True):
            if name.startswith(f"{outer}/"):
                return f"{self._containers[outer]}/{name[len(outer) + 1 :]}"
        return name

    def _files(self) -> list[str]:
        """One entry for all files of the same bytes: their names, and what became of them."""
        found = defaultdict(lambda: {"names": set(), "states": [], "told": set()})
        for row in self._rows("audit_files"):
            entry = found[row["sha256"] or row["file_name"]]
            entry["names"].add(self._within(row["file_name"]))
            entry["states"].append(row["state"])
            if row["state"] != "duplicate":
                document = self._document.get(row["document_id"])
                entry["told"].add((row["bytes"], row["media_type"], row["reason"], document))
        return [json.dumps([key, *(sorted(map(str, values)) for values in entry.values())], ensure_ascii=False)
                for key, entry in found.items()]  # fmt: skip

    def _reports(self) -> list[str]:
        """Each paper as it was written last."""
        last = {row["file_name"]: (row["kind"], row["sha256"]) for row in self._rows("audit_reports")}
        return [json.dumps([name, *told]) for name, told in last.items()]

    def _told(self, row: dict[str, object]) -> dict[str, object]:
        return {key: self._value(key, value) for key, value in row.items() if key not in TIMES | IDS}

    def _value(self, key: str, value: object) -> object:
        if value is None:
            return None
        if key in DOCUMENTS:
            return self._document[value]
        if key == "file_id":
            return self._bytes[value]
        if key == "documents":
            return {stage: self._document[one] for stage, one in json.loads(str(value)).items()}
        if key == "evidence":
            return {name: self._evidence(name, one) for name, one in json.loads(str(value)).items()}
        return self._renamed(value) if key == "message" else value

    def _evidence(self, name: str, value: object) -> object:
        if name == "documents" and isinstance(value, list):
            return sorted(self._document[one] for one in value)
        return None if name in TIMES else self._renamed(value)

    def _renamed(self, value: object) -> object:
        """The text with the names of copies as one."""
        if isinstance(value, str):
            for name in sorted(self._copies | self._originals(), key=len, reverse=True):
                value = value.replace(name, self._name_of[name])
        return value

    def _originals(self) -> set[str]:
        """Names of files of which there are copies."""
        return {name for name, shown in self._name_of.items() if name != shown}


def differences(first: Dump, second: Dump) -> list[str]:
    """What only one of the two tells."""
    return [
        f"{sign} {view}: {row}"
        for view in first
        for sign, rows in (("-", set(first[view]) - set(second[view])), ("+", set(second[view]) - set(first[view])))
        for row in sorted(rows)
    ] + [f"{view}: {len(first[view])} rows, then {len(second[view])}" for view in first
         if len(first[view]) != len(second[view])]  # fmt: skip

"""The store's copies of the plan and the criteria, kept while their files stay as they were."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

PLAN, CRITERIA = "plan", "criteria"


@dataclass(frozen=True, slots=True)
class Seen:
    """A source file as it lies in the workspace now, and with what it would be read."""

    file_name: str
    bytes: int
    modified_ns: int
    tried: str


def see(path: Path, file_name: str, tried: str) -> Seen:
    """What the file system says of the file."""
    stat = path.stat()
    return Seen(file_name, stat.st_size, stat.st_mtime_ns, tried)


def kept(db: Database, role: str, seen: Seen) -> str | None:
    """The JSON read from the very same file with the very same readers; None if it must be read."""
    query = """
        SELECT data FROM sources
        WHERE role = ? AND file_name = ? AND bytes = ? AND modified_ns = ? AND tried = ?
    """
    row = db.execute(query, [role, seen.file_name, seen.bytes, seen.modified_ns, seen.tried]).fetchone()
    return str(row[0]) if row else None


def latest(db: Database, role: str) -> str | None:
    """The JSON read last for the role; None if nothing was."""
    row = db.execute("SELECT data FROM sources WHERE role = ?", [role]).fetchone()
    return str(row[0]) if row else None


def put(db: Database, role: str, seen: Seen, sha256: str, data: str) -> None:
    """Keeps what was read from the file."""
    row = {
        "role": role,
        "file_name": seen.file_name,
        "sha256": sha256,
        "bytes": seen.bytes,
        "modified_ns": seen.modified_ns,
        "tried": seen.tried,
        "data": data,
    }
    db.table("sources").insert(row, pk="role", replace=True)

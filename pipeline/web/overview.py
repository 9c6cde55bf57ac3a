"""What the first page tells: what waits, who is late, and when the block was last run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sqlite_utils import Database

LATE = """
    SELECT unit_id, sum(state = 'late') AS late, sum(state = 'missing') AS missing FROM schedule
    WHERE unit_id > '' AND state IN ('late', 'missing') GROUP BY unit_id ORDER BY missing DESC, late DESC, unit_id
"""
COUNTS = {
    "papers": "SELECT count(*) FROM documents",
    "asked": "SELECT count(*) FROM review_queue",
    "held": "SELECT count(*) FROM held_decisions",
    "findings": "SELECT count(*) FROM audit_findings WHERE severity <> 'info' AND answer IS NULL",
    "unread": "SELECT count(*) FROM files WHERE state IN ('received', 'quarantined')",
}


class Overview(NamedTuple):
    """The block at a glance."""

    counts: dict[str, int]
    late: list[dict[str, Any]]
    """Units with late or missing papers, and how many."""
    last_run: str | None


def overview(db: Database) -> Overview:
    """How the block stands in the store now."""
    counts = {name: int(db.execute(query).fetchone()[0]) for name, query in COUNTS.items()}
    last = db.execute("SELECT max(at) FROM events WHERE what IN ('check', 'extract', 'report')").fetchone()[0]
    return Overview(counts, list(db.query(LATE)), last)

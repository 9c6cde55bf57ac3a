"""How fast the pages answer with 5,000 documents in the store.

The store is the sample block's, its rows multiplied under new numbers. Run it as `python -m bench.web`;
each page is asked for several times, the first one apart, since Datasette and SQLite warm up.
"""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

import httpx
from click.testing import CliRunner

from pipeline.commands.group import thidua
from pipeline.edges import store_search
from pipeline.edges.store_accounts import Account, account, put
from pipeline.edges.workspace import opened
from pipeline.web.application import application
from pipeline.web.guard import COOKIE
from pipeline.web.sessions import Sessions

DOCUMENTS = 5_000
ROUNDS = 15
BUDGET = 0.200
"""Seconds in which a page's HTML answers."""
TABLES = {
    "files": "file_id",
    "extractions": "file_id",
    "documents": "document_id",
    "document_files": "file_id document_id",
    "facts": "document_id file_id",
    "scores": "document_id file_id",
}
"""Tables to multiply, and their columns that get new numbers."""


def multiplied(path: Path, documents: int) -> int:
    """Copies the rows under new numbers until there are so many documents; how many there are."""
    with sqlite3.connect(path) as db:
        step = db.execute("SELECT max(file_id) FROM files").fetchone()[0]
        own = db.execute("SELECT count(*) FROM documents").fetchone()[0]
        for turn in range(1, -(-documents // own)):
            for table, keys in TABLES.items():
                _copy(db, table, keys.split(), turn * step, step)
        findings = "INSERT INTO findings SELECT NULL, fingerprint || '/' || ?, code, severity, document_id, unit_id,"
        for turn in range(1, -(-documents // own)):
            db.execute(f"{findings} task_key, message, evidence FROM findings WHERE finding_id <= 40", [turn])
        return int(db.execute("SELECT count(*) FROM documents").fetchone()[0])


def _copy(db: sqlite3.Connection, table: str, keys: list[str], shift: int, step: int) -> None:
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    taken = [_taken(column, keys, shift) for column in columns]
    source = f"SELECT {', '.join(taken)} FROM {table} WHERE {keys[0]} <= {step}"  # noqa: S608 -- our own names
    db.execute(f"INSERT INTO {table} ({', '.join(columns)}) {source}")


def _taken(column: str, keys: list[str], shift: int) -> str:
    if column in keys:
        return f"{column} + {shift}"
    return f"{column} || '/{shift}'" if column == "file_name" else column


PAGES = (
    "/",
    "/review",
    "/review?page=2",
    "/login",
    "/review/item?document=20&field=total_self_score",
    "/review/item?document=15&field=total_self_score",
    "/review/item?document=20&field=total_self_score&sheet=1",
    "/document/20",
    "/document/4015",
    "/search?q=de+nghi",
    "/search?q=bi%E1%BB%83u+d%C6%B0%C6%A1ng",
    "/findings",
    "/charts",
    "/thidua",
    "/thidua/audit_documents",
    "/thidua/audit_facts",
    "/thidua/audit_scores?unit_id=sxd",
    "/thidua/audit_schedule",
    "/thidua/audit_findings",
    "/thidua/audit_decisions",
    "/thidua/audit_files",
    "/thidua/audit_events",
    "/file/20?page=1",
    "/thidua/where_from?field=total_self_score&unit=sxd",
    "/thidua/where_from?value=95,5",
    "/thidua/where_from_scores?code=I.1",
    "/thidua/scores_by_unit?papers=all",
    "/thidua/never_counted",
    "/thidua/what_changed",
    "/thidua/versions?document=14",
    "/thidua/who_was_late",
    "/file/20/page/1.png",
)


async def measured(root: Path) -> dict[str, tuple[float, float, int]]:
    """Seconds of the first answer and the median of the others, and the bytes, of each page."""
    sessions = Sessions()
    app, desk = application(root, "127.0.0.1", sessions, lambda: None)
    lan = account(root, "lan")
    assert lan is not None
    cookies = {COOKIE: sessions.begin(lan)}
    found = {}
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", cookies=cookies) as client:
        for page in PAGES:
            times, size = [], 0
            for _ in range(ROUNDS + 1):
                begin = time.perf_counter()
                answer = await client.get(page)
                times.append(time.perf_counter() - begin)
                assert answer.status_code == 200, (page, answer.status_code)
                size = len(answer.content)
            found[page] = times[0], statistics.median(times[1:]), size
    desk.artist.close()
    return found


def main() -> None:
    """Prints one line a page."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "block"
        CliRunner().invoke(thidua, ["demo", str(root)], catch_exceptions=False)
        documents = multiplied(root / "thidua.db", DOCUMENTS)
        with opened(root) as workspace:
            put(workspace, Account("lan", "reviewer"), secrets.token_urlsafe())
            begin = time.perf_counter()
            read = store_search.refresh(workspace.db)
            sys.stdout.write(f"{documents} documents; {read} files indexed in {time.perf_counter() - begin:.1f} s\n")
        for page, (first, median, size) in asyncio.run(measured(root)).items():
            over = "  OVER" if median > BUDGET else ""
            sys.stdout.write(
                f"{first * 1000:7.0f} ms first {median * 1000:7.0f} ms {size / 1024:7.0f} KB  {page}{over}\n"
            )


if __name__ == "__main__":
    main()

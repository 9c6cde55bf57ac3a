"""Damage planted in a finished workspace: in its archive, its papers, its store, its log."""

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

STORE = "thidua.db"
VIEWS = (
    "audit_files", "audit_documents", "audit_facts", "audit_scores", "audit_schedule", "audit_findings",
    "audit_decisions", "audit_events", "audit_reports", "audit_awards",
)  # fmt: skip
TABLES = (
    "files", "extractions", "sources", "tasks", "criteria", "documents", "document_files", "facts", "scores",
    "schedule", "awards", "findings", "decisions", "approvals", "events", "reports", "accounts",
    "passages", "searched", "derived",
)  # fmt: skip
SHOWN = (
    *(f"SELECT * FROM {view}" for view in VIEWS),
    "SELECT * FROM derived",
    "SELECT file_id, page, where_, heading, text FROM passages",
    "SELECT rowid FROM passages_fts WHERE passages_fts MATCH 'bao OR thi OR so OR nam' ORDER BY rowid",
)
"""What views, search and reports go by."""


def shown(root: Path) -> str:
    """All that the views and the search show, as a plain SQLite reader sees it; what it stumbles over counts too."""
    try:
        with closing(sqlite3.connect(f"{(root / STORE).as_uri()}?mode=ro", uri=True)) as db:
            return json.dumps([db.execute(query).fetchall() for query in SHOWN], default=repr)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return f"unreadable: {error}"


def copied(root: Path, target: Path) -> Path:
    """A fresh copy of the workspace in place of the last."""
    shutil.rmtree(target, ignore_errors=True)
    return shutil.copytree(root, target)


def flip(path: Path, dice: random.Random) -> None:
    """One byte of the file is another."""
    data = bytearray(path.read_bytes())
    spot = dice.randrange(len(data))
    data[spot] ^= dice.randrange(1, 256)
    path.chmod(0o644)
    path.write_bytes(data)


def flip_said(root: Path, dice: random.Random) -> None:
    """One letter of something that the store says is another, in the bytes of its file."""
    path = root / STORE
    with closing(sqlite3.connect(path)) as db:
        table = dice.choice([name for name in TABLES if db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]])
        row = db.execute(f"SELECT * FROM {table} ORDER BY random() LIMIT 1").fetchone()
    texts = [value.encode() for value in row if isinstance(value, str) and len(value.encode()) > 3]
    data = bytearray(path.read_bytes())
    text = dice.choice(texts or [b"SQLite"])[:200]
    spots = [i for i in range(len(data) - len(text)) if data[i] == text[0] and data[i : i + len(text)] == text]
    spot = dice.choice(spots or [100]) + dice.randrange(len(text))
    data[spot] = dice.choice([b for b in b"0123456789abcxyz" if b != data[spot]])
    path.write_bytes(data)


def open_wide(root: Path) -> sqlite3.Connection:
    """The store as somebody opens it who has taken its guards away."""
    db = sqlite3.connect(root / STORE, isolation_level=None)
    for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {trigger}")
    return db


def change_value(root: Path, dice: random.Random) -> None:
    """One value of one row is another, by plain SQL; the guards stand again as they were."""
    with closing(sqlite3.connect(root / STORE, isolation_level=None)) as db:
        guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in guards:
            db.execute(f"DROP TRIGGER {name}")
        table = dice.choice([name for name in TABLES if db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]])
        columns = [(row[1], row[2]) for row in db.execute(f"PRAGMA table_info({table})")]
        column, kind = dice.choice(columns)
        rowid = dice.choice(db.execute(f"SELECT rowid FROM {table}").fetchall())[0]
        other = {"INTEGER": dice.randrange(10**6), "REAL": dice.random() * 100}.get(kind, f"khác {dice.random()}")
        dice.choice((_update, _update, _update, _delete))(db, table, column, rowid, other)
        for _name, sql in guards:
            db.execute(sql)


def _update(db: sqlite3.Connection, table: str, column: str, rowid: int, other: object) -> None:
    try:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", [other, rowid])
    except sqlite3.IntegrityError:
        db.execute(f"DELETE FROM {table} WHERE rowid = ?", [rowid])


def _delete(db: sqlite3.Connection, table: str, _column: str, rowid: int, _other: object) -> None:
    db.execute(f"DELETE FROM {table} WHERE rowid = ?", [rowid])


def flip_store(root: Path, dice: random.Random) -> None:
    """One byte of the store's file is another."""
    flip(root / STORE, dice)


def flip_archived(root: Path, dice: random.Random) -> None:
    """One byte of an archived file is another."""
    flip(dice.choice(sorted(path for path in (root / "archive").rglob("*") if path.is_file())), dice)


def flip_report(root: Path, dice: random.Random) -> None:
    """One byte of a finished paper is another."""
    flip(dice.choice(sorted((root / "reports").iterdir())), dice)


DAMAGES: tuple[Callable[[Path, random.Random], None], ...] = (
    flip_store, flip_said, flip_said, change_value, change_value, flip_archived, flip_report,
)  # fmt: skip


def files(root: Path) -> dict[str, bytes]:
    """Every archived file and paper."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for folder in ("archive", "reports")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }

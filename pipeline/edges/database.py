"""thidua.db: opened with its guarantees on, made or brought up to date."""

from __future__ import annotations

import hashlib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import StoreTooNew
from pipeline.language import _

if TYPE_CHECKING:
    from sqlite_utils import Database

FILE_NAME = "thidua.db"
SCHEMA_VERSION = 1


def open_store(path: Path) -> Database:
    """The store at the path, made if it is not there. StoreTooNew if a newer program wrote it."""
    from sqlite_utils import Database

    db = Database(path)
    _guarantees(db)
    version = _version(db)
    if version > SCHEMA_VERSION:
        db.close()
        raise StoreTooNew(_("{file} was written by a newer version. Update thidua.").format(file=path))
    if version == 0:
        _create(db)
    _refresh_views(db)
    return db


def _guarantees(db: Database) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 10000"):
        db.execute(f"PRAGMA {pragma}")


def _version(db: Database) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _create(db: Database) -> None:
    with db.atomic():
        for statement in statements(_text("schema.sql")):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _refresh_views(db: Database) -> None:
    """Makes the views anew when their text changed: their hash is the store's application id."""
    text = _text("views.sql")
    mark = int(hashlib.sha256(text.encode()).hexdigest()[:7], 16)
    if db.execute("PRAGMA application_id").fetchone()[0] == mark:
        return
    with db.atomic():
        for statement in statements(text):
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {mark}")


def statements(script: str) -> list[str]:
    """The script's statements: a trigger's own semicolons do not end it."""
    import sqlite3

    found, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            found.append(current)
            current = ""
    return found


def _text(name: str) -> str:
    return resources.files("pipeline").joinpath(name).read_text(encoding="utf-8")

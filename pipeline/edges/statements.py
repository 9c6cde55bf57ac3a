"""A script of SQL, taken apart."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def execute(db: Database, script: str) -> None:
    """Runs the script's statements, in the caller's transaction."""
    for statement in statements(script):
        db.execute(statement)


def statements(script: str) -> list[str]:
    """The script's statements: a trigger's own semicolons do not end it."""
    found, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            found.append(current)
            current = ""
    return found

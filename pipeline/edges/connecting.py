"""SQLite through sqlite-utils, without what that takes along and is of no use here."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from sqlite3 import Connection

    from sqlite_utils import Database

UNWANTED = ("numpy", "pandas")
"""Imported where they are installed, for numbers of theirs, of which nothing is stored: longer than all the rest."""


def connected(store: Path | Connection) -> Database:
    """The database in the file, or behind the connection; plugins that others installed are not even looked for."""
    _import_alone()
    from sqlite_utils import Database

    return Database(store, execute_plugins=False)


def _import_alone() -> None:
    """Imports sqlite-utils as if the unwanted were not installed."""
    if "sqlite_utils" in sys.modules:
        return
    absent = [name for name in UNWANTED if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        import sqlite_utils  # noqa: F401
    finally:
        for name in absent:
            del sys.modules[name]

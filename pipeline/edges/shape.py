"""What the store is made of: tables, views, triggers, as it is and as this program makes it."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from pipeline.edges.database import statements

if TYPE_CHECKING:
    from sqlite_utils import Database

SCRIPTS = ("schema.sql", "views.sql")

Shape = dict[str, str]
"""By name: a table's columns, the text of a view, a trigger or an index."""


def shape(db: Database) -> Shape:
    """What this store is made of."""
    parts = db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return {name: _columns(db, name) if kind == "table" else sql for kind, name, sql in parts}


def wanted() -> Shape:
    """What a store is made of that this program makes."""
    from sqlite_utils import Database

    db = Database(memory=True)
    try:
        for name in SCRIPTS:
            for statement in statements(resources.files("pipeline").joinpath(name).read_text(encoding="utf-8")):
                db.execute(statement)
        return shape(db)
    finally:
        db.close()


def _columns(db: Database, table: str) -> str:
    query = "SELECT name, type, [notnull], pk FROM pragma_table_xinfo(?) ORDER BY cid"
    return repr(db.execute(query, [table]).fetchall())

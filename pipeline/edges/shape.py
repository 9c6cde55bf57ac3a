"""What the store is made of: tables, views, triggers, as it is and as this program makes it."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING

from pipeline.edges.connecting import connected
from pipeline.edges.statements import statements

if TYPE_CHECKING:
    from sqlite_utils import Database

SCRIPTS = ("schema.sql", "views.sql")

Shape = dict[str, str]
"""By name: the SQL of a table, a view, a trigger or an index, without its comments and its layout."""

_TOKEN = re.compile(
    r"""
    (?P<string> '(?:[^']|'')*' | "(?:[^"]|"")*" )   # 'on_time'
    | -- [^\n]*                                     # -- relative to the inbox
    | /\* .*? \*/                                   # /* a comment of more lines */
    | (?P<word> \w+ )                               # NOT, NULL, file_id
    | (?P<sign> [^\w\s] )                           # ( , ) =
    """,
    re.VERBOSE | re.DOTALL,
)


def shape(db: Database) -> Shape:
    """What this store is made of; ANALYZE's tables are SQLite's own and say nothing but how to search fast."""
    query = (
        "SELECT name, coalesce(sql, '') FROM sqlite_master WHERE type <> 'table' OR name NOT GLOB 'sqlite_stat[1-4]'"
    )
    parts = db.execute(query).fetchall()
    return {name: normal(sql) for name, sql in parts}


def wanted() -> Shape:
    """What a store is made of that this program makes."""
    import sqlite3

    db = connected(sqlite3.connect(":memory:"))
    try:
        for name in SCRIPTS:
            for statement in statements(resources.files("pipeline").joinpath(name).read_text(encoding="utf-8")):
                db.execute(statement)
        return shape(db)
    finally:
        db.close()


def normal(sql: str) -> str:
    """The statement with one space between its tokens and without comments: ALTER TABLE leaves no other layout."""
    return " ".join(token[0] for token in _TOKEN.finditer(sql) if token.lastgroup)

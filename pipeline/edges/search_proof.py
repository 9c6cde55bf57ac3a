"""Whether the search shows what was read: its passages follow from what the files say, its index from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.edges import store_search

if TYPE_CHECKING:
    from sqlite_utils import Database

SHOWN = "SELECT page, where_, heading, text, folded FROM passages WHERE file_id = ? ORDER BY passage_id"
FILES = """
    SELECT file_id, file_name FROM files
    WHERE file_id IN (SELECT file_id FROM passages UNION SELECT file_id FROM searched) ORDER BY file_id
"""


def untrue(db: Database) -> Iterator[str]:
    """The names of the files of which the search shows something else than was read."""
    for file_id, name in db.execute(FILES).fetchall():
        if db.execute(SHOWN, [file_id]).fetchall() != store_search.rows_of(store_search.said(db, file_id)):
            yield name


def is_index_whole(db: Database) -> bool:
    """Whether the index has the words of the passages and no others."""
    try:
        db.execute("INSERT INTO passages_fts (passages_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
            return False
        raise
    finally:
        db.conn.rollback()
    return True

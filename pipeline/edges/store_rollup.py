"""What one block's store adds to the province's figures; nothing is ever written beside the store."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from pipeline.edges.database import SCHEMA
from pipeline.edges.read_only import at_one_moment, copied
from pipeline.errors import NoStore, StoreTooNew
from pipeline.language import _

STAGES = ("registered", "proposed", "granted")

_CHECKED = "SELECT count(*) FROM derived WHERE stage = 'check'"
_BLOCK = """
    SELECT coalesce((SELECT subject FROM audit_events WHERE what = 'check' ORDER BY event_id DESC LIMIT 1), ''),
           (SELECT count(*) FROM audit_documents),
           (SELECT count(*) FROM audit_documents WHERE state = 'needs_review'),
           (SELECT count(*) FROM audit_schedule WHERE state = 'on_time'),
           (SELECT count(*) FROM audit_schedule WHERE state = 'late'),
           (SELECT count(*) FROM audit_schedule WHERE state = 'missing'),
           (SELECT count(*) FROM audit_findings WHERE severity = 'error'),
           (SELECT count(*) FROM audit_findings WHERE severity = 'warning')
"""
_AWARDS = "SELECT award, who, sum(registered), sum(proposed), sum(granted) FROM audit_awards GROUP BY award, who"


class BlockRow(NamedTuple):
    """How one block stands."""

    name: str
    as_of: str
    """The day for which its check last changed anything."""
    documents: int
    needs_review: int
    on_time: int
    late: int
    missing: int
    errors: int
    warnings: int


def counted(name: str, store: Path) -> tuple[BlockRow, Counter[tuple[str, str, str]]]:
    """The block's row, and its awards by award, who and stage; a stage that no paper is sure of counts nothing.

    NoStore, StoreTooNew, OSError or sqlite3.Error say why it cannot be counted.
    """
    if not store.is_file():
        raise NoStore(_("{file} is not there: run the workspace first.").format(file=store))
    return at_one_moment(store, lambda: _counted(name, store))


def _counted(name: str, store: Path) -> tuple[BlockRow, Counter[tuple[str, str, str]]]:
    with _at_rest(store) as uri, closing(sqlite3.connect(uri, uri=True)) as db:
        _want_this_version(db, store)
        if not db.execute(_CHECKED).fetchone()[0]:
            raise NoStore(_("{file} was not checked yet: run the workspace first.").format(file=store))
        awards = {
            (award, who, stage): many or 0
            for award, who, *counts in db.execute(_AWARDS)
            for stage, many in zip(STAGES, counts, strict=True)
        }
        return BlockRow(name, *db.execute(_BLOCK).fetchone()), Counter(awards)


def _want_this_version(db: sqlite3.Connection, store: Path) -> None:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA.version:
        raise StoreTooNew(_("{file} was written by a newer version. Update thidua.").format(file=store))
    if version < SCHEMA.version:
        raise NoStore(_("{file} is no store of this version: run the workspace first.").format(file=store))


@contextmanager
def _at_rest(store: Path) -> Iterator[str]:
    """Where to read the store so that SQLite makes no file beside it: there, or with what its log holds in a copy."""
    log = store.with_name(f"{store.name}-wal")
    if not log.is_file() or not log.stat().st_size:
        yield f"{store.resolve().as_uri()}?mode=ro&immutable=1"
        return
    with tempfile.TemporaryDirectory() as folder:
        yield copied(store, Path(folder) / store.name).as_uri()

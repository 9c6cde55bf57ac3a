"""thidua.db: opened with its guarantees on, made or brought up to date."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.edges import log, mounts, seals
from pipeline.edges.connecting import connected
from pipeline.edges.here import now, user
from pipeline.edges.statements import execute
from pipeline.edges.whole import whole
from pipeline.errors import AlteredStore, NoStore, StoreTooNew
from pipeline.language import _

if TYPE_CHECKING:
    from sqlite_utils import Database

FILE_NAME = "thidua.db"


@dataclass(frozen=True, slots=True)
class Schema:
    """The store as this program wants it."""

    version: int
    migrations: Mapping[int, str]
    """What brings a store of the version before to this one: SQL, by the version that it makes."""


PERSONS = """
ALTER TABLE accounts ADD COLUMN person TEXT NOT NULL DEFAULT '';
UPDATE accounts SET person = name;
"""
SEALED_ALONE = ""
UNDONE_TWICE_AND_SEARCHED_ANEW = """
DROP INDEX decisions_undoes;
CREATE INDEX decisions_undoes ON decisions (undoes);
INSERT INTO passages_fts (passages_fts) VALUES ('delete-all');
DELETE FROM passages;
DROP TABLE searched;
CREATE TABLE searched (
    file_id INTEGER PRIMARY KEY REFERENCES files
) STRICT;
"""
SCHEMA = Schema(4, {2: PERSONS, 3: SEALED_ALONE, 4: UNDONE_TWICE_AND_SEARCHED_ANEW})
"""A change to schema.sql is also a migration here, under the next version; so is a new kind of part to be sealed."""


UNSEALED = {2: ("account",), 3: ("derived",)}
"""What a store older than the version seals otherwise, or not at all."""


def open_store(path: Path, schema: Schema = SCHEMA) -> Database:
    """The store at the path, made if it is not there; StoreTooNew, or NoStore for a file that is none."""
    import sqlite3

    _want_local(path)
    db = connected(path)
    try:
        _make_ready(db, path, schema)
    except sqlite3.DatabaseError as error:
        db.close()
        if error.sqlite_errorname in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
            text = _("{file} is no store, or is damaged. Put it aside, and a copy of yours in its place.")
            raise NoStore(text.format(file=path)) from None
        raise
    except BaseException:
        db.close()
        raise
    return db


def as_it_is(path: Path, named: Path) -> Database:
    """The store as it lies there, only to be read: nothing is made, brought up to date or mended.

    Errors name it as people know it, also where this is a copy. AlteredStore where it says that it is none of this
    program's; else as `open_store`.
    """
    import sqlite3

    db = connected(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True))
    try:
        db.execute("PRAGMA busy_timeout = 10000")
        db.execute("PRAGMA query_only = ON")
        _want_readable(db, named, SCHEMA)
        if _version(db) == 0:
            raise altered(named, "user_version = 0")
    except BaseException:
        db.close()
        raise
    return db


def want_this_version(path: Path, named: Path) -> None:
    """NoStore for a store that an older program wrote; AlteredStore where it only pretends to be one."""
    with closing(as_it_is(path, named)) as db:
        version = _version(db)
        if version < SCHEMA.version:
            _want_untouched(db, named, version)
            text = _("{file} was written by an older version. Run `thidua status` once, which brings it up to date.")
            raise NoStore(text.format(file=named))


def _make_ready(db: Database, path: Path, schema: Schema) -> None:
    db.execute("PRAGMA busy_timeout = 10000")
    version = _want_readable(db, path, schema)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        db.execute(f"PRAGMA {pragma}")
    if version == 0:
        _create(db, schema)
    elif version < schema.version:
        _migrate(db, path, version, schema)
    _refresh_views(db)


def _want_readable(db: Database, path: Path, schema: Schema) -> int:
    """The store's version; AlteredStore for one that no program writes, StoreTooNew where a newer one may have."""
    version = _version(db)
    if version < 0:
        raise altered(path, f"user_version = {version}")
    if version > schema.version:
        text = _("{file} is of version {version}; this thidua knows {known}. Update thidua, or put in a copy of yours.")
        raise StoreTooNew(text.format(file=path, version=version, known=schema.version))
    return version


def altered(path: Path, what: str) -> AlteredStore:
    """What to say of a store that holds what no program of ours wrote, or lacks what it did."""
    text = _("{file} was changed by another program ({what}). Put a copy of yours in its place.")
    return AlteredStore(text.format(file=path, what=what))


def _want_local(path: Path) -> None:
    """Refuses a store on a network share: locks and shared memory do not hold there, and two writers would spoil it."""
    kind = mounts.share(path.parent)
    if kind is not None:
        text = _(
            "{file} would lie on a network share ({kind}), where a store can be damaged. "
            "Move the workspace to a disk of this machine; its inbox may be a link to the share."
        )
        raise NoStore(text.format(file=path, kind=kind))


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """One transaction that holds the write lock from its start: whoever else writes waits. Whole, or not at all."""
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        db.conn.rollback()
        raise


def _version(db: Database) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _create(db: Database, schema: Schema) -> None:
    with writing(db):
        if _version(db):
            return  # another process was quicker
        execute(db, _text("schema.sql"))
        db.execute(f"PRAGMA user_version = {schema.version}")


def _migrate(db: Database, path: Path, version: int, schema: Schema) -> None:
    """Brings an older store up to date, all steps or none; beside it lies a copy of what it was.

    AlteredStore where it was changed by another hand before: to seal it anew would hide that.
    """
    _want_untouched(db, path, version)
    backup = path.with_name(f"{path.stem}-v{version}-backup{path.suffix}")
    _back_up(db, backup)
    with writing(db):
        views = db.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
        for (name,) in views:
            db.execute(f"DROP VIEW [{name}]")  # they are made anew, and no change of a table meets an old one
        db.execute("PRAGMA application_id = 0")
        for step in range(_version(db) + 1, schema.version + 1):
            execute(db, schema.migrations[step])
            db.execute(f"PRAGMA user_version = {step}")
        told = {"from": version, "to": schema.version, "backup": backup.name}
        sealed = seals.changed(db, tuple(seals.PARTS))
        log.append(db, log.Event(now(), user(), "migrate", path.name, {**told, seals.SEALED: sealed}))


def _want_untouched(db: Database, path: Path, version: int) -> None:
    """Refuses a store that is no older one but was set back, or whose parts are not as its log has them."""
    known = {kind for step, kinds in UNSEALED.items() if version < step for kind in kinds}
    kept = [kind for kind in seals.PARTS if kind not in known]
    touched = sorted(seals.changed(db, kept)) if seals.logged(db) else []
    if touched or version < _newest(db):
        raise altered(path, ", ".join(touched[:3]) or f"user_version = {version}")


def _newest(db: Database) -> int:
    """The newest version that the log or a table tells of.

    Stages are logged as derived from the third on; from the fourth on `searched` has no `tried`.
    """
    query = """
        SELECT max(CASE what WHEN 'migrate' THEN json_extract(detail, '$.to') ELSE 3 END)
        FROM events WHERE what IN ('migrate', 'derive')
    """
    columns = {row[0] for row in db.execute("SELECT name FROM pragma_table_info('searched')")}
    return max(int(db.execute(query).fetchone()[0] or 0), 4 if columns and "tried" not in columns else 0)


def _back_up(db: Database, target: Path) -> None:
    """Writes the store into one file, which is whole before it bears its name."""
    with whole(target) as draft:
        db.execute("VACUUM INTO ?", [str(draft)])


def _refresh_views(db: Database) -> None:
    """Makes the views anew when their text changed: their hash is the store's application id.

    The log tells which views a store that was in use had otherwise: another version's, or another hand's.
    """
    text = _text("views.sql")
    mark = int(hashlib.sha256(text.encode()).hexdigest()[:7], 16)
    found = db.execute("PRAGMA application_id").fetchone()[0]
    if found == mark:
        return
    with writing(db):
        before = _views(db)
        execute(db, text)
        db.execute(f"PRAGMA application_id = {mark}")
        other = sorted(name for name, sql in _views(db).items() if before.get(name) != sql)
        if before and other:
            log.append(db, log.Event(now(), user(), "views", FILE_NAME, {"from": found, "to": mark, "other": other}))


def _views(db: Database) -> dict[str, str]:
    return dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall())


def _text(name: str) -> str:
    return resources.files("pipeline").joinpath(name).read_text(encoding="utf-8")

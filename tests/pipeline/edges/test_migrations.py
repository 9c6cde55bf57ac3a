"""A store of a former version is brought up to date whole, or left as it was."""

import re
import sqlite3
from contextlib import closing
from importlib import resources

import pytest

from pipeline.edges import log, seals, shape
from pipeline.edges.database import SCHEMA, Schema, open_store, writing
from pipeline.errors import NoStore
from tests.pipeline.edges.former import BEFORE_THE_FOURTH

NOW = SCHEMA.version
BACKUP = f"thidua-v{NOW}-backup.db"
SECOND = Schema(
    NOW + 2, {NOW + 1: "ALTER TABLE files ADD COLUMN note TEXT;\n", NOW + 2: "UPDATE files SET note = 'cũ';\n"}
)


@pytest.fixture
def older(tmp_path):
    """A store of the version that is now, with a file in it."""
    path = tmp_path / "thidua.db"
    db = open_store(path)
    with writing(db):
        row = {"file_name": "a", "sha256": "b", "bytes": 1, "received_at": "", "modified_ns": 1, "state": "received"}
        db.table("files").insert(row)
    db.close()
    return path


def test_an_older_store_is_migrated_step_by_step_and_a_copy_of_it_kept(older):
    db = open_store(older, SECOND)
    assert db.execute("SELECT note FROM files").fetchall() == [("cũ",)]
    assert db.execute("SELECT file_name FROM audit_files").fetchall() == [("a",)]
    assert db.execute("PRAGMA user_version").fetchone() == (NOW + 2,)
    assert (log.broken_at(db), list(seals.broken(db))) == (None, [])
    db.close()
    backup = open_store(older.with_name(BACKUP))
    assert [column.name for column in backup.table("files").columns][-1] == "tried"
    assert backup.execute("SELECT count(*) FROM files").fetchone() == (1,)
    backup.close()
    open_store(older, SECOND).close()


def test_a_migration_that_fails_leaves_the_store_as_it_was(older):
    broken = Schema(NOW + 2, {**SECOND.migrations, NOW + 2: "UPDATE nothing SET note = 1;\n"})
    with pytest.raises(sqlite3.OperationalError):
        open_store(older, broken)
    db = open_store(older)
    assert [column.name for column in db.table("files").columns][-1] == "tried"
    assert db.execute("SELECT file_name FROM audit_files").fetchall() == [("a",)]
    db.close()


def test_the_copy_is_the_store_before_this_migration_not_before_an_earlier_try(older):
    older.with_name(BACKUP).write_bytes(b"from long ago")
    open_store(older, SECOND).close()
    backup = open_store(older.with_name(BACKUP))
    assert backup.execute("SELECT count(*) FROM files").fetchone() == (1,)
    backup.close()


def test_accounts_of_the_first_version_are_each_a_person_of_their_own_name(tmp_path):
    path = tmp_path / "thidua.db"
    db = open_store(path)
    db.execute("ALTER TABLE accounts DROP COLUMN person")
    db.execute("INSERT INTO accounts VALUES ('lan', 'reader', 'x', 1)")
    db.execute(BEFORE_THE_FOURTH)
    db.execute("PRAGMA user_version = 1")
    db.close()
    db = open_store(path)
    assert db.execute("SELECT name, person FROM accounts").fetchall() == [("lan", "lan")]
    assert list(seals.broken(db)) == []
    assert path.with_name("thidua-v1-backup.db").exists()
    db.close()


PERSON = re.compile(r",\n +person +TEXT NOT NULL DEFAULT ''[^\n]*")
FORMER = {1: PERSON, 2: re.compile(r"(?!)")}
"""What schema.sql had not yet, by the version of the store."""


@pytest.mark.parametrize("version", FORMER)
def test_a_migrated_store_is_made_of_what_a_new_one_is(tmp_path, version):
    path = tmp_path / "thidua.db"
    script = resources.files("pipeline").joinpath("schema.sql").read_text(encoding="utf-8")
    former = FORMER[version].sub("", script)
    assert (former == script) is (version == 2)
    with closing(sqlite3.connect(path)) as db:
        db.executescript(f"{former}; {BEFORE_THE_FOURTH}; PRAGMA user_version = {version};")
    db = open_store(path)
    assert shape.shape(db) == shape.wanted()
    db.close()


def test_what_was_not_sealed_before_is_sealed_by_the_migration(tmp_path):
    path = tmp_path / "thidua.db"
    db = open_store(path)
    db.execute("INSERT INTO derived VALUES ('check', 'x', '{}')")
    db.execute(BEFORE_THE_FOURTH)
    db.execute("PRAGMA user_version = 2")
    assert list(seals.broken(db)) == ["derived check"]
    db.conn.commit()
    db.close()
    db = open_store(path)
    assert list(seals.broken(db)) == []
    db.close()


def sealed_store(path):
    """A store of this version with a file, a stage and their seals in the log."""
    db = open_store(path)
    with writing(db):
        row = {"file_name": "a", "sha256": "b", "bytes": 1, "received_at": "", "modified_ns": 1, "state": "received"}
        db.table("files").insert(row)
        detail = {seals.SEALED: seals.changed(db, tuple(seals.PARTS))}
        log.append(db, log.Event("2026-01-01T00:00:00+07:00", "lan", "receive", "a", detail))
    db.close()


@pytest.mark.parametrize("version", [1, 2, -1])
@pytest.mark.parametrize(
    "tampering",
    ["UPDATE files SET file_name = 'z'", "DELETE FROM files", "INSERT INTO derived VALUES ('x', 'y', '{}')"],
)
def test_a_tampered_store_is_not_sealed_anew_as_an_older_one(tmp_path, version, tampering):
    path = tmp_path / "thidua.db"
    sealed_store(path)
    with closing(sqlite3.connect(path)) as db, db:
        derived = "INSERT INTO events VALUES (2, '', 'lan', 'derive', 'check', '{}', '', '')"
        db.execute(derived)
        db.execute(tampering)
        db.execute(f"PRAGMA user_version = {version}")
    for _time in range(2):
        with pytest.raises(NoStore):
            open_store(path)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (version,)
        assert db.execute("SELECT count(*) FROM events WHERE what = 'migrate'").fetchone() == (0,)

"""The store: made once, views refreshed, a newer one refused."""

import json
import re
import sqlite3
from contextlib import closing
from importlib import resources

import pytest

from pipeline.edges import log, seals, shape
from pipeline.edges.database import SCHEMA, Schema, open_store, writing
from pipeline.edges.statements import statements
from pipeline.errors import NoStore, StoreTooNew

VIEWS = {
    "audit_files": "file_id file_name sha256 bytes media_type received_at state reason document_id",
    "audit_documents": "document_id unit_id doc_type number issuer place issued_on subject period signer_name "
    "signer_title kind task_key state superseded_by first_received_at",
    "audit_facts": "document_id field value raw status confidence method file_id page where_ bbox",
    "audit_scores": "document_id unit_id row code criterion criteria_code level max_score self_score block_score "
    "council_score bonus deduction note status file_id page where_",
    "audit_schedule": "task_key quarter content due_on unit_id role document_id state days_late",
    "audit_findings": "finding_id code severity document_id unit_id task_key message evidence",
    "audit_awards": "unit_id award who registered proposed granted documents",
    "audit_decisions": "decision_id at who document_id field before after reason",
    "audit_events": "event_id at who what subject detail prev_hash hash",
    "audit_reports": "report_id at kind file_name sha256 inputs_sha256",
}


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_of_the_contract_has_its_columns(tmp_path, view):
    db = open_store(tmp_path / "thidua.db")
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({view})")]
    db.close()
    wanted = VIEWS[view].split()
    assert columns[: len(wanted)] == wanted, "columns are added at the end, never taken away"


def test_opening_again_changes_nothing(tmp_path):
    path = tmp_path / "thidua.db"
    open_store(path).close()
    before = path.read_bytes()
    open_store(path).close()
    assert path.read_bytes() == before


def test_a_newer_store_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "thidua.db"
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA user_version = 99")
    plain.close()
    before = path.read_bytes()
    with pytest.raises(StoreTooNew):
        open_store(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_store_keeps_its_guarantees(tmp_path):
    db = open_store(tmp_path / "thidua.db")
    told = {p: db.execute(f"PRAGMA {p}").fetchone()[0] for p in ("journal_mode", "synchronous", "foreign_keys")}
    db.close()
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_trigger_is_one_statement():
    trigger = "CREATE TRIGGER t DELETE ON a\nBEGIN SELECT 1; SELECT 2; END;\n"
    assert statements(f"CREATE TABLE a (x);\n{trigger}DROP TABLE a;\n")[1] == trigger


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


@pytest.mark.parametrize(
    "data", [b"no store at all, and longer than any header " * 40, b"SQLite format 3\0" + b"\xff" * 4000]
)
def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path, data):
    path = tmp_path / "thidua.db"
    path.write_bytes(data)
    with pytest.raises(NoStore):
        open_store(path)
    assert path.read_bytes() == data


def test_a_transaction_is_whole_or_not_at_all(tmp_path):
    db = open_store(tmp_path / "thidua.db")

    def half():
        with writing(db):
            db.execute("INSERT INTO accounts VALUES ('lan', 'reader', 'x', 1, 'lan')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert db.execute("SELECT count(*) FROM accounts").fetchone() == (0,)
    assert not db.conn.in_transaction
    db.close()


def test_a_writer_holds_the_store_from_its_start(tmp_path):
    first, second = open_store(tmp_path / "thidua.db"), open_store(tmp_path / "thidua.db")
    second.execute("PRAGMA busy_timeout = 50")
    with writing(first), pytest.raises(sqlite3.OperationalError, match="locked"), writing(second):
        pytest.fail("two writers at once")
    with writing(second):
        pass
    first.close()
    second.close()


BEFORE_THE_FOURTH = "ALTER TABLE searched ADD COLUMN tried TEXT NOT NULL DEFAULT ''"
"""What `searched` held up to the third version."""


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


@pytest.mark.parametrize(
    ("sql", "other", "same"),
    [
        ("CREATE TABLE a (b TEXT -- the one\n, c) STRICT", "CREATE TABLE a (b TEXT, c) STRICT", True),
        ("CREATE TABLE a (b CHECK (b IN ('x', 'y')))", "CREATE TABLE a (b CHECK (b IN ('x','y')))", True),
        ("CREATE TABLE a (b DEFAULT '--')", "CREATE TABLE a (b DEFAULT '')", False),
        ("CREATE TABLE a (b DEFAULT ' x')", "CREATE TABLE a (b DEFAULT 'x')", False),
        ("CREATE TABLE a (b UNIQUE)", "CREATE TABLE a (b)", False),
        ("CREATE TABLE a (b /* a\n*/)", "CREATE TABLE a(b)", True),
    ],
)
def test_what_a_table_is_made_of_is_compared_without_its_layout(sql, other, same):
    assert (shape.normal(sql) == shape.normal(other)) is same


def test_views_that_were_otherwise_are_made_anew_and_the_log_tells_which(tmp_path):
    path = tmp_path / "thidua.db"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as plain:
        plain.executescript(
            "DROP VIEW audit_facts; CREATE VIEW audit_facts AS SELECT 1 AS one; PRAGMA application_id = 7"
        )
    with closing(open_store(path)) as db:
        told = [json.loads(row[0]) for row in db.execute("SELECT detail FROM events WHERE what = 'views'")]
    assert [(one["from"], one["other"]) for one in told] == [(7, ["audit_facts"])]

"""The store: made once, views refreshed, a newer one refused."""

import json
import sqlite3
from contextlib import closing

import pytest

from pipeline.edges import shape
from pipeline.edges.database import open_store, writing
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

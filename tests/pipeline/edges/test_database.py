"""The store: made once, views refreshed, a newer one refused."""

import sqlite3

import pytest

from pipeline.edges.database import open_store, statements
from pipeline.errors import StoreTooNew

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
    with pytest.raises(StoreTooNew):
        open_store(path)


def test_the_store_keeps_its_guarantees(tmp_path):
    db = open_store(tmp_path / "thidua.db")
    told = {p: db.execute(f"PRAGMA {p}").fetchone()[0] for p in ("journal_mode", "synchronous", "foreign_keys")}
    db.close()
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_trigger_is_one_statement():
    trigger = "CREATE TRIGGER t DELETE ON a\nBEGIN SELECT 1; SELECT 2; END;\n"
    assert statements(f"CREATE TABLE a (x);\n{trigger}DROP TABLE a;\n")[1] == trigger

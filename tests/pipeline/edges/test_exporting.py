"""Exports: every view, no formula, no account."""

import csv
import hashlib
import sqlite3

import pytest
from openpyxl import load_workbook

from pipeline.decided_values import NotAllowed
from pipeline.edges.database import open_store
from pipeline.edges.exporting import views, write_csv, write_snapshot, write_xlsx

NAMES = ('=HYPERLINK("http://xấu.vn")', "+1", "-2+3", "@SUM(A1)", "\tx", "báo cáo.docx", "chữ\x07lạ")


@pytest.fixture
def db(tmp_path):
    db = open_store(tmp_path / "thidua.db")
    for name in NAMES:
        row = {"file_name": name, "bytes": -5, "received_at": "", "modified_ns": 0, "state": "received"}
        db.table("files").insert(row)
    db.table("accounts").insert({"name": "lan-bí-mật", "role": "reader", "password": "muối:băm"})
    yield db
    db.close()


def test_a_csv_for_every_view_and_no_formula_in_any(db, tmp_path):
    paths = write_csv(db, tmp_path / "xuất")
    assert {path.stem for path in paths} == set(views(db))
    with (tmp_path / "xuất/audit_files.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["file_name"] for row in rows] == [f"'{name}" for name in NAMES[:5]] + list(NAMES[5:])
    assert rows[0]["bytes"] == "-5", "a number stays a number"


def test_a_workbook_with_texts_that_stay_texts(db, tmp_path):
    book = load_workbook(write_xlsx(db, tmp_path / "thidua.xlsx"))
    assert book.sheetnames == views(db)
    cells = [row[1] for row in book["audit_files"].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert cells[0].value == NAMES[0]


def test_a_snapshot_is_whole_read_only_and_without_accounts(db, tmp_path):
    path = tmp_path / "bản chụp.db"
    sha256 = write_snapshot(db, path)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    assert "lan-bí-mật".encode() not in path.read_bytes()
    assert not path.stat().st_mode & 0o222
    copy = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    assert copy.execute("SELECT count(*) FROM audit_files").fetchone() == (len(NAMES),)
    assert copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'accounts'").fetchone() is None
    copy.close()
    with pytest.raises(NotAllowed):
        write_snapshot(db, path)

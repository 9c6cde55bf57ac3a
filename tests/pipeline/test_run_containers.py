"""Mails and zips on their way from the inbox: what they hold becomes files of their own, once."""

from datetime import UTC, datetime

import pytest

from pipeline import run
from pipeline.edges.archive import path_of
from pipeline.edges.workers import local
from pipeline.edges.workspace import opened
from pipeline.records import FileState
from tests.packed import PDF, mailed, zipped, zipped_in_order
from tests.pipeline.papers import GOOD, aged, write_workspace, write_year_report


def receive(root):
    with opened(aged(root)) as workspace:
        states = run.receive(workspace).states
        rows = workspace.db.execute(
            "SELECT file_name, state, media_type, detail FROM files ORDER BY file_id"
        ).fetchall()
        log = [row[0] for row in workspace.db.execute("SELECT detail FROM events WHERE what = 'receive'")]
    return states, rows, log


def test_attachments_are_received_under_the_mails_path(tmp_path):
    root = write_workspace(tmp_path / "khoi")
    (root / "inbox/thu.eml").write_bytes(mailed({"bc.pdf": PDF, "hs.zip": zipped({"a.docx": b"a", "~$a.docx": b"l"})}))
    states, rows, log = receive(root)
    assert [(name, state) for name, state, *_ in rows] == [
        ("thu.eml", "container"),
        ("thu.eml/bc.pdf", "received"),
        ("thu.eml/hs.zip", "container"),
        ("thu.eml/hs.zip/a.docx", "received"),
        ("thu.eml/hs.zip/~$a.docx", "passed_over"),
    ]
    assert states == {FileState.CONTAINER: 2, FileState.RECEIVED: 2, FileState.PASSED_OVER: 1}
    assert rows[0][3].startswith("Văn thư Sở Mẫu <vanthu@somau.example> | 2020-06-08T09:30:00+07:00 | ")
    assert "vanthu@somau.example" in log[0]


def test_receiving_again_changes_nothing_and_a_copy_brings_nothing_new(tmp_path):
    root = write_workspace(tmp_path / "khoi")
    data = zipped({"a.pdf": PDF})
    (root / "inbox/x.zip").write_bytes(data)
    receive(root)
    (root / "inbox/y.zip").write_bytes(data)
    _, rows, _ = receive(root)
    assert [(name, state) for name, state, *_ in rows] == [
        ("x.zip", "container"),
        ("x.zip/a.pdf", "received"),
        ("y.zip", "duplicate"),
    ]
    assert receive(root)[0] == {}


def test_a_zip_resent_with_one_more_file_brings_that_one(tmp_path):
    root = write_workspace(tmp_path / "khoi")
    (root / "inbox/x.zip").write_bytes(zipped({"a.pdf": PDF}))
    receive(root)
    (root / "inbox/x.zip").write_bytes(zipped({"a.pdf": PDF, "b.pdf": PDF + b"b"}))
    states, rows, _ = receive(root)
    assert rows[-1][:2] == ("x.zip/b.pdf", "received")
    assert states == {FileState.CONTAINER: 1, FileState.RECEIVED: 1}


def test_every_paper_of_a_zip_is_received_whatever_it_shares_its_name_with(tmp_path):
    root = write_workspace(tmp_path / "khoi")
    same = [("same.docx", b"A"), ("same.docx", b"B"), ("same.docx", b"A"), ("../same.docx", b"C")]
    (root / "inbox/x.zip").write_bytes(zipped_in_order(same))
    assert received_bytes(root) >= {b"A", b"B", b"C"}


def test_a_paper_below_the_name_of_a_known_zip_is_received(tmp_path):
    root = write_workspace(tmp_path / "khoi")
    inner = zipped({"a.docx": b"A"})
    (root / "inbox/1.zip").write_bytes(inner)
    twins = [("x.zip", inner), ("x.zip", zipped({"b.docx": b"B"})), ("x.zip/c.docx", b"C")]
    (root / "inbox/2.zip").write_bytes(zipped_in_order(twins))
    assert received_bytes(root) >= {b"A", b"B", b"C"}


def received_bytes(root):
    """The bytes of every received file that waits to be read."""
    receive(root)
    with opened(root) as workspace:
        query = "SELECT sha256 FROM files WHERE state = 'received'"
        return {path_of(workspace.archive, row[0]).read_bytes() for row in workspace.db.execute(query)}


def test_a_zip_that_cannot_be_opened_is_quarantined_with_the_reason(tmp_path):
    root = write_workspace(tmp_path / "khoi")
    (root / "inbox/x.zip").write_bytes(zipped({"a.pdf": PDF * 50})[:-30])
    receive(root)
    with opened(root) as workspace, local(1) as read:
        run.extract(workspace, read)
        state = workspace.db.execute("SELECT state, reason FROM files").fetchall()
    assert state == [("quarantined", "file.unreadable")]


def test_a_refused_file_is_tried_again_once_an_optional_part_is_there(tmp_path, monkeypatch):
    root = write_workspace(tmp_path / "khoi")
    (root / "inbox/x.bin").write_bytes(b"\x01\x02\x03 no paper")
    receive(root)
    with opened(root) as workspace, local(1) as read:
        assert run.extract(workspace, read).refused == 1
        assert run.extract(workspace, read).refused == 0
    monkeypatch.setattr("pipeline.edges.workspace.found", lambda _: {"ocr": f"new {datetime.now(UTC)}"})
    with opened(root) as workspace, local(1) as read:
        assert run.extract(workspace, read).refused == 1


def test_a_paper_that_its_first_bytes_show_starts_no_process(tmp_path, monkeypatch):
    monkeypatch.setattr("pebble.ProcessPool.schedule", lambda *_: pytest.fail("scheduled"))
    root = write_workspace(tmp_path / "khoi")
    write_year_report(root / "inbox/bc.docx", "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    (root / "inbox/bc.pdf").write_bytes(PDF)
    assert receive(root)[0] == {FileState.RECEIVED: 2}

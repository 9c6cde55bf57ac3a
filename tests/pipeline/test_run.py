"""The whole way from an inbox to the report, with real files in a real folder."""

import hashlib
import sqlite3

import pikepdf
import pytest

from tests.pipeline.command import rows, run, thidua
from tests.pipeline.papers import aged


def dump(root):
    db = sqlite3.connect(root / "thidua.db")
    text = "\n".join(db.iterdump())
    db.close()
    return text


def fingerprint(folder):
    return {
        str(path.relative_to(folder)): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_from_an_inbox_to_the_report(workspace):
    before = fingerprint(workspace / "inbox")
    done = run(workspace)
    assert done.returncode == 0, done.stderr
    assert fingerprint(workspace / "inbox") == before
    assert rows(
        workspace, "SELECT unit_id, number, issued_on, kind, task_key, state FROM audit_documents ORDER BY 1"
    ) == [
        ("sct", "9/BC-SCT", "2023-01-05", "plan_report_year", "2", "accepted"),
        ("syt", "15/BC-SYT", "2022-12-20", "plan_report_year", "2", "accepted"),
    ]
    schedule = "SELECT unit_id, state, days_late FROM audit_schedule WHERE task_key = '2' ORDER BY 1"
    assert rows(workspace, schedule) == [("sct", "late", 5), ("stnmt", "missing", None), ("syt", "on_time", 0)]
    scores = "SELECT code, max_score, self_score FROM audit_scores WHERE unit_id = 'syt' ORDER BY row"
    assert rows(workspace, scores)[:2] == [("I", 60.0, 55.0), ("I.1", 40.0, 38.0)]
    assert list((workspace / "reports").glob("*.docx"))


def test_a_second_run_changes_no_row_and_reads_no_file(finished):
    before, files = dump(finished), fingerprint(finished / "reports")
    for path in (finished / "archive").rglob("*"):
        if path.is_file():
            path.chmod(0o600)
            path.write_bytes(b"a second reading would see this")
    done = run(finished)
    assert done.returncode == 0, done.stderr
    assert dump(finished) == before
    assert fingerprint(finished / "reports") == files


def test_bad_files_get_their_findings_and_harm_no_other(workspace):
    inbox = workspace / "inbox"
    (inbox / "rong.docx").write_bytes(b"")
    (inbox / "cut.docx").write_bytes((inbox / "sct.docx").read_bytes()[:9000])
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(inbox / "khoa.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    done = run(aged(workspace))
    assert done.returncode == 1, done.stderr
    assert rows(workspace, "SELECT file_name, state, reason FROM audit_files WHERE state <> 'read' ORDER BY 1") == [
        ("cut.docx", "quarantined", "file.unreadable"),
        ("khoa.pdf", "quarantined", "file.encrypted"),
        ("rong.docx", "quarantined", "file.unreadable"),
    ]
    found = {code for (code,) in rows(workspace, "SELECT code FROM audit_findings WHERE code LIKE 'file.%'")}
    assert found == {"file.unreadable", "file.encrypted"}
    assert rows(workspace, "SELECT count(*) FROM audit_documents") == [(2,)]
    assert run(workspace).returncode == 1


def test_the_same_bytes_twice_are_one_document(workspace):
    copy = workspace / "inbox/email/syt - Copy.docx"
    copy.write_bytes((workspace / "inbox/email/syt.docx").read_bytes())
    run(workspace)
    assert rows(
        workspace, "SELECT count(DISTINCT document_id), count(*) FROM audit_files WHERE file_name LIKE 'email/%'"
    ) == [(1, 2)]
    assert rows(workspace, "SELECT count(*) FROM audit_findings WHERE code = 'file.duplicate'") == [(1,)]


def test_every_received_byte_is_in_the_archive(finished):
    kept = {hashlib.sha256(p.read_bytes()).hexdigest() for p in (finished / "archive").rglob("*") if p.is_file()}
    assert kept == {sha256 for sha256, _time in fingerprint(finished / "inbox").values()}
    assert thidua(finished, "verify").returncode == 0


def test_a_changed_archive_is_found(finished):
    path = next(p for p in (finished / "archive").rglob("*") if p.is_file())
    path.chmod(0o600)
    path.write_bytes(path.read_bytes() + b" ")
    done = thidua(finished, "verify")
    assert done.returncode == 3
    assert ".docx" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["plan"], 2), (["run"], 2), (["fly"], 2), (["run", "--as-of", "31/12/2022"], 2), (["--help"], 0)],
)
def test_an_unusable_workspace_or_wrong_words_change_nothing(tmp_path, arguments, code):
    done = thidua(tmp_path, *arguments)
    assert done.returncode == code
    assert list(tmp_path.iterdir()) == []


def test_without_its_plan_a_workspace_is_refused_and_left_as_it_was(workspace):
    (workspace / "ke-hoach.docx").unlink()
    before = sorted(path.name for path in workspace.iterdir())
    done = run(workspace)
    assert done.returncode == 2
    assert "ke-hoach.docx" in done.stderr
    assert sorted(path.name for path in workspace.iterdir()) == before

"""Names are data: whatever a file is called, it is kept under its bytes, stored as it is, and shown harmlessly."""

import hashlib
import os
import sqlite3
import sys
import unicodedata
from contextlib import closing

import pytest

from pipeline.edges.inbox import scan
from tests.packed import zipped
from tests.pipeline.command import rows, thidua
from tests.pipeline.papers import GOOD, aged, write_workspace, write_year_report

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems allow few such names")

ESCAPE = "\x1b"
NAMES = [
    b"xuong\ndong.docx",
    b"ve\rdau.docx",
    b"nhay 'don' \"kep\" `nguoc`.docx",
    b"..docx",
    b"...docx",
    b"a\\..\\..\\b.docx",
    b"'); DROP TABLE files; --.docx",
    b"=cmd|' |C calc'!A0.docx",
    b"<script>alert(1)</script>.docx".replace(b"/", b"|"),
    b"[bold red]rich[|bold red].docx",
    f"{ESCAPE}[2J{ESCAPE}[31mdo.docx".encode(),
    f"{ESCAPE}]0;tieu de\x07.docx".encode(),
    "\u202edlrow\u202c.docx".encode(),
    unicodedata.normalize("NFD", "Báo cáo tổng kết Sở Y tế.docx").encode(),
    unicodedata.normalize("NFC", "Báo cáo tổng kết Sở Y tế.docx").encode(),
    "Báo cáo.docx".encode("cp1258", "replace"),
    b"\xff\xfe\x80.docx",
    b"\\xff\\xfe\\x80.docx",
    b"\\\xff.docx",
    b"\\\\xff.docx",
    b"x" * 250 + b".docx",
    b" dau cach .docx ",
    b"-rf.docx",
    b"%s%n{0}{file}.docx",
]
SHOWN = {
    b"\\xff\\xfe\\x80.docx": "\\\\xff\\\\xfe\\\\x80.docx",
    b"\\\xff.docx": "\\\\\\xff.docx",
    b"\\\\xff.docx": "\\\\\\\\xff.docx",
}
"""Names that would be taken for others' escapes: their own backslashes stand twice."""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = write_workspace(tmp_path_factory.mktemp("ten") / "khoi")
    for number, name in enumerate(NAMES):
        (root / "inbox" / os.fsdecode(name)).write_bytes(b"no paper %d" % number)
    write_year_report(root / "inbox/syt.docx", "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    return aged(root)


@pytest.fixture(scope="module")
def outputs(root):
    """What every command prints about these files."""
    commands = (
        ("run", "--as-of", "2023-01-10"),
        ("extract",),
        ("check", "--as-of", "2023-01-10"),
        ("status", "--as-of", "2023-01-10"),
        ("verify",),
    )
    return {command[0]: thidua(root, *command) for command in commands}


def test_every_name_is_kept_with_its_bytes(root, outputs):
    assert outputs["run"].returncode == 1
    kept = dict(rows(root, "SELECT file_name, sha256 FROM files"))
    assert len(kept) == len(NAMES) + 1
    for number, name in enumerate(NAMES):
        sha256 = hashlib.sha256(b"no paper %d" % number).hexdigest()
        assert kept[SHOWN.get(name) or name.decode("utf-8", "backslashreplace")] == sha256
        assert (root / "archive" / sha256[:2] / sha256).read_bytes() == b"no paper %d" % number


def test_the_tables_stand_and_the_archive_holds(outputs, root):
    assert outputs["verify"].returncode == 0, outputs["verify"].stderr
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_nothing_but_the_archive_store_and_reports_was_written(root, outputs):
    assert {path.name for path in root.parent.iterdir()} == {"khoi"}
    assert {path.name for path in root.iterdir()} <= {
        "archive", "inbox", "reports", "khoi.toml", "ke-hoach.docx", "tieu-chi.docx", ".thidua.lock",
        "thidua.db", "thidua.db-shm", "thidua.db-wal",
    }  # fmt: skip


@pytest.mark.parametrize("command", ["run", "extract", "check", "status", "verify"])
def test_no_name_steers_the_terminal(outputs, command):
    told = outputs[command].stdout + outputs[command].stderr
    assert "Traceback" not in told
    assert [char for char in (ESCAPE, "\x07", "\r", "\u202e") if char in told] == []


def test_a_second_run_knows_them_all(root, outputs):
    before = rows(root, "SELECT count(*) FROM events")
    assert thidua(root, "run", "--as-of", "2023-01-10").returncode == 1
    assert rows(root, "SELECT count(*) FROM events") == before


def test_names_in_an_archive_lead_nowhere(tmp_path):
    root = write_workspace(tmp_path / "khoi")
    inner = ["../../ngoai.docx", "/etc/tuyet-doi.docx", "C:\\Windows\\a.docx", "a/../../../b.docx", "con\n.docx"]
    (root / "inbox/goi.zip").write_bytes(zipped({name: name.encode() for name in inner}))
    assert thidua(aged(root), "receive").returncode == 0
    assert len(rows(root, "SELECT 1 FROM files WHERE state = 'received'")) == len(inner)
    assert {path.name for path in tmp_path.iterdir()} == {"khoi"}
    kept = {path.name for path in (root / "archive").rglob("*") if path.is_file()}
    assert {hashlib.sha256(name.encode()).hexdigest() for name in inner} <= kept


def test_links_lead_out_of_the_inbox_neither_as_file_nor_as_folder_nor_in_a_circle(tmp_path):
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai/mat.docx").write_bytes(b"x")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "tep.docx").symlink_to(tmp_path / "ngoai/mat.docx")
    (inbox / "thu muc").symlink_to(tmp_path / "ngoai")
    (inbox / "vong").symlink_to(inbox)
    (inbox / "cut.docx").symlink_to(tmp_path / "khong co")
    os.mkfifo(inbox / "ong.docx")
    assert scan(inbox) == []

"""--dry-run: nothing is changed, not a byte, and what would change is what then does."""

import hashlib
import json
import shutil
import sqlite3

import pytest
from click.testing import CliRunner

from pipeline.commands.group import thidua
from tests.pipeline.commands.walk import commands
from tests.pipeline.papers import GOOD, write_workspace, write_year_report

DAY = ("--as-of", "2023-01-10")
LAN = ("--who", "lan", *DAY)

READS = {
    "open", "review list", "review show", "serve", "user list", "show", "explain", "verify", "lint", "doctor",
    "completion", "rollup", "watch",
}  # fmt: skip
"""What changes nothing, and the two that work until they are stopped."""


@pytest.fixture(autouse=True)
def password(english, monkeypatch):
    monkeypatch.setenv("THIDUA_PASSWORD", "mật khẩu dài")


@pytest.fixture(scope="module")
def used(tmp_path_factory):
    """A workspace that was run, with a decision, an account, a sheet and a queue in it, and then a new paper."""
    root = write_workspace(tmp_path_factory.mktemp("khối") / "năm 2022")
    write_year_report(root / "inbox/syt.docx", "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91")
    for arguments in (
        ("run", *DAY),
        ("review", "correct", "1", "number", "16/BC-SYT", "--reason", "gõ nhầm", *DAY),
        ("appraise", "export", str(root / "cham.xlsx"), *DAY),
        ("review", "export", str(root / "xem.xlsx")),
    ):
        assert done(root, *arguments).exit_code == 0
    assert (
        done(root, "user", "add", "lan", "--role", "reviewer", "--password-file", "-", stdin="mật khẩu dài\n").exit_code
        == 0
    )
    write_year_report(root / "inbox/sct.docx", "Sở Công Thương", "9/BC-SCT", "05 tháng 01 năm 2023", GOOD, "91,5")
    return root


@pytest.fixture
def root(used, tmp_path):
    return shutil.copytree(used, tmp_path / "bản sao")


def done(root, *arguments, stdin=None):
    return CliRunner().invoke(thidua, ["-C", str(root), *arguments], input=stdin, catch_exceptions=False)


def state(folder):
    """Every file's bytes; of the store what it says, since SQLite may fold its own journal in."""
    return {
        str(path.relative_to(folder)): dump(path)
        if path.suffix == ".db"
        else hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".thidua.lock" and not path.name.endswith(("-wal", "-shm"))
    }


def dump(path):
    db = sqlite3.connect(path)
    lines = list(db.iterdump())
    db.close()
    return lines


def finding(root):
    db = sqlite3.connect(root / "thidua.db")
    found = db.execute("SELECT finding_id FROM findings WHERE document_id IS NOT NULL").fetchone()[0]
    db.close()
    return str(found)


def decision(root):
    db = sqlite3.connect(root / "thidua.db")
    found = db.execute("SELECT max(decision_id) FROM decisions").fetchone()[0]
    db.close()
    return str(found)


WRITES = {
    "init": lambda root: (str(root / "mới"),),
    "plan": lambda root: (),
    "receive": lambda root: (),
    "extract": lambda root: ("--jobs", "1"),
    "check": lambda root: ("--as-of", "2023-03-01"),
    "report": lambda root: ("minutes", *DAY),
    "run": lambda root: ("--jobs", "1", *DAY),
    "review confirm": lambda root: ("1", "signer_name", *LAN),
    "review correct": lambda root: ("1", "signer_name", "Lê Văn Hai", "--reason", "x", *LAN),
    "review alias": lambda root: ("1", "Sở Y tế tỉnh", "syt", *LAN),
    "review answer": lambda root: (finding(root), "accepted", "--reason", "x", *LAN),
    "review undo": lambda root: (decision(root), "--reason", "x", *LAN),
    "review export": lambda root: (str(root / "xem-2.xlsx"),),
    "review import": lambda root: (str(root / "xem.xlsx"), *LAN),
    "user add": lambda root: ("minh", "--password-file", "-"),
    "user close": lambda root: ("lan",),
    "export": lambda root: ("csv",),
    "status": lambda root: ("--as-of", "2023-02-01"),
    "appraise export": lambda root: (str(root / "cham-2.xlsx"), *DAY),
    "appraise import": lambda root: (str(root / "cham.xlsx"), *LAN),
    "templates": lambda root: (),
    "run-all": lambda root: (str(root), "--jobs", "1", *DAY),
    "demo": lambda root: (str(root / "mẫu"),),
}
"""Each command that writes -> arguments with which it has something to write."""
NOTHING_TO_DO = {"extract", "plan", "review import", "appraise import"}
"""Nothing lies ready for these in this workspace."""
NOT_TRIED = {"review approve"}
"""Needs a block with a second person."""


def test_every_command_that_writes_can_be_tried():
    names = {
        " ".join(path): {option for param in command.params for option in param.opts} for path, command in commands()
    }
    assert {name for name, options in names.items() if "--dry-run" not in options} == READS
    assert names.keys() - READS == WRITES.keys() | NOT_TRIED


@pytest.mark.parametrize("name", WRITES)
def test_nothing_is_changed(root, name):
    before = state(root)
    result = done(root, *name.split(), *WRITES[name](root), "--dry-run", stdin="mật khẩu dài\n")
    assert result.exit_code == 0, result.output
    assert state(root) == before


@pytest.mark.parametrize("name", WRITES)
def test_without_it_something_is(root, name):
    before = state(root)
    result = done(root, *name.split(), *WRITES[name](root), stdin="mật khẩu dài\n")
    assert result.exit_code == 0, result.output
    assert (state(root) == before) == (name in NOTHING_TO_DO)


@pytest.mark.parametrize("name", ["review list", "review show", "user list", "rollup", "verify", "doctor", "explain"])
def test_what_only_reads_changes_nothing(root, name):
    arguments = {"review show": ("1",), "rollup": (str(root),), "verify": (str(report(root)),)}.get(name, ())
    before = state(root)
    assert done(root, *name.split(), *arguments).exit_code in (0, 3)
    assert state(root) == before


def report(root):
    return next((root / "reports").glob("bao-cao*.docx"))


def test_what_would_change_is_what_changes(root):
    told = done(root, "run", *DAY, "--jobs", "1", "--json", "--dry-run")
    changes = json.loads(told.stderr.splitlines()[-1])["changes"]
    files = {change["name"] for change in changes if change["of"] == "written files"}
    before = state(root)
    done(root, "run", *DAY, "--jobs", "1")
    after = state(root)
    written = {str(root / name) for name in after if after[name] != before.get(name) and name.startswith("reports")}
    assert files == written
    assert {"of": "files of the inbox", "how": "new", "name": "sct.docx"} in changes
    again = done(root, "run", *DAY, "--jobs", "1", "--json", "--dry-run")
    assert json.loads(again.stderr.splitlines()[-1])["changes"] == []


def test_people_are_told_in_words_where_things_would_lie(root):
    told = done(root, "review", "export", str(root / "xem-3.xlsx"), "--dry-run").output
    assert str(root / "xem-3.xlsx") in told
    assert "thidua-" not in told
    assert "Dry run" in told


def test_a_workspace_without_a_store_can_be_tried(tmp_path):
    root = write_workspace(tmp_path / "khối")
    assert done(root, "run", *DAY, "--jobs", "1", "--dry-run").exit_code == 0
    assert not (root / "thidua.db").exists()
    assert not (root / "archive").exists()


@pytest.mark.parametrize("name", ["run", "check", "status", "review export", "user add"])
def test_quiet_prints_nothing(root, name):
    result = done(root, *name.split(), *WRITES[name](root), "--quiet", stdin="mật khẩu dài\n")
    assert (result.stdout, result.stderr, result.exit_code) == ("", "", 0)


def test_quiet_still_prints_the_json_that_is_asked_for(root):
    result = done(root, "check", *DAY, "--quiet", "--json")
    assert isinstance(json.loads(result.stdout), list)
    assert result.stderr == ""


def test_quiet_still_tells_errors(tmp_path):
    result = done(tmp_path, "run", "--quiet")
    assert result.exit_code == 2
    assert "khoi.toml" in result.stderr

"""No received byte is lost: whatever call fails, and however, the next run ends where an undisturbed one does."""

import hashlib
import shutil
import sqlite3
import zipfile
from contextlib import closing
from itertools import product
from pathlib import Path

import openpyxl
import pytest

from pipeline.edges import log, seals
from pipeline.edges.database import open_store
from tests.pipeline.appraised import block_cell
from tests.pipeline.command import rows, thidua
from tests.pipeline.edges.former import BEFORE_THE_FOURTH
from tests.proof.blocks import AS_OF, small_block
from tests.proof.dump import canonical, differences
from tests.proof.faults import AVAILABLE, HOWS, driver
from tests.proof.size import sampled

pytestmark = pytest.mark.skipif(not AVAILABLE, reason="calls are made to fail by a library that gcc builds on Linux")

RUN = ("run", "--as-of", AS_OF, "--jobs", "1")
COMMANDS = {
    "receive": ("receive",),
    "extract": ("extract", "--jobs", "1"),
    "report": ("report", "--as-of", AS_OF),
    "run": RUN,
}
BEFORE = {"receive": (), "extract": ("receive",), "report": ("receive", "extract"), "run": ()}
"""What was done before the command that is disturbed."""

COMMIT = {("pwrite", "thidua.db-wal"), ("fdatasync", "thidua.db-wal")}
CALLS = {
    "receive": COMMIT | {("write", "archive"), ("rename", "archive"), ("fsync", "archive")},
    "extract": COMMIT,
    "report": COMMIT | {("write", "reports"), ("rename", "reports"), ("fsync", "reports")},
}
"""What each command must be seen to do; else it is not disturbed where it matters."""

NEW = "Trần Thị Mới"
BACKUP = "thidua-v3-backup.db"
EACH = sampled(1, 48)
"""So many of its calls fail of each command in each way."""


@pytest.fixture(scope="module")
def disturbed(tmp_path_factory):
    with driver(tmp_path_factory.mktemp("faults")) as running:
        yield running


@pytest.fixture(scope="module")
def starts(tmp_path_factory):
    """By command, a workspace as it is before the command."""
    folder = tmp_path_factory.mktemp("starts")
    fresh = small_block(folder / "fresh")
    roots = {}
    for command, before in BEFORE.items():
        roots[command] = folder / command
        shutil.copytree(fresh, roots[command])
        for earlier in before:
            assert thidua(roots[command], *COMMANDS[earlier]).returncode in (0, 1)
    return roots


@pytest.fixture(scope="module")
def calls_of(disturbed, starts, tmp_path_factory):
    """By command, the calls that it makes undisturbed."""
    root = tmp_path_factory.mktemp("calls") / "block"
    return {command: trial(root, starts[command], disturbed, told).changes for command, told in COMMANDS.items()}


@pytest.fixture(scope="module")
def undisturbed(starts, tmp_path_factory):
    """What the store says, and the reports, after a run that nothing disturbed."""
    root = tmp_path_factory.mktemp("undisturbed") / "block"
    shutil.copytree(starts["run"], root)
    done = thidua(root, *RUN)
    assert done.returncode == 1, done.stderr
    return canonical(root), contents(root / "reports")


WAYS = [(command, how) for command in COMMANDS for how in HOWS]


@pytest.mark.parametrize(("command", "how"), WAYS[:: sampled(5, 1)])
def test_a_disturbed_command_loses_nothing(command, how, disturbed, starts, calls_of, undisturbed, tmp_path):
    root, calls = tmp_path / "block", calls_of[command]
    for at in points(calls, how):
        ended = trial(root, starts[command], disturbed, COMMANDS[command], at, how)
        told = f"{calls[at - 1]} ended with {ended.code}:\n{ended.output[-2000:]}"
        assert at in {call.number for call in ended.changes}, told
        assert ended.code in ((-9,) if HOWS[how] == 0 else (0, 1, 2)), told
        assert "Traceback" not in ended.output, told
        again = disturbed.run(root, *RUN)
        assert again.code == 1, f"{told}\nthen {again.output[-2000:]}"
        assert faults_of(root) == [], told
        assert differences(undisturbed[0], canonical(root)) == [], told
        assert contents(root / "reports") == undisturbed[1], told


def test_so_many_points_are_tried_in_each_way_of_every_kind_of_call(calls_of):
    tried = {(command, how): points(calls_of[command], how) for command, how in WAYS}
    assert sum(map(len, tried.values())) >= sampled(len(WAYS), 1_000)
    assert {how for (_command, how), numbers in tried.items() if numbers} == set(HOWS)
    for command, wanted in CALLS.items():
        assert wanted <= {kind(call) for call in calls_of[command]}
    if sampled(False, True):
        for (command, how), numbers in tried.items():
            assert {kind(calls_of[command][at - 1]) for at in numbers} == set(
                map(kind, fitting(calls_of[command], how))
            )


@pytest.fixture(scope="module")
def finished(starts, tmp_path_factory):
    """A workspace that was run, and a paper of it."""
    root = tmp_path_factory.mktemp("finished") / "block"
    shutil.copytree(starts["run"], root)
    assert thidua(root, *RUN).returncode == 1
    return root, rows(root, "SELECT min(document_id) FROM audit_documents")[0][0]


@pytest.mark.parametrize("how", HOWS)
def test_a_disturbed_decision_is_there_whole_or_not_at_all(how, disturbed, finished, tmp_path):
    start, document = finished
    root, told = tmp_path / "block", ("review", "correct", str(document), "signer_name", NEW, "--reason", "ký thay")
    for at in points(trial(root, start, disturbed, told).changes, how):
        ended = trial(root, start, disturbed, told, at, how)
        assert "Traceback" not in ended.output, ended.output
        decided = rows(root, "SELECT after FROM audit_decisions")
        assert decided in ([], [(NEW,)])
        assert len(decided) == rows(root, "SELECT count(*) FROM audit_events WHERE what = 'decide'")[0][0]
        assert faults_of(root) == []
        if not decided:
            assert thidua(root, *told).returncode == 0
        assert rows(root, "SELECT after FROM audit_decisions") == [(NEW,)]


EARLIER = b"what lay there before"
EXPORTS = {
    "so.xlsx": ("export", "xlsx"),
    "xem.xlsx": ("review", "export"),
    "cham.xlsx": ("appraise", "export", "--as-of", AS_OF),
    "ban-chup.db": ("export", "snapshot"),
}
"""By the name of the file, what writes it."""


def whole_book(path: Path):
    return zipfile.ZipFile(path).testzip() is None


def whole_snapshot(path: Path):
    with closing(sqlite3.connect(path)) as db:
        (found,) = db.execute("PRAGMA integrity_check").fetchone()
        (accounts,) = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'accounts'").fetchone()
        return found == "ok" and not accounts


@pytest.mark.parametrize(("how", "name"), list(product(HOWS, EXPORTS))[:: sampled(3, 1)])
def test_a_disturbed_export_is_there_whole_or_as_it_was(how, name, disturbed, finished, tmp_path):
    start, root = shutil.copytree(finished[0], tmp_path / "start"), tmp_path / "block"
    is_whole = whole_snapshot if name.endswith(".db") else whole_book
    if is_whole is whole_book:  # a snapshot is written over nothing
        (start / name).write_bytes(EARLIER)
    target, told = root / name, (*EXPORTS[name], str(root / name))
    calls = [call for call in trial(root, start, disturbed, told).changes if name in call.path]
    assert is_whole(target)
    assert calls
    for at in points(calls, how):
        ended = trial(root, start, disturbed, told, at, how)
        assert "Traceback" not in ended.output, ended.output
        assert not target.exists() or target.read_bytes() == EARLIER or is_whole(target)
        assert target.exists() or is_whole is whole_snapshot
        assert thidua(root, "verify").returncode == 0


@pytest.fixture(scope="module")
def appraised(finished, tmp_path_factory):
    """The workspace, and beside it the meeting's workbook with one score of the block."""
    folder = tmp_path_factory.mktemp("appraised")
    root, book = shutil.copytree(finished[0], folder / "block"), folder / "cham.xlsx"
    assert thidua(root, "appraise", "export", str(book), "--as-of", AS_OF).returncode == 0
    filled = openpyxl.load_workbook(book)
    score, reason = block_cell(filled["Sở Y tế"], "I.1")
    score.value, reason.value = 37.5, "thiếu tài liệu"
    filled.save(book)
    return root, book


@pytest.mark.parametrize("how", HOWS)
def test_a_disturbed_appraisal_is_there_whole_or_not_at_all(how, disturbed, appraised, tmp_path):
    start, book = appraised
    root, told = tmp_path / "block", ("appraise", "import", str(book), "--as-of", AS_OF)
    for at in points(trial(root, start, disturbed, told).changes, how):
        ended = trial(root, start, disturbed, told, at, how)
        assert "Traceback" not in ended.output, ended.output
        decided = rows(root, "SELECT after FROM audit_decisions")
        assert decided in ([], [("37.5",)])
        assert faults_of(root) == []
        if not decided:
            assert thidua(root, *told).returncode == 0
        assert thidua(root, "check", "--as-of", AS_OF).returncode in (0, 1)
        held = "SELECT block_score FROM audit_scores WHERE unit_id = 'syt' AND code = 'I.1'"
        assert rows(root, held) == [(37.5,)]


@pytest.fixture(scope="module")
def older(finished, tmp_path_factory):
    """The workspace with its store as the third version left it."""
    root = shutil.copytree(finished[0], tmp_path_factory.mktemp("older") / "block")
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        db.executescript(f"DELETE FROM searched; {BEFORE_THE_FOURTH}; PRAGMA user_version = 3")
    return root


@pytest.mark.parametrize("how", HOWS)
def test_a_disturbed_migration_is_done_whole_or_not_at_all(how, disturbed, older, tmp_path):
    root, told = tmp_path / "block", ("status", "--as-of", AS_OF)
    said, calls = canonical(older), trial(root, older, disturbed, told).changes
    assert f"/.{BACKUP}.writing" in {call.path for call in calls}
    for at in points(calls, how):
        ended = trial(root, older, disturbed, told, at, how)
        assert "Traceback" not in ended.output, ended.output
        assert rows(root, "PRAGMA user_version") in ([(3,)], [(4,)])
        assert differences(said, canonical(root)) == []
        assert thidua(root, *told).returncode == 0
        assert rows(root, "PRAGMA user_version") == [(4,)]
        assert faults_of(root) == []  # before the dump, which opens the store without tidying up after itself
        assert differences(said, canonical(root)) == []
        with closing(sqlite3.connect(root / BACKUP)) as kept:
            assert kept.execute("PRAGMA user_version").fetchone() == (3,)
            assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def kind(call):
    """A call's name and the part of the workspace that it changes: a commit is what is written to the store's log."""
    return call.name, call.path.split("/")[:2][-1]


def fitting(calls, how):
    """The calls that can fail in this way: only of a write can half be done."""
    return [call for call in calls if how != "torn" or "write" in call.name]


def points(calls, how):
    """The numbers of the calls that are tried: where many are, one of every kind first, the others evenly spread."""
    able = fitting(calls, how)
    firsts = {kind(call): call.number for call in reversed(able)} if sampled(False, True) else {}
    others = [call.number for call in able if call.number not in firsts.values()]
    return sorted([*firsts.values(), *spread(others, EACH - len(firsts))])


def trial(root, start, disturbed, command, at=0, how="kill"):
    """How the command ends on a fresh copy of the workspace."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(start, root)
    return disturbed.run(root, *command, at=at, how=how)


def spread(numbers, count):
    """So many of the numbers, evenly spread."""
    step = max(1.0, len(numbers) / count)
    return [numbers[int(i * step + step / 2)] for i in range(min(count, len(numbers)))]


def contents(folder: Path):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def faults_of(root: Path):
    """What does not hold in a workspace that is at rest: files that are not what their names say, a broken log."""
    wrong = [str(path) for path in root.iterdir() if path.name not in AT_REST]
    kept = [path for path in (root / "archive").rglob("*") if path.is_file()]
    wrong += [str(path) for path in kept if hashlib.sha256(path.read_bytes()).hexdigest() != path.name]
    received = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (root / "inbox").rglob("*.*[xp]")}
    wrong += [f"lost: {sha256}" for sha256 in received - {path.name for path in kept} - LOCKS]
    db = open_store(root / "thidua.db")
    broken = log.broken_at(db)
    wrong += [f"{row[0]}" for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
    wrong += [f"event {broken}"] if broken else []
    wrong += seals.broken(db)
    db.close()
    return wrong


AT_REST = {
    "inbox",
    "archive",
    "reports",
    "khoi.toml",
    "ke-hoach.docx",
    "tieu-chi.docx",
    "thidua.db",
    ".thidua.lock",
    BACKUP,
}
LOCKS = {hashlib.sha256(b"lock").hexdigest()}

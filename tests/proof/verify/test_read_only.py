"""A workspace that may only be read is proved as it lies there, and nothing is written into it."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.edges import turn
from pipeline.errors import Busy
from tests.proof.ordinary import ordinary
from tests.proof.verify.planted import STORE, copied

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights are set by the mode of a file")

DAMAGE = 3
WORKING = """
import pathlib, sys
from pipeline.edges.turn import alone
with alone(pathlib.Path(sys.argv[1]), print):
    print("there", flush=True)
    sys.stdin.read()
"""


def closed(root: Path) -> Path:
    """The workspace without a right to write anything of it."""
    for path in (root, *root.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    return root


def bare(root: Path) -> Path:
    """The same as on a disc that was burnt when nobody worked in it."""
    for path in (root / ".thidua.lock", *root.glob(f"{STORE}-*")):
        path.unlink(missing_ok=True)
    return closed(root)


@pytest.mark.parametrize("way", [closed, bare])
def test_what_may_only_be_read_is_proved(finished: Path, tmp_path: Path, way) -> None:
    root = way(copied(finished, tmp_path / "khối"))
    before = sorted(root.rglob("*"))
    done = ordinary("-C", root, "verify")
    assert (done.returncode, "are whole" in done.stdout) == (0, True), done.stderr
    assert sorted(root.rglob("*")) == before


def test_damage_of_what_may_only_be_read_is_found(finished: Path, tmp_path: Path) -> None:
    root = copied(finished, tmp_path / "khối")
    with closing(sqlite3.connect(root / STORE)) as db, db:
        db.execute("UPDATE findings SET severity = 'info'")
    assert ordinary("-C", bare(root), "verify").returncode == DAMAGE


@pytest.mark.parametrize("version", [-1, 0, 1, 99])
def test_what_is_told_of_the_store_names_the_workspace_not_the_copy(finished: Path, tmp_path: Path, version) -> None:
    root = copied(finished, tmp_path / "khối")
    with closing(sqlite3.connect(root / STORE)) as db:
        db.execute(f"PRAGMA user_version = {version}")
    done = ordinary("-C", bare(root), "verify")
    assert str(root / STORE) in done.stdout + done.stderr


def test_what_is_not_yet_carried_into_the_store_counts(finished: Path, tmp_path: Path) -> None:
    """A disc may hold a store whose last commits stand in its log alone."""
    kept, root = copied(finished, tmp_path / "kept"), tmp_path / "khối"
    with closing(sqlite3.connect(kept / STORE, isolation_level=None)) as db:
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute("UPDATE findings SET severity = 'info'")
        copied(kept, root)
    assert (root / f"{STORE}-wal").stat().st_size
    assert ordinary("-C", closed(root), "verify").returncode == DAMAGE


def test_a_paper_is_judged_where_nothing_may_be_written(finished: Path, tmp_path: Path) -> None:
    root = bare(copied(finished, tmp_path / "khối"))
    paper = min((root / "reports").glob("*.docx"))
    done = ordinary("-C", root, "verify", paper)
    assert (done.returncode, "numbers are the store's" in done.stdout) == (0, True), done.stderr


def test_it_waits_for_who_works_there(finished: Path, tmp_path: Path) -> None:
    root = copied(finished, tmp_path / "khối")
    (root / turn.LOCK).touch()
    with subprocess.Popen(
        [sys.executable, "-c", WORKING, root], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"there\n"
        with pytest.raises(Busy), turn.undisturbed(root, turn.unheard, patience=0.2):
            pass
        other.communicate()
    with turn.undisturbed(root, turn.unheard, patience=0.2):
        pass

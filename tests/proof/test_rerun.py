"""A rerun is a no-op: no row, no byte of a report, no file read."""

import hashlib
import sqlite3
from contextlib import closing

import pytest

from tests.proof.blocks import AS_OF, small_block
from tests.proof.dump import canonical, differences
from tests.proof.faults import AVAILABLE, driver

AT_REST = ("/thidua.db-", "/.thidua.lock")
"""SQLite's shared memory and its log, which are made and gone with each opening; an empty file that bears the lock."""
SYNCED = ("fsync", "fdatasync", "open")
"""What changes no byte by itself: a new file is seen by its bytes."""

RUN = ("run", "--as-of", AS_OF, "--jobs", "2")


@pytest.mark.skipif(not AVAILABLE, reason="opened files are counted by a library that gcc builds on Linux")
def test_a_second_run_reads_nothing_and_writes_nothing(tmp_path):
    root = small_block(tmp_path / "block")
    with driver(tmp_path) as running:
        first = running.run(root, *RUN)
        before = canonical(root), rows(root), contents(root)
        second = running.run(root, *RUN)
    assert (first.code, second.code) == (1, 1)
    assert len(read_below(first, "/archive/")) >= 3, "the first run must be seen to read"
    assert read_below(second, "/archive/") == []
    assert read_below(second, "/inbox/") == []
    assert [call for call in second.changes if call.name not in SYNCED and not call.path.startswith(AT_REST)] == []
    assert differences(before[0], canonical(root)) == []
    assert (rows(root), contents(root)) == before[1:]


@pytest.mark.skipif(not AVAILABLE, reason="opened files are counted by a library that gcc builds on Linux")
def test_a_run_never_writes_in_the_inbox(tmp_path):
    root = small_block(tmp_path / "block")
    with driver(tmp_path) as running:
        ended = running.run(root, *RUN)
    assert read_below(ended, "/inbox/")
    assert [call for call in ended.changes if call.path.startswith("/inbox")] == []


def read_below(ended, folder):
    """The files below the folder that were opened to be read."""
    return [call.path for call in ended.calls if call.number == 0 and call.path.startswith(folder)]


def rows(root):
    """Every row of every table, times and ids too."""
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        return list(db.iterdump())


def contents(root):
    return {
        str(path.relative_to(root)): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.startswith("thidua.db")
    }

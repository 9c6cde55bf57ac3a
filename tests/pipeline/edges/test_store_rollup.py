"""A block's figures are of one moment, also while somebody writes to its store."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date

from pipeline import run
from pipeline.edges.store_rollup import counted
from pipeline.edges.workers import local
from pipeline.edges.workspace import opened
from pipeline.standing import Standing
from tests.pipeline.papers import write_workspace

DAY = date(2023, 1, 10)
WRITER = """
import sqlite3, sys, time
end = time.monotonic() + 3
while time.monotonic() < end:
    db = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=10)
    rows = db.execute("SELECT * FROM findings").fetchall()
    db.execute("BEGIN IMMEDIATE")
    db.execute("DELETE FROM findings")
    db.executemany(f"INSERT INTO findings VALUES ({', '.join('?' * len(rows[0]))})", rows)
    db.execute("COMMIT")
    db.close()
    time.sleep(0.005)
"""


def test_figures_are_of_one_moment(tmp_path):
    root = write_workspace(tmp_path / "khoi")
    with opened(root) as workspace, local(1) as read:
        run.plan(workspace)
        run.receive(workspace)
        run.extract(workspace, read)
        _ = Standing(workspace, DAY).outcome
    store = root / "thidua.db"
    with closing(sqlite3.connect(store)) as db:
        assert db.execute("SELECT count(*) FROM findings").fetchone()[0] > 0
    quiet = counted("khoi", store)
    with subprocess.Popen([sys.executable, "-c", WRITER, str(store)]) as writer:
        seen = []
        while writer.poll() is None:
            seen.append(counted("khoi", store))
    assert writer.returncode == 0
    assert seen
    assert all(one == quiet for one in seen)

"""Many workspaces below one folder: run in one pool, counted together, none of their stores written to."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import province
from pipeline.commands.group import thidua
from pipeline.edges.cluster_client import NoCluster
from pipeline.edges.reading import Said
from pipeline.edges.workers import local
from tests.pipeline.papers import GOOD, write_workspace, write_year_report

pytestmark = pytest.mark.usefixtures("english")

DAY = date(2023, 1, 10)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two good workspaces, one with a broken block file, one with a file for a folder, and a folder that is none."""
    folder = tmp_path_factory.mktemp("tinh")
    for name in ("a", "e", "sâu/b"):
        root = write_workspace(folder / name)
        write_year_report(root / "inbox/syt.docx", "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    (folder / "e/reports").write_text("no folder", encoding="utf-8")
    (folder / "sâu/b/inbox/broken.docx").write_bytes(b"PK no paper")
    (folder / "c").mkdir()
    (folder / "c/khoi.toml").write_text("no toml", encoding="utf-8")
    (folder / "d").mkdir()
    return folder


def heard(_root):
    """Tells nobody that a workspace is waited for."""
    return lambda: None


@pytest.fixture(scope="module")
def done(folder):
    with local(2) as read:
        return list(province.run_all(province.workspaces(folder), DAY, read, 1, "vi", heard))


def rolled_up(folder):
    return CliRunner().invoke(thidua, ["rollup", str(folder), "--json"])


def test_workspaces_are_found_at_any_depth_and_none_inside_another(folder):
    found = [root.relative_to(folder).as_posix() for root in province.workspaces(folder)]
    assert found == ["a", "c", "e", "sâu/b"]
    assert province.workspaces(folder / "a") == [folder / "a"]
    assert province.workspaces(folder / "d") == []


def test_every_workspace_is_run_and_a_broken_one_stops_no_other(folder, done):
    assert [one.root.relative_to(folder).as_posix() for one in done] == ["a", "c", "e", "sâu/b"]
    good, broken, in_the_way, partly = done
    assert good.reports
    assert all(path.is_file() for path in good.reports)
    assert "khoi.toml" in str(broken.error)
    assert isinstance(in_the_way.error, OSError)
    assert (good.unreadable, partly.unreadable, partly.error) == (0, 1, None)


def lost_after_the_first(roots, *_others):
    """Runs one workspace; then the cluster is gone."""
    yield province.Done(roots[0], unreadable=1)
    raise NoCluster("gone")


def test_a_program_hears_of_each_workspace_as_soon_as_it_is_done(folder, monkeypatch):
    monkeypatch.setattr(province, "run_all", lost_after_the_first)
    told = CliRunner().invoke(thidua, ["run-all", str(folder), "--jobs", "1", "--json"])
    event, gone = told.stderr.splitlines()
    assert json.loads(event) == {
        "event": "workspace", "done": 1, "total": 4,
        "workspace": str(folder / "a"), "reports": [], "unreadable": 1, "error": "",
    }  # fmt: skip
    assert (told.stdout, told.exit_code, "gone" in gone) == ("", 2, True)
    quiet = CliRunner().invoke(thidua, ["run-all", str(folder), "--jobs", "1", "--json", "--quiet"])
    assert "event" not in quiet.stderr


HOLDING = """
import pathlib, sys
from pipeline.edges.turn import alone
with alone(pathlib.Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_workspace_where_another_is_at_work_comes_last_and_is_waited_for(folder, done):
    waited = []
    command = [sys.executable, "-c", HOLDING, str(folder / "a")]
    with (
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder,
        local(1) as read,
    ):
        assert holder.stdout.readline() == "held\n"

        def telling(root):
            waited.append(root.name)
            holder.communicate("done\n")
            return lambda: None

        ended = list(province.run_all([folder / "a", folder / "sâu/b"], DAY, read, 1, "vi", telling))
    assert [one.root.name for one in ended] == ["b", "a"]
    assert [one.error for one in ended] == [None, None]
    assert waited == ["a"]


def checked(root, as_of, refused):
    """A workspace that is as good as checked."""
    return province.Done(root)


def test_the_next_workspace_is_with_the_reader_before_the_one_before_is_through(tmp_path, monkeypatch):
    monkeypatch.setattr(province, "_finished", checked)
    order = []

    def read(given, limits, roster):
        jobs = list(given)
        name = jobs[0].path.relative_to(tmp_path).parts[0]
        order.append(f"{name} handed in")
        return (order.append(f"{name} read") or Said(job.file_id, "", None, "file.unsupported") for job in jobs)

    for name in "abc":
        (write_workspace(tmp_path / name) / "inbox/x.pdf").write_bytes(b"no paper")
    ended = list(province.run_all([tmp_path / name for name in "abc"], DAY, read, 1, "vi", heard))
    assert [(one.root.name, one.error) for one in ended] == [("a", None), ("b", None), ("c", None)]
    assert order == ["a handed in", "b handed in", "a read", "c handed in", "b read", "c read"]


def test_a_lost_cluster_stops_all_once_what_was_read_is_done(tmp_path, monkeypatch):
    monkeypatch.setattr(province, "_finished", checked)
    for name in "abc":
        (write_workspace(tmp_path / name) / "inbox/x.pdf").write_bytes(b"no paper")
    tried = []

    def read(given, limits, roster):
        jobs = list(given)
        tried.append(jobs[0].path.relative_to(tmp_path).parts[0])
        if tried[-1] == "b":
            raise NoCluster("gone")
        return (Said(job.file_id, "", None, "file.unsupported") for job in jobs)

    ended = []
    with pytest.raises(NoCluster):
        ended.extend(province.run_all([tmp_path / name for name in "abc"], DAY, read, 1, "vi", heard))
    assert [(one.root.name, one.error) for one in ended] == [("a", None)]


def endless(root, as_of, refused):
    """A check that is not through before the test has failed."""
    time.sleep(600)
    return province.Done(root)


def test_ctrl_c_does_not_wait_for_the_workspaces_that_are_being_checked(tmp_path, monkeypatch):
    monkeypatch.setattr(province, "_finished", endless)
    for name in "abc":
        (write_workspace(tmp_path / name) / "inbox/x.pdf").write_bytes(b"no paper")

    def read(given, limits, roster):
        jobs = list(given)
        if jobs[0].path.relative_to(tmp_path).parts[0] == "c":
            raise KeyboardInterrupt
        return (Said(job.file_id, "", None, "file.unsupported") for job in jobs)

    before = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(province.run_all([tmp_path / name for name in "abc"], DAY, read, 1, "vi", heard))
    assert time.monotonic() - before < 300


def dies(root, as_of, refused):
    if root.name == "a":
        os.kill(os.getpid(), signal.SIGKILL)
    return province.Done(root)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_process_that_dies_takes_one_workspace_with_it(folder, done, monkeypatch):
    monkeypatch.setattr(province, "_finished", dies)
    with local(1) as read:
        ended = list(province.run_all([folder / "a", folder / "sâu/b"], DAY, read, 1, "vi", heard))
    assert [one.error is None for one in ended] == [False, True]


def test_the_roll_up_counts_what_the_stores_hold(folder, done):
    roots = [folder / "a", folder / "sâu/b", folder / "sâu/b"]
    found = province.rolled_up(roots)
    held = sqlite3.connect(folder / "a/thidua.db")
    missing = held.execute("SELECT count(*) FROM audit_schedule WHERE state = 'missing'").fetchone()[0]
    held.close()
    row = ("Khối thi đua số 5", "2023-01-10", 1, missing)
    assert [(root, (b.name, b.as_of, b.documents, b.missing)) for root, b in found.blocks] == [(r, row) for r in roots]


@pytest.fixture
def block(folder, done, tmp_path):
    """A workspace of its own, run, with awards."""
    root = tmp_path / "tinh/khoi"
    shutil.copytree(folder / "a", root)
    with closing(sqlite3.connect(root / "thidua.db")) as db, db:
        db.execute("INSERT INTO awards VALUES ('syt', 'ldtt', 'individual', 9, NULL, 7, '{}')")
    return root


def test_awards_are_summed_over_blocks(block):
    found = province.rolled_up([block, block])
    assert found.awards == {
        ("ldtt", "individual", "registered"): 18,
        ("ldtt", "individual", "proposed"): 0,
        ("ldtt", "individual", "granted"): 14,
    }


def test_what_only_the_store_s_log_holds_is_counted_and_nothing_is_written(block):
    with closing(sqlite3.connect(block / "thidua.db")) as db:
        db.execute("UPDATE awards SET granted = 8")
        db.commit()
        before = {path.name: path.read_bytes() for path in block.iterdir() if path.is_file()}
        assert "thidua.db-wal" in before
        found = province.rolled_up([block])
        assert {path.name: path.read_bytes() for path in block.iterdir() if path.is_file()} == before
    assert found.awards["ldtt", "individual", "granted"] == 8


def test_a_store_at_rest_in_a_folder_that_may_not_be_written_is_counted(block):
    with closing(sqlite3.connect(block / "thidua.db")) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = sorted(path.name for path in block.iterdir())
    assert not (block / "thidua.db-wal").exists()
    assert len(province.rolled_up([block]).blocks) == 1
    assert sorted(path.name for path in block.iterdir()) == before


def spoil_pages(store):
    data = bytearray(store.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    store.write_bytes(data)


DAMAGE = {
    "no store": lambda store: store.unlink(),
    "no SQLite": lambda store: store.write_bytes(b"x" * 5000),
    "empty": lambda store: store.write_bytes(b""),
    "damaged pages": spoil_pages,
    "newer": lambda store: altered(store, "PRAGMA user_version = 99"),
    "older": lambda store: altered(store, "PRAGMA user_version = 1"),
    "not checked": lambda store: altered(store, "DELETE FROM derived"),
    "block file": lambda store: (store.parent / "khoi.toml").write_text("no toml", encoding="utf-8"),
}


def altered(store, statement):
    with closing(sqlite3.connect(store, isolation_level=None)) as db:
        db.execute(statement)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_block_that_cannot_be_counted_is_named_and_stops_no_other(block, damage):
    shutil.copytree(block, block.parent / "khoi2")
    DAMAGE[damage](block / "thidua.db")
    told = rolled_up(block.parent)
    assert told.exit_code == 1, told.output
    said = json.loads(told.stdout)
    assert [Path(one["workspace"]).name for one in said["blocks"]] == ["khoi2"]
    ((one),) = said["uncounted"]
    assert one["workspace"] == str(block)
    assert str(block) in one["error"] or "damaged" in one["error"]


def test_the_table_names_the_folders(block):
    told = CliRunner().invoke(thidua, ["rollup", str(block.parent)])
    assert told.exit_code == 0, told.output
    assert "khoi" in told.stdout
    assert "10/1/2023" in told.stdout


class Broken:
    """Processes that are gone, all together."""

    def schedule(self, *_args, **_kept):
        raise RuntimeError("Unexpected error within the Pool")


def test_a_workspace_is_finished_here_where_all_processes_are_gone(tmp_path):
    finished = province.Done(tmp_path, unreadable=7)

    def finish(root):
        return finished

    future = province._handed_over(Broken(), finish, tmp_path)
    assert province._outcome(tmp_path, future, finish) is finished

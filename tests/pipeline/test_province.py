"""Many workspaces below one folder: run in one pool, counted together, none of their stores written to."""

import sqlite3
from datetime import date

import pytest

from pipeline import province
from pipeline.edges.workers import local
from tests.pipeline.papers import write_workspace, write_year_report

DAY = date(2023, 1, 10)
GOOD = ("55", "38", "17", "36,5", "22", "14,5")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two good workspaces, one with a broken block file, and a folder that is none."""
    folder = tmp_path_factory.mktemp("tinh")
    for name in ("a", "sâu/b"):
        root = write_workspace(folder / name)
        write_year_report(root / "inbox/syt.docx", "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    (folder / "sâu/b/inbox/broken.docx").write_bytes(b"PK no paper")
    (folder / "c").mkdir()
    (folder / "c/khoi.toml").write_text("no toml", encoding="utf-8")
    (folder / "d").mkdir()
    return folder


@pytest.fixture(scope="module")
def done(folder):
    with local(2) as read:
        return list(province.run_all(province.workspaces(folder), DAY, read, 1, "vi"))


def test_workspaces_are_found_at_any_depth_and_none_inside_another(folder):
    assert [root.relative_to(folder).as_posix() for root in province.workspaces(folder)] == ["a", "c", "sâu/b"]
    assert province.workspaces(folder / "a") == [folder / "a"]
    assert province.workspaces(folder / "d") == []


def test_every_workspace_is_run_and_a_broken_one_stops_no_other(folder, done):
    assert [one.root.relative_to(folder).as_posix() for one in done] == ["a", "c", "sâu/b"]
    good, broken, partly = done
    assert good.reports
    assert all(path.is_file() for path in good.reports)
    assert "khoi.toml" in broken.error
    assert (good.unreadable, partly.unreadable) == (0, 1)


def test_the_roll_up_counts_what_the_stores_hold(folder, done):
    roots = [folder / "a", folder / "sâu/b", folder / "sâu/b"]
    blocks, _awards = province.rolled_up(roots)
    held = sqlite3.connect(folder / "a/thidua.db")
    late = held.execute("SELECT count(*) FROM audit_schedule WHERE state = 'missing'").fetchone()[0]
    held.close()
    assert [(b.name, b.documents, b.missing) for b in blocks] == [("Khối thi đua số 5", 1, late)] * 3


def test_awards_are_summed_over_blocks_and_no_store_is_written(folder, done):
    store = folder / "a/thidua.db"
    db = sqlite3.connect(store)
    db.execute("INSERT INTO awards VALUES ('syt', 'ldtt', 'individual', 9, NULL, 7, '{}')")
    db.commit()
    db.close()
    before = store.read_bytes()
    _blocks, awards = province.rolled_up([folder / "a", folder / "a"])
    assert [tuple(row) for row in awards] == [("ldtt", "individual", 18, 0, 14)]
    assert store.read_bytes() == before


def test_a_block_that_was_never_run_is_left_out(tmp_path):
    assert province.rolled_up([write_workspace(tmp_path / "new")]) == ([], [])

"""`watch` as a process of its own: files arrive while it runs, it is stopped and started again, nothing is lost."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress

import pytest

from pipeline.edges import wakeup
from pipeline.edges.stopping import interrupted_when_asked
from tests.pipeline.papers import GOOD, write_workspace, write_year_report

PATIENCE = 60
"""Seconds after which a wait has failed."""
CODE = "import sys; {before}; from pipeline.cli import main; main()"
NO_WATCHFILES = "sys.modules['watchfiles'] = None"


@pytest.fixture
def root(tmp_path):
    root = write_workspace(tmp_path / "khối thử")
    (root / "khoi.toml").write_text(
        "[inbox]\nsettle_seconds = 0.5\n" + (root / "khoi.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    return root


@pytest.fixture
def papers(tmp_path):
    for unit, number in (("Sở Y tế", "15/BC-SYT"), ("Sở Công Thương", "9/BC-SCT")):
        name = f"{number.rpartition('-')[2].lower()}.docx"
        write_year_report(tmp_path / name, unit, number, "20 tháng 12 năm 2022", GOOD, "91,5")
    return tmp_path


class Watching:
    """A running `watch`; every line that it printed so far."""

    def __init__(self, root, *arguments, before="pass"):
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        self.log = root.parent / f"log-{time.monotonic_ns()}.txt"
        code = CODE.format(before=before)
        command = [sys.executable, "-u", "-c", code, "-C", str(root), "watch", "--jobs", "1", *arguments]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=environment)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.process.kill()
        self.process.wait()

    def told(self):
        return self.log.read_text(encoding="utf-8")

    def until(self, text):
        end = time.monotonic() + PATIENCE
        while text not in self.told():
            assert self.process.poll() is None, self.told()
            assert time.monotonic() < end, self.told()
            time.sleep(0.05)

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)


def until(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def states(root):
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        return dict(db.execute("SELECT file_name, state FROM files"))


def drop(source, inbox):
    """Puts the file there whole, as a move on one disk does."""
    shutil.copy(source, inbox.parent / f"{source.name}.part")
    (inbox.parent / f"{source.name}.part").rename(inbox / source.name)


@pytest.mark.parametrize("before", ["pass", NO_WATCHFILES], ids=["told", "by-the-interval-alone"])
def test_what_arrives_is_taken_in_and_a_bad_file_blinds_it_to_none(root, papers, before):
    with Watching(root, "--interval", "0.4", before=before) as watching:
        watching.until("Ctrl+C")
        drop(papers / "syt.docx", root / "inbox")
        until(lambda: states(root).get("syt.docx") == "read")
        (root / "inbox/hỏng.docx").write_bytes(b"PK\x03\x04 no paper")
        watching.until("hỏng.docx")
        drop(papers / "sct.docx", root / "inbox")
        until(lambda: states(root).get("sct.docx") == "read")
        assert watching.stop() == 0
        assert watching.told().count("hỏng.docx") == 1
    assert states(root) == {"syt.docx": "read", "hỏng.docx": "quarantined", "sct.docx": "read"}
    assert list((root / "reports").glob("bao-cao*.docx"))


def test_a_request_to_stop_that_somebody_swallowed_is_not_lost():
    with interrupted_when_asked() as stopping:
        with suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(1)
        with pytest.raises(KeyboardInterrupt):
            stopping.end_if_asked()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_stopped_in_any_way_the_next_start_takes_in_what_came_meanwhile(root, papers, how):
    with Watching(root, "--interval", "0.4") as watching:
        watching.until("Ctrl+C")
        drop(papers / "syt.docx", root / "inbox")
        until(lambda: "syt.docx" in states(root))
        assert watching.stop(how) == (-how if how is signal.SIGKILL else 0)
    drop(papers / "sct.docx", root / "inbox")
    with Watching(root, "--interval", "0.4") as watching:
        until(lambda: states(root) == {"syt.docx": "read", "sct.docx": "read"})
        assert watching.stop() == 0


def test_a_file_that_is_still_being_copied_waits(root, papers):
    whole = (papers / "syt.docx").read_bytes()
    with Watching(root, "--interval", "0.4") as watching:
        watching.until("Ctrl+C")
        with (root / "inbox/syt.docx").open("wb") as copy:
            for start in range(0, len(whole), len(whole) // 12):
                copy.write(whole[start : start + len(whole) // 12])
                copy.flush()
                time.sleep(0.15)
                assert "syt.docx" not in states(root) or start + len(whole) // 12 >= len(whole)
        until(lambda: states(root) == {"syt.docx": "read"})
        watching.stop()
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        assert db.execute("SELECT bytes FROM files").fetchall() == [(len(whole),)]


def test_a_block_file_that_is_being_edited_is_waited_for_and_told_once(root, papers):
    good = (root / "khoi.toml").read_text(encoding="utf-8")
    with Watching(root, "--interval", "0.3") as watching:
        watching.until("Ctrl+C")
        (root / "khoi.toml").write_text(good.replace("year = 2022", "year ="), encoding="utf-8")
        drop(papers / "syt.docx", root / "inbox")
        watching.until("khoi.toml")
        time.sleep(1)
        assert watching.told().count("Cần sửa") == 1
        (root / "khoi.toml").write_text(good, encoding="utf-8")
        until(lambda: states(root).get("syt.docx") == "read")
        watching.stop()


def test_without_a_workspace_it_does_not_start(tmp_path):
    with Watching(tmp_path) as watching:
        assert watching.process.wait(PATIENCE) == 2
        assert "khoi.toml" in watching.told()


def test_without_anything_that_tells_of_changes_the_interval_wakes(tmp_path, monkeypatch):
    slept = []
    monkeypatch.setattr(wakeup.time, "sleep", slept.append)
    wakings = wakeup.wakings(tmp_path / "nothing there", 7.5)
    next(wakings)
    next(wakings)
    assert slept == [7.5, 7.5]

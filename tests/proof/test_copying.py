"""A file that is still being copied is never taken in half; a broken one is, once it was left alone."""

import hashlib
import os
import threading
import time

import pytest

from tests.pipeline.command import rows, thidua
from tests.pipeline.papers import GOOD, write_workspace, write_year_report

RUN = ("--lang", "en", "run", "--as-of", "2023-01-10", "--jobs", "1")


@pytest.fixture
def root(tmp_path):
    root = write_workspace(tmp_path / "khoi")
    with (root / "khoi.toml").open("a", encoding="utf-8") as settings:
        settings.write("[inbox]\nsettle_seconds = 3\n")
    return root


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "syt.docx"
    write_year_report(path, "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    return path.read_bytes()


class Copying(threading.Thread):
    """Copies slowly, a piece every fifth of a second, as over a weak network."""

    def __init__(self, path, data, seconds):
        super().__init__()
        self._path, self._data, self._pieces = path, data, int(seconds * 5)
        path.write_bytes(b"")
        self.start()

    def run(self):
        size = len(self._data) // self._pieces + 1
        with self._path.open("ab", buffering=0) as out:
            for n in range(self._pieces):
                time.sleep(0.2)
                out.write(self._data[n * size : (n + 1) * size])


def received(root):
    return rows(root, "SELECT file_name, sha256, state FROM files ORDER BY file_id")


def test_a_file_whose_copy_ends_while_the_run_waits_is_taken_whole_at_the_first_start(root, paper):
    copying = Copying(root / "inbox/syt.docx", paper, 1.5)
    done = thidua(root, *RUN)
    copying.join()
    if not received(root):  # the run came so late that it had to leave the file
        done = thidua(root, *RUN)
    assert received(root) == [("syt.docx", hashlib.sha256(paper).hexdigest(), "read")], done.stderr
    assert done.returncode == 0


def test_a_file_that_is_copied_longer_waits_for_the_next_run_and_is_told(root, paper):
    (root / "inbox/xong.docx").write_bytes(paper + b"")
    copying = Copying(root / "inbox/dang chep.docx", paper + b"\0", 60)
    started = time.monotonic()
    done = thidua(root, *RUN)
    assert done.returncode == 0, done.stderr
    assert received(root) == [("xong.docx", hashlib.sha256(paper).hexdigest(), "read")]
    assert "dang chep.docx is still being copied" in done.stderr
    assert time.monotonic() - started < 30
    copying._pieces = 0  # nothing more comes
    (root / "inbox/dang chep.docx").unlink()


def test_a_half_file_that_nobody_writes_to_is_broken_and_its_whole_copy_is_read_later(root, paper):
    path = root / "inbox/syt.docx"
    path.write_bytes(paper[: len(paper) // 2])
    assert thidua(root, *RUN).returncode == 1
    assert [state for _name, _sha, state in received(root)] == ["quarantined"]
    path.write_bytes(paper)
    thidua(root, *RUN)
    assert [state for _name, _sha, state in received(root)] == ["quarantined", "read"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told_and_stops_no_other(root, paper):
    (root / "inbox/khoa.docx").write_bytes(paper + b"\0")
    (root / "inbox/khoa.docx").chmod(0)
    (root / "inbox/syt.docx").write_bytes(paper)
    done = thidua(root, *RUN)
    assert [name for name, _sha, _state in received(root)] == ["syt.docx"]
    assert "khoa.docx cannot be read" in done.stderr


def test_a_paper_that_is_open_in_word_is_taken_and_told(root, paper):
    (root / "inbox/bao cao.docx").write_bytes(paper)
    (root / "inbox/~$o cao.docx").write_bytes(b"\5Lan")
    done = thidua(root, *RUN)
    assert "bao cao.docx is open in another program" in done.stderr
    assert sorted(state for _name, _sha, state in received(root)) == ["passed_over", "read"]

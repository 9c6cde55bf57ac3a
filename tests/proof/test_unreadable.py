"""A file of the inbox that may not be read stops no other, is told at every run, and shows in the exit code."""

import ctypes
import errno
import os
import subprocess
import sys

import pytest

from tests.pipeline.command import rows
from tests.proof.blocks import AS_OF, small_block

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights are set by the mode of a file")

DROP_FROM_BOUNDING_SET = 24
READS_AND_WRITES_ALL, READS_ALL = 1, 2
RUN = ("run", "--as-of", AS_OF, "--jobs", "1")


def no_superuser():
    """Gives up root's right to open what its mode forbids, before the command starts; others have none."""
    if os.geteuid() == 0:
        for right in (READS_AND_WRITES_ALL, READS_ALL):
            assert ctypes.CDLL(None, use_errno=True).prctl(DROP_FROM_BOUNDING_SET, right, 0, 0, 0) == 0


def ordinary(*arguments):
    """The command as somebody runs it who is not root."""
    code = "from pipeline.cli import main; main()"
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-c", code, "--lang", "en", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, preexec_fn=no_superuser, check=False
    )


@pytest.fixture
def root(tmp_path):
    """A workspace without a broken file, one of whose papers may not be read."""
    root = small_block(tmp_path / "năm" / "khối")
    (root / "inbox/hong.docx").unlink()
    (root / "inbox/sct.docx").chmod(0)
    return root


def test_a_file_that_may_not_be_read_shows_in_the_exit_code_until_it_can(root):
    for command in (RUN, RUN, ("receive",)):
        done = ordinary("-C", root, *command)
        assert done.returncode == 1, done.stderr
        assert f"sct.docx cannot be read ({os.strerror(errno.EACCES)})" in done.stderr
        assert rows(root, "SELECT file_name FROM files WHERE file_name = 'sct.docx'") == []
        assert rows(root, "SELECT count(*) FROM files WHERE state = 'read'") == [(1,)]
    assert rows(root, "SELECT state FROM audit_files WHERE file_name = 'sy te.docx'") == [("duplicate",)]
    (root / "inbox/sct.docx").chmod(0o644)
    done = ordinary("-C", root, *RUN)
    assert done.returncode == 0, done.stderr
    assert rows(root, "SELECT state FROM files WHERE file_name = 'sct.docx'") == [("read",)]


def test_a_folder_that_may_not_be_opened_stops_no_other(root):
    (root / "inbox/sct.docx").unlink()
    (root / "inbox/kín").mkdir(mode=0)
    done = ordinary("-C", root, *RUN)
    assert done.returncode == 1, done.stderr
    assert f"kín/ cannot be read ({os.strerror(errno.EACCES)})" in done.stderr
    assert rows(root, "SELECT count(*) FROM files WHERE state = 'read'") == [(1,)]


@pytest.mark.parametrize("way", [(), ("--dry-run",)])
def test_so_it_does_where_many_blocks_are_run(root, way):
    done = ordinary("run-all", root.parent, "--as-of", AS_OF, "--jobs", "1", "--json", *way)
    assert done.returncode == 1, done.stderr
    assert '"unreadable": 1' in done.stdout

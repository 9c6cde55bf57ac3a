"""A file of the inbox that may not be read stops no other, is told at every run, and shows in the exit code."""

import errno
import os

import pytest

from tests.pipeline.command import rows
from tests.proof.blocks import AS_OF, small_block
from tests.proof.ordinary import ordinary

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights are set by the mode of a file")

RUN = ("run", "--as-of", AS_OF, "--jobs", "1")


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

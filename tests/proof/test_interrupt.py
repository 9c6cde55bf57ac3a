"""Ctrl+C in the middle of a long reading: what was read is kept, nothing is left half done, the next run goes on."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile

import pytest

from pipeline.batches import GROUP
from pipeline.commands.group import INTERRUPTED
from tests.pipeline.command import rows, thidua
from tests.pipeline.papers import GOOD, aged, write_workspace, write_year_report

if sys.platform == "linux":
    from fcntl import F_SETPIPE_SZ, fcntl

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a group of processes is asked to stop")

PAPERS = 500
A_PAGE = 4096
"""Bytes: what a pipe holds of progress then is a hundred papers' at most, and who tells more waits to be heard."""
EXTRACT = ("--lang", "en", "extract", "--jobs", "2", "--json")


@pytest.fixture
def root(tmp_path):
    """A workspace with many papers that were taken in and not read."""
    root = write_workspace(tmp_path / "khoi")
    first = root / "inbox/0.docx"
    write_year_report(first, "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    whole = first.read_bytes()
    for number in range(1, PAPERS):
        path = root / f"inbox/{number}.docx"
        path.write_bytes(whole)
        with zipfile.ZipFile(path, "a") as parts:
            parts.comment = str(number).encode()
    assert thidua(aged(root), "receive").returncode == 0
    return root


def started(root):
    """The extraction, in a group of processes of its own, as a shell starts it."""
    code = "from pipeline.cli import main; main()"
    command = [sys.executable, "-c", code, "-C", str(root), *EXTRACT]
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    extracting = subprocess.Popen(command, **pipes, encoding="utf-8", start_new_session=True)
    if sys.platform == "linux":
        fcntl(extracting.stderr, F_SETPIPE_SZ, A_PAGE)
    return extracting


def alive(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def read_of(root):
    return rows(root, "SELECT count(*) FROM files WHERE state = 'read' AND reason = ''")[0][0]


def test_what_was_read_is_kept_and_the_next_run_goes_on(root):
    with started(root) as extracting:
        done = 0
        while done < 2 * GROUP:
            done = json.loads(extracting.stderr.readline())["done"]
        os.killpg(extracting.pid, signal.SIGINT)
        _out, err = extracting.communicate(timeout=30)
    assert extracting.returncode == INTERRUPTED
    assert "Traceback" not in err
    assert "Stopped" in err
    end = time.monotonic() + 10
    while alive(extracting.pid):
        assert time.monotonic() < end, "a reader outlived the command"
        time.sleep(0.1)
    kept = read_of(root)
    assert done - GROUP <= kept < PAPERS
    assert rows(root, "SELECT count(*) FROM files WHERE state = 'received' AND reason = ''") == [(PAPERS - kept,)]
    assert rows(root, "SELECT count(*) FROM events WHERE what = 'extract'") == [(kept,)]
    assert thidua(root, "verify").returncode == 0
    again = thidua(root, *EXTRACT)
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout) == {"read": PAPERS - kept, "refused": 0}
    assert thidua(root, "verify").returncode == 0

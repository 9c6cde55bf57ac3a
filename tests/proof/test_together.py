"""Two at once on one workspace: one waits, and says so; nothing is doubled and nothing is lost."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest

from pipeline.edges import store_decisions
from pipeline.edges.turn import alone
from pipeline.edges.workspace import opened
from pipeline.errors import Busy
from tests.pipeline.command import thidua
from tests.proof.blocks import AS_OF, small_block
from tests.proof.dump import canonical, differences

RUN = ("run", "--as-of", AS_OF, "--jobs", "1")


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    return small_block(tmp_path_factory.mktemp("start") / "block")


def started(root, *arguments):
    code = "from pipeline.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, "--lang", "en", "-C", str(root), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )


def test_two_runs_at_once_on_a_new_workspace_are_one(tmp_path, start):
    root, other = (Path(shutil.copytree(start, tmp_path / name)) for name in ("together", "alone"))
    assert thidua(other, *RUN).returncode == 1
    both = [started(root, *RUN), started(root, *RUN)]
    told = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [1, 1], told
    assert differences(canonical(other), canonical(root)) == []
    assert doubled(root) == []


@contextmanager
def served(root):
    """The workspace's desk, as it answers; ended at the end."""
    pytest.importorskip("uvicorn")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    desk = started(root, "serve", "--port", str(port), "--as-of", AS_OF)
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(400):
            if desk.poll() is not None or answer(address) == 200:
                break
            time.sleep(0.1)
        assert desk.poll() is None, desk.communicate()
        yield partial(_page, address)
    finally:
        desk.terminate()
        told = desk.communicate(timeout=30)
        assert "Traceback" not in told[1], told


def answer(address):
    """The status of a page; 0 where nobody listens."""
    try:
        with urllib.request.urlopen(address, timeout=30) as page:
            return page.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def _page(address, path):
    return answer(f"{address}{path}")


PAGES = ("/", "/search?q=b%C3%A1o+c%C3%A1o", "/thidua/audit_facts", "/thidua/audit_files.json")


def test_a_desk_and_two_runs_at_once_are_one(tmp_path, start):
    """The desk is open while papers come in; whoever searches writes too."""
    root, other = (Path(shutil.copytree(start, tmp_path / name)) for name in ("together", "alone"))
    assert thidua(other, *RUN).returncode == 1
    with served(root) as page:
        running = [started(root, *RUN), started(root, *RUN)]
        seen = [page(path) for path in PAGES]
        while any(process.poll() is None for process in running):
            seen += [page(path) for path in PAGES]
            time.sleep(0.05)
        told = [process.communicate() for process in running]
        seen += [page(path) for path in PAGES]
        assert [process.returncode for process in running] == [1, 1], told
    assert set(seen) == {200}
    assert differences(canonical(other), canonical(root)) == []
    assert doubled(root) == []
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        assert db.execute("SELECT count(*) FROM searched").fetchone()[0] >= 2
    assert thidua(root, "verify").returncode == 0


def test_a_proof_while_runs_go_on_tells_of_no_damage(tmp_path, start):
    root = Path(shutil.copytree(start, tmp_path / "block"))
    assert thidua(root, *RUN).returncode == 1
    answers = []
    for day in range(1, 4):
        running = started(root, "run", "--as-of", f"2023-02-0{day}", "--jobs", "1")
        while running.poll() is None:
            proof = started(root, "verify")
            answers.append((*proof.communicate(), proof.returncode))
        running.communicate()
        assert running.returncode == 1
    assert len(answers) >= 3
    assert [answer for answer in answers if answer[2] != 0] == []


def doubled(root):
    """What stands more than once in tables and log where once is enough."""
    queries = (
        "SELECT file_name FROM files GROUP BY file_name, sha256 HAVING count(*) > 1",
        "SELECT file_name FROM reports GROUP BY file_name, sha256 HAVING count(*) > 1",
        "SELECT what || ' ' || subject FROM events WHERE what <> 'check' GROUP BY what, subject HAVING count(*) > 1",
    )
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        return [row[0] for query in queries for row in db.execute(query)]


def test_who_comes_second_waits_and_says_so(tmp_path):
    root = small_block(tmp_path / "block")
    with alone(root, lambda: None):
        process = started(root, "receive")
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(4)
        assert not (root / "thidua.db").exists()
    _out, err = process.communicate()
    assert process.returncode == 0
    assert "Another thidua is at work in" in err


def test_who_waits_too_long_gives_up_and_changes_nothing(tmp_path):
    """The lock is held by another process, as a process does not wait for itself."""
    root = small_block(tmp_path / "block")
    code = (
        "import sys, pathlib, time\nfrom pipeline.edges.turn import alone\n"
        "with alone(pathlib.Path(sys.argv[1]), print):\n    print('held', flush=True)\n    time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(root)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        told = []
        with pytest.raises(Busy), alone(root, lambda: told.append(time.monotonic()), patience=1.5):
            pytest.fail("two are at work")
        holder.kill()
        holder.wait()
        assert len(told) == 1
        with alone(root, lambda: pytest.fail("the lock of a killed process is free"), patience=0):
            pass


def test_decisions_made_while_runs_go_on_all_stand(tmp_path):
    """As the review desk writes them: beside the run, without its lock."""
    root = small_block(tmp_path / "block")
    assert thidua(root, *RUN).returncode == 1
    (root / "inbox/moi.docx").write_bytes((root / "ke-hoach.docx").read_bytes())
    running = [started(root, *RUN), started(root, "check", "--as-of", "2023-01-11")]
    decided = 0
    while any(process.poll() is None for process in running) or decided == 0:
        decided += _decide(root, f"lần {decided}")
        time.sleep(0.02)
    told = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [1, 1], told
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        assert db.execute("SELECT count(*) FROM decisions").fetchone() == (decided,)
    assert thidua(root, *RUN).returncode == 1
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        query = "SELECT value, status FROM facts JOIN documents USING (document_id) WHERE field = ? AND unit_id = ?"
        assert db.execute(query, ["place", "syt"]).fetchone() == (f"lần {decided - 1}", "corrected")
    assert thidua(root, "verify").returncode == 0


class Place:
    """A person's word on where a paper was written."""

    field, reason = "place", "đọc lại"

    def __init__(self, document_id, after):
        self.document_id, self.after = document_id, after


def _decide(root, after):
    with opened(root) as workspace:
        (document_id,) = workspace.db.execute("SELECT document_id FROM documents WHERE unit_id = 'syt'").fetchone()
        return len(store_decisions.decide(workspace, "lan", [Place(document_id, after)]))

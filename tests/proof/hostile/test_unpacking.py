"""Mails and archives that swell or never end take a worker with them, neither the run nor what else came."""

import os
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from tests.packed import zipped
from tests.pipeline.command import thidua
from tests.pipeline.papers import aged
from tests.proof.blocks import AS_OF, small_block
from tests.proof.hostile.mails import attachment
from tests.proof.size import sampled

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is refused by the system on Linux alone")

MEGABYTES = 400
LIMITS = f"[limits]\nmemory_bytes = {MEGABYTES * 1_000_000}\nstalled_seconds = 3\n"


@cache
def swelling() -> bytes:
    """A zip that keeps to every limit of number, size and ratio, and whose files need more memory than allowed."""
    return zipped({f"{n}.txt": b"0" * 19_500_000 for n in range(25)})


def never_ending() -> bytes:
    """A mail of parts in parts whose lines are held against every boundary around them."""
    depth, lines = 900, sampled(150_000, 400_000)
    heads = b"".join(b"Content-Type: multipart/mixed; boundary=e%d\r\n\r\n--e%d\r\n" % (n, n) for n in range(depth))
    return b"From: a@b.example\r\nSubject: bao cao\r\nMIME-Version: 1.0\r\n" + heads + b"\r\n--e\r\n" * lines


BOMBS = {
    "swelling.zip": swelling,
    "swelling.eml": lambda: attachment(swelling(), "ho so.zip"),
    "never-ending.eml": never_ending,
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with small limits, into whose inbox the bombs came, run."""
    root = small_block(tmp_path_factory.mktemp("bombs") / "khối")
    with (root / "khoi.toml").open("a", encoding="utf-8") as settings:
        settings.write(LIMITS)
    for name, made in BOMBS.items():
        (root / "inbox" / name).write_bytes(made())
    aged(root)
    done = thidua(root, "run", "--as-of", AS_OF, "--jobs", "1")
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return root


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_kept_and_refused_for_what_it_takes(root: Path, name: str) -> None:
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        query = "SELECT state, reason FROM audit_files WHERE file_name = ?"
        assert db.execute(query, [name]).fetchall() == [("quarantined", "file.too_large")]
        held = db.execute("SELECT count(*) FROM audit_files WHERE file_name LIKE ?", [f"{name}/%"]).fetchone()
    assert held == (0,)


def test_all_else_that_came_is_read(root: Path) -> None:
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        query = "SELECT count(*) FROM audit_documents WHERE number IN ('9/BC-SCT', '15/BC-SYT')"
        assert db.execute(query).fetchone() == (2,)
        zipped_ = db.execute("SELECT state FROM audit_files WHERE file_name = 'email/ho so.zip'").fetchone()
    assert zipped_ == ("container",)
    assert thidua(root, "verify").returncode == 0


OPENED = """
    import os, resource, sys
    from pathlib import Path
    from extractors.records import Limits
    from pipeline.edges.unpacking import confined_unpacking

    with confined_unpacking() as unpack:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        pieces = unpack("a", Path(sys.argv[1]), Limits(memory_bytes=int(sys.argv[2]), stalled_seconds=3))
        print(len(pieces), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.parametrize("name", BOMBS)
def test_the_run_itself_takes_nothing_for_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BOMBS[name]())
    command = [sys.executable, "-c", textwrap.dedent(OPENED), str(path), str(MEGABYTES * 1_000_000)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    pieces, kilobytes = map(int, done.stdout.split())
    assert pieces == 1
    assert kilobytes < 50_000

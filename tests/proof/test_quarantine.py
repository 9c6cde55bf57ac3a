"""A reader that dies takes one file with it, which is tried again only when file, limits or program changed."""

import io
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from tests.packed import zipped
from tests.pipeline.command import rows, thidua
from tests.pipeline.papers import GOOD, aged, write_workspace, write_year_report

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="children are found in /proc")


@pytest.fixture
def root(tmp_path):
    root = write_workspace(tmp_path / "khoi")
    write_year_report(root / "inbox/b.docx", "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    (root / "inbox/a.docx").write_bytes(lengthened((root / "inbox/b.docx").read_bytes()))
    return aged(root)


def lengthened(paper):
    """The paper with 30,000 paragraphs more, which take seconds to read."""
    more = "".join(
        f"<w:p><w:r><w:t>Đoạn {n}: nội dung của một báo cáo rất dài.</w:t></w:r></w:p>" for n in range(30_000)
    )
    with zipfile.ZipFile(io.BytesIO(paper)) as parts:
        files = {name: parts.read(name) for name in parts.namelist()}
    head, sign, tail = files["word/document.xml"].rpartition(b"<w:sectPr")
    return zipped({**files, "word/document.xml": head + more.encode() + sign + tail})


def limited(root, **limits):
    """Sets the limits in khoi.toml."""
    text = (root / "khoi.toml").read_text(encoding="utf-8").partition("[limits]")[0]
    lines = "".join(f"{name} = {value}\n" for name, value in limits.items())
    (root / "khoi.toml").write_text(f"{text}[limits]\n{lines}", encoding="utf-8")


def states(root):
    return rows(root, "SELECT file_name, state, reason FROM files ORDER BY file_name")


def tries(root):
    return rows(root, "SELECT count(*) FROM events WHERE what = 'extract'")[0][0]


def extracting_while_readers_are_killed(root, times):
    """The exit code of an extraction of whose readers so many are killed, one after another."""
    code = "from pipeline.cli import main; main()"
    assert thidua(root, "receive").returncode == 0
    command = [sys.executable, "-c", code, "-C", str(root), "extract", "--jobs", "1"]
    killed = set()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as extracting:
        for _time in range(times):
            killed.add(kill_reader(extracting.pid, killed))
        extracting.wait()
    assert len(killed - {0}) == times
    return extracting.returncode


def test_a_reader_that_is_killed_once_is_not_laid_to_the_files_charge(root):
    assert extracting_while_readers_are_killed(root, 1) == 0
    assert states(root) == [("a.docx", "read", ""), ("b.docx", "read", "")]


def test_a_file_over_which_readers_are_killed_again_is_tried_only_when_something_changed(root):
    (root / "inbox/b.docx").unlink()
    assert extracting_while_readers_are_killed(root, 2) == 1
    assert states(root) == [("a.docx", "quarantined", "file.unreadable")]
    before = tries(root)
    assert thidua(root, "extract").returncode == 1
    assert tries(root) == before
    limited(root, seconds=100)
    assert thidua(root, "extract").returncode == 0
    assert states(root) == [("a.docx", "read", "")]


def kill_reader(parent, spared):
    """The child that was killed once it read: it takes time for longer than the others need to start; 0: none."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for child in set(children(parent)) - spared:
            if busy(child):
                os.kill(child, signal.SIGKILL)
                return child
        time.sleep(0.02)
    return 0


def children(parent):
    """The processes that any of its threads started."""
    told = ""
    for thread in Path(f"/proc/{parent}/task").glob("*/children"):
        with suppress(OSError):
            told += thread.read_text(encoding="ascii")
    return [int(pid) for pid in told.split()]


def busy(pid):
    """Whether the process has used half a second of the processor: it reads."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return False
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") > 0.5


@pytest.mark.parametrize(
    ("tight", "wide"),
    [({"seconds": 0.2}, {"seconds": 100}), ({"memory_bytes": 120_000_000}, {"memory_bytes": 2_000_000_000})],
)
def test_a_limit_quarantines_with_its_reason_and_a_wider_one_tries_again(root, tight, wide):
    limited(root, **tight)
    thidua(root, "receive")
    assert thidua(root, "extract", "--jobs", "1").returncode == 1
    assert ("a.docx", "quarantined") in [row[:2] for row in states(root)]
    assert rows(root, "SELECT detail <> '' FROM files WHERE file_name = 'a.docx'") == [(1,)]
    before = tries(root)
    thidua(root, "extract", "--jobs", "1")
    assert tries(root) == before
    limited(root, **wide)
    assert thidua(root, "extract", "--jobs", "1").returncode == 0
    assert {state for _name, state, _reason in states(root)} == {"read"}


def test_a_file_that_is_sent_again_whole_is_read(root):
    path = root / "inbox/b.docx"
    whole = path.read_bytes()
    path.write_bytes(whole[:9000])
    aged(root)
    thidua(root, "receive")
    assert thidua(root, "extract").returncode == 1
    path.write_bytes(whole)
    thidua(root, "receive")
    thidua(root, "extract")
    assert ("b.docx", "read", "") in states(root)


@pytest.mark.parametrize("before", ["received", "read"])
def test_a_file_that_the_archive_does_not_give_for_a_while_stays_what_it_is_and_is_read_when_it_does(root, before):
    assert thidua(root, "receive").returncode == 0
    if before == "read":
        assert thidua(root, "extract").returncode == 0
        limited(root, seconds=100)
    said = rows(root, "SELECT * FROM extractions ORDER BY file_id")
    (root / "archive").rename(root / "away")
    assert thidua(root, "extract").returncode == 1
    assert {row[1:] for row in states(root)} == {(before, "file.unreadable")}
    assert rows(root, "SELECT * FROM extractions ORDER BY file_id") == said
    shutil.rmtree(root / "archive", ignore_errors=True)
    (root / "away").rename(root / "archive")
    assert thidua(root, "extract").returncode == 0
    assert {row[1:] for row in states(root)} == {("read", "")}

"""Reading in processes: what ends first comes first, and a lost worker costs one file."""

import faulthandler
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.records import Limits
from pipeline.edges import confining, workers
from pipeline.edges.reading import Job, Said
from pipeline.edges.workers import local, shares
from tests.pipeline.papers import GOOD, write_year_report
from tests.pipeline.reading import read_through

LIMITS = Limits()


def jobs(count, path=Path("no such file")):
    return [Job(number, path) for number in range(count)]


@pytest.fixture
def paper(tmp_path):
    """A small Office file by its first bytes: such are read some at a time."""
    path = tmp_path / "paper"
    path.write_bytes(b"PK\x03\x04")
    return path


def test_small_files_that_are_no_scans_are_read_some_at_a_time_and_any_other_alone(paper, tmp_path):
    printed, scan, large = tmp_path / "printed", tmp_path / "scan", tmp_path / "large"
    printed.write_bytes(b"%PDF-1.7 <</Type/Page>>")
    scan.write_bytes(b"%PDF-1.7 <</Type /XObject /Subtype /Image>>")
    large.write_bytes(b"PK\x03\x04" + bytes(workers.QUICK_BYTES))
    due = [*jobs(6, paper), *jobs(2, scan), *jobs(1, paper), *jobs(2, printed), *jobs(1, large), *jobs(1)]
    told = list(shares(due))
    assert [job for share in told for job in share] == due
    assert [len(share) for share in told] == [4, 2, 1, 1, 3, 1, 1]


def held_up(job, limits, roster):
    """Reads like a worker over a long scan: the first file only once there is a sign."""
    while job.file_id == 0 and not job.path.exists():
        time.sleep(0.01)
    return Said(job.file_id, "", b"read")


def test_a_long_scan_holds_up_no_file_that_was_handed_out_after_it(monkeypatch, tmp_path):
    monkeypatch.setattr(workers, "read_confined", held_up)
    sign = tmp_path / "sign"
    with local(2) as read:
        said = read(jobs(5, sign), LIMITS, ())
        before = sorted(next(filter(None, said)).file_id for _ in range(4))
        assert next(said) is None
        sign.touch()
        assert [one.file_id for one in said if one] == [0]
    assert before == [1, 2, 3, 4]


def broken(job, limits, roster):
    """Reads like a worker that breaks over every third file, each time in another way."""
    if job.file_id == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    if job.file_id == 7:
        faulthandler.disable()  # pytest's, which would print where it was
        os.abort()
    if job.file_id == 5:
        time.sleep(600)
    if job.file_id == 8:
        raise MemoryError
    return Said(job.file_id, "", str(os.getpid()).encode())


@pytest.mark.parametrize("together", [False, True])
def test_a_lost_worker_costs_one_file(monkeypatch, paper, together):
    monkeypatch.setattr(workers, "read_confined", broken)
    due = jobs(10, paper) if together else jobs(10)
    with local(2) as read:
        said = read_through(read, due, replace(LIMITS, seconds=0.5))
    assert [one.file_id for one in said] == list(range(10))
    failed = {one.file_id: one.code for one in said if one.extraction is None}
    assert failed == {2: "file.unreadable", 5: "file.too_large", 7: "file.too_large", 8: "file.too_large"}


def killed_once(job, limits, roster):
    """Reads like a worker that the system kills the first time, since others wanted the memory."""
    if not job.path.exists():
        job.path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return Said(job.file_id, "", b"read")


def ended_once(job, limits, roster):
    """Reads like a worker that a service manager ends the first time, with all the others."""
    if not job.path.exists():
        job.path.touch()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(5)
    return Said(job.file_id, "", b"read")


@pytest.mark.parametrize("reading_in", [killed_once, ended_once])
def test_a_worker_that_was_ended_from_outside_is_not_laid_to_the_files_charge(monkeypatch, tmp_path, reading_in):
    monkeypatch.setattr(workers, "read_confined", reading_in)
    with local(1) as read:
        (said,) = read_through(read, [Job(1, tmp_path / "tried")])
    assert said.extraction == b"read"


def test_bytes_that_are_not_those_that_came_are_not_read(tmp_path):
    path = tmp_path / "archived"
    path.write_bytes(b"changed")
    with local(1) as read:
        (said,) = read_through(read, [Job(1, path, "0" * 64)])
    assert (said.extraction, said.passing, said.reason) == (None, True, "the archived copy was changed")


def touching(job, limits, roster):
    """Leaves a sign that the file was read."""
    job.path.touch()
    return Said(job.file_id, "", b"")


def test_the_reading_begins_before_anybody_asks_what_the_first_file_says(monkeypatch, tmp_path):
    monkeypatch.setattr(workers, "read_confined", touching)
    with local(1) as read:
        said = read([Job(1, tmp_path / "read")], LIMITS, ())
        end = time.monotonic() + 20
        while not (tmp_path / "read").exists() and time.monotonic() < end:
            time.sleep(0.01)
        assert (tmp_path / "read").exists()
        assert [one.file_id for one in said if one] == [1]


def counting(job, limits, roster):
    """Says which process reads the file."""
    return Said(job.file_id, "", str(os.getpid()).encode())


def test_workers_stay_from_file_to_file_and_from_one_reading_to_the_next(monkeypatch):
    monkeypatch.setattr(workers, "read_confined", counting)
    with local(1) as read:
        processes = {said.extraction for _ in range(2) for said in read_through(read, jobs(20))}
    assert len(processes) == 1
    assert processes != {str(os.getpid()).encode()}


def test_no_file_starts_no_process(monkeypatch):
    monkeypatch.setattr("pebble.ProcessPool.schedule", lambda *_: pytest.fail("scheduled"))
    with local(4) as read:
        assert read_through(read, []) == []


def test_a_real_file_is_read_and_a_missing_or_large_one_is_told(tmp_path):
    path = tmp_path / "syt.docx"
    write_year_report(path, "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    with local(1) as read:
        good, missing = read_through(read, [Job(1, path), Job(2, tmp_path / "no.docx")])
        (large,) = read_through(read, [Job(3, path)], replace(LIMITS, file_bytes=10))
    assert b"15/BC-SYT" in good.extraction
    assert (missing.code, large.code) == ("file.unreadable", "file.too_large")


def hungry(job, limits, roster):
    """Takes 300 MB under the worker's limit."""
    confining.cap_memory(limits.memory_bytes)
    return Said(job.file_id, "", str(len(bytearray(300_000_000))).encode())


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="only Linux holds a process to its addresses")
@pytest.mark.parametrize(("megabytes", "code"), [(100, "file.too_large"), (800, "")])
def test_a_worker_is_held_to_its_memory(monkeypatch, megabytes, code):
    monkeypatch.setattr(workers, "read_confined", hungry)
    with local(1) as read:
        (said,) = read_through(read, jobs(1), replace(LIMITS, memory_bytes=megabytes * 1_000_000))
    assert said.code == code

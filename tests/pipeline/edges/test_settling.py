"""Files that are still being copied are seen by their form and their time; whole ones never wait."""

import io
import os
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.edges.inbox import scan
from pipeline.edges.settling import QUIET, open_elsewhere, settled, shows_end


def zipped(comment=b""):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a", "nội dung " * 50)
        archive.comment = comment
    return data.getvalue()


ZIP = zipped()
PDF = b"%PDF-1.7\n" + b"1 0 obj<<>>endobj\n" * 40 + b"trailer<<>>\nstartxref\n9\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\1" * 90 + b"\0\0\0\0IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0" + b"\1" * 90 + b"\xff\xd9"


@pytest.mark.parametrize(
    "data", [ZIP, zipped(b"mot loi ghi"), PDF, PNG, JPEG], ids=["zip", "comment", "pdf", "png", "jpeg"]
)
def test_a_whole_file_shows_its_end_and_no_part_of_it_does(data):
    def shown(part):
        return shows_end(part[:1024], part[-66_000:])

    assert shown(data) is True
    assert [n for n in range(1, len(data) - 8) if shown(data[:n]) is True] == []
    assert shown(data[: len(data) // 2] + b"\0" * (len(data) // 2)) is not True


@pytest.mark.parametrize("data", [b"", b"\0" * 5000])
def test_nothing_and_room_for_what_is_to_come_are_no_whole_file(data):
    assert shows_end(data[:1024], data) is False


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_any_bytes_are_judged(first, last):
    assert shows_end(first, last) in (True, False, None)


def look(folder, seconds=1.0):
    told = []
    taken = [found.name for found in settled(scan(folder), seconds, told.extend)]
    return taken, told


def test_a_whole_file_is_taken_at_once_however_young(tmp_path):
    (tmp_path / "a.docx").write_bytes(ZIP)
    (tmp_path / "b.pdf").write_bytes(PDF)
    (tmp_path / "~$a.docx").write_bytes(b"lock")
    start = time.monotonic()
    assert look(tmp_path, 30) == (["a.docx", "b.pdf", "~$a.docx"], [])
    assert time.monotonic() - start < 5


def test_a_half_file_is_waited_for_and_taken_once_it_was_left_alone(tmp_path):
    (tmp_path / "a.docx").write_bytes(ZIP)
    (tmp_path / "b.docx").write_bytes(ZIP[:100])
    start = time.monotonic()
    assert look(tmp_path) == (["a.docx", "b.docx"], ["b.docx"])
    assert time.monotonic() - start >= 0.9


def test_an_old_half_file_is_a_broken_one(tmp_path):
    (tmp_path / "b.docx").write_bytes(ZIP[:100])
    os.utime(tmp_path / "b.docx", (1, 1))
    assert look(tmp_path, 600) == (["b.docx"], [])


def test_a_file_from_the_future_is_watched_since_its_time_tells_nothing(tmp_path):
    (tmp_path / "b.docx").write_bytes(ZIP[:100])
    later = time.time() + 3600
    os.utime(tmp_path / "b.docx", (later, later))
    assert look(tmp_path) == (["b.docx"], ["b.docx"])


def test_a_file_that_is_completed_meanwhile_is_taken_whole(tmp_path):
    path = tmp_path / "b.docx"
    path.write_bytes(ZIP[:100])
    taken = list(settled(scan(tmp_path), 20, lambda _names: path.write_bytes(ZIP)))
    assert [(found.name, found.bytes) for found in taken] == [("b.docx", len(ZIP))]


def test_a_file_that_goes_away_is_forgotten(tmp_path):
    path = tmp_path / "b.docx"
    path.write_bytes(ZIP[:100])
    assert list(settled(scan(tmp_path), 20, lambda _names: path.unlink())) == []


def test_a_kind_that_shows_no_end_must_be_left_alone_for_a_moment(tmp_path):
    (tmp_path / "thu.eml").write_bytes(b"From: a@b.example\n\nXin gui.")
    start = time.monotonic()
    assert look(tmp_path, 30) == (["thu.eml"], ["thu.eml"])
    assert 1 < time.monotonic() - start < QUIET + 3


@pytest.mark.parametrize("lock", ["~$bao cao.docx", "~$o cao.docx", ".~lock.bao cao.docx#"])
def test_a_lock_tells_which_paper_is_open(tmp_path, lock):
    for name in ("bao cao.docx", "khac.docx", lock):
        (tmp_path / name).write_bytes(ZIP)
    assert open_elsewhere(scan(tmp_path)) == ["bao cao.docx"]

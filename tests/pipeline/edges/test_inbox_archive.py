"""The inbox is seen whole and left alone; the archive keeps every byte."""

import errno
import hashlib
import os
import re
from contextlib import closing

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from pipeline.edges import archive
from pipeline.edges.archive import CannotRead, NoRoom, digest_of, keep, path_of, sweep
from pipeline.edges.inbox import scan, shown


def test_a_scan_sees_every_file_below_the_inbox_by_name(tmp_path):
    for name in ("b.docx", "email/stp/a b.pdf", "email/Báo cáo.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert [found.name for found in scan(tmp_path)] == ["b.docx", "email/Báo cáo.docx", "email/stp/a b.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_out_of_the_inbox_is_not_followed(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.docx").write_bytes(b"x")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "folder").symlink_to(tmp_path / "outside")
    (inbox / "file.docx").symlink_to(tmp_path / "outside/secret.docx")
    assert scan(inbox) == []


class Refused:
    """An entry of a folder whose file the system tells nothing of: gone meanwhile, or on a share that refuses it."""

    def __init__(self, name, error):
        self.name, self.path, self._error = name, name, error

    def is_dir(self, *, follow_symlinks):
        return follow_symlinks

    def is_file(self, *, follow_symlinks):
        return not follow_symlinks

    def stat(self, *, follow_symlinks):
        raise OSError(self._error, os.strerror(self._error), follow_symlinks)


@pytest.mark.parametrize("error", [errno.ENOENT, errno.EACCES, errno.ESTALE])
def test_a_file_that_the_system_tells_nothing_of_is_told_and_stops_no_other(tmp_path, monkeypatch, error):
    (tmp_path / "năm").mkdir()
    for name in ("a.docx", "năm/b.docx"):
        (tmp_path / name).write_bytes(b"x")
    really = os.scandir
    monkeypatch.setattr(os, "scandir", lambda folder: closing(Entries([Refused("c.docx", error), *really(folder)])))
    told = []
    found = scan(tmp_path, lambda name, why: told.append((name, why.errno)))
    assert [one.name for one in found] == ["a.docx", "năm/b.docx"]
    assert sorted(told) == [("c.docx", error), ("năm/c.docx", error)]


class Entries(list):
    """What `os.scandir` gives: entries that are closed at the end."""

    def close(self):
        self.clear()


@pytest.mark.parametrize("name", ["~$bao cao.docx", ".~lock.a.odt#", "Thumbs.db", "a.docx.part", "a.crdownload"])
def test_what_is_no_paper_is_passed_over(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")
    assert [found.passed_over for found in scan(tmp_path)] == [True]


@pytest.mark.skipif(os.name == "nt", reason="Windows names are Unicode")
def test_a_name_that_is_no_text_is_still_shown(tmp_path):
    (tmp_path / os.fsdecode(b"b\xe1o c\xe1o.docx")).write_bytes(b"x")
    assert [found.name for found in scan(tmp_path)] == ["b\\xe1o c\\xe1o.docx"]


@given(*[st.binary(min_size=1, max_size=12) | st.text("\\\\xf0\xff", min_size=1).map(os.fsencode)] * 2)
@example(b"a\xff", b"a\\xff")
@example(b"a\\\xff", b"a\\xff")
@example(b"a\\\\xff", b"a\\xff")
@pytest.mark.skipif(os.name == "nt", reason="Windows names are Unicode")
def test_no_two_names_are_shown_as_one(one, other):
    assert (shown(os.fsdecode(one)) == shown(os.fsdecode(other))) == (one == other)


@given(st.text())
def test_a_name_without_backslashes_is_shown_as_it_is(name):
    assume("\\" not in name and not any("\ud800" <= letter <= "\udfff" for letter in name))
    assert shown(name) == name


@pytest.mark.parametrize("size", [0, 1, (1 << 20) + 1])
def test_the_archive_keeps_the_bytes_under_their_hash(tmp_path, size):
    source = tmp_path / "in.pdf"
    source.write_bytes(os.urandom(size))
    sha256 = keep(source, tmp_path / "archive")
    kept = path_of(tmp_path / "archive", sha256)
    assert sha256 == hashlib.sha256(source.read_bytes()).hexdigest() == digest_of(kept)
    assert kept.read_bytes() == source.read_bytes()


def test_keeping_twice_leaves_one_copy_and_nothing_else(tmp_path):
    source = tmp_path / "in.pdf"
    source.write_bytes(b"hai lan")
    keep(source, tmp_path / "archive")
    keep(source, tmp_path / "archive")
    assert sum(path.is_file() for path in (tmp_path / "archive").rglob("*")) == 1


def kept(archive):
    return [path for path in archive.rglob("*") if path.is_file()] if archive.exists() else []


def test_a_file_that_is_another_than_it_was_seen_is_not_kept(tmp_path):
    source = tmp_path / "in.pdf"
    source.write_bytes(b"nua dau")
    stat = source.stat()
    source.write_bytes(b"nua dau, nua sau")
    with pytest.raises(CannotRead):
        keep(source, tmp_path / "archive", (stat.st_size, stat.st_mtime_ns))
    assert kept(tmp_path / "archive") == []
    now = source.stat()
    keep(source, tmp_path / "archive", (now.st_size, now.st_mtime_ns))
    assert len(kept(tmp_path / "archive")) == 1


def test_what_does_not_fit_on_the_disk_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    source = tmp_path / "in.pdf"
    source.write_bytes(b"mot hai ba")
    with monkeypatch.context() as full:
        full.setattr(archive, "SPARE", 1 << 60)
        with pytest.raises(NoRoom, match=re.escape(str(tmp_path / "archive"))):
            keep(source, tmp_path / "archive")
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", fills_up)
        with pytest.raises(NoRoom, match="1 MB"):
            keep(source, tmp_path / "archive")
    assert kept(tmp_path / "archive") == []
    keep(source, tmp_path / "archive")
    assert len(kept(tmp_path / "archive")) == 1


def fills_up(_descriptor):
    raise OSError(errno.ENOSPC, "no space left")


def test_what_cannot_be_read_is_told_and_leaves_nothing(tmp_path):
    (tmp_path / "folder").mkdir()
    for name in ("folder", "nothing"):
        with pytest.raises(CannotRead):
            keep(tmp_path / name, tmp_path / "archive")
    assert kept(tmp_path / "archive") == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_that_took_a_files_place_is_not_followed(tmp_path):
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "in.pdf").symlink_to(tmp_path / "secret")
    with pytest.raises(CannotRead):
        keep(tmp_path / "in.pdf", tmp_path / "archive")


def test_what_a_killed_process_left_is_swept_away_and_nothing_else(tmp_path):
    source = tmp_path / "in.pdf"
    source.write_bytes(b"x")
    keep(source, tmp_path / "archive")
    (tmp_path / "archive/.incoming-abc").write_bytes(b"half")
    sweep(tmp_path / "archive")
    assert len(kept(tmp_path / "archive")) == 1


@pytest.mark.parametrize("damage", ["empty", "link"])
def test_good_bytes_take_the_place_of_a_damaged_copy(tmp_path, damage):
    folder = tmp_path / "archive"
    sha256 = archive.keep_bytes(b"a paper", folder)
    kept = archive.path_of(folder, sha256)
    kept.unlink()
    if damage == "empty":
        kept.write_bytes(b"")
    else:
        (tmp_path / "elsewhere").write_bytes(b"a paper")
        kept.symlink_to(tmp_path / "elsewhere")
    assert archive.keep_bytes(b"a paper", folder) == sha256
    assert (kept.read_bytes(), kept.is_symlink()) == (b"a paper", False)

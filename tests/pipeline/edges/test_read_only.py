"""A store that may only be read is copied of one moment, though others write it."""

import shutil

import pytest

from pipeline.edges import read_only
from pipeline.errors import Busy


@pytest.fixture
def store(tmp_path):
    store = tmp_path / "khối/thidua.db"
    store.parent.mkdir()
    store.write_bytes(b"1")
    return store


@pytest.fixture
def disturbed(monkeypatch, store):
    """While it is copied, somebody writes the store so many times, and carries what waits in its log into it."""
    times = []
    really = shutil.copyfile

    def copyfile(source, target):
        really(source, target)
        if times and source == store:
            store.write_bytes(store.read_bytes() + b"+")
            store.with_name("thidua.db-wal").unlink(missing_ok=True)
            times.pop()

    monkeypatch.setattr(shutil, "copyfile", copyfile)
    monkeypatch.setattr(read_only, "PAUSE", 0)
    return times


def test_a_copy_is_made_anew_where_somebody_wrote_meanwhile(store, disturbed, tmp_path):
    disturbed += [1, 2]
    store.with_name("thidua.db-wal").write_bytes(b"waits")
    copy = read_only.copied(store, tmp_path / "copy.db")
    assert copy.read_bytes() == store.read_bytes() == b"1++"
    assert not (tmp_path / "copy.db-wal").exists()


def test_what_waits_in_the_log_is_copied_too(store, disturbed, tmp_path):
    store.with_name("thidua.db-wal").write_bytes(b"waits")
    read_only.copied(store, tmp_path / "copy.db")
    assert (tmp_path / "copy.db-wal").read_bytes() == b"waits"


def test_a_store_that_is_always_written_is_not_copied_without_end(store, disturbed, tmp_path):
    disturbed += range(read_only.TRIES)
    with pytest.raises(Busy):
        read_only.copied(store, tmp_path / "copy.db")


def test_what_may_not_be_read_is_told_at_once(store, monkeypatch):
    calls = []

    def refused():
        calls.append(1)
        raise PermissionError

    with pytest.raises(PermissionError):
        read_only.at_one_moment(store, refused)
    assert calls == [1]

"""A file takes its place whole, or what was there stays."""

import os

import pytest

from pipeline.edges.whole import whole, write_whole
from pipeline.errors import FileInUse


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "sổ.xlsx"
    path.write_bytes(b"earlier")
    return path


def test_what_is_written_takes_the_place_of_what_was_there(path):
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_made(tmp_path):
    write_whole(tmp_path / "sâu/hơn/sổ", b"new")
    assert (tmp_path / "sâu/hơn/sổ").read_bytes() == b"new"


def test_what_a_process_left_that_was_killed_is_in_nobodys_way(path):
    path.with_name(".sổ.xlsx.writing").write_bytes(b"half of another")
    write_whole(path, b"new")
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("error", [OSError("full"), KeyboardInterrupt()])
def test_what_was_there_stays_where_writing_breaks_off(path, error):
    def write():
        with whole(path) as draft:
            draft.write_bytes(b"half")
            raise error

    with pytest.raises(type(error)):
        write()
    assert path.read_bytes() == b"earlier"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_another_program_holds_is_named(path, monkeypatch):
    def held(draft, target):
        raise PermissionError(13, "held")

    monkeypatch.setattr(os, "rename", held)
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(FileInUse, match=r"sổ\.xlsx"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"earlier"
    assert list(path.parent.iterdir()) == [path]

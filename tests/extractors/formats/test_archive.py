"""Zips are opened within their limits; a lying or damaged one is refused."""

from __future__ import annotations

import struct

import pytest

from extractors.errors import Encrypted, TooLarge, Unreadable
from extractors.formats import archive
from extractors.formats.archive import Archive, OfficeArchive
from extractors.records import Limits
from tests.packed import zipped, zipped_in_order


def test_reads_entries_and_names() -> None:
    opened = OfficeArchive(zipped({"a": b"one", "b/c": b"two"}), Limits())
    assert opened.names == ["a", "b/c"]
    assert opened.read("b/c") == b"two"
    with pytest.raises(KeyError):
        opened.read("d")


def test_entries_of_one_name_are_all_there() -> None:
    opened = Archive(zipped_in_order([("a", b"one"), ("a", b"two")]), Limits())
    assert [opened.content(entry) for entry in opened.entries] == [b"one", b"two"]


@pytest.mark.parametrize("twin", ["word/document.xml", "Word/Document.xml", "word\\document.xml", "/word/document.xml"])
def test_an_office_file_with_two_parts_of_one_name_is_refused(twin: str) -> None:
    data = zipped_in_order([("word/document.xml", b"one"), ("other", b""), (twin, b"two")])
    with pytest.raises(Unreadable, match="two parts are named"):
        OfficeArchive(data, Limits())


@pytest.mark.parametrize("data", [b"", b"no zip", zipped({"a": b"one"})[:40]], ids=["empty", "text", "cut"])
def test_no_whole_zip_is_unreadable(data: bytes) -> None:
    with pytest.raises(Unreadable):
        Archive(data, Limits())


def test_declared_bytes_over_the_limit() -> None:
    with pytest.raises(TooLarge):
        Archive(zipped({"a": bytes(1000), "b": bytes(1000)}), Limits(inflated_bytes=1999))


def test_counted_bytes_over_the_limit() -> None:
    opened = OfficeArchive(zipped({"a": bytes(1000)}), Limits(inflated_bytes=1500))
    opened.read("a")
    with pytest.raises(TooLarge):
        opened.read("a")


def test_file_over_the_limit() -> None:
    data = zipped({"a": b"one"})
    with pytest.raises(TooLarge):
        Archive(data, Limits(file_bytes=len(data) - 1))


def test_bomb_by_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "FREE_BYTES", 10_000)
    data = zipped({"a": bytes(1_000_000)})
    with pytest.raises(TooLarge):
        Archive(data, Limits())


def test_too_many_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ENTRIES", 2)
    with pytest.raises(TooLarge):
        Archive(zipped({"a": b"", "b": b"", "c": b""}), Limits())


def test_entry_that_declares_less_than_it_holds_is_unreadable() -> None:
    data = bytearray(zipped({"a": bytes(range(256)) * 40}))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 100)
    with pytest.raises(Unreadable):
        OfficeArchive(bytes(data), Limits()).read("a")


def test_damaged_entry_is_unreadable() -> None:
    data = bytearray(zipped({"a": bytes(range(256)) * 40}))
    data[60] ^= 0xFF
    with pytest.raises(Unreadable):
        OfficeArchive(bytes(data), Limits()).read("a")


def test_password_on_an_entry() -> None:
    data = bytearray(zipped({"a": b"one"}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Encrypted):
        OfficeArchive(bytes(data), Limits()).read("a")

"""Zip files from strangers: entries counted, measured and bounded before a byte is believed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence

from extractors.errors import Encrypted, TooLarge, Unreadable
from extractors.formats.detect import media_type
from extractors.media_types import ENCRYPTED_OFFICE
from extractors.records import Limits

MAX_ENTRIES = 10_000
MAX_RATIO = 200
"""Inflated bytes for each stored one; only looked at above FREE_BYTES, where a bomb would hurt."""
FREE_BYTES = 20_000_000

_ENCRYPTED = 0x1


class Archive:
    """An open zip whose entries are read one by one, never beyond the limits."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Raises Unreadable for what is no whole zip, Encrypted for Office's, TooLarge for what declares too much."""
        if len(data) > limits.file_bytes:
            raise TooLarge(f"{len(data)} bytes in the file")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
            if media_type(data) == ENCRYPTED_OFFICE:
                raise Encrypted("an Office file under a password") from error
            raise Unreadable(f"no whole zip archive: {error}") from error
        self._left = limits.inflated_bytes
        self.entries: Sequence[zipfile.ZipInfo] = self._zip.infolist()
        """In the archive's order; several may bear one name."""
        _check(self.entries, limits)

    def content(self, entry: zipfile.ZipInfo) -> bytes:
        """The entry inflated."""
        name = entry.filename
        if entry.flag_bits & _ENCRYPTED:
            raise Encrypted(f"entry {name} is protected by a password")
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(min(entry.file_size, self._left) + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError) as error:
            raise Unreadable(f"entry {name} is damaged: {error}") from error
        self._left -= len(content)
        if self._left < 0:
            raise TooLarge("more inflated bytes than allowed")
        return content


class OfficeArchive(Archive):
    """The zip of an Office file: its parts are found by name, so that no two may bear one."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Raises Unreadable also for a repeated name: another program may show the part that is not read here."""
        super().__init__(data, limits)
        _want_apart(self.entries)
        self._parts = {entry.filename: entry for entry in self.entries}

    @property
    def names(self) -> Sequence[str]:
        """The parts' names, in the archive's order."""
        return list(self._parts)

    def read(self, name: str) -> bytes:
        """The part inflated; KeyError where there is none."""
        return self.content(self._parts[name])


def _want_apart(entries: Iterable[zipfile.ZipInfo]) -> None:
    """Refuses names that are one to Office, which looks at neither case nor the kind of slash."""
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename.replace("\\", "/").strip("/").casefold()
        if name in seen:
            raise Unreadable(f"two parts are named {entry.filename}")
        seen.add(name)


def _check(entries: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > MAX_ENTRIES:
        raise TooLarge(f"{len(entries)} entries in the archive")
    declared = sum(entry.file_size for entry in entries)
    if declared > limits.inflated_bytes:
        raise TooLarge(f"{declared} inflated bytes declared")
    for entry in entries:
        if entry.file_size > max(FREE_BYTES, MAX_RATIO * entry.compress_size):
            raise TooLarge(f"entry {entry.filename} inflates {entry.file_size // max(1, entry.compress_size)} times")

"""The store's tables of received files and of what each says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from sys import intern
from typing import TYPE_CHECKING, Any, cast, overload

from extractors.records import Extraction, Fact, Passage
from pipeline.edges import store_search
from pipeline.edges.codec import load_extraction, load_passages
from pipeline.edges.inbox import Found
from pipeline.edges.reading import Said
from pipeline.edges.unpacking import Arrival
from pipeline.records import FileState, InboxFile, ReadFile

if TYPE_CHECKING:
    from sqlite_utils import Database

WAITING = "file.needs_ocr"
"""A file refused for this stays `received`: it is tried again when it can be read."""


LIGHT = "json_set(data, '$.passages', json('[]'), '$.ledger', json('[]'), '$.elsewhere', json('[]'))"
"""What a file says, without its text."""
Stat = tuple[str, int, int]
"""A file's name, size and time."""


def known_stats(db: Database) -> set[Stat]:
    """Name, size and time of every file that was taken in: unchanged ones need no second look."""
    return set(db.execute("SELECT file_name, bytes, modified_ns FROM files").fetchall())


def passed_over_stats(db: Database) -> set[Stat]:
    """The same of the files that are never taken in: all others are looked into again."""
    return set(db.execute("SELECT file_name, bytes, modified_ns FROM files WHERE sha256 IS NULL").fetchall())


def add_file(db: Database, found: Found, sha256: str | None, received_at: str) -> FileState:
    """Writes the row of a newly found file; what state it came into."""
    state = _state_of_new(db, sha256)
    reason = "file.duplicate" if state is FileState.DUPLICATE else ""
    names = "file_name, sha256, bytes, received_at, modified_ns, state, reason"
    values = [found.name, sha256, found.bytes, received_at, found.modified_ns, state, reason]
    db.execute(f"INSERT INTO files ({names}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)  # noqa: S608 -- our own names
    return state


def touch_file(db: Database, found: Found, sha256: str | None) -> bool:
    """Notes the new time of a file that is known under its name with these bytes; False where it is not known."""
    if sha256 is None:
        query = "SELECT 1 FROM files WHERE file_name = ? AND sha256 IS NULL"
        return db.execute(query, [found.name]).fetchone() is not None
    query = "UPDATE files SET modified_ns = ? WHERE file_name = ? AND sha256 = ?"
    return bool(db.execute(query, [found.modified_ns, found.name, sha256]).rowcount)


def is_known(db: Database, sha256: str | None) -> bool:
    """Whether a file with these bytes was taken in before; nothing is lost of one that has none."""
    return sha256 is None or db.execute("SELECT 1 FROM files WHERE sha256 = ? LIMIT 1", [sha256]).fetchone() is not None


def _state_of_new(db: Database, sha256: str | None) -> FileState:
    if sha256 is None:
        return FileState.PASSED_OVER
    return FileState.DUPLICATE if is_known(db, sha256) else FileState.RECEIVED


def put_container(db: Database, arrival: Arrival) -> None:
    """Notes that a newly taken file was opened: what it holds are files of their own."""
    query = "UPDATE files SET state = ?, media_type = ?, detail = ? WHERE file_name = ? AND sha256 = ?"
    found = arrival.found
    db.execute(query, [FileState.CONTAINER, arrival.container, arrival.note, found.name, arrival.sha256])


def to_read(db: Database, tried: str, refused: str) -> list[tuple[int, str]]:
    """File id and SHA-256 of every file not yet tried with these extractors, limits and names.

    `refused` also holds this machine's optional parts: a file that was not read is tried again when they change.
    """
    query = """
        SELECT file_id, sha256 FROM files
        WHERE (state = 'read' AND tried <> ?) OR (state IN ('received', 'quarantined') AND tried <> ?)
        ORDER BY file_id
    """
    return [(row[0], row[1]) for row in db.execute(query, [tried, refused])]


def put_said(db: Database, said: Said, tried: str) -> None:
    """Writes what a file says, or why it says nothing; a reading that cannot be repeated here, or now, stays."""
    if said.passing:
        query = "UPDATE files SET reason = ?, detail = ?, tried = ? WHERE file_id = ?"
        db.execute(query, [said.code, said.reason, tried, said.file_id])
        return
    if said.code == WAITING and _was_read(db, said.file_id):
        db.execute("UPDATE files SET reason = '', detail = '', tried = ? WHERE file_id = ?", [tried, said.file_id])
        return
    store_search.forget(db, said.file_id)
    if said.extraction is not None:
        state = FileState.READ
        db.execute("INSERT OR REPLACE INTO extractions VALUES (?, ?)", [said.file_id, said.extraction.decode()])
    else:
        state = FileState.RECEIVED if said.code == WAITING else FileState.QUARANTINED
        db.execute("DELETE FROM extractions WHERE file_id = ?", [said.file_id])
    query = "UPDATE files SET state = ?, reason = ?, detail = ?, media_type = ?, tried = ? WHERE file_id = ?"
    db.execute(query, [state, said.code, said.reason, said.media_type, tried, said.file_id])


def _was_read(db: Database, file_id: int) -> bool:
    return bool(db.execute("SELECT 1 FROM extractions WHERE file_id = ?", [file_id]).fetchone())


def files(db: Database) -> tuple[InboxFile, ...]:
    """Every file there is, in the order in which it was taken in."""
    return tuple(_inbox_file(row) for row in db.query("SELECT * FROM files ORDER BY file_id"))


def _inbox_file(row: Mapping[str, Any]) -> InboxFile:
    return InboxFile(
        file_id=row["file_id"],
        file_name=row["file_name"],
        sha256=row["sha256"] or "",
        bytes=row["bytes"],
        media_type=intern(row["media_type"]),
        received_at=intern(row["received_at"]),
        state=FileState(row["state"]),
        reason=row["reason"],
        detail=row["detail"],
    )


def extractions(db: Database) -> Iterator[tuple[int, Extraction]]:
    """Each read file's id and what it says; its running text is fetched when it is looked at.

    Facts that are the same, place and all, are held once: a unit's papers are alike in most of them.
    """
    rows = db.execute(f"SELECT file_id, {LIGHT} FROM extractions ORDER BY file_id")  # noqa: S608 -- our own words
    shared: dict[Fact, Fact] = {}
    return ((file_id, _lightened(load_extraction(data), db, file_id, shared)) for file_id, data in rows)


def read_files(db: Database, file_ids: Collection[int]) -> tuple[ReadFile, ...]:
    """Those of the files that were read, with what they say."""
    slots = ", ".join("?" for _ in file_ids)
    query = f"""
        SELECT f.*, {LIGHT} AS said FROM files f JOIN extractions USING (file_id)
        WHERE file_id IN ({slots}) ORDER BY file_id
    """  # noqa: S608 -- our own words
    rows = db.query(query, list(file_ids))
    return tuple(
        ReadFile(_inbox_file(row), _with_text(load_extraction(row["said"]), db, row["file_id"])) for row in rows
    )


def copies(db: Database) -> tuple[InboxFile, ...]:
    """Every file of bytes that were there already."""
    return tuple(_inbox_file(row) for row in db.query("SELECT * FROM files WHERE state = 'duplicate' ORDER BY file_id"))


def _lightened(extraction: Extraction, db: Database, file_id: int, shared: dict[Fact, Fact]) -> Extraction:
    facts = tuple(shared.setdefault(fact, fact) for fact in extraction.facts)
    return _with_text(replace(extraction, facts=facts, media_type=intern(extraction.media_type)), db, file_id)


def _with_text(extraction: Extraction, db: Database, file_id: int) -> Extraction:
    return replace(extraction, passages=text_of(db, file_id))


def text_of(db: Database, file_id: int) -> tuple[Passage, ...]:
    """The file's running text, fetched when it is looked at; none where it was not read."""
    return cast("tuple[Passage, ...]", _Passages(db, file_id))


class _Passages(Sequence[Passage]):
    """A file's passages, read from the store each time: all files' texts together need not fit in memory."""

    __slots__ = ("_db", "_file_id")

    def __init__(self, db: Database, file_id: int) -> None:
        self._db, self._file_id = db, file_id

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def __bool__(self) -> bool:
        query = "SELECT json_array_length(data, '$.passages') FROM extractions WHERE file_id = ?"
        row = self._db.execute(query, [self._file_id]).fetchone()
        return bool(row and row[0])

    @overload
    def __getitem__(self, index: int) -> Passage: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Passage, ...]: ...
    def __getitem__(self, index: int | slice) -> Passage | tuple[Passage, ...]:
        return self._read()[index]

    def _read(self) -> tuple[Passage, ...]:
        query = "SELECT json_extract(data, '$.passages') FROM extractions WHERE file_id = ?"
        row = self._db.execute(query, [self._file_id]).fetchone()
        return load_passages(row[0]) if row else ()


def unreadable(db: Database) -> int:
    """How many files are quarantined, or cannot be read yet or now."""
    query = "SELECT count(*) FROM files WHERE state = 'quarantined' OR (state IN ('received', 'read') AND reason <> '')"
    return int(db.execute(query).fetchone()[0])

"""What each file of a paper says of a field, where it came as several files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractors.places import where
from extractors.records import Place
from pipeline.edges.codec import load_facts, load_scores
from pipeline.values import value_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database


class FileReading(NamedTuple):
    """One file's reading of a field."""

    file_id: int
    file_name: str
    value: str | None
    raw: str | None
    place: Place

    @property
    def where(self) -> str:
        """Its place in words."""
        return where(self.place)


def fact_readings(db: Database, document_id: int, field: str) -> tuple[FileReading, ...]:
    """What each of the paper's files says of a fact; nothing of a paper in one file."""
    return tuple(
        FileReading(file_id, name, value_text(fact.value), fact.raw, fact.place)
        for file_id, name, data in _read(db, document_id, "$.facts")
        for fact in load_facts(data)
        if fact.field == field and fact.value is not None
    )


def score_readings(db: Database, document_id: int, code: str, column: str) -> tuple[FileReading, ...]:
    """What each of the paper's files says of a figure in the rows of that code; nothing of a paper in one file."""
    return tuple(
        FileReading(file_id, name, value_text(getattr(row, column)), row.raw, row.place)
        for file_id, name, data in _read(db, document_id, "$.scores")
        for row in load_scores(data)
        if row.code and row.code == code
    )


def _read(db: Database, document_id: int, part: str) -> Iterator[tuple[int, str, str]]:
    """The id, the name and the part of its extraction of each of the paper's files, where there are several."""
    query = "SELECT file_id FROM document_files WHERE document_id = ? ORDER BY file_id"
    ids = [row[0] for row in db.execute(query, [document_id])]
    query = """
        SELECT f.file_id, f.file_name, json_extract(e.data, ?) FROM files f JOIN extractions e ON e.file_id = f.file_id
        WHERE f.file_id = ?
    """
    found = [row for file_id in ids if len(ids) > 1 for row in db.execute(query, [part, file_id])]
    yield from found if len(found) > 1 else ()

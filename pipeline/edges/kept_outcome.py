"""What `check` wrote, read again: a paper's files, facts and scores as soon as somebody looks at them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from pipeline.checks.age import Age, age_of
from pipeline.checks.days import day_in
from pipeline.checks.pairs import SURE
from pipeline.records import (
    DocumentFact,
    DocumentScore,
    DocumentState,
    Finding,
    InboxFile,
    Kind,
    Outcome,
    Paper,
    Plan,
    Role,
    ScheduleRow,
    ScheduleState,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")

_PAPERS = """
    SELECT d.*, number.value AS number, issued.value AS issued_on, issued.status AS issued_status,
        f.files, f.sha256, coalesce(s.scores, 0) AS scores
    FROM documents d
    JOIN (
        SELECT document_id, count(*) AS files, min(sha256) AS sha256
        FROM document_files JOIN files USING (file_id) GROUP BY document_id
    ) f USING (document_id)
    LEFT JOIN (SELECT document_id, count(*) AS scores FROM scores GROUP BY document_id) s USING (document_id)
    LEFT JOIN facts number ON number.document_id = d.document_id AND number.field = 'number'
    LEFT JOIN facts issued ON issued.document_id = d.document_id AND issued.field = 'issued_on'
"""

Whole = Callable[[int], Paper]
"""A paper with all that its files say, by its id."""


def outcome(db: Database, plan: Plan, whole: Whole) -> Outcome:
    """The schedule, the findings and the papers, which need not fit in memory all at once.

    Of a paper, `nature`, `from_block` and `reread` are not kept: nobody but the checks asks for them.
    """
    papers = tuple(paper for _age, paper in sorted(_papers(db, whole), key=itemgetter(0)))
    return Outcome(papers, tuple(_schedule(db, plan)), tuple(map(_finding, db.query("SELECT * FROM findings"))))


def groups(db: Database) -> dict[int, list[int]]:
    """The files of each paper that came as several, by its id."""
    query = """
        SELECT document_id, file_id FROM document_files
        WHERE document_id IN (SELECT document_id FROM document_files WHERE file_id <> document_id)
    """
    found: dict[int, list[int]] = {}
    for document_id, file_id in db.execute(query):
        found.setdefault(document_id, []).append(file_id)
    return found


def _papers(db: Database, whole: Whole) -> Iterator[tuple[Age, Paper]]:
    def files(document_id: int) -> Sequence[InboxFile]:
        return whole(document_id).files

    def facts(document_id: int) -> Mapping[str, DocumentFact]:
        return whole(document_id).facts

    def scores(document_id: int) -> Sequence[DocumentScore]:
        return whole(document_id).scores

    for row in db.query(_PAPERS):
        document_id = row["document_id"]
        paper = Paper(
            document_id=document_id,
            files=_Items(document_id, row["files"], files),
            unit_id=row["unit_id"],
            kind=Kind(row["kind"]),
            task_key=row["task_key"],
            state=DocumentState(row["state"]),
            superseded_by=row["superseded_by"],
            first_received_at=row["first_received_at"],
            facts=_Facts(document_id, facts),
            scores=_Items(document_id, row["scores"], scores),
            doubts=tuple(json.loads(row["doubts"])),
        )
        yield age_of(_sure_day(row), row["number"] or "", row["sha256"]), paper


def _sure_day(row: Mapping[str, Any]) -> date | None:
    return day_in(row["issued_on"]) if row["issued_status"] in SURE else None


class _Facts(Mapping[str, DocumentFact]):
    """A paper's facts, by field."""

    __slots__ = ("_document_id", "_look")

    def __init__(self, document_id: int, look: Callable[[int], Mapping[str, DocumentFact]]) -> None:
        self._document_id, self._look = document_id, look

    def __getitem__(self, field: str) -> DocumentFact:
        return self._look(self._document_id)[field]

    def __iter__(self) -> Iterator[str]:
        return iter(self._look(self._document_id))

    def __len__(self) -> int:
        return len(self._look(self._document_id))


class _Items(Sequence[T], Generic[T]):
    """A paper's files, or its score rows; how many there are is known beforehand."""

    __slots__ = ("_count", "_document_id", "_look")

    def __init__(self, document_id: int, count: int, look: Callable[[int], Sequence[T]]) -> None:
        self._document_id, self._count, self._look = document_id, count, look

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._look(self._document_id)[index]


def _schedule(db: Database, plan: Plan) -> Iterator[ScheduleRow]:
    rows = {(row["task_key"], row["unit_id"]): row for row in db.query("SELECT * FROM schedule")}
    for task in plan.tasks:
        for unit_id, _role in task.roles or ((None, None),):
            row = rows[task.key, unit_id or ""]
            role = Role(row["role"]) if row["role"] else None
            state = ScheduleState(row["state"])
            yield ScheduleRow(task, unit_id, role, row["document_id"], state, row["days_late"])


def _finding(row: Mapping[str, Any]) -> Finding:
    evidence = json.loads(row["evidence"])
    return Finding(row["code"], evidence, row["document_id"], row["unit_id"], row["task_key"])

"""The store's derived tables: documents, facts, scores, the schedule, findings, the plan."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from extractors.places import where
from extractors.records import Criterion, Place
from pipeline.checks.registrations import STAGES, AwardRow, awards
from pipeline.edges.sync import Row, sync, sync_all
from pipeline.findings import FINDINGS, message
from pipeline.language import catalog
from pipeline.records import DocumentFact, DocumentScore, Finding, Outcome, Paper, ScheduleRow, Task
from pipeline.values import value_text

if TYPE_CHECKING:
    from sqlite_utils import Database


STORED = "vi"
"""The language of what is stored, whoever runs the command."""


def put_plan(db: Database, tasks: Iterable[Task], criteria: Iterable[Criterion]) -> int:
    """Writes the resolved plan and the criteria; how many rows changed."""
    task_rows = [_task(ordinal, task) for ordinal, task in enumerate(tasks, 1)]
    criteria_rows = [_criterion(ordinal, criterion) for ordinal, criterion in enumerate(criteria, 1)]
    return sync_all(db, "tasks", ["task_key"], task_rows) + sync_all(db, "criteria", ["code"], criteria_rows)


def put_outcome(db: Database, outcome: Outcome) -> int:
    """Writes what `check` derived; how many rows changed."""
    papers = tuple(sorted(outcome.papers, key=lambda paper: paper.document_id))
    return sum(
        [
            sync(db, "documents", ["document_id"], map(_document, papers)),
            sync_all(db, "document_files", ["file_id"], _document_files(papers)),
            sync(db, "facts", ["document_id", "field"], _facts(papers)),
            sync(db, "scores", ["document_id", "row"], _scores(papers)),
            sync_all(db, "schedule", ["task_key", "unit_id"], map(_schedule, outcome.schedule)),
            sync_all(db, "awards", ["unit_id", "award", "who"], map(_award, awards(papers))),
            sync_all(db, "findings", ["fingerprint"], map(_finding, outcome.findings)),
        ]
    )


def _task(ordinal: int, task: Task) -> Row:
    return {
        "task_key": task.key,
        "ordinal": ordinal,
        "quarter": task.quarter,
        "content": task.content,
        "starts_on": task.starts_on and task.starts_on.isoformat(),
        "due_on": task.due_on and task.due_on.isoformat(),
        "where_": where(task.place),
    }


def _criterion(ordinal: int, criterion: Criterion) -> Row:
    return {
        "code": criterion.code,
        "ordinal": ordinal,
        "name": criterion.name,
        "level": criterion.level,
        "parent": criterion.parent,
        "max_score": _number(criterion.max_score),
        "where_": where(criterion.place),
    }


def _document(paper: Paper) -> Row:
    return {
        "document_id": paper.document_id,
        "unit_id": paper.unit_id,
        "kind": paper.kind,
        "task_key": paper.task_key,
        "state": paper.state,
        "superseded_by": paper.superseded_by,
        "first_received_at": paper.first_received_at,
        "doubts": _json(paper.doubts),
    }


def _document_files(papers: Iterable[Paper]) -> Iterator[Row]:
    for paper in papers:
        for file in paper.files:
            yield {"file_id": file.file_id, "document_id": paper.document_id}


def _facts(papers: Iterable[Paper]) -> Iterator[Row]:
    for paper in papers:
        for _field, entry in sorted(paper.facts.items()):
            yield _fact(paper.document_id, entry)


def _fact(document_id: int, entry: DocumentFact) -> Row:
    fact = entry.fact
    return {
        "document_id": document_id,
        "field": fact.field,
        "value": value_text(fact.value),
        "raw": fact.raw,
        "status": fact.status,
        "confidence": fact.confidence,
        "method": fact.method,
        "file_id": entry.file_id,
        **_place(fact.place),
        "candidates": _json(
            [
                [c.rule, value_text(c.value), c.raw, c.place.page, where(c.place), c.doubt, c.place.bbox]
                for c in fact.candidates
            ]
        ),
    }


def _scores(papers: Iterable[Paper]) -> Iterator[Row]:
    for paper in papers:
        for entry in sorted(paper.scores, key=lambda entry: entry.row.row):
            yield _score(paper.document_id, entry)


def _score(document_id: int, entry: DocumentScore) -> Row:
    row = entry.row
    return {
        "document_id": document_id,
        "row": row.row,
        "code": row.code,
        "criterion": row.criterion,
        "criteria_code": entry.criteria_code,
        "level": row.level,
        "parent": row.parent,
        "max_score": _number(row.max_score),
        "self_score": _number(row.self_score),
        "block_score": _number(row.block_score),
        "council_score": _number(row.council_score),
        "bonus": _number(row.bonus),
        "deduction": _number(row.deduction),
        "note": row.note,
        "no_figure": _json({column: str(way) for column, way in row.nothing.items()}),
        "status": row.status,
        "doubts": _json(row.doubts),
        "raw": row.raw,
        "file_id": entry.file_id,
        **_place(row.place),
    }


def _schedule(row: ScheduleRow) -> Row:
    return {
        "task_key": row.task.key,
        "unit_id": row.unit_id or "",
        "role": row.role,
        "document_id": row.document_id,
        "state": row.state,
        "days_late": row.days_late,
    }


def _award(row: AwardRow) -> Row:
    return {
        "unit_id": row.unit_id,
        "award": row.award,
        "who": row.who,
        **{stage: row.counts.get(stage) for stage in STAGES},
        "documents": _json(row.documents),
    }


def _finding(finding: Finding) -> Row:
    row: dict[str, object] = {
        "code": finding.code,
        "severity": FINDINGS[finding.code].severity,
        "document_id": finding.document_id,
        "unit_id": finding.unit_id,
        "task_key": finding.task_key,
        "message": message(finding, catalog(STORED)),
        "evidence": _json(finding.evidence),
    }
    return {"fingerprint": hashlib.sha256(_json(row).encode()).hexdigest(), **row}


def _place(place: Place) -> dict[str, object]:
    return {"page": place.page, "where_": where(place), "bbox": place.bbox and _json(place.bbox)}


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)

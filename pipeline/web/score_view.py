"""The units' totals as the report states them: its own rules, asked over what the store holds now."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from extractors.records import Criterion, Fact, ScoreRow, Status
from extractors.records.place import NOWHERE
from pipeline.records import (
    Block,
    DocumentFact,
    DocumentScore,
    DocumentState,
    FileState,
    Finding,
    InboxFile,
    Kind,
    Paper,
    Plan,
)
from pipeline.reports import marks
from pipeline.reports.view import ReportView

if TYPE_CHECKING:
    from sqlite_utils import Database

_PAPERS = """
    SELECT document_id, unit_id, kind, state FROM documents
    WHERE kind IN ('score_sheet', 'plan_report_year') AND state <> 'superseded' AND unit_id > ''
"""

_LONE = f"""
    SELECT min(document_id) FROM ({_PAPERS}) p
    WHERE EXISTS (SELECT 1 FROM scores s WHERE s.document_id = p.document_id)
    GROUP BY unit_id, kind HAVING count(*) = 1
"""  # noqa: S608 -- our own words
"""Papers that have no rival: of the others the report counts nothing, and one row tells that they are score sheets."""


class Total(NamedTuple):
    """A unit's total: its number where the report counts it, and how the report shows it."""

    unit: str
    value: Decimal | None
    told: str


def totals(db: Database, block: Block) -> tuple[Total, ...]:
    """Each unit's self-scored total, as the report has it."""
    view = _view(db, block)
    found = [(unit, marks.total(view, marks.score_sheet(view, unit), "self")) for unit in block.units]
    return tuple(Total(unit.name, mark.value, mark.figure.text) for unit, mark in found)


def _view(db: Database, block: Block) -> ReportView:
    found = [
        Finding(row["code"], json.loads(row["evidence"]), row["document_id"], row["unit_id"], row["task_key"])
        for row in db.query("SELECT * FROM findings WHERE code LIKE 'score.%'")
    ]
    criteria = tuple(map(_criterion, db.query("SELECT * FROM criteria ORDER BY ordinal")))
    papers, plan = tuple(_papers(db)), Plan((), (), ())
    return ReportView(block, date.min, plan, criteria, papers, (), tuple(found), lambda _file_id: ())


def _papers(db: Database) -> list[Paper]:
    wanted = list(db.query(_PAPERS))
    facts: dict[int, dict[str, DocumentFact]] = defaultdict(dict)
    for row in db.query(f"SELECT * FROM facts WHERE field LIKE 'total%' AND document_id IN ({_LONE})"):  # noqa: S608
        facts[row["document_id"]][row["field"]] = _fact(row)
    scores: dict[int, list[DocumentScore]] = defaultdict(list)
    first = f"row = 1 AND document_id IN (SELECT document_id FROM ({_PAPERS}))"  # noqa: S608
    for row in db.query(f"SELECT * FROM scores WHERE document_id IN ({_LONE}) OR ({first}) ORDER BY row"):  # noqa: S608
        scores[row["document_id"]].append(_score(row))
    return [_paper(row, facts[row["document_id"]], scores[row["document_id"]]) for row in wanted]


def _paper(row: Mapping[str, Any], facts: Mapping[str, DocumentFact], scores: list[DocumentScore]) -> Paper:
    number = row["document_id"]
    file = InboxFile(number, "", "", 0, "", "", FileState.READ)
    state, kind = DocumentState(row["state"]), Kind(row["kind"])
    return Paper(number, (file,), row["unit_id"], kind, None, state, None, "", facts, tuple(scores))


def _fact(row: Mapping[str, Any]) -> DocumentFact:
    value = float(row["value"]) if row["value"] is not None else None
    fact = Fact(row["field"], value, row["raw"], Status(row["status"]), row["confidence"], row["method"], NOWHERE)
    return DocumentFact(fact, row["file_id"])


def _score(row: Mapping[str, Any]) -> DocumentScore:
    score = ScoreRow(
        row["row"],
        row["code"],
        row["criterion"],
        row["level"],
        row["parent"],
        Status(row["status"]),
        NOWHERE,
        row["raw"],
        _number(row["max_score"]),
        _number(row["self_score"]),
        _number(row["block_score"]),
    )
    return DocumentScore(score, row["file_id"], row["criteria_code"])


def _criterion(row: Mapping[str, Any]) -> Criterion:
    return Criterion(row["code"], row["name"], row["level"], row["parent"], _number(row["max_score"]), NOWHERE)


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))

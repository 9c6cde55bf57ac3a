"""What the reading pages show, out of the store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from pipeline.decided_values import FIGURES, LETTERHEAD

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, Any]

ALWAYS = ("max_score", "self_score", "block_score")
"""Columns of a score sheet that are shown even where they are empty."""


HEAD = """
    SELECT d.*, (SELECT t.task_key || '. ' || t.content FROM tasks t WHERE t.task_key = d.task_key) AS task
    FROM audit_documents d WHERE document_id = ?
"""
"""A paper's own line, with the words of the plan for its task."""
FOUND = """
    SELECT * FROM audit_findings WHERE document_id = :document
    UNION
    SELECT f.* FROM audit_findings f, json_each(f.evidence, '$.documents') rival
    WHERE f.code = 'document.conflict' AND rival.value = :document
    ORDER BY code
"""
"""What a paper is found fault with: its own findings, and a conflict that is told of its rival."""


class PaperPage(NamedTuple):
    """All that the store knows of one paper."""

    head: Row
    files: list[Row]
    facts: list[Row]
    scores: list[Row]
    figures: tuple[str, ...]
    """The columns of the score sheet that hold a figure, and those that a person may want to fill."""
    findings: list[Row]
    versions: list[Row]
    decisions: list[Row]


def paper(db: Database, document_id: int) -> PaperPage | None:
    """The paper; None where there is none."""
    head = next(iter(db.query(HEAD, [document_id])), None)
    if head is None:
        return None
    files = _rows(db, "SELECT * FROM audit_files WHERE document_id = ? ORDER BY file_id", document_id)
    facts = [_placed(row) for row in _rows(db, "SELECT * FROM facts WHERE document_id = ?", document_id)]
    scores = [_placed(row) for row in _rows(db, "SELECT * FROM scores WHERE document_id = ? ORDER BY row", document_id)]
    found = list(db.query(FOUND, {"document": document_id}))
    decided = _rows(db, "SELECT * FROM audit_decisions WHERE document_id = ? ORDER BY decision_id", document_id)
    versions = _versions(db, head, document_id)
    in_print = sorted(facts, key=_in_print)
    return PaperPage(head, files, in_print, _keyed(scores), _figures(scores), found, versions, decided)


def _figures(scores: list[Row]) -> tuple[str, ...]:
    return tuple(name for name in FIGURES if name in ALWAYS or any(row[name] is not None for row in scores))


def _rows(db: Database, query: str, document_id: int) -> list[Row]:
    return list(db.query(query, [document_id]))


def _in_print(row: Row) -> tuple[int, str]:
    """Totals and counts follow the letterhead."""
    field = row["field"]
    return LETTERHEAD.index(field) if field in LETTERHEAD else len(LETTERHEAD), field


def _versions(db: Database, head: Row, document_id: int) -> list[Row]:
    """The other papers of the unit for the same task."""
    query = """
        SELECT * FROM audit_documents WHERE unit_id = ? AND task_key = ? AND kind = ? AND document_id <> ?
        ORDER BY issued_on, document_id
    """
    return list(db.query(query, [head["unit_id"], head["task_key"], head["kind"], document_id]))


def _placed(row: Row) -> Row:
    """The row with the link to its place."""
    return {**row, "href": place_link(row["file_id"], row["page"], row["where_"], row["bbox"], row["raw"])}


def place_link(file_id: int, page: int | None, where: str, bbox: str | None, raw: str | None) -> str:
    """Where a file is shown with the place marked."""
    box = ",".join(str(number) for number in json.loads(bbox)) if bbox else None
    asked = {"page": page, "where": where, "box": box, "raw": raw if box else None}
    return f"/file/{file_id}?{urlencode({key: value for key, value in asked.items() if value})}"


def to_take_back(db: Database, done: int, document_id: int, field: str) -> list[Row]:
    """The decision of that number and those that hold of the field or wait for it, as far as they may be taken back."""
    query = """
        SELECT d.*, h.decision_id IS NOT NULL AS waits
        FROM decisions d JOIN revocable_decisions r ON r.decision_id = d.decision_id
        LEFT JOIN held_decisions h ON h.decision_id = d.decision_id
        WHERE d.decision_id = :done OR (h.document_id = :document AND h.field = :field) OR d.decision_id = (
            SELECT max(decision_id) FROM standing_decisions WHERE document_id = :document AND field = :field)
        ORDER BY d.decision_id = :done DESC
    """
    return list(db.query(query, {"done": done, "document": document_id, "field": field}))


def _keyed(scores: list[Row]) -> list[Row]:
    """The rows with the key by which their figures are decided."""
    codes = [row["code"] for row in scores]
    keys = [c if c and codes.count(c) == 1 else f"#{row['row']}" for c, row in zip(codes, scores, strict=True)]
    return [{**row, "key": f"score:{key}"} for row, key in zip(scores, keys, strict=True)]


FILTERS = ("unit_id", "code", "severity")
SHOWN = 100
"""Findings on one page."""


class FindingsPage(NamedTuple):
    """One page of the findings that are asked for."""

    rows: list[Row]
    total: int
    at: int
    pages: int
    choices: dict[str, list[str]]
    """What there is to choose for each filter."""


def findings(db: Database, asked: Mapping[str, str], page: int) -> FindingsPage:
    """The findings of the unit, code and severity asked for: unanswered errors first; the last page at most."""
    wanted = {name: asked[name] for name in FILTERS if asked.get(name)}
    where = " AND ".join(["1", *(f"{name} = :{name}" for name in wanted)])
    count = int(db.execute(f"SELECT count(*) FROM findings WHERE {where}", wanted).fetchone()[0])  # noqa: S608 -- our own
    pages = max(1, -(-count // SHOWN))
    at = min(max(1, page), pages)
    query = f"""
        SELECT a.*, (SELECT f.fingerprint FROM findings f WHERE f.finding_id = a.finding_id) AS fingerprint
        FROM audit_findings a WHERE {where}
        ORDER BY answer IS NOT NULL, CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
                 code, finding_id LIMIT :shown OFFSET :before
    """  # noqa: S608 -- our own words
    rows = list(db.query(query, {**wanted, "shown": SHOWN, "before": (at - 1) * SHOWN}))
    choices = {name: _choices(db, name) for name in FILTERS}
    return FindingsPage(rows, count, at, pages, choices)


def _choices(db: Database, name: str) -> list[str]:
    rows = db.execute(f"SELECT DISTINCT {name} FROM findings WHERE {name} > '' ORDER BY 1")  # noqa: S608 -- our own
    return [str(row[0]) for row in rows]

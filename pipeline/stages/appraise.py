"""The appraisal meeting: each unit's sheet out, the block's scores back as decisions."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from extractors.records import ScoreRow, Status
from extractors.sheets.cells import read_cell, settle
from pipeline.appraisal import Appraisal, AppraisalRow, Filled, Problem, ScoreDecision
from pipeline.language import _
from pipeline.records import Block, DocumentState, Paper
from pipeline.stages.decided_scores import row_keys

SURE = frozenset({Status.ACCEPTED, Status.CONFIRMED, Status.CORRECTED})
LAYER = "block_score"


def appraisals(block: Block, papers: Iterable[Paper]) -> tuple[Appraisal, ...]:
    """A sheet for every live paper of a member that has scores, in the block's order of units."""
    order = {unit.id: turn for turn, unit in enumerate(block.units)}
    names = {unit.id: unit.name for unit in block.units}
    live = [p for p in papers if p.scores and p.unit_id in order and p.state is not DocumentState.SUPERSEDED]
    live.sort(key=lambda paper: (order[paper.unit_id or ""], paper.document_id))
    return tuple(_appraisal(paper, names[paper.unit_id or ""]) for paper in live)


def _appraisal(paper: Paper, unit: str) -> Appraisal:
    files = {file.file_id: file.file_name for file in paper.files}
    rows = tuple(_row(score.row) for score in paper.scores)
    return Appraisal(
        paper.document_id,
        unit,
        files.get(paper.scores[0].file_id, ""),
        rows,
        _stated(paper, "total_self_score"),
        _stated(paper, "total_max_score"),
    )


def _row(row: ScoreRow) -> AppraisalRow:
    return AppraisalRow(
        row.row,
        row.code,
        row.criterion,
        row.level,
        row.max_score,
        row.self_score,
        row.block_score,
        row.note,
        row.status in SURE,
    )


def _stated(paper: Paper, field: str) -> Decimal | None:
    held = paper.facts.get(field)
    if held is None or held.fact.status not in SURE or held.fact.value is None:
        return None
    return Decimal(str(held.fact.value))


def decided(filled: Iterable[Filled], papers: Iterable[Paper]) -> tuple[tuple[ScoreDecision, ...], tuple[Problem, ...]]:
    """The decisions that the filled sheets hold, and what stands in the way; with any problem nothing may be stored."""
    rows = {(paper.document_id, row.row): (row, key) for paper in papers for row, key in _keyed(paper)}
    decisions: list[ScoreDecision] = []
    problems: list[Problem] = []
    for line in filled:
        found = _decision(line, *rows.get((line.document_id, line.row), (None, "")))
        if isinstance(found, Problem):
            problems.append(found)
        elif found is not None:
            decisions.append(found)
    return tuple(decisions), tuple(problems)


def _keyed(paper: Paper) -> list[tuple[ScoreRow, str]]:
    """The rows with what a decision calls them."""
    rows = [score.row for score in paper.scores]
    return list(zip(rows, row_keys(rows), strict=True))


def _decision(line: Filled, row: ScoreRow | None, key: str) -> ScoreDecision | Problem | None:
    """None where nothing was filled in or nothing changes."""
    if row is None:
        return Problem(line.place, "appraisal.unknown_row", line.text)
    if line.self_score != row.self_score:
        return Problem(line.place, "appraisal.outdated", str(line.self_score or ""))
    return _new_score(line, row, key) if line.text.strip() else None


def _new_score(line: Filled, row: ScoreRow, key: str) -> ScoreDecision | Problem | None:
    score = settle(read_cell(line.text), row.max_score)
    if score.value is None or score.doubt:
        return Problem(line.place, "appraisal.unreadable", line.text)
    if score.value == row.block_score:
        return None
    if score.value != row.self_score and not line.reason.strip():
        return Problem(line.place, "appraisal.no_reason", line.text)
    before = None if row.block_score is None else _text(row.block_score)
    reason = line.reason.strip() or _("as the unit scored itself")
    return ScoreDecision(line.document_id, f"score:{key}/{LAYER}", before, _text(score.value), reason)


def _text(value: Decimal) -> str:
    return f"{value.normalize():f}"

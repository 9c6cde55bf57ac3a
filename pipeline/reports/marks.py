"""The units' scores by criterion: as stated, or added up where only the parts are stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from extractors.records import Criterion
from pipeline.figures import Figure
from pipeline.findings import FINDINGS
from pipeline.records import DocumentScore, Kind, Paper, Severity, Unit
from pipeline.reports.sources import SURE, fact_source, marked, merged, score_source
from pipeline.reports.view import ReportView, live_papers
from pipeline.reports.wording import NOTHINGS, number

COLUMNS = {"self": "self_score", "block": "block_score", "council": "council_score"}
COLUMN_NAMES = {"self": "tự chấm", "block": "Khối chấm", "council": "Hội đồng chấm"}
_UNPROVED = frozenset({"score.total_mismatch", "score.prose_mismatch"})


class Mark(NamedTuple):
    """One score: its number where it is sure, and how it is shown."""

    value: Decimal | None
    figure: Figure


class Sheet(NamedTuple):
    """A unit's score sheet."""

    unit: Unit
    paper: Paper | None
    """None where there is no sheet, or several contradict each other."""
    rivals: int


def score_sheet(view: ReportView, unit: Unit) -> Sheet:
    """The one live paper that holds the unit's scores: a sheet of its own, else the year's report."""
    for kind in (Kind.SCORE_SHEET, Kind.PLAN_REPORT_YEAR):
        papers = [p for p in live_papers(view, unit.id, kind) if p.scores]
        if len(papers) == 1:
            return Sheet(unit, papers[0], 0)
        if papers:
            return Sheet(unit, None, len(papers))
    return Sheet(unit, None, 0)


def groups_of(view: ReportView) -> tuple[Criterion, ...]:
    """The top of the block's criteria."""
    return tuple(c for c in view.criteria if c.parent is None)


def mark(view: ReportView, sheet: Sheet, criterion: Criterion, column: str) -> Mark:
    """The sheet's score for the criterion: its own row's, else the sum of its parts."""
    label = f"Điểm {COLUMN_NAMES[column]}, tiêu chí {criterion.code} – {sheet.unit.name}"
    empty = Mark(None, Figure(_key(sheet, criterion.code, column), "", label))
    if sheet.paper is None:
        return empty
    stated = [s for s in sheet.paper.scores if s.criteria_code == criterion.code]
    if len(stated) == 1 and getattr(stated[0].row, COLUMNS[column]) is not None:
        return _stated(view, sheet, stated[0], column, label)
    parts = [mark(view, sheet, c, column) for c in view.criteria if c.parent == criterion.code]
    if not any(p.figure.text for p in parts):
        return _said_otherwise(view, sheet, stated, column, empty)
    return _added(_key(sheet, criterion.code, column), label, parts, "tiêu chí")


def _key(sheet: Sheet, code: str, column: str) -> str:
    return f"score/{sheet.unit.id}/{code}/{column}"


def _stated(view: ReportView, sheet: Sheet, score: DocumentScore, column: str, label: str) -> Mark:
    value: Decimal = getattr(score.row, COLUMNS[column])
    sure = score.row.status in SURE
    assert sheet.paper is not None
    found = (score_source(view, sheet.paper, score),)
    key = _key(sheet, score.criteria_code or "", column)
    return Mark(value if sure else None, Figure(key, marked(number(value), sure), label, found, sure=sure))


def _said_otherwise(view: ReportView, sheet: Sheet, stated: list[DocumentScore], column: str, empty: Mark) -> Mark:
    """A cell without a number, as the paper says so: "-", "không"."""
    if len(stated) != 1 or sheet.paper is None or not _is_used(sheet.paper, column):
        return empty
    row = stated[0].row
    nothing = row.nothing.get(COLUMNS[column])
    sure = row.status in SURE
    text = marked(NOTHINGS[nothing] if nothing else "", sure)
    found = (score_source(view, sheet.paper, stated[0]),) if text else ()
    return Mark(None, Figure(empty.figure.key, text, empty.figure.label, found, sure=sure))


def _is_used(paper: Paper, column: str) -> bool:
    """Whether the sheet has any number in the column: one that nobody filled in says nothing."""
    return any(getattr(s.row, COLUMNS[column]) is not None for s in paper.scores)


def _added(key: str, label: str, parts: Iterable[Mark], what: str) -> Mark:
    counted = [p for p in parts if p.value is not None or not p.figure.sure]
    sure = all(p.value is not None for p in counted) and bool(counted)
    total = sum((p.value for p in counted if p.value is not None), Decimal(0))
    known = any(p.value is not None for p in counted)
    text = marked(number(total) if known else "", sure or not counted)
    figures = [p.figure for p in counted]
    figure = Figure(key, text, label, merged(figures), f"cộng {len(counted)} {what}", sure=sure or not counted)
    return Mark(total if sure else None, figure)


def total(view: ReportView, sheet: Sheet, column: str) -> Mark:
    """The sheet's total as the paper states it, else the sum of the groups; unsure where a check contradicts it."""
    label = f"Tổng điểm {COLUMN_NAMES[column]} – {sheet.unit.name}"
    key = _key(sheet, "total", column)
    held = sheet.paper.facts.get(f"total_{COLUMNS[column]}") if sheet.paper else None
    if sheet.paper is None or held is None or held.fact.value is None:
        parts = [mark(view, sheet, group, column) for group in groups_of(view)]
        shown = any(p.figure.text for p in parts)
        return _added(key, label, parts, "nhóm tiêu chí") if shown else Mark(None, Figure(key, "", label))
    value = Decimal(str(held.fact.value))
    sure = held.fact.status in SURE and not is_contradicted(view, sheet.paper)
    found = (fact_source(view, sheet.paper, held),)
    return Mark(value if sure else None, Figure(key, marked(number(value), sure), label, found, sure=sure))


def is_contradicted(view: ReportView, paper: Paper) -> bool:
    """Whether a check found that the paper's totals do not hold."""
    return any(
        f.document_id == paper.document_id and f.code in _UNPROVED and FINDINGS[f.code].severity == Severity.ERROR
        for f in view.findings
    )


def difference(unit: Unit, code: str, own: Mark, block: Mark) -> Figure:
    """The block's score less the unit's own; empty where one is not sure."""
    key, label = f"score/{unit.id}/{code}/difference", f"Chênh lệch điểm, {code} – {unit.name}"
    if own.value is None or block.value is None:
        return Figure(key, "", label)
    change = block.value - own.value
    sign = "+" if change > 0 else ""
    return Figure(key, sign + number(change), label, merged([own.figure, block.figure]), "Khối chấm trừ tự chấm")


def maxima(view: ReportView) -> Mapping[str, str]:
    """The maximum score of each group, by code."""
    return {g.code: number(g.max_score) if g.max_score is not None else "" for g in groups_of(view)}

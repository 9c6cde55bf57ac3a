"""What `show` prints of one file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from extractors.places import where
from extractors.records import Extraction, Fact, Notice, ScoreRow, Status
from pipeline.commands.tables import print_table
from pipeline.edges.archive import digest_of
from pipeline.findings import FINDINGS, message
from pipeline.language import _, current
from pipeline.records import Finding

BLANKS = {"number": "document.number_blank", "issued_on": "document.date_blank"}
"""Fields whose empty place is a finding."""


def shown_json(file: Path, extraction: Extraction) -> dict[str, Any]:
    """The JSON of one document, as the contract has it."""
    return {
        **_head(file),
        "media_type": extraction.media_type,
        "pages": extraction.pages,
        "facts": [_fact(fact) for fact in extraction.facts],
        "scores": [_score(row) for row in extraction.scores],
        "findings": [_finding(finding) for finding in findings(file, extraction)],
    }


def refused_json(file: Path, why: Finding) -> dict[str, Any]:
    """The same for a file that was not read."""
    return {
        **_head(file),
        "media_type": None,
        "pages": None,
        "facts": [],
        "scores": [],
        "findings": [_finding(why)],
    }


def findings(file: Path, extraction: Extraction) -> list[Finding]:
    """What can be said of a paper by itself: the readers' notices and the blanks."""
    found = [_noticed(file, notice) for notice in extraction.notices if notice.code in FINDINGS]
    blanks = [BLANKS[f.field] for f in extraction.facts if f.status is Status.BLANK and f.field in BLANKS]
    return found + [Finding(code, {"file": file.name}) for code in blanks]


def _noticed(file: Path, notice: Notice) -> Finding:
    return Finding(notice.code, {"file": file.name, "place": where(notice.place), **notice.values})


def _head(file: Path) -> dict[str, Any]:
    return {"file": str(file), "sha256": digest_of(file)}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "field": fact.field,
        "value": fact.value,
        "raw": fact.raw,
        "status": fact.status,
        "confidence": fact.confidence,
        "method": fact.method,
        "page": fact.place.page,
        "where": where(fact.place),
        "bbox": fact.place.bbox,
    }


def _score(row: ScoreRow) -> dict[str, Any]:
    figures = ("max_score", "self_score", "block_score", "council_score", "bonus", "deduction")
    return {
        "row": row.row,
        "code": row.code,
        "criterion": row.criterion,
        "level": row.level,
        **{name: _figure(row, name) for name in figures},
        "note": row.note,
        "status": row.status,
        "page": row.place.page,
        "where": where(row.place),
    }


def _figure(row: ScoreRow, name: str) -> float | None:
    value = getattr(row, name)
    return None if value is None else float(value)


def _finding(finding: Finding) -> dict[str, Any]:
    kind = FINDINGS[finding.code]
    return {"code": finding.code, "severity": kind.severity, "message": message(finding, current())}


def print_shown(extraction: Extraction, *, ledger: bool) -> None:
    """Prints the facts, the scores and, where asked for, the ledger."""
    rows = [(f.field, _text(f), f.status, f.method, _at(f.place.page, where(f.place))) for f in extraction.facts]
    print_table((_("Field"), _("Value"), _("Status"), _("Witnesses"), _("Where")), rows)
    if extraction.scores:
        scores = [
            (
                r.code,
                r.criterion,
                _points(r, "max_score"),
                _points(r, "self_score"),
                _points(r, "block_score"),
                r.status,
            )
            for r in extraction.scores
        ]
        print_table((_("Code"), _("Criterion"), _("Maximum"), _("Self"), _("Block"), _("Status")), scores)
    if ledger:
        print_table((_("Rule"), _("Characters")), [(line.rule, str(line.characters)) for line in extraction.ledger])
    for notice in extraction.notices:
        click.echo(f"! {notice.code}: {where(notice.place)}")


def _text(fact: Fact) -> str:
    if isinstance(fact.value, tuple):
        return "; ".join(fact.value)
    return "" if fact.value is None else str(fact.value)


def _at(page: int | None, place: str) -> str:
    return _("page {page}, {place}").format(page=page, place=place) if page else place


def _points(row: ScoreRow, name: str) -> str:
    value = getattr(row, name)
    return "" if value is None else f"{value.normalize():f}".replace(".", ",")

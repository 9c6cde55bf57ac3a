"""What has to be found in a sample: written from the paper, never from what the extractor says."""

from __future__ import annotations

from typing import Any

from scripts.sample_block.block import TOTAL
from scripts.sample_block.records import Paper
from scripts.sample_block.sheets import rows_of


def expected(paper: Paper) -> dict[str, Any]:
    """The facts with value and status, and the score rows of the paper's file."""
    return {"facts": _facts(paper), "scores": _scores(paper)}


def _facts(paper: Paper) -> list[dict[str, Any]]:
    unit = paper.unit
    values: dict[str, Any] = {
        "doc_type": paper.doc_type,
        "number": f"{paper.number}/{paper.symbol}" if paper.number else None,
        "parent_agency": unit.parent,
        "issuer": " ".join(unit.issuer),
        "place": "Cao Bằng",
        "issued_on": paper.issued_on or None,
        "subject": paper.subject,
        "period": paper.period,
        "signer_title": unit.signer_title,
        "signer_name": unit.signer_name,
        "authority": unit.authority,
        "recipients": list(paper.recipients),
        "replaces": paper.replaces,
        "total_max_score": float(TOTAL) if paper.sheet else "",
        "total_self_score": _number(paper.sheet.total) if paper.sheet else "",
        **{f"count:{name}": value for name, value in paper.counts.items()},
    }
    return [
        {"field": field, "value": value, "status": _status(paper, field, value)}
        for field, value in values.items()
        if value != ""
    ]


def _status(paper: Paper, field: str, value: object) -> str:
    """`needs_review` for a day that is not in the calendar and for totals that the prose contradicts."""
    if value is None:
        return "needs_review" if field == "issued_on" and paper.day else "blank"
    contradicted = (
        paper.sheet and field == "total_self_score" and f"đạt {paper.sheet.total}/" not in " ".join(paper.body)
    )
    return "needs_review" if contradicted else "accepted"


def _scores(paper: Paper) -> list[dict[str, Any]]:
    if paper.sheet is None:
        return []
    return [
        {"row": row, "code": full, "max_score": _number(most), "self_score": _number(score)}
        for row, (_, full, _, most, score) in enumerate(rows_of(paper.sheet), 1)
    ]


def _number(printed: str) -> float:
    return float(printed.replace(",", "."))

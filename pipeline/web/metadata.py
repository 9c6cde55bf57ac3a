"""What Datasette tells of the store: titles, every column in words, units, facets, prepared questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from inspect import cleandoc
from typing import Any, NamedTuple

from pipeline.language import _, mark
from pipeline.records import Block
from pipeline.web.queries import QUERIES


class View(NamedTuple):
    """A view for auditors."""

    title: str
    description: str
    facets: tuple[str, ...] = ()
    sort: str = ""


VIEWS = {
    "audit_documents": View(
        mark("Papers"),
        mark("Each paper once, whatever files it came as. A value stands only where it is sure."),
        ("unit_id", "kind", "state", "task_key"),
        "document_id",
    ),
    "audit_facts": View(
        mark("Facts"), mark("Every value that was read, with its place and how sure it is."), ("field", "status")
    ),
    "audit_scores": View(
        mark("Scores"), mark("Every row of every score sheet, in its paper's order."), ("unit_id", "status")
    ),
    "audit_schedule": View(
        mark("Schedule"),
        mark("Each task of the plan for each unit, and how it stands."),
        ("state", "unit_id", "quarter"),
    ),
    "audit_findings": View(
        mark("Findings"), mark("What a person should look at, and what was answered."), ("severity", "code", "unit_id")
    ),
    "audit_files": View(
        mark("Files"), mark("Everything that lay in the inbox, archived byte for byte."), ("state", "media_type")
    ),
    "audit_awards": View(
        mark("Awards"), mark("Registered, proposed and granted, for each unit."), ("unit_id", "award")
    ),
    "audit_decisions": View(
        mark("Decisions"), mark("What people decided: append-only; undoing is a decision too."), ("who", "field")
    ),
    "audit_events": View(
        mark("Log"),
        mark("Everything that happened, each event chained to the one before by its hash."),
        ("what", "who"),
    ),
    "audit_reports": View(mark("Reports"), mark("The papers that were written, with their hashes."), ("kind",)),
}

COLUMNS = {
    "document_id": mark("the paper; the smallest number among its files"),
    "file_id": mark("the file"),
    "file_name": mark("as it lay in the inbox"),
    "sha256": mark("fingerprint of the bytes; the file's name in the archive"),
    "bytes": mark("size in bytes"),
    "media_type": mark("kind of file, by its content"),
    "received_at": mark("when it was taken in"),
    "reason": mark("why"),
    "unit_id": mark("the unit, by its id in khoi.toml; empty where no member sent it"),
    "doc_type": mark("type of paper"),
    "number": mark("number and symbol"),
    "issuer": mark("who issued it, as printed"),
    "place": mark("place in the date line"),
    "issued_on": mark("date of the paper"),
    "subject": mark("subject line"),
    "period": mark("what it reports on: 2020, 2020-H1, 2020-Q3, 2020-06"),
    "signer_name": mark("who signed"),
    "signer_title": mark("the signer's own title"),
    "kind": mark("what it is to the block"),
    "task_key": mark("task of the plan"),
    "state": mark("how it stands"),
    "superseded_by": mark("the newer paper that replaces it"),
    "first_received_at": mark("when the first of its files came"),
    "field": mark("what the value is of"),
    "value": mark("the value"),
    "raw": mark("exactly as printed"),
    "status": mark("accepted: the tool stands by it; needs_review: a person must look; confirmed, corrected: one did"),
    "confidence": mark("0 to 1: how often such values are right"),
    "method": mark("the witnesses that spoke for it"),
    "page": mark("page, from 1; empty for formats without pages"),
    "where_": mark("place in the file"),
    "bbox": mark("box on the page: left, top, right, bottom in points"),
    "row": mark("row of the sheet, from 1"),
    "code": mark("code"),
    "criterion": mark("criterion, as printed"),
    "criteria_code": mark("the block's own criterion; empty where it matches none"),
    "level": mark("level in the tree, from 0"),
    "max_score": mark("maximum, in points"),
    "self_score": mark("the unit's own score, in points"),
    "block_score": mark("the block's score, in points"),
    "council_score": mark("the council's score, in points"),
    "bonus": mark("bonus, in points"),
    "deduction": mark("deduction, in points"),
    "note": mark("note, as printed"),
    "quarter": mark("quarter, 1 to 4"),
    "content": mark("the task's words"),
    "due_on": mark("last day"),
    "role": mark("lead, support or all"),
    "days_late": mark("days after the last day"),
    "finding_id": mark("the finding"),
    "severity": mark("how much it weighs: error, warning, info"),
    "message": mark("in words"),
    "evidence": mark("what it rests on, as JSON"),
    "answer": mark("what a person answered"),
    "answered_by": mark("who answered"),
    "answer_reason": mark("and why"),
    "award": mark("the award"),
    "who": mark("who"),
    "registered": mark("registered at the year's beginning"),
    "proposed": mark("proposed at its end"),
    "granted": mark("granted"),
    "documents": mark("the papers that say so"),
    "decision_id": mark("the decision"),
    "at": mark("when"),
    "before": mark("the value before"),
    "after": mark("the value from then on; empty: the paper has none"),
    "undoes": mark("the decision that it takes back"),
    "held": mark("1: final only when a second person approves"),
    "approved_by": mark("the second person"),
    "approved_at": mark("when that person approved"),
    "event_id": mark("the event"),
    "what": mark("what happened"),
    "detail": mark("details, as JSON"),
    "prev_hash": mark("hash of the event before"),
    "hash": mark("hash of this event with the one before"),
    "report_id": mark("the report"),
    "inputs_sha256": mark("fingerprint of all that the report was made from"),
}
"""Every column of every view, by its name: one name means one thing."""

UNITS = {
    "bytes": "byte",
    "days_late": "day",
}
"""Columns in units that Datasette prints."""


def metadata(block: Block, database: str, tables: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The metadata of the site for tables with their columns; those that are no view for auditors are hidden."""
    title = f"{block.name} – {block.year}"
    return {
        "title": title,
        "extra_css_urls": ["/desk/site.css", "/desk/chart.css"],
        "description": _("Every number with its place in its paper, who decided it and when."),
        "databases": {
            database: {
                "title": title,
                "tables": {
                    **{name: {"hidden": True} for name in tables if name not in VIEWS},
                    **{name: _table(view, tables.get(name, ())) for name, view in VIEWS.items()},
                },
                "queries": {name: _query(name) for name in QUERIES},
            }
        },
    }


def _table(view: View, columns: Sequence[str]) -> dict[str, Any]:
    return {
        "title": _(view.title),
        "description": _(view.description),
        "facets": list(view.facets),
        "columns": {name: _(COLUMNS[name]) for name in columns if name in COLUMNS},
        "units": {name: unit for name, unit in UNITS.items() if name in columns},
        **({"sort": view.sort} if view.sort else {}),
    }


def _query(name: str) -> dict[str, str]:
    query = QUERIES[name]
    return {"title": _(query.title), "description": _(query.description), "sql": cleandoc(query.sql), "hide_sql": "1"}

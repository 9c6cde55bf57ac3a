"""What a person decided, against what the papers say after another reading."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import Case, Finding


def contradicted(case: Case) -> Iterator[Finding]:
    """Decisions whose paper now says surely what it did not say when they were made."""
    latest = {(decision.document_id, decision.field): decision for decision in case.decisions}
    for paper in case.papers:
        owners = [file.file_id for file in paper.files]
        for field, read in paper.reread.items():
            decision = next((latest[owner, field] for owner in owners if (owner, field) in latest), None)
            if decision and read not in (decision.after, decision.read):
                evidence = {
                    "file": ", ".join(file.file_name for file in paper.files),
                    "field": field,
                    "decided": decision.after or "",
                    "read": read or "",
                    "decision": decision.decision_id,
                }
                yield Finding("decision.contradicted", evidence, paper.document_id, paper.unit_id, paper.task_key)

"""Short heads for the columns of the store and for what prepared questions ask."""

from __future__ import annotations

from pipeline.labels import FIELDS
from pipeline.language import _, mark

HEADS = {
    "document_id": mark("Paper"),
    "file_id": mark("File no."),
    "file_name": mark("File"),
    "media_type": mark("Kind of file"),
    "received_at": mark("Received"),
    "first_received_at": mark("First received"),
    "reason": mark("Reason"),
    "field": mark("Field"),
    "value": mark("Value"),
    "raw": mark("Printed as"),
    "status": mark("State"),
    "file_state": mark("State of the file"),
    "confidence": mark("How sure"),
    "method": mark("Read from"),
    "page": mark("Page"),
    "where_": mark("Where"),
    "bbox": mark("Box"),
    "row": mark("Row"),
    "code": mark("Code"),
    "criterion": mark("Criterion"),
    "criteria_code": mark("Block's criterion"),
    "level": mark("Level"),
    "note": mark("Note"),
    "quarter": mark("Quarter"),
    "content": mark("Work to do"),
    "due_on": mark("Last day"),
    "role": mark("Role"),
    "days_late": mark("Days late"),
    "finding_id": mark("Finding"),
    "severity": mark("Weight"),
    "message": mark("In words"),
    "evidence": mark("Rests on"),
    "answer": mark("Answer"),
    "answered_by": mark("Answered by"),
    "who": mark("By whom"),
    "at": mark("When"),
    "detail": mark("Details"),
    "before": mark("Before"),
    "after": mark("After"),
    "what": mark("What"),
    "subject": mark("Subject"),
    "superseded_by": mark("Replaced by"),
    "unit": mark("Unit"),
    "document": mark("Paper"),
    "papers": mark("Papers that are asked"),
    "counts": mark("Whether the total counts"),
    "told": mark("In words"),
    "first_day": mark("From the day"),
    "last_day": mark("To the day"),
}


def head(name: str) -> str:
    """What people call the column; its own name where it has no other."""
    words = HEADS.get(name) or FIELDS.get(name)
    return _(words) if words else name

"""Which fields are looked for: a new field is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from extractors.fields import (
    agencies,
    counts,
    dateline,
    doc_type,
    number,
    period,
    recipients,
    replaces,
    signer,
    subject,
    totals,
)
from extractors.layout import Layout
from extractors.records import Candidate

Finder = Callable[[Layout], Iterable[Candidate]]

COUNTS = "count:…"

FIELDS: dict[str, Finder] = {
    "doc_type": doc_type.find,
    "number": number.find,
    "parent_agency, issuer": agencies.find,
    "place, issued_on": dateline.find,
    "subject": subject.find,
    "period": period.find,
    "authority, signer_title, signer_name": signer.find,
    "recipients": recipients.find,
    "replaces": replaces.find,
    "total_self_score, total_max_score": totals.find,
    COUNTS: counts.find,
}
"""What is found, and by whom."""

"""What a person should look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Evidence = Mapping[str, object]
"""What a message names and an auditor can check: JSON values only."""


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person should look at. Its words are in `pipeline.findings`, by code."""

    code: str
    evidence: Evidence = field(default_factory=dict)
    """Fills the message; "file" and "place" say where."""
    document_id: int | None = None
    unit_id: str | None = None
    task_key: str | None = None

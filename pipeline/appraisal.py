"""What goes to the appraisal meeting and comes back from it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class AppraisalRow(NamedTuple):
    """One criterion of a unit's sheet, as the meeting sees it."""

    row: int
    """The row's number in its document."""
    code: str
    criterion: str
    level: int
    max_score: Decimal | None
    self_score: Decimal | None
    block_score: Decimal | None
    note: str
    is_sure: bool
    """Whether the figures are accepted, or a person has to look first."""


class Appraisal(NamedTuple):
    """One unit's sheet for the meeting."""

    document_id: int
    unit: str
    file: str
    rows: tuple[AppraisalRow, ...]
    self_total: Decimal | None
    """As the paper states it."""
    max_total: Decimal | None


class Filled(NamedTuple):
    """One row as it came back."""

    document_id: int
    row: int
    self_score: Decimal | None
    """As the sheet was written: another one means that the sheet is out of date."""
    text: str
    """What stands in the block's column."""
    reason: str
    place: str
    """Sheet and cell, for messages."""


class ScoreDecision(NamedTuple):
    """A score that the meeting changed: one line of the audit log."""

    document_id: int
    field: str
    """"score:CODE/block_score", or "score:#ROW/block_score" where the code is not unique."""
    before: str | None
    after: str
    reason: str


class Problem(NamedTuple):
    """A row that cannot be taken over."""

    place: str
    code: str
    """"appraisal.unknown_row", "appraisal.outdated", "appraisal.unreadable", "appraisal.no_reason"."""
    text: str

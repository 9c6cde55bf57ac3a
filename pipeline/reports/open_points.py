"""What is still open: findings that a unit must answer, and figures in review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.figures import Content, Figure
from pipeline.findings import FINDINGS
from pipeline.records import Finding, Severity
from pipeline.reports.view import ReportView, unit_name
from pipeline.reports.wording import SEVERITIES, count, finding_message

_WHOLE_BLOCK = "Toàn Khối"


def open_findings(view: ReportView, *severities: Severity) -> list[Finding]:
    """The findings of those severities, units in the block's order, the block's own first."""
    order = {unit.id: position for position, unit in enumerate(view.block.units)}
    senders = _senders(view)
    found = [f for f in view.findings if FINDINGS[f.code].severity in severities]
    return sorted(found, key=lambda f: (order.get(_unit_of(f, senders) or "", -1), f.code, finding_message(f)))


def _senders(view: ReportView) -> Mapping[int | None, str | None]:
    """Each paper's unit, by document id."""
    return {paper.document_id: paper.unit_id for paper in view.papers}


def _unit_of(finding: Finding, senders: Mapping[int | None, str | None]) -> str | None:
    return finding.unit_id if finding.unit_id is not None else senders.get(finding.document_id)


def finding_rows(view: ReportView) -> list[Mapping[str, Content]]:
    """The errors and warnings, each with the unit that has to answer."""
    found, senders = open_findings(view, Severity.ERROR, Severity.WARNING), _senders(view)
    return [
        {
            "no": number,
            "unit": unit_name(view, _unit_of(finding, senders)) or _WHOLE_BLOCK,
            "message": finding_message(finding),
            "severity": SEVERITIES[FINDINGS[finding.code].severity],
        }
        for number, finding in enumerate(found, 1)
    ]


def review_rows(figures: Sequence[Figure]) -> list[Mapping[str, Content]]:
    """The figures of a paper that are in review, each once."""
    unsure = {f.key: f for f in figures if not f.sure}
    return [
        {
            "no": number,
            "label": figure.label,
            "value": figure,
            "file": "; ".join(dict.fromkeys(s.file for s in figure.sources)),
        }
        for number, figure in enumerate(unsure.values(), 1)
    ]


FINAL: Mapping[str, Content] = {"is_draft": 0, "errors": "0", "unsure": "0"}
"""For papers that do not wait for what is open: a reminder, the register."""


def draft(view: ReportView, figures: Sequence[Figure]) -> Mapping[str, Content]:
    """Whether the paper is a draft, and how much is open."""
    errors = len(open_findings(view, Severity.ERROR))
    unsure = len({f.key for f in figures if not f.sure})
    return {
        "is_draft": int(bool(errors or unsure)),
        "errors": Figure("draft/errors", count(errors), "Số nội dung phải xử lý", basis="đếm theo Phụ lục"),
        "unsure": Figure("draft/unsure", count(unsure), "Số liệu cần kiểm tra", basis="đếm theo Phụ lục"),
    }

"""What the half-year's and the year's report have in common."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.figures import Content, Figure, figures_of
from pipeline.records import Kind
from pipeline.reports.awards import award_annex, award_basis, award_table, counts
from pipeline.reports.charts import timeliness_chart
from pipeline.reports.extracts import sentences_by_section
from pipeline.reports.head import block_words, head, signer
from pipeline.reports.open_points import draft, finding_rows, review_rows
from pipeline.reports.received import receipt_counts, receipt_rows, receipts
from pipeline.reports.source_list import computed_rows, extract_rows, source_groups
from pipeline.reports.tasks import task_counts, task_rows
from pipeline.reports.view import ReportView
from pipeline.reports.wording import day

LONG = "source_groups"
"""The appendix that has a group of rows for every paper that a number rests on."""


def common_values(view: ReportView, kind: Kind) -> dict[str, Content]:
    """Head, receipts, tasks, awards and extracts of the period."""
    received = receipts(view, kind)
    stated = counts(view, received)
    return {
        "head": head(view, "BC"),
        "block": block_words(view),
        "as_of": day(view.as_of),
        "signer": signer(view, kind),
        "received": receipt_counts(kind, received),
        "receipts": receipt_rows(view, received),
        "plan": task_counts(view),
        "tasks": task_rows(view),
        "timeliness_chart": timeliness_chart(view),
        "extracts": sentences_by_section(view, received),
        "awards": award_table(stated),
        "award_groups": award_annex(stated),
        "award_basis": award_basis(stated),
    }


def with_traces(view: ReportView, values: Mapping[str, Content]) -> dict[str, Content]:
    """The values, and what is open in them and where they come from."""
    figures: list[Figure] = figures_of(values)
    return dict(values) | {
        "draft": draft(view, figures),
        "findings": finding_rows(view),
        "reviews": review_rows(figures),
        LONG: source_groups(figures),
        "computed": computed_rows(figures),
        "extract_sources": extract_rows(figures),
    }

"""The year's report: báo cáo tổng kết of the block, signed by its leader."""

from __future__ import annotations

from pipeline.figures import ReportContext
from pipeline.records import Kind
from pipeline.reports.period_report import common_values, with_traces
from pipeline.reports.score_tables import score_table
from pipeline.reports.view import ReportView, made_at


def build(view: ReportView) -> tuple[ReportContext, ...]:
    """The one report of the year."""
    values = common_values(view, Kind.PLAN_REPORT_YEAR) | {"scores": score_table(view)}
    year = view.block.year
    return (
        ReportContext(
            "year",
            "year.docx",
            f"bao-cao-tong-ket-{year}.docx",
            f"Báo cáo tổng kết công tác thi đua, khen thưởng năm {year}",
            made_at(view),
            with_traces(view, values),
        ),
    )

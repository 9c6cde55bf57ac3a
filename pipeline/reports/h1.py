"""The half-year's report: báo cáo sơ kết of the block, signed by whoever the plan names."""

from __future__ import annotations

from pipeline.figures import ReportContext
from pipeline.records import Kind
from pipeline.reports.period_report import LONG, common_values, with_traces
from pipeline.reports.view import ReportView, made_at


def build(view: ReportView) -> tuple[ReportContext, ...]:
    """The one report of the first six months."""
    year = view.block.year
    return (
        ReportContext(
            "h1",
            "h1.docx",
            f"bao-cao-so-ket-6-thang-{year}.docx",
            f"Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm {year}",
            made_at(view),
            with_traces(view, common_values(view, Kind.PLAN_REPORT_H1)),
            long=LONG,
        ),
    )

"""The year's report: báo cáo tổng kết of the block, signed by its leader."""

from __future__ import annotations

from pipeline.figures import Content, ReportContext
from pipeline.records import Kind
from pipeline.reports.charts import score_chart
from pipeline.reports.period_report import LONG, common_values, with_traces
from pipeline.reports.score_tables import score_table
from pipeline.reports.view import ReportView, made_at


def build(view: ReportView) -> tuple[ReportContext, ...]:
    """The one report of the year."""
    own: dict[str, Content] = {"scores": score_table(view), "score_chart": score_chart(view)}
    values = common_values(view, Kind.PLAN_REPORT_YEAR) | own
    year = view.block.year
    return (
        ReportContext(
            "year",
            "year.docx",
            f"bao-cao-tong-ket-{year}.docx",
            f"Báo cáo tổng kết công tác thi đua, khen thưởng năm {year}",
            made_at(view),
            with_traces(view, values),
            long=LONG,
        ),
    )

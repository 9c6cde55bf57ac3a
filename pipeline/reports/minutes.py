"""The minutes of the appraisal meeting: biên bản bình xét, with the voting table to fill in."""

from __future__ import annotations

from pipeline.figures import Content, ReportContext
from pipeline.records import Kind
from pipeline.reports.head import block_words, head, leader_name, signer
from pipeline.reports.period_report import with_traces
from pipeline.reports.score_tables import score_table
from pipeline.reports.view import ReportView, made_at


def build(view: ReportView) -> tuple[ReportContext, ...]:
    """The one paper, ready for the meeting."""
    year = view.block.year
    values: dict[str, Content] = {
        "head": head(view, "BB"),
        "block": block_words(view),
        "leader": leader_name(view),
        "signer": signer(view, Kind.PLAN_REPORT_YEAR),
        "scores": score_table(view),
        "units": [{"no": number, "name": unit.name} for number, unit in enumerate(view.block.units, 1)],
        "unit_count": len(view.block.units),
    }
    title = f"Biên bản bình xét thi đua năm {year}"
    context = ReportContext(
        "minutes", "minutes.docx", f"bien-ban-binh-xet-{year}.docx", title, made_at(view), with_traces(view, values)
    )
    return (context,)

"""The submission: tờ trình đề nghị khen thưởng, with the list of units and their scores."""

from __future__ import annotations

from pipeline.figures import Content, ReportContext
from pipeline.records import Kind
from pipeline.reports.head import block_words, head, signer
from pipeline.reports.law import grounds
from pipeline.reports.period_report import with_traces
from pipeline.reports.score_tables import score_table
from pipeline.reports.view import ReportView, made_at


def build(view: ReportView) -> tuple[ReportContext, ...]:
    """The one paper; which award each unit is proposed for is the meeting's to fill in."""
    year = view.block.year
    values: dict[str, Content] = {
        "head": head(view, "TTr"),
        "block": block_words(view),
        "grounds": [{"text": text} for text in grounds(view.as_of, view.block.name, year)],
        "signer": signer(view, Kind.PLAN_REPORT_YEAR),
        "scores": score_table(view),
    }
    title = f"Tờ trình đề nghị khen thưởng năm {year}"
    context = ReportContext(
        "submission",
        "submission.docx",
        f"to-trinh-khen-thuong-{year}.docx",
        title,
        made_at(view),
        with_traces(view, values),
    )
    return (context,)

"""The register of incoming papers: sổ đăng ký văn bản đến, ten columns (Nghị định 30/2020, Phụ lục IV)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from pipeline.figures import Content, Figure, ReportContext
from pipeline.records import Paper
from pipeline.reports.head import block_words, head
from pipeline.reports.open_points import FINAL
from pipeline.reports.rows import Rows
from pipeline.reports.sources import fact_figure, paper_source, sure_value
from pipeline.reports.view import ReportView, made_at, unit_name
from pipeline.reports.wording import NO_DATE, NO_NUMBER, day


def build(view: ReportView) -> tuple[ReportContext, ...]:
    """The register of every paper received, in the order of arrival."""
    year = view.block.year
    papers = sorted(view.papers, key=lambda p: p.first_received_at)
    values: dict[str, Content] = {
        "head": head(view, ""),
        "block": block_words(view),
        "draft": FINAL,
        "rows": Rows(papers, partial(_row, view)),
    }
    title = f"Sổ đăng ký văn bản đến năm {year}"
    file_name = f"so-van-ban-den-{year}.docx"
    return (ReportContext("register", "register.docx", file_name, title, made_at(view), values, long="rows"),)


def _row(view: ReportView, number: int, paper: Paper) -> Mapping[str, Content]:
    name = unit_name(view, paper.unit_id) or str(sure_value(paper, "issuer") or "")
    label = name or paper.files[0].file_name
    arrived = day(date.fromisoformat(paper.first_received_at[:10]))
    key, place = f"{paper.document_id}/received", paper_source(view, paper)
    return {
        "no": number,
        "received": Figure(key, arrived, f"Ngày nhận văn bản của {label}", (place,), "sổ nhận văn bản"),
        "author": name,
        "number": fact_figure(view, paper, "number", f"Số, ký hiệu văn bản của {label}", NO_NUMBER),
        "date": fact_figure(view, paper, "issued_on", f"Ngày văn bản của {label}", NO_DATE),
        "title": _title(paper),
        "note": "; ".join(file.file_name for file in paper.files),
    }


def _title(paper: Paper) -> str:
    """Tên loại và trích yếu: "Báo cáo Tổng kết …"."""
    kind = str(sure_value(paper, "doc_type") or "")
    subject = str(sure_value(paper, "subject") or "")
    shown = "" if kind == "CÔNG VĂN" else kind.capitalize()
    return " ".join(part for part in (shown, subject) if part)

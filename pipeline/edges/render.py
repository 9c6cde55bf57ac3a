"""Writes a paper: fills its Word template, or a workbook; the same content gives the same bytes."""

from __future__ import annotations

import io
import json
from hashlib import sha256
from pathlib import Path
from typing import cast

from docx import Document

from pipeline.edges.finish import draw_lines, fit_grids, name_paper, packed
from pipeline.edges.marking import Plain, bookmark_figures, prepared
from pipeline.edges.review_copy import comment_figures
from pipeline.edges.template import filled
from pipeline.figures import Figure, Form, PaperContext, RenderedReport, ReportContext, WorkbookContext

_REVIEW_SUFFIX = "-ban-doi-chieu"


def render(context: PaperContext, templates: Path, form: Form = Form.CLEAN) -> RenderedReport:
    """The finished paper. Raises BrokenTemplate, or MissingExtra for a workbook without openpyxl."""
    if isinstance(context, WorkbookContext):
        from pipeline.edges.workbook import render_workbook

        return render_workbook(context)
    return _render_docx(context, templates / context.template, form)


def _render_docx(context: ReportContext, template: Path, form: Form) -> RenderedReport:
    figures: list[Figure] = []
    values = cast("dict[str, Plain]", prepared(context.values, figures))
    document = Document(io.BytesIO(filled(template, values)))
    draw_lines(document)
    fit_grids(document)
    bookmark_figures(document.element.body, figures)
    if form is Form.REVIEW:
        comment_figures(document, figures, context.made_at)
    name_paper(document, context.title, context.made_at)
    inputs = sha256(json.dumps(values, ensure_ascii=False, sort_keys=True, default=bytes.hex).encode())
    inputs.update(template.read_bytes())
    return RenderedReport(context.kind, _file_name(context, form), packed(document), inputs.hexdigest())


def _file_name(context: ReportContext, form: Form) -> str:
    path = Path(context.file_name)
    return f"{path.stem}{_REVIEW_SUFFIX}{path.suffix}" if form is Form.REVIEW else path.name

"""Writes a paper: fills its Word template, or a workbook; the same content gives the same bytes."""

from __future__ import annotations

from collections.abc import Sized
from hashlib import sha256
from pathlib import Path
from typing import cast

from pipeline.edges.finish import finished, name_paper, packed
from pipeline.edges.in_parts import ROWS_AT_ONCE, Written, in_parts
from pipeline.edges.marking import Bookmarks, Plain, fingerprint, prepared
from pipeline.edges.review_copy import comment_figures
from pipeline.edges.template import filled, let_go
from pipeline.figures import Figure, Form, PaperContext, RenderedReport, ReportContext, WorkbookContext

_REVIEW_SUFFIX = "-ban-doi-chieu"


def render(context: PaperContext, templates: Path, form: Form = Form.CLEAN) -> RenderedReport:
    """The finished paper. Raises BrokenTemplate, or MissingExtra for a workbook without openpyxl."""
    if isinstance(context, WorkbookContext):
        from pipeline.edges.workbook import render_workbook

        return render_workbook(context)
    return _render_docx(context, templates / context.template, form)


def _render_docx(context: ReportContext, template: Path, form: Form) -> RenderedReport:
    parted = in_parts(context, template) if form is Form.CLEAN and _is_long(context) else None
    paper = parted or _whole(context, template, form)
    inputs = sha256(paper.values)
    inputs.update(template.read_bytes())
    return RenderedReport(context.kind, _file_name(context, form), paper.data, inputs.hexdigest())


def _is_long(context: ReportContext) -> bool:
    return bool(context.long) and len(cast("Sized", context.values[context.long])) > ROWS_AT_ONCE


def _whole(context: ReportContext, template: Path, form: Form) -> Written:
    figures: list[Figure] = []
    values = cast("dict[str, Plain]", prepared(context.values, figures))
    document = finished(filled(template, values))
    Bookmarks().put(document.element.body, figures)
    if form is Form.REVIEW:
        comment_figures(document, figures, context.made_at)
    name_paper(document, context.title, context.made_at)
    paper = Written(packed(document), fingerprint(values))
    let_go(document)
    return paper


def _file_name(context: ReportContext, form: Form) -> str:
    path = Path(context.file_name)
    return f"{path.stem}{_REVIEW_SUFFIX}{path.suffix}" if form is Form.REVIEW else path.name

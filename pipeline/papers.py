"""The block's papers: written from the store, and proved against it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from extractors.errors import Unreadable
from pipeline import run
from pipeline.checked import checked
from pipeline.edges import store_files
from pipeline.edges.packaged import template_folder
from pipeline.edges.pdf import to_pdf
from pipeline.edges.render import render
from pipeline.edges.store_reports import put_report
from pipeline.edges.whole import write_whole
from pipeline.edges.workspace import Workspace
from pipeline.errors import UnusableWorkspace
from pipeline.figures import Form, PaperContext, RenderedReport, ReportContext
from pipeline.language import _
from pipeline.records import Outcome
from pipeline.reports.choice import kinds_of
from pipeline.reports.registry import REPORTS, build
from pipeline.reports.view import ReportView
from pipeline.stages.verify_report import CheckedNumber, identity, verify_report

CLEAN = (Form.CLEAN,)


def report(
    workspace: Workspace, outcome: Outcome, kinds: Sequence[str], as_of: date, forms: Iterable[Form] = CLEAN
) -> tuple[Path, ...]:
    """Writes the papers of the kinds, or those that the day asks for, in each of the forms; where they lie."""
    view = view_of(workspace, outcome, as_of)
    papers = [paper for kind in kinds or kinds_of(view, REPORTS) for paper in build(kind, view)]
    return tuple(put_report(workspace, _rendered(workspace, *asked)) for asked in _in_forms(papers, forms))


def _in_forms(papers: Iterable[PaperContext], forms: Iterable[Form]) -> Iterator[tuple[PaperContext, Form]]:
    """Each paper in each form; a workbook has one form alone."""
    wanted = tuple(forms)
    for paper in papers:
        for form in wanted if isinstance(paper, ReportContext) else CLEAN:
            yield paper, form


def as_pdf(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Writes each Word file beside itself as PDF; where they lie. NoPdf without LibreOffice."""
    written = []
    for path in paths:
        if path.suffix == ".docx":
            target = path.with_suffix(".pdf")
            write_whole(target, to_pdf(path.read_bytes()))
            written.append(target)
    return tuple(written)


def proved(workspace: Workspace, paper: Path) -> tuple[CheckedNumber, ...]:
    """Every number of the finished paper, judged by the same paper as the store gives it now."""
    data = paper.read_bytes()
    try:
        known = identity(data)
    except Unreadable as error:
        raise UnusableWorkspace(
            _("{file} is no paper of this program: {reason}").format(file=paper, reason=error)
        ) from None
    run.check(workspace, known.as_of)  # a proof rests on what the files say, not on what was once derived from it
    view = view_of(workspace, checked(workspace, known.as_of), known.as_of)
    for context in (context for kind in REPORTS for context in build(kind, view)):
        if isinstance(context, ReportContext) and context.title == known.title:
            return verify_report(data, _rendered(workspace, context).data)
    raise UnusableWorkspace(_("{file}: this workspace writes no such paper.").format(file=paper))


def _rendered(workspace: Workspace, paper: PaperContext, form: Form = Form.CLEAN) -> RenderedReport:
    name = paper.template if isinstance(paper, ReportContext) else ""
    return render(paper, template_folder(workspace.root, name), form)


def view_of(workspace: Workspace, outcome: Outcome, as_of: date) -> ReportView:
    """All that papers may say, as of the day."""
    resolved, criteria = run.plan_and_criteria(workspace)
    return ReportView(
        block=workspace.block,
        as_of=as_of,
        plan=resolved,
        criteria=criteria,
        papers=outcome.papers,
        schedule=outcome.schedule,
        findings=outcome.findings,
        text_of=partial(store_files.text_of, workspace.db),
    )

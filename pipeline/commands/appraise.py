"""`appraise export|import`: the block's score sheets to the appraisal meeting and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from extractors.errors import ExtractionError
from pipeline import run as stages
from pipeline.appraisal import Problem
from pipeline.checked import checked
from pipeline.commands import books
from pipeline.commands.options import Opening, as_of, writes
from pipeline.commands.proving import asks_who, proven
from pipeline.errors import UnusableWorkspace
from pipeline.findings import refusal
from pipeline.language import _, mark

PROBLEMS = {
    "appraisal.unknown_row": mark("{place}: no paper of the store has this row; the sheet is another workspace's."),
    "appraisal.outdated": mark("{place}: the paper has changed since; export the sheets again."),
    "appraisal.unreadable": mark("{place}: “{text}” is no score."),
    "appraisal.no_reason": mark("{place}: a changed score needs a reason."),
}


@click.group()
def appraise() -> None:
    """Two commands: export before the meeting, import after it."""


@appraise.command(help=_("Write an XLSX with a sheet for every unit; only the block's column is open."))
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@as_of
@writes
@click.pass_obj
def export(root: Path, file: Path | None, as_of: date, opening: Opening) -> None:
    """Writes the workbook and says where."""
    from pipeline.edges.appraisal_book import write_book
    from pipeline.stages.appraise import appraisals

    with opening(root) as workspace:
        sheets = appraisals(workspace.block, checked(workspace, as_of).papers)
        if not sheets:
            raise UnusableWorkspace(_("No unit has sent a score sheet yet."))
        target = books.put(workspace, file, f"bang-cham-diem-{workspace.block.year}.xlsx", write_book(sheets))
    click.echo(_("Sheets for {count} units: {path}").format(count=len(sheets), path=target))


@appraise.command("import", help=_("Read the filled XLSX back: each changed score becomes a decision in the log."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@asks_who
@as_of
@writes
@click.pass_obj
def take_back(root: Path, file: Path, who: str, as_of: date, opening: Opening) -> None:
    """Stores the decisions, all or none."""
    from pipeline.edges.appraisal_book import read_book
    from pipeline.edges.store_decisions import decide
    from pipeline.stages.appraise import decided

    try:
        filled = read_book(file.read_bytes())
    except ExtractionError as error:
        raise UnusableWorkspace(refusal(error, str(file))) from None
    decider = proven(root, who)
    with opening(root) as workspace:
        papers = checked(workspace, as_of).papers
        decisions, problems = decided(filled, papers)
        if problems:
            raise UnusableWorkspace("\n".join(_worded(problem) for problem in problems))
        decide(workspace, decider.name, decisions, decider.proof)
        stages.check(workspace, as_of)
    click.echo(_("{count} scores were decided.").format(count=len(decisions)))


def _worded(problem: Problem) -> str:
    return _(PROBLEMS[problem.code]).format(place=problem.place, text=problem.text)

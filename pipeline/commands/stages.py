"""`plan`, `receive`, `extract`, `check`, `report`, `run`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from pipeline import run as stages
from pipeline.commands import overview, tables
from pipeline.commands.options import as_json, as_of, jobs, print_json
from pipeline.edges import store_files
from pipeline.edges.workspace import Workspace, opened
from pipeline.figures import Form
from pipeline.language import _
from pipeline.records import Outcome

KINDS = ("h1", "year", "scores", "reminder", "minutes", "submission", "register")
"""What `report` writes, as the contract names it; `pipeline.reports.registry` builds them."""


@click.command()
@as_of
@as_json
@click.pass_obj
def plan(root: Path, as_of: date, as_json: bool) -> None:  # noqa: FBT001
    """Prints every task with its key, its day and who does it."""
    with opened(root) as workspace:
        loaded, criteria = stages.plan(workspace)
        if as_json:
            print_json(tables.plan_json(loaded, criteria))
        else:
            tables.print_plan(workspace.block, loaded, criteria, as_of)


@click.command()
@as_json
@click.pass_obj
def receive(root: Path, as_json: bool) -> None:  # noqa: FBT001
    """Prints how many files came into which state."""
    with opened(root) as workspace:
        received = stages.receive(workspace)
        if as_json:
            print_json(received.states)
        else:
            tables.print_received(received)


@click.command()
@jobs
@as_json
@click.pass_obj
def extract(root: Path, jobs: int, as_json: bool) -> None:  # noqa: FBT001
    """Prints how many files were read and which were refused."""
    with opened(root) as workspace:
        extracted = stages.extract(workspace, jobs, tables.no_progress() if as_json else tables.progress())
        if as_json:
            print_json({"read": extracted.read, "refused": extracted.refused})
        else:
            tables.print_extracted(extracted, store_files.files(workspace.db))
        _leave(workspace)


@click.command()
@as_of
@as_json
@click.pass_obj
def check(root: Path, as_of: date, as_json: bool) -> None:  # noqa: FBT001
    """Prints the findings, worst first."""
    with opened(root) as workspace:
        outcome = stages.check(workspace, as_of)
        if as_json:
            print_json(tables.findings_json(outcome))
        else:
            tables.print_findings(workspace.block, outcome)
        _leave(workspace)


@click.command()
@click.argument("kinds", nargs=-1, metavar="[KIND]...", type=click.Choice(KINDS))
@click.option("--review", is_flag=True, help=_("Also write review copies: a comment at every figure says its source."))
@click.option("--pdf", is_flag=True, help=_("Also write PDF, where LibreOffice is installed."))
@as_of
@as_json
@click.pass_obj
def report(root: Path, kinds: tuple[str, ...], as_of: date, as_json: bool, pdf: bool, review: bool) -> None:  # noqa: FBT001
    """Prints the papers that were written."""
    from pipeline import papers
    from pipeline.edges.pdf import NoPdf

    with opened(root) as workspace:
        forms = tuple(Form) if review else papers.CLEAN
        written = papers.report(workspace, stages.check(workspace, as_of), kinds, as_of, forms)
        try:
            written += papers.as_pdf(written) if pdf else ()
        except NoPdf as error:
            click.echo(str(error), err=True)
        if as_json:
            print_json([str(path) for path in written])
        else:
            tables.print_reports(written)
        _leave(workspace)


@click.command()
@as_of
@jobs
@as_json
@click.pass_obj
def run(root: Path, as_of: date, jobs: int, as_json: bool) -> None:  # noqa: FBT001
    """Prints how every unit stands and where the reports lie."""
    with opened(root) as workspace:
        outcome, reports = run_all(workspace, as_of, jobs, tables.no_progress() if as_json else tables.progress())
        if as_json:
            print_json({"findings": tables.findings_json(outcome), "reports": [str(path) for path in reports]})
        else:
            overview.print_overview(workspace.block, outcome)
            tables.print_reports(reports)
        _leave(workspace)


def run_all(
    workspace: Workspace, as_of: date, processes: int, progress: stages.Progress
) -> tuple[Outcome, tuple[Path, ...]]:
    """The five stages in order; what was derived and which papers were written."""
    from pipeline import papers

    stages.plan(workspace)
    stages.receive(workspace)
    stages.extract(workspace, processes, progress)
    outcome = stages.check(workspace, as_of)
    return outcome, papers.report(workspace, outcome, (), as_of)


def _leave(workspace: Workspace) -> None:
    """Exit code 1 where some file could not be read."""
    if store_files.unreadable(workspace.db):
        sys.exit(1)

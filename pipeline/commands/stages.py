"""`plan`, `receive`, `extract`, `check`, `report`, `run`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from pipeline import blockfile
from pipeline import run as stages
from pipeline.commands import overview, progress, tables, waits
from pipeline.commands.options import Opening, as_json, as_of, jobs, print_json, reader, rehash, typed, writes
from pipeline.edges import store_files
from pipeline.edges.workers import Reader
from pipeline.edges.workspace import Workspace
from pipeline.figures import Form
from pipeline.language import _
from pipeline.reports.registry import REPORTS
from pipeline.run import Received
from pipeline.standing import Standing

NOTHING = Received()


@click.command()
@as_of
@as_json
@writes
@click.pass_obj
def plan(root: Path, as_of: date, as_json: bool, opening: Opening) -> None:
    """Prints every task with its key, its day and who does it."""
    with opening(root) as workspace:
        _say_what_is_not_read(workspace)
        loaded, criteria = stages.plan(workspace)
        if as_json:
            print_json(tables.plan_json(loaded, criteria))
        else:
            tables.print_plan(workspace.block, loaded, criteria, as_of)


@click.command()
@rehash
@as_json
@writes
@click.pass_obj
def receive(root: Path, as_json: bool, known: stages.Known, opening: Opening) -> None:
    """Prints how many files came into which state."""
    with opening(root) as workspace:
        received = stages.receive(workspace, known, waits.for_files)
        waits.print_left(received)
        if as_json:
            print_json(received.states)
        else:
            tables.print_received(received)
        _leave(workspace, received)


@click.command()
@jobs
@as_json
@writes
@click.pass_obj
def extract(root: Path, jobs: int, cluster: str | None, as_json: bool, opening: Opening) -> None:
    """Prints how many files were read and which were refused."""
    with opening(root) as workspace:
        with reader(jobs, cluster) as read, progress.shown(as_json) as told:
            extracted = stages.extract(workspace, read, told)
        if as_json:
            print_json({"read": extracted.read, "refused": extracted.refused})
        else:
            tables.print_extracted(extracted, store_files.files(workspace.db))
        _leave(workspace)


@click.command()
@as_of
@as_json
@writes
@click.pass_obj
def check(root: Path, as_of: date, as_json: bool, opening: Opening) -> None:
    """Prints the findings, worst first."""
    with opening(root) as workspace:
        outcome = Standing(workspace, as_of).outcome
        if as_json:
            print_json(tables.findings_json(outcome))
        else:
            tables.print_findings(outcome)
        _leave(workspace)


@click.command()
@click.argument("kinds", nargs=-1, metavar=_("[KIND]..."), type=click.Choice(REPORTS))
@click.option("--review", is_flag=True, help=_("Also write review copies: a comment at every figure says its source."))
@click.option("--pdf", is_flag=True, help=_("Also write PDF, where LibreOffice is installed."))
@as_of
@as_json
@writes
@click.pass_obj
def report(
    root: Path,
    kinds: tuple[str, ...],
    as_of: date,
    as_json: bool,
    pdf: bool,
    review: bool,
    opening: Opening,
) -> None:
    """Prints the papers that were written."""
    with opening(root) as workspace:
        written = Standing(workspace, as_of).reports(kinds, Form if review else (Form.CLEAN,))
        written += _as_pdf(written) if pdf else ()
        written = tuple(workspace.meant(path) for path in written)
        if as_json:
            print_json([str(path) for path in written])
        else:
            tables.print_reports(written)
        _leave(workspace)


def _as_pdf(written: tuple[Path, ...]) -> tuple[Path, ...]:
    """The PDFs beside the papers; none, and why, where they cannot be made."""
    from pipeline import papers
    from pipeline.edges.pdf import NoPdf

    try:
        return papers.as_pdf(written)
    except NoPdf as error:
        click.echo(str(error), err=True)
        return ()


@click.command()
@as_of
@rehash
@jobs
@as_json
@writes
@click.pass_obj
def run(
    root: Path,
    as_of: date,
    known: stages.Known,
    jobs: int,
    cluster: str | None,
    as_json: bool,
    opening: Opening,
) -> None:
    """Prints how every unit stands and where the reports lie."""
    with opening(root) as workspace:
        _say_what_is_not_read(workspace)
        with reader(jobs, cluster) as read, progress.shown(as_json) as told:
            standing, received = brought_in(workspace, as_of, read, told, known)
        reports = tuple(workspace.meant(path) for path in standing.reports(()))
        if as_json:
            print_json({"findings": tables.findings_json(standing.outcome), "reports": [str(p) for p in reports]})
        else:
            overview.print_overview(root, workspace.block, standing.outcome)
            tables.print_reports(reports)
            click.echo(_("To read the report: {command} open").format(command=typed(root)))
        _leave(workspace, received)


def brought_in(
    workspace: Workspace,
    as_of: date,
    read: Reader,
    told: stages.Progress,
    known: stages.Known = store_files.known_stats,
) -> tuple[Standing, Received]:
    """Loads the plan, takes in the inbox and reads it; how the block stands then, checked when it is asked for."""
    stages.plan(workspace)
    received = stages.receive(workspace, known, waits.for_files)
    waits.print_left(received)
    stages.extract(workspace, read, told)
    return Standing(workspace, as_of), received


def _say_what_is_not_read(workspace: Workspace) -> None:
    """Names in khoi.toml that nobody reads are mostly mistyped."""
    if text := blockfile.remarks(workspace.root / blockfile.FILE_NAME):
        click.echo(text, err=True)


def _leave(workspace: Workspace, received: Received = NOTHING) -> None:
    """Exit code 1 where some file could not be read, in the store or still in the inbox."""
    if received.refused or store_files.unreadable(workspace.db):
        sys.exit(1)

"""`demo`: the sample block in a workspace of its own, run."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import click

from pipeline.commands.options import dry_run, jobs, quiet, reader, typed
from pipeline.edges.packaged import folder
from pipeline.edges.workspace import opened
from pipeline.errors import UnusableWorkspace
from pipeline.language import _

SAMPLE_PARTS = ("khoi.toml", "ke-hoach.docx", "tieu-chi.docx", "inbox")
DEMO_DAY = date(2021, 1, 15)
"""The day as of which the sample block's year is judged: its reports were due two weeks before."""
DEMO_RECEIVED = "2021-01-11T08:00:00+07:00"
"""When the sample papers came: what counts for those without a date of their own."""


@click.command()
@click.argument("target", metavar=_("[DIR]"), default="thidua-demo", type=click.Path(path_type=Path, file_okay=False))
@jobs
@dry_run
@quiet
def demo(target: Path, jobs: int, cluster: str | None, dry_run: bool) -> None:
    """Copies the sample block and runs it as of the day of its year-end report."""
    from pipeline.commands import overview, progress, tables
    from pipeline.commands.stages import brought_in

    if target.exists() and any(target.iterdir()):
        raise UnusableWorkspace(_("{folder} is not empty; name another folder.").format(folder=target))
    if dry_run:
        text = _("Dry run: nothing was made. Without --dry-run the sample block would be copied to {folder} and run.")
        click.echo(text.format(folder=target))
        return
    _copy_sample(target)
    with opened(target, lambda: DEMO_RECEIVED) as workspace:
        with reader(jobs, cluster) as read, progress.shown(as_json=False) as told:
            standing, _received = brought_in(workspace, DEMO_DAY, read, told)
        reports = standing.reports(())
        overview.print_overview(target, workspace.block, standing.outcome)
        tables.print_reports(reports)
        click.echo(_("To read the report: {command} open").format(command=typed(target)))


def _copy_sample(target: Path) -> None:
    source = folder("samples")
    target.mkdir(parents=True, exist_ok=True)
    for name in SAMPLE_PARTS:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name)
        else:
            shutil.copyfile(source / name, target / name)

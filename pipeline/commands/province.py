"""`run-all` and `rollup`: many blocks' workspaces below one folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from pipeline import province
from pipeline.awards import named
from pipeline.commands import failures, options
from pipeline.commands.options import as_json, as_of, jobs, print_json, reader
from pipeline.commands.tables import Cell, print_table
from pipeline.commands.waits import for_another
from pipeline.edges import store_files
from pipeline.edges.store_rollup import STAGES
from pipeline.edges.workers import Reader
from pipeline.errors import PipelineError, UnusableWorkspace
from pipeline.labels import shown
from pipeline.language import _, spoken
from pipeline.run import quiet

folder = click.argument("folder", metavar=_("DIR"), type=click.Path(path_type=Path, file_okay=False, exists=True))


RunAll = Callable[[Iterable[Path], date, Reader, int, str, province.Telling], Iterable[province.Done]]
"""Runs every workspace, or only tries to."""


def _rehearse_all(
    roots: Iterable[Path], as_of: date, read: Reader, _processes: int, _language: str, _telling: province.Telling
) -> Iterator[province.Done]:
    """Runs a copy of every workspace, one after another."""
    from pipeline.commands.rehearsing import rehearsed
    from pipeline.commands.stages import brought_in

    for root in roots:
        try:
            with rehearsed(root) as workspace:
                standing, received = brought_in(workspace, as_of, read, quiet)
                reports = tuple(workspace.meant(path) for path in standing.reports(()))
                unreadable = received.refused + store_files.unreadable(workspace.db)
                done = province.Done(root, reports, unreadable)
        except Exception as error:
            done = province.Done(root, error=error)
        yield done


@click.command(name="run-all")
@folder
@as_of
@jobs
@as_json
@options.quiet
@click.option(
    "--dry-run", "runner", is_flag=True, type=click.UNPROCESSED, flag_value=_rehearse_all,
    default=lambda: province.run_all, help=options.DRY_RUN,
)  # fmt: skip
def run_all(folder: Path, as_of: date, jobs: int, cluster: str | None, as_json: bool, runner: RunAll) -> None:
    """Prints what became of every workspace."""
    roots = _workspaces(folder)
    with reader(jobs, cluster) as read:
        done = []
        for one in runner(roots, as_of, read, jobs, spoken(), for_another):
            done.append(one)
            if as_json:
                _tell_event(one, len(done), len(roots))
            else:
                click.echo(_line(one, folder), err=bool(one.error))
    if as_json:
        print_json([_done_json(one) for one in done])
    if any(one.error or one.unreadable for one in done):
        sys.exit(1)


def _tell_event(one: province.Done, done: int, total: int) -> None:
    """Tells a program of one workspace as soon as it is done: it hears of those before, should the rest break off."""
    if not options.is_quiet():
        event = {"event": "workspace", "done": done, "total": total, **_done_json(one)}
        click.echo(json.dumps(event), err=True)


def _done_json(one: province.Done) -> dict[str, object]:
    return {
        "workspace": str(one.root),
        "reports": [str(path) for path in one.reports],
        "unreadable": one.unreadable,
        "error": _why(one),
    }


def _line(one: province.Done, folder: Path) -> str:
    name = one.root.relative_to(folder)
    if one.error:
        return f"✗ {name}: {_why(one)}"
    text = _("{workspace}: {reports} papers of the block up to date, {unreadable} files not readable.")
    return text.format(workspace=name, reports=len(one.reports), unreadable=one.unreadable)


def _why(done: province.Done) -> str:
    """Why the workspace was left out, in words; "" where it was not."""
    if done.error is None or isinstance(done.error, PipelineError):
        return str(done.error or "")
    return failures.told(done.error) or f"{type(done.error).__name__}: {done.error}"


@click.command()
@folder
@as_json
def rollup(folder: Path, as_json: bool) -> None:
    """Prints how every block stands, and the awards of all of them."""
    found = province.rolled_up(_workspaces(folder))
    if as_json:
        print_json(_rollup_json(found))
    else:
        _print_blocks(found, folder)
        _print_awards(found)
        for one in found.uncounted:
            click.echo(_line(one, folder), err=True)
    if found.uncounted:
        sys.exit(1)


def _rollup_json(found: province.RolledUp) -> dict[str, object]:
    return {
        "blocks": [{"workspace": str(root), **row._asdict()} for root, row in found.blocks],
        "awards": [{"award": award, "who": who, **counts} for award, who, counts in _awards(found)],
        "uncounted": [{"workspace": str(one.root), "error": _why(one)} for one in found.uncounted],
    }


def _print_blocks(found: province.RolledUp, folder: Path) -> None:
    headings = (
        _("Folder"), _("Emulation block"), _("As of"), _("Papers"), _("To review"), _("On time"), _("Late"),
        _("Missing"), _("Errors"),
    )  # fmt: skip
    print_table(headings, [
        (str(root.relative_to(folder)), b.name, shown(b.as_of), str(b.documents),
         Cell(str(b.needs_review or ""), "yellow"), str(b.on_time), str(b.late or ""),
         Cell(str(b.missing or ""), "bold red"), Cell(str(b.errors or ""), "bold red"))
        for root, b in found.blocks
    ])  # fmt: skip


def _print_awards(found: province.RolledUp) -> None:
    stages = (_("Award"), _("Registered"), _("Proposed"), _("Granted"))
    print_table(stages, [
        (named(award, who), *(str(counts[stage] or "") for stage in STAGES)) for award, who, counts in _awards(found)
    ])  # fmt: skip


def _awards(found: province.RolledUp) -> list[tuple[str, str, dict[str, int]]]:
    """Each award and who gets it, with how many at each stage."""
    kinds = sorted({(award, who) for award, who, _stage in found.awards})
    return [(award, who, {stage: found.awards[award, who, stage] for stage in STAGES}) for award, who in kinds]


def _workspaces(folder: Path) -> list[Path]:
    roots = province.workspaces(folder)
    if not roots:
        raise UnusableWorkspace(_("{folder} holds no workspace.").format(folder=folder))
    return roots

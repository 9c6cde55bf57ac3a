"""Options that several commands share, and what they print with."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, redirect_stdout
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from pipeline import days
from pipeline.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.edges.workers import Reader
    from pipeline.edges.workspace import Workspace

_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What JSON may hold as it is, and a terminal would obey: controls, and marks that turn the text around."""

AnyCommand = Callable[..., Any]
Opening = Callable[["Path"], AbstractContextManager["Workspace"]]
"""How a command opens its workspace: to change it, or only to try."""

DRY_RUN = _("Change nothing; say what would change.")

QUIET = "pipeline.quiet"
"""Where a command's context keeps the standard output that `--quiet` closed to people."""


class Day(click.ParamType[date]):
    """A date as 15/6/2020 or 2020-06-15."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date; a usage error where it is none."""
        if isinstance(value, date):
            return value
        try:
            return days.typed(value)
        except ValueError:
            self.fail(_("“{text}” is no date. Write 15/6/2020.").format(text=value), param, ctx)


def today() -> date:
    """The day on which this is asked."""
    return datetime.now().astimezone().date()


def as_of(command: AnyCommand) -> AnyCommand:
    """Adds `--as-of DATE`, today without it."""
    text = _("Judge as of this day; today without it.")
    return click.option("--as-of", type=Day(), default=today, metavar=_("DATE"), help=text)(command)


def writes(command: AnyCommand) -> AnyCommand:
    """Adds `--dry-run` and `--quiet`; the command gets `opening`, which opens the workspace or a copy of it."""
    return _opening(_opened)(quiet(command))


def looks(command: AnyCommand) -> AnyCommand:
    """The same for a command that only tells: in a workspace without a store it makes none."""
    return _opening(_looked_into)(quiet(command))


def _opening(really: Opening) -> Callable[[AnyCommand], AnyCommand]:
    return click.option(
        "--dry-run", "opening", is_flag=True, type=click.UNPROCESSED, flag_value=_rehearsed,
        default=lambda: really, help=DRY_RUN,
    )  # fmt: skip


def _opened(root: Path) -> AbstractContextManager[Workspace]:
    from pipeline.commands.waits import for_another
    from pipeline.edges.workspace import working

    return working(root, for_another(root))


def _looked_into(root: Path) -> AbstractContextManager[Workspace]:
    from pipeline.edges.database import FILE_NAME
    from pipeline.edges.rehearsal import looked_into

    return _opened(root) if (root / FILE_NAME).exists() else looked_into(root)


def _rehearsed(root: Path) -> AbstractContextManager[Workspace]:
    from pipeline.commands.rehearsing import rehearsed

    return rehearsed(root)


def dry_run(command: AnyCommand) -> AnyCommand:
    """Adds `--dry-run` to a command that works outside of a workspace and knows itself what it would do."""
    return click.option("--dry-run", is_flag=True, help=DRY_RUN)(command)


def quiet(command: AnyCommand) -> AnyCommand:
    """Adds `--quiet`: nothing is printed but errors, and JSON where it is asked for."""
    text = _("Print nothing but errors; the exit code tells.")
    return click.option("-q", "--quiet", is_flag=True, is_eager=True, expose_value=False, callback=_silence, help=text)(
        command
    )


def _silence(context: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        context.meta[QUIET] = sys.stdout
        context.with_resource(redirect_stdout(io.StringIO()))


def typed(root: Path) -> str:
    """How the program is called for the workspace: what a hint begins with, so that it works as it stands."""
    if str(root) == ".":
        return "thidua"
    return f'thidua -C "{root}"' if " " in str(root) else f"thidua -C {root}"


def is_quiet() -> bool:
    """Whether the running command was asked to be quiet."""
    context = click.get_current_context(silent=True)
    return context is not None and QUIET in context.meta


def as_json(command: AnyCommand) -> AnyCommand:
    """Adds `--json`."""
    return click.option("--json", "as_json", is_flag=True, help=_("Print JSON for programs."))(command)


def jobs(command: AnyCommand) -> AnyCommand:
    """Adds `--jobs N`, all cores without it, and `--cluster ADDRESS`: together they say where files are read."""
    import os

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    many = click.option(
        "--jobs", type=click.IntRange(min=1), default=cores, metavar="N", help=_("How many files to read at once.")
    )
    far = click.option("--cluster", metavar=_("ADDRESS"), help=_("Read on the Dask scheduler at this address."))
    return many(far(command))


def reader(jobs: int, cluster: str | None) -> AbstractContextManager[Reader]:
    """Where files are read: in processes of this machine, or on a cluster."""
    if cluster is None:
        from pipeline.edges.workers import local

        return local(jobs)
    from pipeline.commands.waits import say
    from pipeline.edges import cluster as dask

    return dask.cluster(cluster, jobs, say)


def rehash(command: AnyCommand) -> AnyCommand:
    """Adds `--rehash`; the command gets what says which files need no second look."""
    from pipeline.edges.store_files import known_stats, passed_over_stats

    text = _("Look into every file of the inbox again, also where name, size and time are as they were.")
    option = click.option(
        "--rehash", "known", is_flag=True, type=click.UNPROCESSED, flag_value=passed_over_stats,
        default=lambda: known_stats, help=text,
    )  # fmt: skip
    return option(command)


def print_json(value: object) -> None:
    """Prints the value as JSON, Vietnamese letters as they are."""
    context = click.get_current_context(silent=True)
    out = context.meta.get(QUIET) if context else None
    text = json.dumps(value, ensure_ascii=False, indent=1, default=str)
    click.echo(_OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text), file=out)

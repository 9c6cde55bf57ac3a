"""The command group: which workspace, which language, what went wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from pipeline.errors import PipelineError
from pipeline.language import LANGUAGES, _

COMMANDS = {
    "init": "pipeline.commands.workspace:init",
    "plan": "pipeline.commands.stages:plan",
    "receive": "pipeline.commands.stages:receive",
    "extract": "pipeline.commands.stages:extract",
    "check": "pipeline.commands.stages:check",
    "report": "pipeline.commands.stages:report",
    "run": "pipeline.commands.stages:run",
    "status": "pipeline.commands.status:status",
    "show": "pipeline.commands.paper:show",
    "verify": "pipeline.commands.proof:verify",
    "lint": "pipeline.commands.paper:lint",
    "demo": "pipeline.commands.workspace:demo",
}
"""Command -> where it is; loaded only when it is called or listed."""


class Thidua(click.Group):
    """Loads a command when it is wanted, and turns our errors into a message and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        from importlib import import_module

        if cmd_name not in COMMANDS:
            return None
        module, _colon, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; an error that the user must mend is told in plain words."""
        try:
            return super().invoke(ctx)
        except PipelineError as error:
            click.echo(str(error), err=True)
            sys.exit(error.exit_code)


@click.group(cls=Thidua, help=_("From an inbox of unit reports to the emulation block's report."))
@click.option(
    "-C",
    "root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="WORKSPACE",
    help=_("The workspace; the current folder without it."),
)
@click.option("--lang", type=click.Choice(LANGUAGES), help=_("The language of messages."))
@click.version_option(package_name="thidua", message="%(prog)s %(version)s", help=_("Show the version and exit."))
@click.help_option(help=_("Show this message and exit."))
@click.pass_context
def thidua(ctx: click.Context, root: Path, lang: str | None) -> None:
    """Keeps the workspace for the command."""
    ctx.obj = root

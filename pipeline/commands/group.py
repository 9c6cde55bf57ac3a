"""The command group: which workspace, which language, what went wrong."""

from __future__ import annotations

import os
import sys
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from pipeline.commands.metavars import translate
from pipeline.errors import PipelineError
from pipeline.language import LANGUAGES, _, mark

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Entry(NamedTuple):
    """A command: where it is, and what it does in a line."""

    target: str
    help: str


COMMANDS = {
    "init": Entry("init:init", mark("Make a new workspace with a commented khoi.toml.")),
    "plan": Entry("stages:plan", mark("Load the plan and the criteria named in khoi.toml; print the schedule.")),
    "receive": Entry("stages:receive", mark("Take new files from the inbox into the archive and the store.")),
    "extract": Entry("stages:extract", mark("Read what is not read yet and extract its facts.")),
    "check": Entry("stages:check", mark("Cross-check facts, scores and the schedule; write findings.")),
    "report": Entry("stages:report", mark("Write the block's papers to reports/.")),
    "run": Entry("stages:run", mark("Do all of it in order: plan, receive, extract, check, report.")),
    "watch": Entry("watch:watch", mark("Run by itself whenever files arrive, until it is stopped.")),
    "open": Entry("opening:open_", mark("Open the report, or the inbox.")),
    "review": Entry("review:review", mark("Decide what needs a person: confirm, correct, answer, undo.")),
    "serve": Entry("serve:serve", mark("Serve the review desk and the auditors' window on this machine.")),
    "user": Entry("user:user", mark("Say who may log in to the review desk.")),
    "export": Entry("export:export", mark("Write the auditors' views as CSV or XLSX, or a read-only snapshot.")),
    "status": Entry("status:status", mark("Who sent what, what is late, what needs a look.")),
    "show": Entry("paper:show", mark("Extract one file and print it.")),
    "explain": Entry("explain:explain", mark("Say what a finding means, why it matters and what to do.")),
    "verify": Entry("proof:verify", mark("Prove the archive, the store, the log or a report.")),
    "lint": Entry("paper:lint", mark("Check a paper's layout against Nghị định 30/2020.")),
    "appraise": Entry("appraise:appraise", mark("Take the score sheets to the appraisal meeting and back.")),
    "templates": Entry("templates:templates", mark("Put the Word templates into the workspace, to be edited.")),
    "doctor": Entry("doctor:doctor", mark("Say what this machine and workspace need, and how to get what is missing.")),
    "completion": Entry("completion:completion", mark("Print what a shell needs to complete commands at the Tab key.")),
    "run-all": Entry("province:run_all", mark("Run every workspace below a folder.")),
    "rollup": Entry("province:rollup", mark("Count the blocks below a folder together.")),
    "demo": Entry("demo:demo", mark("Make the sample workspace, run it, and say where the report lies.")),
}
"""In the order of the work; a command is imported only when it is called."""


INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells have it."""


def _tell(error: object) -> None:
    """Says what went wrong, without what a terminal would obey: the names in it may be a stranger's."""
    from extractors.vietnamese.text import clean

    click.echo(clean(str(error)), err=True)


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
        module, _colon, name = COMMANDS[cmd_name].target.partition(":")
        command: click.Command = getattr(import_module(f"pipeline.commands.{module}"), name)
        command.help = _(COMMANDS[cmd_name].help)
        translate(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without importing them."""
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(name, _(entry.help)) for name, entry in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[Any]]:
        """Completes the commands without importing them."""
        from click.shell_completion import CompletionItem

        items = [CompletionItem(name, help=_(entry.help)) for name, entry in COMMANDS.items()]
        return [i for i in items if i.value.startswith(incomplete)] + click.Command.shell_complete(
            self, ctx, incomplete
        )

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; an error that the user must mend is told in plain words."""
        try:
            return super().invoke(ctx)
        except PipelineError as error:
            _tell(error)
            sys.exit(error.exit_code)
        except KeyboardInterrupt:
            _tell(_("Stopped. What was done is kept; run the same command again to go on."))
            sys.exit(INTERRUPTED)
        except Exception as error:
            from pipeline.commands import failures

            if (text := failures.told(error)) is None:
                raise
            _tell(text)
            sys.exit(PipelineError.exit_code)


@click.group(
    cls=Thidua,
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("COMMAND [ARGUMENTS]..."),
    help=_("From an inbox of unit reports to the emulation block's report."),
    epilog=_("To begin: `thidua init DIR`, drop the units' files into DIR/inbox, then `thidua -C DIR run`."),
)
@click.option(
    "-C",
    "root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar=_("WORKSPACE"),
    help=_("The workspace; the current folder without it."),
)
# the language is spoken before the commands are imported, see pipeline.cli
@click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help=_("The language of messages."))
@click.version_option(package_name="thidua", message="%(prog)s %(version)s", help=_("Show the version and exit."))
@click.help_option(help=_("Show this message and exit."))
@click.pass_context
def thidua(ctx: click.Context, root: Path) -> None:
    """Keeps the workspace for the command; no colours where nobody wants them (no-color.org)."""
    ctx.obj = root
    if os.environ.get("NO_COLOR"):
        ctx.color = False

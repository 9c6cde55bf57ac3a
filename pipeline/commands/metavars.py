"""What a command's help calls the things it takes, in words that Click leaves in English."""

from __future__ import annotations

import click

from pipeline.language import _, mark

OF_ARGUMENTS = {
    "document": mark("PAPER"),
    "field": mark("FIELD"),
    "value": mark("VALUE"),
    "name": mark("NAME"),
    "unit": mark("UNIT"),
    "finding": mark("FINDING"),
    "decision": mark("DECISION"),
    "file": mark("FILE"),
    "target": mark("TARGET"),
    "report": mark("REPORT"),
    "folder": mark("DIR"),
    "kinds": mark("KIND"),
}
"""By the argument's name."""
OF_OPTIONS = {
    "text": mark("TEXT"),
    "filename": mark("FILE"),
    "file": mark("FILE"),
    "directory": mark("DIR"),
    "path": mark("PATH"),
    "integer": mark("NUMBER"),
    "integer range": mark("NUMBER"),
    "float": mark("NUMBER"),
    "float range": mark("NUMBER"),
}
"""By what the option takes."""


def translate(command: click.Command) -> None:
    """Gives the command, and those below it, metavariables in the spoken language, and its whole help in lists."""
    command.options_metavar = _("[OPTIONS]")
    command.short_help = command.help  # else it is cut in the middle of a word
    if isinstance(command, click.Group):
        command.subcommand_metavar = _("COMMAND [ARGUMENTS]...")
        for inner in command.commands.values():
            translate(inner)
    for param in command.params:
        if param.metavar is None and not isinstance(param.type, click.Choice):
            param.metavar = _argument(param) if isinstance(param, click.Argument) else _option(param)


def _argument(param: click.Argument) -> str | None:
    name = OF_ARGUMENTS.get(param.name or "")
    if name is None:
        return None
    return _(name) if param.required else f"[{_(name)}]"


def _option(param: click.Parameter) -> str | None:
    words = OF_OPTIONS.get(param.type.name)
    return _(words) if words and not getattr(param, "is_flag", False) else None

"""Every command there is, as the user types it."""

import click

from pipeline.commands.group import thidua


def commands(group=thidua, path=()):
    """(("review", "list"), the command) for each command that does something."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


def groups():
    """The groups below the first."""
    context = click.Context(thidua)
    found = ((name, thidua.get_command(context, name)) for name in thidua.list_commands(context))
    return [((name,), command) for name, command in found if isinstance(command, click.Group)]

"""`user`: who may log in to the review desk."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

import click

from pipeline.commands.options import Opening, as_json, print_json, typed, writes
from pipeline.commands.tables import print_table
from pipeline.edges import store_accounts
from pipeline.edges.rehearsal import looked_into
from pipeline.labels import word
from pipeline.language import _


@click.group()
def user() -> None:
    """Adds, closes and lists accounts."""


@user.command(help=_("Add an account, or give it another role and password."))
@click.argument("name")
@click.option("--role", type=click.Choice(store_accounts.ROLES), default="reader", help=_("What it may do."))
@click.option(
    "--password-file",
    type=click.File(encoding="utf-8"),
    help=_("Read the password from the file's first line (- for standard input); asked for without it."),
)
@click.option("--person", default="", help=_("Whose account it is, where it does not bear that person's own name."))
@writes
@click.pass_obj
def add(root: Path, name: str, role: str, password_file: TextIO | None, person: str, opening: Opening) -> None:
    """Asks for the password twice, or reads it."""
    if password_file is None:
        password = click.prompt(_("Password"), hide_input=True, confirmation_prompt=True)
    else:
        password = password_file.readline().rstrip("\r\n")
    with opening(root) as workspace:
        store_accounts.put(workspace, store_accounts.Account(name, role), password, person)
    click.echo(_("{name} may log in as {role}.").format(name=name, role=word(role)))


@user.command(help=_("Close an account; its decisions stay."))
@click.argument("name")
@writes
@click.pass_obj
def close(root: Path, name: str, opening: Opening) -> None:
    """Closes the account."""
    with opening(root) as workspace:
        store_accounts.close(workspace, name)
    click.echo(_("{name} may no longer log in.").format(name=name))


@user.command("list", help=_("List the accounts."))
@as_json
@click.pass_obj
def list_(root: Path, as_json: bool) -> None:
    """Prints name, role and whether it is open."""
    with looked_into(root) as workspace:
        found = store_accounts.listed(workspace.db)
    if as_json:
        names = ("name", "role", "active", "person")
        print_json([dict(zip(names, line, strict=True)) for line in found])
        return
    if not found:
        text = _("There is no account yet. Add one: {command} user add NAME --role reviewer")
        click.echo(text.format(command=typed(root)))
        return
    rows = [(name, word(role), person, "" if active else _("closed")) for name, role, active, person in found]
    print_table((_("Name"), _("Role"), _("Person"), ""), rows)

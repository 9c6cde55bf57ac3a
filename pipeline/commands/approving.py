"""`review approve`: the second person's word, which a password proves."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TextIO

import click

from pipeline import run as stages
from pipeline.commands.options import Opening, as_of, writes
from pipeline.commands.proving import proven
from pipeline.edges import store_decisions
from pipeline.edges.here import user
from pipeline.language import _


@click.command(help=_("Approve a changed score as the second person."))
@click.argument("decision", type=int)
@click.option("--who", default=user, show_default=False, help=_("Who approves; your account's name without it."))
@click.option(
    "--password-file",
    type=click.File(encoding="utf-8"),
    help=_("Read the password from the file's first line (- for standard input); asked for without it."),
)
@as_of
@writes
@click.pass_obj
def approve(root: Path, decision: int, who: str, password_file: TextIO | None, as_of: date, opening: Opening) -> None:
    """Makes the decision final."""
    second = proven(root, who, "approver", password_file)
    with opening(root) as workspace:
        store_decisions.approve(workspace, second.name, decision, second.proof)
        stages.check(workspace, as_of)
    click.echo(_("Decision {id} is approved.").format(id=decision))

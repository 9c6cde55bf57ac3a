"""`status`: one screen for the secretary."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pipeline.commands import overview
from pipeline.commands.options import Opening, as_json, as_of, looks, print_json
from pipeline.standing import Standing


@click.command()
@as_of
@as_json
@looks
@click.pass_obj
def status(root: Path, as_of: date, as_json: bool, opening: Opening) -> None:
    """Prints units by the papers that each must send."""
    with opening(root) as workspace:
        outcome = Standing(workspace, as_of).outcome
        if as_json:
            print_json(overview.status_json(outcome))
        else:
            overview.print_overview(root, workspace.block, outcome)

"""`verify`: the archive, the store and the log are whole; a report's numbers are the store's."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.commands.options import as_json, print_json
from pipeline.edges.proof import damage
from pipeline.edges.workspace import opened
from pipeline.errors import NotProved
from pipeline.language import _


@click.command()
@click.argument("report", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_json
@click.pass_obj
def verify(root: Path, report: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """Prints what does not hold; exit code 3 where anything does not."""
    with opened(root) as workspace:
        found = damage(workspace)
    if as_json:
        print_json(found)
    if found:
        raise NotProved("\n".join(found))
    click.echo(_("The archive, the store and the log are whole."), err=as_json)

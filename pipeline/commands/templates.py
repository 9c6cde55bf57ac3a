"""`templates`: the Word templates, put into the workspace to be edited."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from pipeline.commands.options import dry_run, quiet
from pipeline.edges.packaged import TEMPLATES, folder
from pipeline.edges.rehearsal import looked_into
from pipeline.language import _

EDITED = (".docx", ".md")
"""What a secretary edits, and the page that names every variable."""


@click.command()
@dry_run
@quiet
@click.pass_obj
def templates(root: Path, dry_run: bool) -> None:
    """Copies those that the workspace has not; what is there stays as it is."""
    with looked_into(root):
        wanted = [path for path in sorted(folder(TEMPLATES).iterdir()) if path.suffix in EDITED]
    for source in wanted:
        target = root / TEMPLATES / source.name
        if target.exists():
            click.echo(_("There already, left as it is: {path}").format(path=target))
            continue
        if not dry_run:
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(source, target)
        click.echo(_("Template: {path}").format(path=target))

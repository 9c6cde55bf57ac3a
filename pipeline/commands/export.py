"""`export`: the auditors' views as CSV or XLSX, or a read-only copy of the store."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.commands.options import Opening, writes
from pipeline.edges import exporting
from pipeline.edges.database import writing
from pipeline.edges.workspace import Workspace, want_begun
from pipeline.language import _

KINDS = ("csv", "xlsx", "snapshot")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("target", required=False, type=click.Path(path_type=Path))
@writes
@click.pass_obj
def export(root: Path, kind: str, target: Path | None, opening: Opening) -> None:
    """Writes to TARGET, or to the workspace's own folder."""
    want_begun(root)
    with opening(root) as workspace:
        if kind == "csv":
            folder = target or root / "export"
            paths = exporting.write_csv(workspace.db, workspace.target(folder))
            click.echo(_("{count} files in {folder}").format(count=len(paths), folder=folder))
        elif kind == "xlsx":
            path = target or root / "export" / f"thidua-{workspace.block.year}.xlsx"
            exporting.write_xlsx(workspace.db, workspace.target(path))
            click.echo(_("Written: {path}").format(path=path))
        else:
            _snapshot(workspace, target)


def _snapshot(workspace: Workspace, target: Path | None) -> None:
    """The copy holds the log up to now; that it was made is the log's next event."""
    day = workspace.clock()[:10]
    path = target or workspace.root / "export" / f"thidua-{workspace.block.year}-{day}.db"
    sha256 = exporting.write_snapshot(workspace.db, workspace.target(path))
    with writing(workspace.db):
        workspace.log("snapshot", path.name, {"sha256": sha256})
    click.echo(_("Written: {path}").format(path=path))
    click.echo(f"SHA-256: {sha256}")

"""`open`: the report or the inbox, in the program that the system has for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import quiet, typed
from pipeline.edges import inbox
from pipeline.edges.database import FILE_NAME
from pipeline.edges.opener import open_path
from pipeline.edges.workspace import REPORTS
from pipeline.errors import UnusableWorkspace
from pipeline.language import _

if TYPE_CHECKING:
    from sqlite3 import Connection

MAIN_KINDS = ("h1", "year")
"""The papers that a person means by "the report"."""


def _inbox(root: Path) -> Path:
    folder = root / inbox.FOLDER
    if not folder.is_dir():
        raise UnusableWorkspace(_("{folder} is missing: make it and put the units' files there.").format(folder=folder))
    return folder


def _report(root: Path) -> Path:
    """The period report that was written last, else the paper that was written last."""
    store = root / FILE_NAME
    names = _written(store) if store.is_file() else []
    for name in names:
        if (root / REPORTS / name).is_file():
            return root / REPORTS / name
    text = _("{folder} holds no report yet. Run `{command} run` first.")
    raise UnusableWorkspace(text.format(folder=root / REPORTS, command=typed(root)))


def _written(store: Path) -> list[str]:
    """The names of all papers, those that a person means first, the latest first."""
    import sqlite3
    from contextlib import closing

    query = "SELECT file_name FROM reports ORDER BY kind IN (?, ?) DESC, report_id DESC"
    with closing(sqlite3.connect(store)) as db:
        return [row[0] for row in _rows(db, query)]


def _rows(db: Connection, query: str) -> list[tuple[str]]:
    db.execute("PRAGMA query_only = ON")
    return db.execute(query, MAIN_KINDS).fetchall()


WHAT: dict[str, Callable[[Path], Path]] = {"report": _report, "inbox": _inbox}
"""What may be opened -> where it lies."""


@click.command("open")
@click.argument("what", type=click.Choice(tuple(WHAT)), default="report", metavar="[report|inbox]")
@quiet
@click.pass_obj
def open_(root: Path, what: str) -> None:
    """Opens it, or says where it lies where nothing can open it."""
    path = WHAT[what](root)
    if open_path(path):
        click.echo(_("Opened: {path}").format(path=path))
    else:
        click.echo(_("Nothing here can open it. It lies at {path}").format(path=path.absolute()))

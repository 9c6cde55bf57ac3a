"""The site: Datasette over the store, read only, with the desk's pages beside its own."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import datasette as datasette_package
import datasette.handle_exception
from datasette.app import Datasette
from datasette.plugins import pm
from sqlite_utils import Database

from pipeline import blockfile
from pipeline.edges.database import FILE_NAME
from pipeline.edges.workspace import Workspace, opened
from pipeline.records import Block
from pipeline.web import plugin
from pipeline.web.artist import Artist
from pipeline.web.charts import Charts
from pipeline.web.filters import by_name
from pipeline.web.guard import Door, datasette_policy, guarded
from pipeline.web.metadata import metadata
from pipeline.web.sessions import Sessions
from pipeline.web.wording import named

T = TypeVar("T")

HERE = Path(__file__).parent
DATABASE = FILE_NAME.removesuffix(".db")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
SETTINGS = {
    "allow_download": False,
    "allow_csv_stream": True,
    "default_page_size": 100,
    "facet_time_limit_ms": 500,
    "sql_time_limit_ms": 5000,
    "suggest_facets": False,
}
"""The store as it is may not be downloaded: it holds the accounts."""


@dataclass
class Desk:
    """What the pages share."""

    root: Path
    block: Block
    sessions: Sessions
    artist: Artist
    recheck: Callable[[], None]
    """Told after each decision: everything derived is worked out again."""
    at_home: bool
    """Whether only this machine is answered: then reading needs no account."""
    names: Mapping[str, str]
    """The units' names by their ids."""
    charts: Charts = field(default_factory=Charts)
    taking_in: asyncio.Task[None] | None = None
    """What makes the papers that were read last fit to be searched."""


class Site(Datasette):  # type: ignore[misc]
    """Datasette, with the desk."""

    desk: Desk

    async def read(self, ask: Callable[[Database], T]) -> T:
        """What the function finds in the store, which it cannot change."""

        def asked(connection: sqlite3.Connection) -> T:
            return ask(Database(connection))

        found: T = await self.get_database(DATABASE).execute_fn(asked)
        return found

    def write(self, change: Callable[[Workspace], T]) -> T:
        """What the function does with the workspace opened for writing."""
        with opened(self.desk.root) as workspace:
            return change(workspace)


def site(root: Path, host: str, sessions: Sessions, recheck: Callable[[], None]) -> tuple[Any, Desk]:
    """The ASGI application for the workspace, and its desk."""
    block = blockfile.load(root / blockfile.FILE_NAME)
    at_home = host in LOOPBACK or host == "::1"
    desk = Desk(root, block, sessions, Artist(root, block.limits), recheck, at_home, named(block))
    datasette_package.handle_exception.rich = None  # it would print each missing page's locals, cookies among them
    if not pm.is_registered(plugin):
        pm.register(plugin, name="thidua")
    made = Site(
        files=[str(root / FILE_NAME)],
        metadata=metadata(block, DATABASE, _tables(root / FILE_NAME)),
        template_dir=str(HERE / "templates"),
        static_mounts=[("desk", str(HERE / "static"))],
        settings=SETTINGS,
    )
    made.desk = desk
    plugin.prepare_templates(made)
    templates = Path(datasette_package.__file__).parent / "templates"
    hosts = frozenset({*LOOPBACK, host.casefold()})
    forms = tuple(page.pattern for page in plugin.PAGES if "POST" in page.methods)
    door = Door(root, hosts, not at_home, sessions, datasette_policy(templates), forms)
    return guarded(by_name(made.app(), desk.names), door), desk


def _tables(path: Path) -> dict[str, list[str]]:
    """Every table and view that the store has, with its columns."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        names = [str(row[0]) for row in rows]
        return {name: [row[1] for row in connection.execute(f"PRAGMA table_info([{name}])")] for name in names}

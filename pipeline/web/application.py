"""The application that is served: Datasette over the store, with the desk's pages and behind the door."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import datasette as datasette_package
import datasette.handle_exception
from datasette.plugins import pm

from pipeline import blockfile
from pipeline.edges.database import FILE_NAME
from pipeline.web import plugin
from pipeline.web.artist import Artist
from pipeline.web.filters import by_name
from pipeline.web.guard import Door, datasette_policy, guarded
from pipeline.web.metadata import metadata
from pipeline.web.sessions import Sessions
from pipeline.web.site import DATABASE, Desk, Site
from pipeline.web.wording import named

HERE = Path(__file__).parent
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


def application(root: Path, host: str, sessions: Sessions, recheck: Callable[[], None]) -> tuple[Any, Desk]:
    """The ASGI application for the workspace, and its desk."""
    block = blockfile.load(root / blockfile.FILE_NAME)
    desk = Desk(root, block, sessions, Artist(root, block.limits), recheck, named(block))
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
    at_home = host in LOOPBACK or host == "::1"
    door = Door(root, hosts, not at_home, sessions, datasette_policy(templates), forms)
    return guarded(by_name(made.app(), desk.names), door), desk


def _tables(path: Path) -> dict[str, list[str]]:
    """Every table and view that the store has, with its columns."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        names = [str(row[0]) for row in rows]
        return {name: [row[1] for row in connection.execute(f"PRAGMA table_info([{name}])")] for name in names}

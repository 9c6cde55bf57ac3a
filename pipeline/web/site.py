"""The site as its pages see it: the store, read only, and what they share."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from datasette.app import Datasette

from pipeline.edges.connecting import connected
from pipeline.edges.database import FILE_NAME
from pipeline.edges.workspace import Workspace, opened
from pipeline.records import Block
from pipeline.web.artist import Artist
from pipeline.web.charts import Charts
from pipeline.web.sessions import Sessions

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")

DATABASE = FILE_NAME.removesuffix(".db")


@dataclass
class Desk:
    """What the pages share."""

    root: Path
    block: Block
    sessions: Sessions
    artist: Artist
    recheck: Callable[[], None]
    """Told after each decision: everything derived is worked out again."""
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
            return ask(connected(connection))

        found: T = await self.get_database(DATABASE).execute_fn(asked)
        return found

    def write(self, change: Callable[[Workspace], T]) -> T:
        """What the function does with the workspace opened for writing."""
        with opened(self.desk.root) as workspace:
            return change(workspace)

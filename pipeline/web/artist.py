"""Draws pages in a process of its own, with a time limit, and remembers what it drew."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import TimeoutError as TooLong
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from extractors.records import BBox, Limits
from pipeline.edges import archive
from pipeline.web import drawing, score_cells
from pipeline.web.memory import Memory

SECONDS = 30.0


class Artist:
    """One process for pdfium and the readers: a broken paper ends it, not the server."""

    def __init__(self, root: Path, limits: Limits) -> None:
        from pebble import ProcessPool

        self._archive = root / archive.FOLDER
        self._limits = limits
        self._pool = ProcessPool(max_workers=1, context=get_context("spawn"))
        self._pool.schedule(_warm)
        self._drawn = Memory()

    async def picture(self, sha256: str, media_type: str, page: int) -> drawing.Picture | None:
        """The page of the archived file; None where it cannot be drawn."""
        key = (sha256, page)
        return await self._remembered(key, drawing.draw, self._bytes(sha256), media_type, page, self._limits)  # type: ignore[no-any-return]

    async def paper(self, sha256: str) -> tuple[drawing.Line | drawing.Grid, ...] | None:
        """The archived paper's paragraphs and tables; None where it cannot be read."""
        return await self._remembered((sha256,), drawing.paper, self._bytes(sha256), self._limits)  # type: ignore[no-any-return]

    async def rows(self, sha256: str, media_type: str) -> score_cells.Rows | None:
        """The score rows of an archived paper, of a PDF those on its pages of text; None where it cannot be read."""
        asked = (self._bytes(sha256), media_type, self._limits)
        return await self._remembered((sha256, "rows"), score_cells.rows, *asked)  # type: ignore[no-any-return]

    async def boxes(self, sha256: str, media_type: str, page: int, wanted: tuple[tuple[BBox, str], ...]) -> list[BBox]:
        """The boxes on a page, each tight around its own words."""
        key = (sha256, page, wanted)
        asked = (self._bytes(sha256), media_type, page, wanted, self._limits)
        made = await self._remembered(key, drawing.narrowed, *asked) if wanted else []
        return made if made is not None else [box for box, _raw in wanted]

    def _bytes(self, sha256: str) -> Path:
        return archive.path_of(self._archive, sha256)

    async def _remembered(self, key: tuple[object, ...], make: Callable[..., Any], path: Path, *rest: object) -> Any:
        if self._drawn.holds(key):
            return self._drawn.get(key)
        made = await asyncio.to_thread(self._made, make, path, rest)
        self._drawn.put(key, made)
        return made

    def _made(self, make: Callable[..., Any], path: Path, rest: tuple[object, ...]) -> Any:
        """What the process makes of the file; None for whatever goes wrong there."""
        from pebble import ProcessExpired

        try:
            future = self._pool.schedule(_call, args=(make, str(path), rest), timeout=SECONDS)
            return future.result()
        except (TooLong, ProcessExpired, Exception):  # noqa: BLE001, RUF100 -- a paper may break in any way
            return None

    def close(self) -> None:
        """Ends the process."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _warm() -> None:
    """Imports what drawing takes, before anybody waits for it."""
    import pypdfium2  # noqa: F401

    import extractors.extraction  # noqa: F401


def _call(make: Callable[..., Any], path: str, rest: tuple[object, ...]) -> Any:
    return make(Path(path).read_bytes(), *rest)

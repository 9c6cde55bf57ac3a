"""Search over all papers: what was read since the last one is taken in beside the page, never before it."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response

from pipeline.edges import store_search
from pipeline.web.pages import Page, number_in, page

if TYPE_CHECKING:
    from pipeline.edges.workspace import Workspace
    from pipeline.web.site import Site

PATIENCE = 200
"""Milliseconds for which papers that are taken in wait for another writer."""
AT_ONCE = 0.5
"""Seconds for which a page waits for papers that are taken in: hundreds are ready by then."""


async def search(request: Any, datasette: Site) -> Response:
    """The passages that hold the words."""
    query = (request.args.get("q") or "")[:200]
    whole = await _is_whole(datasette)
    at = number_in(request, "page", "args")
    found = await datasette.read(lambda db: store_search.search(db, query, at))
    hits = [(hit, store_search.marked(hit.text, query)) for hit in found.hits]
    return await page(datasette, request, "desk_search.html", query=query, hits=hits, found=found, loading=not whole)


async def _is_whole(site: Site) -> bool:
    """Whether all that was read can be searched; the rest is being taken in from now on."""
    if not await site.read(store_search.is_stale):
        return True
    if site.desk.taking_in is None or site.desk.taking_in.done():
        site.desk.taking_in = asyncio.create_task(_taken_in(site))
    ended, _running = await asyncio.wait({site.desk.taking_in}, timeout=AT_ONCE)
    for one in ended:
        one.result()
    return not await site.read(store_search.is_stale)


async def _taken_in(site: Site) -> None:
    """Takes in what was read since, in a thread; that ends with its next commit where the server ends before it."""
    over = threading.Event()
    try:
        await asyncio.to_thread(site.write, partial(_take_in, over.is_set))
    finally:
        over.set()


def _take_in(is_over: Callable[[], bool], workspace: Workspace) -> None:
    """Takes in what was read since; while somebody else writes, the search goes without it."""
    workspace.db.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    with suppress(sqlite3.OperationalError):
        store_search.refresh(workspace.db, is_over)


PAGES = (Page(r"^/search$", search),)

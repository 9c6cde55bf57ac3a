"""Pages to read: a paper with its facts, a file at a place, charts."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from datasette.utils.asgi import Response

from pipeline.edges import archive
from pipeline.web import reading
from pipeline.web.history import history
from pipeline.web.pages import HEADERS, Page, missing, number_in, page
from pipeline.web.paper_view import Shown, stored, view

if TYPE_CHECKING:
    from sqlite_utils import Database

    from pipeline.web.site import Site


async def document(request: Any, datasette: Site) -> Response:
    """One paper: its files, facts, scores, findings and history."""
    document_id, done = number_in(request, "document"), number_in(request, "done", "args")
    names = datasette.desk.names

    def found(db: Database) -> dict[str, Any] | None:
        paper = reading.paper(db, document_id)
        if paper is None:
            return None
        kept = reading.to_take_back(db, done, document_id, "")
        return {"paper": paper, "history": history(db, paper, names), "kept": kept}

    told = await datasette.read(found)
    return await (page(datasette, request, "desk_document.html", **told) if told else missing(datasette, request))


async def file(request: Any, datasette: Site) -> Response:
    """One file, at the place that the query names."""
    number = number_in(request, "file")
    shown = await view(
        datasette,
        number,
        number_in(request, "page", "args") or 1,
        request.args.get("where") or "",
        _boxes(request.args.get("box") or "", request.args.get("raw") or ""),
    )
    return await (page(datasette, request, "desk_file.html", view=shown) if shown else missing(datasette, request))


def _boxes(text: str, raw: str) -> tuple[Shown, ...]:
    try:
        x0, top, x1, bottom = (float(part) for part in text.split(","))
    except ValueError:
        return ()
    return (Shown("value", (x0, top, x1, bottom), raw),)


async def original(request: Any, datasette: Site) -> Response:
    """The archived bytes, to keep, never to open in the browser."""
    number = number_in(request, "file")
    found = await datasette.read(lambda db: stored(db, number))
    if found is None:
        return await missing(datasette, request)
    path = archive.path_of(datasette.desk.root / archive.FOLDER, found.sha256)
    body = await asyncio.to_thread(path.read_bytes)
    name = quote(found.file_name.rpartition("/")[2])
    headers = {**HEADERS, "content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(body, headers=headers, content_type="application/octet-stream")


async def picture(request: Any, datasette: Site) -> Response:
    """The picture of one page of an archived file."""
    number, at = number_in(request, "file"), number_in(request, "page")
    found = await datasette.read(lambda db: stored(db, number))
    drawn = await datasette.desk.artist.picture(found.sha256, found.media_type, at) if found else None
    if drawn is None:
        return await missing(datasette, request)
    headers = {**HEADERS, "cache-control": "private, max-age=3600"}
    return Response(drawn.png, headers=headers, content_type="image/png")


async def chart_page(request: Any, datasette: Site) -> Response:
    """The units' scores, and how timely they are."""
    desk = datasette.desk
    drawn = await datasette.read(lambda db: desk.charts.both(db, desk.block))
    return await page(datasette, request, "desk_charts.html", charts=drawn)


PAGES = (
    Page(r"^/document/(?P<document>[0-9]+)$", document),
    Page(r"^/file/(?P<file>[0-9]+)$", file),
    Page(r"^/file/(?P<file>[0-9]+)/original$", original),
    Page(r"^/file/(?P<file>[0-9]+)/page/(?P<page>[0-9]+)\.png$", picture),
    Page(r"^/charts$", chart_page),
)

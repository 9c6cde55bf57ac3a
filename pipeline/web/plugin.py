"""What the desk hooks into Datasette: its pages, who is asking, what is hidden, and links in cells."""

from __future__ import annotations

import sqlite3
from functools import partial
from typing import TYPE_CHECKING, Any

from datasette import hookimpl
from datasette.utils.asgi import NotFound
from markupsafe import Markup

from pipeline.decided_values import iso_day
from pipeline.edges.store_accounts import TABLES
from pipeline.labels import at, field_label, word
from pipeline.language import _
from pipeline.web import (
    pages_decide,
    pages_findings,
    pages_item,
    pages_login,
    pages_queue,
    pages_read,
    pages_search,
    refusals,
)
from pipeline.web.cells import rendered
from pipeline.web.changes import in_words
from pipeline.web.choices import choices
from pipeline.web.filters import filter_values, filter_words
from pipeline.web.guard import entered
from pipeline.web.heads import head
from pipeline.web.menu import links
from pipeline.web.overview import overview
from pipeline.web.phrases import Translated, condition, conditions, crumb, said
from pipeline.web.queries import QUERIES
from pipeline.web.wording import faceted, moment
from pipeline.witness_labels import witnesses

if TYPE_CHECKING:
    from pipeline.web.site import Site

MODULES = (pages_login, pages_read, pages_search, pages_findings, pages_queue, pages_item, pages_decide)
PAGES = tuple(page for module in MODULES for page in module.PAGES)
"""Every page of the desk: its path, methods and role."""


def prepare_templates(site: Site) -> None:
    """Gives the templates their words, and Datasette's own templates ours."""
    environment = site.jinja_env
    environment.loader = Translated(environment.loader)
    words = {"_": _, "at": at, "field_label": field_label, "word": word, "witnesses": witnesses, "said": said}
    facet = partial(faceted, names=site.desk.names)
    environment.globals.update(words, moment=moment, head=head, faceted=facet)
    offered, typed = partial(filter_values, names=site.desk.names), partial(filter_words, names=site.desk.names)
    environment.globals.update(crumb=crumb, condition=condition, filter_values=offered, filter_words=typed)
    environment.globals["conditions"] = partial(conditions, faceted=facet)


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The desk's pages."""
    return [(page.pattern, page.answer) for page in PAGES]


@hookimpl
def actor_from_request(datasette: Site, request: Any) -> dict[str, str] | None:
    """Who is logged in, with the role that the account has now."""
    known = entered(datasette.desk.root, datasette.desk.sessions, request.scope)
    return {"id": known.name, "role": known.role} if known else None


@hookimpl
def prepare_connection(conn: sqlite3.Connection, datasette: Site) -> None:
    """Whatever SQL is asked, the accounts read as nothing, and no other file is opened; functions say days and events.

    `iso_day` reads a day, `in_words` tells an event of the log.
    """

    def allowed(action: int, first: str | None, _second: str | None, _db: str | None, _trigger: str | None) -> int:
        if action == sqlite3.SQLITE_READ and first in TABLES:
            return sqlite3.SQLITE_IGNORE
        return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK

    conn.set_authorizer(allowed)
    conn.create_function("iso_day", 1, lambda text: iso_day(text) if text else "", deterministic=True)
    conn.create_function("in_words", 3, partial(in_words, names=datasette.desk.names))


@hookimpl
def permission_allowed(action: str, resource: Any) -> bool | None:
    """No page of the accounts; all else as Datasette has it."""
    hidden = action == "view-table" and isinstance(resource, tuple) and resource[1] in TABLES
    return False if hidden else None


@hookimpl
def handle_exception(datasette: Site, request: Any, exception: Exception) -> Any:
    """The desk's own page for what went wrong."""
    return lambda: refusals.told(datasette, request, exception)


@hookimpl
def forbidden(datasette: Site, request: Any, message: str) -> Any:
    """What Datasette may not show, the accounts and the store's file, is not there for whoever asks."""
    return lambda: refusals.told(datasette, request, NotFound(message))


@hookimpl
def extra_template_vars(template: str, request: Any, datasette: Site) -> Any:
    """For the first page: how the block stands; for a prepared question: what it may be asked for."""

    async def glance() -> dict[str, Any]:
        desk = datasette.desk
        drawn = await datasette.read(lambda db: desk.charts.both(db, desk.block))
        return {"glance": await datasette.read(overview), "names": desk.names, "charts": drawn}

    async def offered() -> dict[str, Any]:
        query = QUERIES.get(request.url_vars.get("table") or "")
        asked = {name: request.args.get(name) or "" for name in query.asks} if query else {}
        return {"choices": await datasette.read(lambda db: choices(db, asked, datasette.desk.names))}

    return {"index.html": glance, "query.html": offered}.get(template)


@hookimpl
def menu_links(actor: dict[str, str] | None) -> list[dict[str, str]]:
    """The desk's pages in Datasette's menu."""
    return [{"href": href, "label": label} for href, label in links(actor)]


@hookimpl
def render_cell(row: Any, value: Any, column: str, datasette: Site) -> Markup | None:
    """A link to the paper, file or place that a cell names; a code, a day, an event or a figure as people write it."""
    return rendered(row, column, value, datasette.desk.names)

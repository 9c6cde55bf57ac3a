"""What every page does: words and links in, the strict policy on, roles asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from datasette.utils.asgi import Forbidden, Response

from pipeline.edges.store_accounts import Account
from pipeline.language import _
from pipeline.web.guard import STRICT

if TYPE_CHECKING:
    from pipeline.web.site import Site

HEADERS = {"content-security-policy": STRICT, "cache-control": "no-store"}


async def page(site: Site, request: Any, template: str, status: int = 200, **values: object) -> Response:
    """The page from its template, for whoever asks."""
    from pipeline.web.plugin import links

    actor = actor_of(request)
    shared = {"account": actor, "links": links(request.actor), "block": site.desk.block, "path": request.path}
    text = await site.render_template(template, {**shared, **values}, request=request)
    return Response.html(text, status=status, headers=HEADERS)


def actor_of(request: Any) -> Account | None:
    """Who is logged in."""
    actor = request.actor
    return Account(actor["id"], actor["role"]) if actor else None


def needed(request: Any, role: str) -> Account:
    """Who is logged in, with that role at least; Forbidden for anybody else."""
    actor = actor_of(request)
    if actor is None:
        raise Forbidden(_("Log in first."))
    if not actor.may(role):
        raise Forbidden(_("Your role may only read."))
    return actor


def number_in(request: Any, name: str, where: str = "url") -> int:
    """A whole number from the path or the query; 0 where there is none."""
    text = (request.url_vars if where == "url" else request.args).get(name) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


async def missing(site: Site, request: Any) -> Response:
    """There is no such thing."""
    return await page(site, request, "desk_message.html", 404, message=_("There is no such page, paper or file."))


def moved(path: str, **query: object) -> Response:
    """Go there, with the query's values that are not None."""
    asked = "&".join(f"{key}={quote(str(value))}" for key, value in query.items() if value is not None)
    return Response.redirect(f"{path}?{asked}" if asked else path)

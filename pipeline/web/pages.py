"""What every page does: words and links in, the strict policy on, its methods and its role asked for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from datasette.utils.asgi import Response

from pipeline.edges.store_accounts import Account
from pipeline.language import _
from pipeline.web.guard import STRICT
from pipeline.web.menu import links
from pipeline.web.wording import told

if TYPE_CHECKING:
    from pipeline.web.site import Site

HEADERS = {"content-security-policy": STRICT, "cache-control": "no-store"}

View = Callable[..., Awaitable[Response]]
READ, WRITE, BOTH = ("GET", "HEAD"), ("POST",), ("GET", "HEAD", "POST")


class Page(NamedTuple):
    """One of the desk's pages: where it is, how it may be asked for and who may ask."""

    pattern: str
    view: View
    methods: tuple[str, ...] = READ
    role: str | None = None
    """The least that an account must be; None: no account is needed."""

    async def answer(self, request: Any, datasette: Site) -> Response:
        """What the page says to whoever asks, or why it says nothing."""
        if request.method not in self.methods:
            return await refusal(datasette, request, 405)
        actor = actor_of(request)
        if self.role and actor is None:
            return await _log_in_first(datasette, request)
        if self.role and actor and not actor.may(self.role):
            return await refusal(datasette, request, 403, _("Your role may only read."))
        return await self.view(request, datasette)


async def _log_in_first(site: Site, request: Any) -> Response:
    """To the login and back again; a form that was sent is lost, and is told so."""
    if request.method == "POST":
        return await refusal(site, request, 403, _("You are not logged in any more. Nothing was changed."))
    return moved("/login", then=here(request))


def here(request: Any) -> str:
    """The page's own path and query."""
    return f"{request.path}?{request.query_string}" if request.query_string else str(request.path)


async def page(site: Site, request: Any, template: str, status: int = 200, **values: object) -> Response:
    """The page from its template, for whoever asks."""
    actor = actor_of(request)
    block = site.desk.block
    said = partial(told, names=site.desk.names)
    shared = {"account": actor, "links": links(request.actor), "block": block, "path": request.path, "told": said}
    text = await site.render_template(template, {**shared, **values}, request=request)
    return Response.html(text, status=status, headers=HEADERS)


REFUSALS = {
    400: lambda: _("This question cannot be answered."),
    403: lambda: _("You may not do this."),
    404: lambda: _("There is no such page, paper or file."),
    405: lambda: _("Only a form may do this."),
    413: lambda: _("This is more than a form holds."),
    500: lambda: _("Something went wrong here. Nothing was changed; the server's window says what it was."),
    503: lambda: _("The store is being written just now. Nothing was changed: try again in a moment."),
}
"""What a person is told, by the status of the answer."""


async def refusal(site: Site, request: Any, status: int, detail: str = "") -> Response:
    """The page that says why there is no other."""
    told = REFUSALS.get(status, REFUSALS[500])()
    return await page(site, request, "desk_message.html", status, message=told, detail=detail, code=status)


def actor_of(request: Any) -> Account | None:
    """Who is logged in."""
    actor = request.actor
    return Account(actor["id"], actor["role"]) if actor and "role" in actor else None


def whose(request: Any) -> Account:
    """Who is logged in, on a page that wants a role."""
    actor = actor_of(request)
    assert actor is not None
    return actor


def number_in(request: Any, name: str, where: str = "url") -> int:
    """A whole number from the path or the query; 0 where there is none."""
    return number((request.url_vars if where == "url" else request.args).get(name) or "")


def number(text: str) -> int:
    """The whole number that the text is; 0 where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


async def missing(site: Site, request: Any) -> Response:
    """There is no such thing."""
    return await refusal(site, request, 404)


def moved(path: str, **query: object) -> Response:
    """Go there, with the query's values that are not None."""
    asked = "&".join(f"{key}={quote(str(value))}" for key, value in query.items() if value is not None)
    return Response.redirect(f"{path}?{asked}" if asked else path, headers={**HEADERS})

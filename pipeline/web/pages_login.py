"""Logging in and out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response

from pipeline.edges import store_accounts
from pipeline.language import _
from pipeline.web.guard import COOKIE, session_of
from pipeline.web.pages import BOTH, WRITE, Page, moved, page

if TYPE_CHECKING:
    from pipeline.web.site import Site


async def login(request: Any, datasette: Site) -> Response:
    """Asks for name and password, and begins a session."""
    if request.method != "POST":
        return await _asked(datasette, request, 200, "", request.args.get("then") or "")
    form = await request.post_vars()
    name, then, desk = form.get("name", "").strip(), form.get("then", ""), datasette.desk
    if "ds_csrftoken" not in request.cookies:
        return await _asked(datasette, request, 400, _("The browser keeps no cookies: without them nobody can log in."))
    if not desk.sessions.may_try(name):
        return await _asked(datasette, request, 429, _("Too many tries. Wait a minute."), then, name)
    desk.sessions.tried(name)
    found = await asyncio.to_thread(store_accounts.logged_in, desk.root, name, form.get("password", ""))
    if found is None:
        return await _asked(datasette, request, 403, _("The name or the password is wrong."), then, name)
    desk.sessions.end(session_of(request.scope))
    response = moved(_inside(then) or ("/review" if found.may("reviewer") else "/"))
    response.set_cookie(COOKIE, desk.sessions.begin(found), path="/", httponly=True, samesite="strict")
    return response


async def _asked(site: Site, request: Any, status: int, wrong: str, then: str = "", name: str = "") -> Response:
    return await page(site, request, "desk_login.html", status, wrong=wrong, then=_inside(then), name=name)


def _inside(path: str) -> str:
    """The path if it is one of this site: never another site's address."""
    foreign = path.startswith("//") or "\\" in path or not path.isprintable()
    return path if path.startswith("/") and not foreign else ""


async def logout(request: Any, datasette: Site) -> Response:
    """Ends the session."""
    datasette.desk.sessions.end(session_of(request.scope))
    response = moved("/login")
    response.set_cookie(COOKIE, "", path="/", max_age=0, httponly=True, samesite="strict")
    return response


PAGES = (Page(r"^/login$", login, BOTH), Page(r"^/logout$", logout, WRITE))

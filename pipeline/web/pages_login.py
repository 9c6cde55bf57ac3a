"""Logging in and out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response

from pipeline.edges import store_accounts
from pipeline.language import _
from pipeline.web.guard import COOKIE, session_of
from pipeline.web.pages import moved, page

if TYPE_CHECKING:
    from pipeline.web.site import Site


async def login(request: Any, datasette: Site) -> Response:
    """Asks for name and password, and begins a session."""
    if request.method != "POST":
        return await page(datasette, request, "desk_login.html", wrong="")
    form = await request.post_vars()
    name, desk = form.get("name", "").strip(), datasette.desk
    if "ds_csrftoken" not in request.cookies or not desk.sessions.may_try(name):
        return await page(datasette, request, "desk_login.html", 429, wrong=_("Too many tries. Wait a minute."))
    found = await asyncio.to_thread(store_accounts.logged_in, desk.root, name, form.get("password", ""))
    if found is None:
        desk.sessions.wrong(name)
        return await page(datasette, request, "desk_login.html", 403, wrong=_("The name or the password is wrong."))
    desk.sessions.end(session_of(request.scope))
    response = moved("/review" if found.may("reviewer") else "/")
    response.set_cookie(COOKIE, desk.sessions.begin(found.name), path="/", httponly=True, samesite="strict")
    return response


async def logout(request: Any, datasette: Site) -> Response:
    """Ends the session."""
    if request.method == "POST":
        datasette.desk.sessions.end(session_of(request.scope))
    response = moved("/login")
    response.set_cookie(COOKIE, "", path="/", max_age=0, httponly=True, samesite="strict")
    return response


ROUTES = [(r"^/login$", login), (r"^/logout$", logout)]

"""The door: which hosts and origins are answered, who must log in, and what a browser may run."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterable
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from pipeline.web.sessions import Sessions

Asgi = Callable[..., Awaitable[None]]

COOKIE = "thidua_session"
OPEN_PATHS = ("/login", "/desk/", "/favicon.ico")
"""What a stranger may see where reading needs an account."""

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""For our own pages."""
_DATASETTE = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""For Datasette's pages: they style in line, and run a few scripts that are known by their hash."""
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class Door(NamedTuple):
    """Who is let in."""

    hosts: frozenset[str]
    """The names under which the server may be called: another one is another site's trick."""
    reading_needs_account: bool
    sessions: Sessions
    datasette_policy: str


def datasette_policy(templates: Path) -> str:
    """The Content-Security-Policy for Datasette's own pages."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(templates.glob("*.html"))]
    scripts = {script for text in texts for script in _SCRIPT.findall(text) if "{{" not in script}
    scripts |= {f"DATASETTE_ALLOW_FACET = {allowed};" for allowed in ("true", "false")}
    return _DATASETTE.format(hashes=" ".join(_hash(script) for script in sorted(scripts)))


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def session_of(scope: dict[str, Any]) -> str:
    """The session's secret that the browser sent, "" where it sent none."""
    cookie = SimpleCookie(_header(scope, b"cookie"))
    return cookie[COOKIE].value if COOKIE in cookie else ""


def guarded(app: Asgi, door: Door) -> Asgi:
    """The application behind the door."""

    async def answer(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
        elif not _is_our_host(scope, door) or _is_foreign_post(scope):
            await _refuse(send, 403)
        elif door.reading_needs_account and not _is_open(scope) and not door.sessions.who(session_of(scope)):
            await _refuse(send, 302, [(b"location", b"/login")])
        else:
            await app(scope, receive, _with_headers(send, door))

    return answer


def _is_our_host(scope: dict[str, Any], door: Door) -> bool:
    host = _header(scope, b"host")
    name = host[: host.index("]") + 1] if host.startswith("[") else host.partition(":")[0]
    return name.casefold() in door.hosts


def _is_foreign_post(scope: dict[str, Any]) -> bool:
    """Whether another site's page sends the form."""
    if scope["method"] in ("GET", "HEAD"):
        return False
    origin = _header(scope, b"origin")
    return bool(origin) and urlsplit(origin).netloc.casefold() != _header(scope, b"host").casefold()


def _is_open(scope: dict[str, Any]) -> bool:
    path: str = scope["path"]
    return path.startswith(OPEN_PATHS)


def _with_headers(send: Any, door: Door) -> Any:
    async def wrapped(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*_headers(message["headers"], door)]}
        await send(message)

    return wrapped


def _headers(headers: Iterable[tuple[bytes, bytes]], door: Door) -> Iterable[tuple[bytes, bytes]]:
    """The page's own headers, and what a browser may do with it: Datasette's pages set no policy."""
    given = list(headers)
    if not any(name.lower() == b"content-security-policy" for name, _ in given):
        given.append((b"content-security-policy", door.datasette_policy.encode()))
    return [
        *given,
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"same-origin"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"cross-origin-resource-policy", b"same-origin"),
    ]


def _header(scope: dict[str, Any], name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


async def _refuse(send: Any, status: int, headers: list[tuple[bytes, bytes]] | None = None) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers or []})
    await send({"type": "http.response.body", "body": b""})

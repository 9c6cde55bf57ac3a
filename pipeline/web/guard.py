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

from pipeline.edges.store_accounts import Account, account
from pipeline.language import _
from pipeline.web.disarming import Disarmed
from pipeline.web.sessions import Sessions

Asgi = Callable[..., Awaitable[None]]

COOKIE = "thidua_session"
OWN_COOKIES = (COOKIE, "ds_csrftoken")
"""What Datasette sees of what a browser brings along: it would take others, or a token in a header, for an account."""
OPEN_PATHS = ("/login", "/desk/", "/favicon.ico")
"""What a stranger may see where reading needs an account."""
ASSETS = ("/-/static/", "/-/static-plugins/")
"""What is answered of Datasette's own machinery."""
KEPT = ("/desk/", "/file/", "/favicon.ico", *ASSETS)
"""What says itself how long a browser may keep it; every other page is asked for anew."""
LOOKED_AT = ((b"allow", b"GET, HEAD"),)
LARGEST_FORM = 64 * 1024
"""Bytes."""

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

    root: Path
    """The workspace, whose accounts they are."""
    hosts: frozenset[str]
    """The names under which the server may be called: another one is another site's trick."""
    reading_needs_account: bool
    sessions: Sessions
    datasette_policy: str
    forms: tuple[str, ...]
    """The patterns of the paths to which a form may be sent; everything else is only looked at."""


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


def entered(root: Path, sessions: Sessions, scope: dict[str, Any]) -> Account | None:
    """Who is logged in; nobody any more once the account was closed or given another password or role."""
    secret = session_of(scope)
    begun = sessions.who(secret)
    if begun is None or account(root, begun.name) == begun:
        return begun
    sessions.end(secret)
    return None


def guarded(app: Asgi, door: Door) -> Asgi:
    """The application behind the door."""

    async def answer(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close"})
        elif scope["type"] != "http":
            await app(scope, receive, send)
        elif refused := _refused(scope, door):
            status, words = refused
            await _refuse(send, status, words, LOOKED_AT if status == 405 else ())
        elif door.reading_needs_account and not _is_open(scope) and not entered(door.root, door.sessions, scope):
            await _refuse(send, 302, "", [(b"location", b"/login")])
        else:
            headers = [*_own(scope["headers"])]
            await app({**scope, "headers": headers}, receive, Answer(send, scope, door).send)

    return answer


def _own(headers: Iterable[tuple[bytes, bytes]]) -> Iterable[tuple[bytes, bytes]]:
    """The headers without Datasette's own ways in, which also spare a form its token: only our sessions count."""
    for name, value in headers:
        if name == b"cookie":
            cookies = (part.strip() for part in value.decode("latin-1").split(";"))
            own = "; ".join(part for part in cookies if part.partition("=")[0].strip() in OWN_COOKIES)
            if own:
                yield name, own.encode("latin-1")
        elif name != b"authorization":
            yield name, value


def _refused(scope: dict[str, Any], door: Door) -> tuple[int, str] | None:
    """Why nobody is asked at all: (status, words)."""
    if not _is_our_host(scope, door) or _is_foreign_post(scope):
        return 403, _("This address is not answered here.")
    if scope["path"].startswith("/-/") and not scope["path"].startswith(ASSETS):
        return 404, _("There is no such page, paper or file.")
    if not _is_answered(scope, door):
        return 405, _("Nothing can be sent to this address.")
    if scope["method"] not in ("GET", "HEAD") and not 0 <= _length(scope) <= LARGEST_FORM:
        return 413, _("This is more than a form holds.")
    return None


def _is_answered(scope: dict[str, Any], door: Door) -> bool:
    if scope["method"] == "POST":
        return any(re.match(pattern, scope["path"]) for pattern in door.forms)
    return scope["method"] in ("GET", "HEAD")


def _length(scope: dict[str, Any]) -> int:
    """The bytes of the body; -1 where the browser does not say."""
    text = _header(scope, b"content-length")
    return int(text) if text.isascii() and text.isdigit() else -1


def _is_our_host(scope: dict[str, Any], door: Door) -> bool:
    """Under any name where reading needs an account: another site's name brings no session along."""
    host = _header(scope, b"host")
    name = host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]
    return door.reading_needs_account or name.casefold() in door.hosts


def _is_foreign_post(scope: dict[str, Any]) -> bool:
    """Whether another site's page sends the form."""
    if scope["method"] in ("GET", "HEAD"):
        return False
    origin = _header(scope, b"origin")
    return bool(origin) and urlsplit(origin).netloc.casefold() != _header(scope, b"host").casefold()


def _is_open(scope: dict[str, Any]) -> bool:
    path: str = scope["path"]
    return path.startswith(OPEN_PATHS)


class Answer:
    """What goes out: with its headers, a CSV without formulas, a stale form told in words."""

    def __init__(self, send: Any, scope: dict[str, Any], door: Door) -> None:
        self._send = send
        self._scope = scope
        self._door = door
        self._csv: Disarmed | None = None
        self._said = False

    async def send(self, message: dict[str, Any]) -> None:
        """Passes the message on, as it may go out."""
        if message["type"] == "http.response.start":
            await self._start(message)
        elif self._csv:
            await self._csv.body(message)
        elif not self._said:
            await self._send(message)

    async def _start(self, message: dict[str, Any]) -> None:
        given = [(name.lower(), value) for name, value in message["headers"]]
        if message["status"] == 403 and b"content-security-policy" not in dict(given):
            self._said = True
            await _refuse(self._send, 403, _("The form is out of date. Go back, load the page again and send it."))
            return
        if _is_csv(self._scope["path"], dict(given).get(b"content-type", b"")):
            self._csv = Disarmed(self._send)
            given = [(name, value) for name, value in given if name != b"content-length"]
        await self._send({**message, "headers": [*_headers(given, self._scope["path"], self._door)]})


def _is_csv(path: str, kind: bytes) -> bool:
    """Whether rows are sent: Datasette calls them plain text where a browser shows them; a refusal is a page."""
    return kind.startswith(b"text/csv") or (path.endswith(".csv") and kind.startswith(b"text/plain"))


_ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


def _headers(given: list[tuple[bytes, bytes]], path: str, door: Door) -> Iterable[tuple[bytes, bytes]]:
    """The page's own headers, and what a browser may do with it: Datasette's pages set no policy."""
    names = {name for name, _value in given}
    for name, value in given:
        if name == b"set-cookie" and b"httponly" not in value.lower():
            yield name, value.replace(b"SameSite=Lax", b"SameSite=Strict") + b"; HttpOnly"
        elif name != b"cache-control" or path.startswith(KEPT):
            yield name, value
    if b"content-security-policy" not in names:
        yield b"content-security-policy", door.datasette_policy.encode()
    if not path.startswith(KEPT):
        yield b"cache-control", b"private, no-store"
    yield from _ALWAYS


def _header(scope: dict[str, Any], name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


async def _refuse(send: Any, status: int, words: str, headers: Iterable[tuple[bytes, bytes]] = ()) -> None:
    own = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-security-policy", STRICT.encode())]
    own.append((b"cache-control", b"no-store"))
    await send({"type": "http.response.start", "status": status, "headers": [*own, *headers, *_ALWAYS]})
    await send({"type": "http.response.body", "body": words.encode()})

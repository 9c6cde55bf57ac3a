"""`serve`: the review desk and the auditors' window, on this machine."""

from __future__ import annotations

import socket
from contextlib import suppress
from datetime import date
from pathlib import Path

import click

from pipeline.commands.options import as_of
from pipeline.edges import store_accounts, store_search
from pipeline.edges.stopping import interrupted_when_asked
from pipeline.edges.workspace import opened
from pipeline.errors import PipelineError
from pipeline.language import _


class NoServer(PipelineError):
    """The extra that serves pages is not installed, or has nobody to serve."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help=_("The address to listen on."))
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help=_("The port."))
@as_of
@click.pass_obj
def serve(root: Path, host: str, port: int, as_of: date) -> None:
    """Answers until it is stopped."""
    try:
        import uvicorn

        from pipeline.web.application import LOOPBACK, application
    except ImportError as error:
        raise NoServer(_("Serving pages needs Datasette: pip install 'thidua[web]'")) from error
    from pipeline.commands.rechecking import Rechecker
    from pipeline.web.sessions import Sessions

    with opened(root) as workspace:
        if store_search.is_stale(workspace.db):
            click.echo(_("Taking in for search what the papers say …"), err=True)
            store_search.refresh(workspace.db)
        accounts = store_accounts.listed(workspace.db)
    if host not in LOOPBACK and not accounts:
        raise NoServer(_("Other machines may only look in with an account: thidua user add NAME --role reader"))
    with _listening(host, port) as place:
        rechecker = Rechecker(root, as_of)
        app, desk = application(root, host, Sessions(), rechecker.ask)
        text = _("Open http://{host}:{port} in the browser. Ctrl+C ends it.")
        click.echo(text.format(host=host, port=place.getsockname()[1]))
        try:
            with interrupted_when_asked(), suppress(KeyboardInterrupt):
                uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[place])
        finally:
            desk.artist.close()
            rechecker.close()


def _listening(host: str, port: int) -> socket.socket:
    """Where browsers are listened to from now on; NoServer where that cannot be, as where another program does."""
    try:
        family, *_kind, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family)
    except OSError as error:
        text = _("Nobody can listen at {host}:{port} ({reason}). Name another --port, or another --host.")
        raise NoServer(text.format(host=host, port=port, reason=error.strerror)) from None

"""What went wrong, told by the desk's own page in the reader's language; the cause goes to the server's window."""

from __future__ import annotations

import logging
import sqlite3
import traceback
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Base400, Response
from datasette.views.base import DatasetteError

from pipeline.errors import PipelineError
from pipeline.language import _
from pipeline.web.pages import REFUSALS, refusal

if TYPE_CHECKING:
    from pipeline.web.site import Site

BUSY = ("database is locked", "database is busy")
"""What SQLite says while another process writes for longer than it waits."""
NO_DAY = "user-defined function raised exception"
"""What SQLite says where `iso_day` is given no day: of the functions that we add, it alone refuses."""
INTERRUPTED = "SQL Interrupted"
"""How Datasette heads its word that a question was stopped."""
UNSORTED = ("Cannot sort", "Cannot use _sort", "Invalid _through")
"""How Datasette begins what it calls a mistake of its own, and is one of the address that was typed."""
log = logging.getLogger(__name__)


async def told(site: Site, request: Any, error: Exception) -> Response:
    """The answer to the error: JSON where JSON was asked for, a page else."""
    status, detail = _status(error), _detail(error)
    if status >= 500:
        log.error("%s %s", request.method, request.path, exc_info=error)
    if request.path.endswith(".json"):
        said = detail or REFUSALS.get(status, REFUSALS[500])()
        return Response.json({"ok": False, "error": said, "status": status}, status=status)
    response = await refusal(site, request, status, detail)
    if status == 503:
        response.headers["retry-after"] = "5"
    return response


def _status(error: Exception) -> int:
    said = str(getattr(error, "message", error))
    if isinstance(error, (sqlite3.OperationalError, DatasetteError)) and said.startswith(BUSY):
        return 503
    if _is_typed_wrong(error) or (isinstance(error, DatasetteError) and said.startswith(UNSORTED)):
        return 400
    known = isinstance(error, (Base400, DatasetteError))
    return int(getattr(error, "status", 500)) if known else 500


def _is_typed_wrong(error: Exception) -> bool:
    """Whether Datasette stumbled over a number or JSON in the address; where we stumble, the mistake is ours."""
    modules = {str(frame.f_globals.get("__name__")) for frame, _line in traceback.walk_tb(error.__traceback__)}
    return isinstance(error, ValueError) and not any(name.startswith("pipeline.") for name in modules)


def _detail(error: Exception) -> str:
    """What to add: our own words, or SQLite's about the question that was typed."""
    if isinstance(error, PipelineError):
        return str(error)
    if NO_DAY in str(getattr(error, "message", error)):
        return _("That is no date. Write 15/6/2020.")
    if getattr(error, "title", None) == INTERRUPTED:
        return _("The answer takes too long. Ask for less.")
    return str(error.message) if isinstance(error, DatasetteError) and error.status == 400 else ""

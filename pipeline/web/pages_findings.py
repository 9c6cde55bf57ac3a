"""The findings, and what a person answers to one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qs, urlencode

from datasette.utils.asgi import Response

from pipeline.decided_values import Choice, NotAllowed
from pipeline.edges import store_decisions, store_values
from pipeline.edges.store_accounts import BY_SESSION
from pipeline.language import _
from pipeline.web import reading
from pipeline.web.pages import WRITE, Page, moved, number, number_in, page, whose

if TYPE_CHECKING:
    from pipeline.edges.workspace import Workspace
    from pipeline.web.site import Site


class Changed(NotAllowed):
    """The finding is not the one that the person saw, or has its answer by now."""

    def __init__(self) -> None:
        super().__init__(_("This finding changed or was answered since you opened this page. Nothing was decided."))


class Typed(NamedTuple):
    """What a person filled in, which a refused form shows again."""

    seen: str = ""
    """The finding's fingerprint."""
    answer: str = ""
    reason: str = ""
    wrong: str = ""
    """Why it was refused."""


UNTOUCHED = Typed()


async def findings(request: Any, datasette: Site) -> Response:
    """Every finding, those without an answer first."""
    return await _listed(request, datasette, {name: request.args.get(name) or "" for name in LISTED})


LISTED = (*reading.FILTERS, "page")
"""What says which findings are listed."""


async def _listed(
    request: Any, datasette: Site, listed: Mapping[str, str], typed: Typed = UNTOUCHED, status: int = 200
) -> Response:
    """The findings that are asked for, with what was typed to one of them."""
    asked = {name: listed.get(name, "") for name in reading.FILTERS}
    found = await datasette.read(lambda db: reading.findings(db, asked, number(listed.get("page", ""))))
    query = urlencode({name: value for name, value in asked.items() if value})
    waits = any(row["fingerprint"] == typed.seen and not row["answer"] for row in found.rows)
    done = number_in(request, "done", "args")
    kept = await datasette.read(lambda db: reading.to_take_back(db, done, 0, ""))
    values = {"found": found, "asked": asked, "query": query, "typed": typed, "waits": waits, "kept": kept}
    return await page(datasette, request, "desk_findings.html", status, **values)


async def answer(request: Any, datasette: Site) -> Response:
    """Stores an answer and lists the findings as they were; with what was typed where it cannot stand."""
    actor, form = whose(request), dict(await request.post_vars())

    def change(workspace: Workspace) -> int:
        return store_decisions.decide(workspace, actor.name, _replies(workspace, form), BY_SESSION)[0]

    listed = {name: values[0] for name, values in parse_qs(form.get("back", "")).items() if name in LISTED}
    try:
        done = await asyncio.to_thread(datasette.write, change)
    except NotAllowed as wrong:
        typed = Typed(form.get("seen", ""), form.get("answer", ""), form.get("reason", ""), str(wrong))
        return await _listed(request, datasette, listed, typed, 409 if isinstance(wrong, Changed) else 422)
    datasette.desk.recheck()
    return moved("/findings", **listed, done=done)


def _replies(workspace: Workspace, form: Mapping[str, str]) -> Iterator[Choice]:
    """The answer; Changed where the number is another finding's by now, or it was answered meanwhile."""
    document_id, fingerprint = store_decisions.finding(workspace.db, number(form.get("finding", "")))
    field = f"{store_values.FINDING}{fingerprint}"
    if fingerprint != form.get("seen") or store_values.decided(workspace.db, document_id, field):
        raise Changed
    yield Choice(document_id, field, form.get("answer"), form.get("reason", ""))


PAGES = (
    Page(r"^/findings$", findings),
    Page(r"^/findings/answer$", answer, WRITE, "reviewer"),
)

"""What a person decides in a form: written to the store, then the next thing comes up."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, NamedTuple

from datasette.utils.asgi import Forbidden, Response

from pipeline.decided_values import NotAllowed
from pipeline.edges import store_decisions, store_review
from pipeline.language import _
from pipeline.web.pages import moved, needed

if TYPE_CHECKING:
    from pipeline.edges.workspace import Workspace
    from pipeline.web.site import Site

SAME, NONE, OTHER = "same", "none", "other"
"""What a form may choose besides a witness: as it stands, not in the paper, the text typed."""


class Choice(NamedTuple):
    """One decided field."""

    document_id: int | None
    field: str
    after: str | None
    reason: str


async def decide(request: Any, datasette: Site) -> Response:
    """Stores one decision; back to the form where it cannot stand, else on to the next."""
    actor, form = needed(request, "reviewer"), await _form(request)
    document_id, field = _number(form.get("document", "")), form.get("field", "")

    def change(workspace: Workspace) -> tuple[int, store_review.Asked | None]:
        choices = _choices(workspace, document_id, field, form)
        following = store_review.following(store_review.queue(workspace.db), document_id, field)
        return store_decisions.decide(workspace, actor.name, choices)[0], following

    try:
        decision, following = await asyncio.to_thread(datasette.write, change)
    except NotAllowed as wrong:
        return moved("/review/item", document=document_id, field=field, wrong=wrong)
    datasette.desk.recheck()
    if following is None or form.get("back"):
        return moved(f"/document/{document_id}" if form.get("back") else "/review", done=decision)
    return moved("/review/item", document=following.document_id, field=following.field, done=decision)


def _choices(workspace: Workspace, document_id: int, field: str, form: dict[str, str]) -> list[Choice]:
    """The value, and the unit's new name where it is to be kept."""
    item = store_review.item(workspace.db, document_id, field)
    if item is None:
        raise NotAllowed(_("There is no such paper, row or finding: {key}.").format(key=document_id))
    after, reason = _chosen(item, form), form.get("reason", "")
    choices = [Choice(document_id, field, after, reason)]
    name = store_review.item(workspace.db, document_id, "issuer")
    if field == "unit_id" and form.get("keep_name") and after and name and name.value:
        told = reason or _("the name on the paper")
        choices.append(Choice(document_id, f"{store_decisions.ALIAS}{name.value}", after, told))
    return choices


def _chosen(item: store_review.Item, form: dict[str, str]) -> str | None:
    choice = form.get("choice", "")
    if choice == SAME:
        return item.value
    if choice == NONE:
        return None
    if choice == OTHER and form.get("other", "").strip():
        return form["other"]
    if choice.isascii() and choice.isdigit() and int(choice) < len(item.witnesses):
        return item.witnesses[int(choice)].value
    raise NotAllowed(_("Choose a value first."))


async def undo(request: Any, datasette: Site) -> Response:
    """Takes a decision back, and shows what it was about."""
    actor, form = needed(request, "reviewer"), await _form(request)
    decision = _number(form.get("decision", ""))

    def change(workspace: Workspace) -> tuple[int, str]:
        store_decisions.undo(workspace, actor.name, decision, form.get("reason", ""))
        query = "SELECT document_id, field FROM decisions WHERE decision_id = ?"
        found = workspace.db.execute(query, [decision]).fetchone()
        return found[0], found[1]

    document_id, field = await _written(datasette, change)
    if field.startswith((store_decisions.ALIAS, store_decisions.FINDING)):
        return moved("/review")
    return moved("/review/item", document=document_id, field=field)


async def approve(request: Any, datasette: Site) -> Response:
    """The second person's word."""
    actor, form = needed(request, "approver"), await _form(request)
    decision = _number(form.get("decision", ""))
    await _written(datasette, lambda workspace: store_decisions.approve(workspace, actor.name, decision))
    return moved("/review")


async def answer(request: Any, datasette: Site) -> Response:
    """An answer to a finding."""
    actor, form = needed(request, "reviewer"), await _form(request)

    def change(workspace: Workspace) -> None:
        document_id, fingerprint = store_decisions.finding(workspace.db, _number(form.get("finding", "")))
        field = f"{store_decisions.FINDING}{fingerprint}"
        store_decisions.decide(
            workspace, actor.name, [Choice(document_id, field, form.get("answer"), form.get("reason", ""))]
        )

    await _written(datasette, change)
    return moved("/findings")


async def _written(datasette: Site, change: Any) -> Any:
    """What the change gives; Forbidden with its reason where it cannot stand."""
    try:
        result = await asyncio.to_thread(datasette.write, change)
    except NotAllowed as wrong:
        raise Forbidden(str(wrong)) from None
    datasette.desk.recheck()
    return result


async def _form(request: Any) -> dict[str, str]:
    if request.method != "POST":
        raise Forbidden(_("Only a form may do this."))
    return dict(await request.post_vars())


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


ROUTES = [
    (r"^/review/decide$", decide),
    (r"^/review/undo$", undo),
    (r"^/review/approve$", approve),
    (r"^/findings/answer$", answer),
]

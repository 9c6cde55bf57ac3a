"""What a person decides in a form: written to the store, then the next thing comes up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from datasette.utils.asgi import Response

from pipeline.decided_values import STATES, Choice, NotAllowed, confirmed
from pipeline.edges import store_aliases, store_decisions, store_review, store_values
from pipeline.edges.store_accounts import BY_SESSION
from pipeline.language import _
from pipeline.records import DocumentState
from pipeline.web.pages import WRITE, Page, moved, number, refusal, whose
from pipeline.web.pages_item import Typed
from pipeline.web.pages_item import form as item_form

if TYPE_CHECKING:
    from sqlite_utils import Database

    from pipeline.edges.workspace import Workspace
    from pipeline.web.site import Site

SAME, NONE, OTHER = "same", "none", "other"
"""What a form may choose besides a witness: as it stands, not in the paper, the text typed."""


class Changed(NotAllowed):
    """What is decided is not what the person saw."""

    def __init__(self) -> None:
        super().__init__(_("The value changed since you opened this page; look again. Nothing was decided."))


async def decide(request: Any, datasette: Site) -> Response:
    """Stores one decision; the form again where it cannot stand, else on to the next."""
    actor, form = whose(request), dict(await request.post_vars())
    document_id, field = number(form.get("document", "")), form.get("field", "")

    def change(workspace: Workspace) -> tuple[int, store_review.Asked | None]:
        choices = _choices(workspace, document_id, field, form)
        following = _following(workspace.db, document_id, field, form.get("choice", ""))
        return store_decisions.decide(workspace, actor.name, choices, BY_SESSION)[0], following

    try:
        decision, following = await asyncio.to_thread(datasette.write, change)
    except NotAllowed as wrong:
        return await _again(request, datasette, form, wrong)
    datasette.desk.recheck()
    if form.get("back"):
        return moved(_paper(document_id, field, f"?done={decision}"))
    if following is None:
        return moved("/review", done=decision)
    return moved("/review/item", document=following.document_id, field=following.field, done=decision)


def _following(db: Database, document_id: int, field: str, choice: str) -> store_review.Asked | None:
    """What comes up next: a paper that counts settles its rivals, of whom nobody is asked any more."""
    settled = store_review.rivals(db, document_id) if choice == DocumentState.ACCEPTED else ()
    left = [one for one in store_review.queue(db) if one.field != "state" or one.document_id not in settled]
    return store_review.following(left, document_id, field)


async def _again(request: Any, datasette: Site, form: Mapping[str, str], wrong: NotAllowed) -> Response:
    """The form with what was typed; where the value is another by now, with none chosen."""
    changed = isinstance(wrong, Changed)
    choice, other = form.get("choice", ""), form.get("other", "")
    kept = choice if choice == OTHER or not changed else ""
    typed = Typed(kept, other, form.get("reason", ""), bool(form.get("keep_name")), str(wrong), bool(form.get("back")))
    place = number(form.get("document", "")), form.get("field", "")
    sheet = number(form.get("sheet", ""))
    return await item_form(request, datasette, place, sheet=sheet, typed=typed, status=409 if changed else 422)


def _choices(workspace: Workspace, document_id: int, field: str, form: Mapping[str, str]) -> Iterator[Choice]:
    """The value, and the unit's new name where it is to be kept; Changed where the form showed another value."""
    shown = store_review.shown(workspace.db, document_id, field)
    if shown is None:
        raise NotAllowed(_("There is no such paper, row or finding: {key}.").format(key=document_id))
    if shown.seen != form.get("seen"):
        raise Changed
    after, reason = _chosen(shown.item, form), form.get("reason", "")
    yield Choice(document_id, field, after, reason)
    name = store_review.item(workspace.db, document_id, "issuer")
    if field == "unit_id" and form.get("keep_name") and after and name and name.value:
        told = reason or _("the name on the paper")
        yield Choice(document_id, f"{store_aliases.ALIAS}{name.value}", after, told)


def _chosen(item: store_review.Item, form: Mapping[str, str]) -> str | None:
    choice = form.get("choice", "")
    if choice == SAME:
        return confirmed(item.field, item.value)
    if item.field == "state" and choice in STATES:
        return choice
    if choice == NONE:
        return None
    if choice == OTHER and form.get("other", "").strip():
        return form["other"]
    if choice.isascii() and choice.isdigit() and int(choice) < len(item.witnesses):
        return item.witnesses[int(choice)].value
    raise NotAllowed(_("Choose a value first."))


async def undo(request: Any, datasette: Site) -> Response:
    """Takes a decision back, and shows what it was about."""
    actor, form = whose(request), dict(await request.post_vars())
    decision = number(form.get("decision", ""))

    def change(workspace: Workspace) -> str:
        store_decisions.undo(workspace, actor.name, decision, form.get("reason", ""), BY_SESSION)
        query = "SELECT document_id, field FROM decisions WHERE decision_id = ?"
        found = workspace.db.execute(query, [decision]).fetchone()
        if found[1].startswith((store_aliases.ALIAS, store_values.FINDING)):
            return "/findings" if form.get("back") else "/review"
        if form.get("back"):
            return _paper(found[0], found[1], f"?undone={decision}")
        return f"/review/item?document={found[0]}&field={quote(found[1])}&undone={decision}"

    return await _written(datasette, request, change)


def _paper(document_id: int, field: str, query: str = "") -> str:
    """The paper's own page, at the field."""
    return f"/document/{document_id}{query}#{quote(field)}"


async def approve(request: Any, datasette: Site) -> Response:
    """The second person's word."""
    actor, form = whose(request), dict(await request.post_vars())
    decision = number(form.get("decision", ""))

    def change(workspace: Workspace) -> str:
        store_decisions.approve(workspace, actor.name, decision, BY_SESSION)
        return "/review"

    return await _written(datasette, request, change)


async def _written(datasette: Site, request: Any, change: Callable[[Workspace], str]) -> Response:
    """On to where the change leads; its reason where it cannot stand."""
    try:
        path = await asyncio.to_thread(datasette.write, change)
    except NotAllowed as wrong:
        return await refusal(datasette, request, 403, str(wrong))
    datasette.desk.recheck()
    return moved(path)


PAGES = (
    Page(r"^/review/decide$", decide, WRITE, "reviewer"),
    Page(r"^/review/undo$", undo, WRITE, "reviewer"),
    Page(r"^/review/approve$", approve, WRITE, "approver"),
)

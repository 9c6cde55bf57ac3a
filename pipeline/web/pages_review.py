"""The queue, and one thing of it with its paper beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from datasette.utils.asgi import Response

from pipeline.edges import store_review
from pipeline.labels import word
from pipeline.records import DocumentState, Kind
from pipeline.web import reading
from pipeline.web.pages import Page, missing, moved, number_in, page
from pipeline.web.paper_view import Shown, view

if TYPE_CHECKING:
    from sqlite_utils import Database

    from pipeline.edges.store_review import Asked, Item
    from pipeline.web.site import Site

SHOWN = 100
"""Lines of the queue on one page."""


async def queue(request: Any, datasette: Site) -> Response:
    """What needs a person, worst first, and what waits for a second one."""
    at = max(1, number_in(request, "page", "args"))
    found = await datasette.read(lambda db: _queue(db, at))
    names = {unit.id: unit.name for unit in datasette.desk.block.units}
    return await page(datasette, request, "desk_queue.html", **found, names=names)


def _queue(db: Database, page: int) -> dict[str, Any]:
    """One page of the queue, the last one where there are not so many."""
    asked = store_review.queue(db)
    pages = max(1, -(-len(asked) // SHOWN))
    at = min(page, pages)
    shown = asked[(at - 1) * SHOWN : at * SHOWN]
    held = list(db.query("SELECT * FROM held_decisions ORDER BY decision_id"))
    return {"count": len(asked), "asked": shown, "at": at, "pages": pages, "held": held, "last": _last_decisions(db)}


def _last_decisions(db: Database) -> list[dict[str, Any]]:
    query = """
        SELECT a.*, EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = a.decision_id) AS undone
        FROM audit_decisions a ORDER BY decision_id DESC LIMIT 10
    """
    return list(db.query(query))


async def first(request: Any, datasette: Site) -> Response:
    """The worst that is left."""
    left = await datasette.read(lambda db: store_review.queue(db, 1))
    return moved("/review/item", document=left[0].document_id, field=left[0].field) if left else moved("/review")


def _is_elsewhere(witness: store_review.Witness, item: Item) -> bool:
    return witness.page == item.page and (witness.bbox, witness.raw) != (item.bbox, item.raw)


class ItemPage(NamedTuple):
    """One thing to decide, and what is around it."""

    item: Item
    asked: Asked | None
    following: Asked | None
    left: int
    paper: reading.PaperPage
    row: dict[str, Any] | None
    options: tuple[tuple[str, str], ...]
    """(value, words) where the field has a fixed choice."""


async def item(request: Any, datasette: Site) -> Response:
    """One thing to decide beside its paper."""
    document_id, field = number_in(request, "document", "args"), request.args.get("field") or ""
    units = tuple((unit.id, unit.name) for unit in datasette.desk.block.units)
    found = await datasette.read(lambda db: _item_page(db, document_id, field, units))
    if found is None:
        return await missing(datasette, request)
    item = found.item
    shown = await view(datasette, item.file_id, item.page, item.where, _boxes(item))
    return await page(
        datasette,
        request,
        "desk_item.html",
        found=found,
        item=item,
        view=shown,
        done=number_in(request, "done", "args"),
        wrong=request.args.get("wrong") or "",
    )


def _boxes(item: Item) -> tuple[Shown, ...]:
    own = [Shown("value", item.bbox, item.raw or "")] if item.bbox else []
    others = [Shown("other", w.bbox, w.raw or "") for w in item.witnesses if w.bbox and _is_elsewhere(w, item)]
    return (*own, *others)


def _item_page(db: Database, document_id: int, field: str, units: tuple[tuple[str, str], ...]) -> ItemPage | None:
    item, paper = store_review.item(db, document_id, field), reading.paper(db, document_id)
    if item is None or paper is None:
        return None
    left = store_review.queue(db)
    here = next((a for a in left if (a.document_id, a.field) == (document_id, field)), None)
    row = store_review.score_row(db, document_id, field) if field.startswith("score:") else None
    following = store_review.following(left, document_id, field)
    return ItemPage(item, here, following, len(left), paper, row, _options(db, field, units))


def _options(db: Database, field: str, units: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    if field == "unit_id":
        return units
    if field == "kind":
        return tuple((kind.value, word(kind)) for kind in Kind)
    if field == "task_key":
        rows = db.execute("SELECT task_key, content FROM tasks ORDER BY ordinal")
        return tuple((key, f"{key}. {content}") for key, content in rows)
    states = (DocumentState.ACCEPTED, DocumentState.NEEDS_REVIEW)
    return tuple((state.value, word(state)) for state in states) if field == "state" else ()


PAGES = (
    Page(r"^/review$", queue, role="reader"),
    Page(r"^/review/first$", first, role="reviewer"),
    Page(r"^/review/item$", item, role="reviewer"),
)

"""The queue: what needs a person, what waits for a second one, and what was decided last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response

from pipeline.doubts import DOUBTS
from pipeline.edges import store_review
from pipeline.web.pages import Page, moved, number_in, page
from pipeline.web.wording import because

if TYPE_CHECKING:
    from sqlite_utils import Database

    from pipeline.edges.store_review import Asked
    from pipeline.web.site import Site

SHOWN = 100
"""Lines of the queue on one page."""
HELD = """
    SELECT h.*, d.number, d.unit_id FROM held_decisions h LEFT JOIN audit_documents d USING (document_id)
    ORDER BY h.decision_id
"""
LAST = """
    SELECT a.*, d.number, d.unit_id, a.decision_id IN (SELECT decision_id FROM revocable_decisions) AS revocable
    FROM audit_decisions a LEFT JOIN audit_documents d USING (document_id)
    ORDER BY a.decision_id DESC LIMIT 10
"""
"""The last decisions, each with its paper; a finding may be of none."""


async def queue(request: Any, datasette: Site) -> Response:
    """What needs a person, worst first, and what waits for a second one."""
    at = max(1, number_in(request, "page", "args"))
    found = await datasette.read(lambda db: _queue(db, at))
    return await page(datasette, request, "desk_queue.html", **found)


def _queue(db: Database, page: int) -> dict[str, Any]:
    """One page of the queue, the last one where there are not so many."""
    asked = store_review.queue(db)
    pages = max(1, -(-len(asked) // SHOWN))
    at = min(page, pages)
    shown = asked[(at - 1) * SHOWN : at * SHOWN]
    held = list(db.query(HELD))
    reasons = [_reason(db, one) for one in shown]
    told = {"count": len(asked), "asked": shown, "reasons": reasons, "at": at, "pages": pages}
    return {**told, "held": held, "last": _last_decisions(db)}


def _reason(db: Database, asked: Asked) -> str:
    item = None if asked.why in DOUBTS else store_review.item(db, asked.document_id, asked.field)
    return because(asked.why, item.witnesses if item else ())


def _last_decisions(db: Database) -> list[dict[str, Any]]:
    return list(db.query(LAST))


async def first(_request: Any, datasette: Site) -> Response:
    """The worst that is left comes up."""
    left = await datasette.read(lambda db: store_review.queue(db, 1))
    return moved("/review/item", document=left[0].document_id, field=left[0].field) if left else moved("/review")


PAGES = (
    Page(r"^/review$", queue, role="reader"),
    Page(r"^/review/first$", first, role="reviewer"),
)

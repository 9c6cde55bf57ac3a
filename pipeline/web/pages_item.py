"""One thing to decide, with its paper beside it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from datasette.utils.asgi import Response

from extractors.places import where
from extractors.records import Place
from pipeline.edges import store_review
from pipeline.labels import word
from pipeline.language import _, mark
from pipeline.records import Kind
from pipeline.web import reading
from pipeline.web.own_cell import own_cell, printed
from pipeline.web.pages import Page, missing, number_in, page
from pipeline.web.paper_view import Shown, stored, view
from pipeline.web.wording import because

if TYPE_CHECKING:
    from sqlite_utils import Database

    from pipeline.edges.store_review import Asked, Item, Witness
    from pipeline.web.site import Site

REASONS = (
    mark("as the signed paper says"),
    mark("misread from the scan"),
    mark("confirmed by the unit"),
    mark("as the block's meeting decided"),
)
"""What most changed values are changed for."""


class ItemPage(NamedTuple):
    """One thing to decide, and what is around it."""

    item: Item
    seen: str
    """The digest of what is shown: only that may be decided."""
    asked: Asked | None
    reason: str
    """Why a person is asked; "" where nobody is."""
    found: list[str]
    """What the check finds of this value, in words."""
    preceding: Asked | None
    following: Asked | None
    left: int
    paper: reading.PaperPage
    row: dict[str, Any] | None
    options: tuple[tuple[str, str], ...]
    """(value, words) where the field has a fixed choice."""
    kept: list[dict[str, Any]]
    """The decisions that may be taken back here: the one just made, and the one that holds of this field."""


class Typed(NamedTuple):
    """What a person filled in, which a refused form shows again."""

    choice: str
    other: str = ""
    reason: str = ""
    keep_name: bool = False
    wrong: str = ""
    """Why it was refused."""
    back: bool = False
    """Whether the person came from the paper's own page, and goes back there."""


async def item(request: Any, datasette: Site) -> Response:
    """One thing to decide beside its paper."""
    place = number_in(request, "document", "args"), request.args.get("field") or ""
    done, sheet = number_in(request, "done", "args"), number_in(request, "sheet", "args")
    return await form(request, datasette, place, sheet=sheet, done=done)


async def form(
    request: Any,
    datasette: Site,
    place: tuple[int, str],
    *,
    sheet: int = 0,
    done: int = 0,
    typed: Typed | None = None,
    status: int = 200,
) -> Response:
    """The form for the paper's field, as it comes up or with what was typed."""
    units = tuple((unit.id, unit.name) for unit in datasette.desk.block.units)
    found = await datasette.read(lambda db: _item_page(db, *place, units, done))
    if found is None:
        return await missing(datasette, request)
    item = found.item
    at, marked = sheet or item.page, await _at_its_cell(datasette, item)
    return await page(
        datasette,
        request,
        "desk_item.html",
        status,
        found=found,
        item=item,
        view=await view(datasette, item.file_id, at, marked.where, _boxes(item, marked, at)),
        reasons=[_(reason) for reason in REASONS],
        typed=typed or _fresh(found, back=bool(request.args.get("back"))),
        place_of=_place_of,
    )


def _fresh(found: ItemPage, *, back: bool) -> Typed:
    """What an untouched form says: the value as it stands, where there is one to confirm and none to choose."""
    chooses = found.item.field == "state" or any(witness.file_id for witness in found.item.witnesses)
    confirms = found.item.value is not None and not chooses
    proposed = found.asked is not None and found.asked.why == "document.unit_proposed"
    return Typed("same" if confirms else "", keep_name=proposed, back=back)


def _place_of(witness: Witness) -> str:
    """Where the file is shown that the witness is of."""
    box = json.dumps(witness.bbox) if witness.bbox else None
    return reading.place_link(witness.file_id or 0, witness.page, witness.where, box, witness.raw)


async def _at_its_cell(site: Site, item: Item) -> Item:
    """A score's item with the place and words of its own cell, where they can be told from its row's."""
    if not item.field.startswith("score:"):
        return item
    file = await site.read(lambda db: stored(db, item.file_id))
    row, column = Place(item.page, item.where, bbox=item.bbox), item.field.rpartition("/")[2]
    cell = await own_cell(site.desk.artist, file.sha256, file.media_type, row, column) if file else None
    if cell:
        return item._replace(where=where(cell), bbox=cell.bbox, raw="")
    return item._replace(raw=printed(item.raw or "", item.value))


def _boxes(item: Item, marked: Item, sheet: int | None) -> tuple[Shown, ...]:
    """The value's own box and the other witnesses', of those on the page that is shown."""
    own, said = (marked.page, marked.bbox, marked.raw), (item.page, item.bbox, item.raw)
    here = [witness for witness in item.witnesses if witness.file_id in (None, item.file_id)]
    others = {(witness.page, witness.bbox, witness.raw): "other" for witness in here}
    boxes = {own: "value", **{place: css for place, css in others.items() if place != said}}
    return tuple(Shown(css, box, raw or "") for (page, box, raw), css in boxes.items() if box and page == sheet)


def _item_page(
    db: Database, document_id: int, field: str, units: tuple[tuple[str, str], ...], done: int
) -> ItemPage | None:
    shown, paper = store_review.shown(db, document_id, field), reading.paper(db, document_id)
    if shown is None or paper is None:
        return None
    item, seen = shown
    left = store_review.queue(db)
    here = next((a for a in left if (a.document_id, a.field) == (document_id, field)), None)
    before, after = store_review.beside(left, document_id, field)
    return ItemPage(
        item=item,
        seen=seen,
        asked=here,
        reason=because(here.why, item.witnesses) if here else "",
        found=[one["message"] for one in paper.findings if _is_about(one, item)],
        preceding=before,
        following=after,
        left=len(left),
        paper=paper,
        row=store_review.score_row(db, document_id, field) if field.startswith("score:") else None,
        options=_options(db, field, units),
        kept=reading.to_take_back(db, done, document_id, field),
    )


def _is_about(finding: reading.Row, item: Item) -> bool:
    """Whether the finding is of the value itself: it names its place."""
    place = str(json.loads(finding["evidence"]).get("place") or "")
    return bool(item.where) and item.field != "state" and place.removeprefix(f"page {item.page}, ") == item.where


def _options(db: Database, field: str, units: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    if field == "unit_id":
        return units
    if field == "kind":
        return tuple((kind.value, word(kind)) for kind in Kind)
    if field == "task_key":
        rows = db.execute("SELECT task_key, content FROM tasks ORDER BY ordinal")
        return tuple((key, f"{key}. {content}") for key, content in rows)
    return ()


PAGES = (Page(r"^/review/item$", item, role="reviewer"),)

"""One file in, all that it says out: `read` gives the document, `extract` its facts and scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.decide import decide
from extractors.decide_rows import decide_rows
from extractors.errors import Unreadable, Unsupported
from extractors.fields.dateline import NO_SUCH_DAY
from extractors.fields.period import year_of
from extractors.fields.registry import FIELDS, Finder
from extractors.formats.collection import no_collection
from extractors.formats.detect import media_type
from extractors.formats.readers import READERS
from extractors.layout import Layout, outline
from extractors.passages import elsewhere, passages
from extractors.recognised import behind_recognised, recognised_in
from extractors.records import Candidate, Document, Extraction, Limits, Notice, UnitName
from extractors.restored import restored
from extractors.second_reading import vouched, weakly_read
from extractors.sheets.score_sheet import score_sheets

USUAL = Limits()


def read(data: bytes, limits: Limits = USUAL) -> Document:
    """The document in the bytes; raises an `extractors.errors.ExtractionError` where there is none to be had."""
    return read_as(media_type(data), data, limits)


def read_as(detected: str, data: bytes, limits: Limits) -> Document:
    """The same where the bytes' media type is known already: to detect it a second time costs as much again."""
    if not data:
        raise Unreadable("empty")
    reader = READERS.get(detected)
    if reader is None:
        raise Unsupported(detected or "unknown")
    return reader(data, limits)


@no_collection()
def extract(document: Document, roster: tuple[UnitName, ...] = (), fields: Mapping[str, Finder] = FIELDS) -> Extraction:
    """All that the document says of the fields; the roster's names are witnesses for its issuer."""
    first = _extract(document, roster, fields)
    if not document.recognised:
        return first
    again = document.second_reading
    second = _extract(again, roster, fields) if again else None
    return vouched(first, second, recognised_in(document), behind_recognised(document))


def _extract(document: Document, roster: tuple[UnitName, ...], fields: Mapping[str, Finder]) -> Extraction:
    layout = outline(document)
    found = _candidates(layout, fields)
    sheets = score_sheets(document, year_of(found))
    candidates = [*found, *sheets.totals]
    return Extraction(
        media_type=document.media_type,
        pages=document.pages,
        facts=decide(candidates, roster),
        scores=decide_rows(sheets.rows, sheets.totals, recognised_in(document)),
        notices=(*document.notices, *sheets.notices, *_notices(layout, candidates)),
        passages=tuple(passages(layout)),
        ledger=document.ledger,
        elsewhere=tuple(elsewhere(layout)),
    )


def _candidates(layout: Layout, fields: Mapping[str, Finder]) -> list[Candidate]:
    found = [candidate for find in fields.values() for candidate in find(layout)]
    if layout.document.recognised:
        found = list(restored(list(weakly_read(found, layout.document)), recognised_in(layout.document)))
    return [replace(c, doubt=c.doubt or "misread_text") for c in found] if layout.misread else found


def _notices(layout: Layout, candidates: Sequence[Candidate]) -> Iterator[Notice]:
    if layout.papers > 1:
        yield Notice("file.several_papers", values={"papers": layout.papers})
    for candidate in candidates:
        if candidate.field == "issued_on" and candidate.doubt == NO_SUCH_DAY:
            yield Notice("document.date_invalid", candidate.place, {"raw": candidate.raw or ""})
            return

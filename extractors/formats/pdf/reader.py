"""A PDF with a text layer as a Document: lines to paragraphs, ruled grids to tables, stamps apart."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from extractors.formats.collection import no_collection
from extractors.formats.pdf import margins, stitch
from extractors.formats.pdf.file import opened
from extractors.formats.pdf.ledger import ledger
from extractors.formats.pdf.narrow import mend
from extractors.formats.pdf.order import limited
from extractors.formats.pdf.pages import pages
from extractors.formats.pdf.paragraphs import paragraphs, right_margins, written
from extractors.formats.pdf.raised import without_marks
from extractors.formats.pdf.second_reader import doubtful_rows
from extractors.formats.pdf.shapes import Fragment, Line, PageRead
from extractors.formats.pdf.stitch import Stitched
from extractors.formats.pdf.tables import table
from extractors.formats.pdf.truth import Script, picture_pages, refuse_pictures, script, without_text
from extractors.records import Aside, AsideKind, Block, Document, Limits, Notice, Place

MEDIA_TYPE = "application/pdf"


def read(data: bytes, limits: Limits) -> Document:
    """The document. Raises NoText where its pages are pictures, Encrypted, TooLarge or Unreadable."""
    with no_collection():
        layer = _layer(data, limits)
        refuse_pictures(layer.pages[0], layer.scripts)
        return _document(data, layer, frozenset())


def read_text_pages(data: bytes, limits: Limits) -> Document:
    """The document without its picture pages, which `recognised` names; raises as `read` where no page is text."""
    with no_collection():
        layer = _layer(data, limits)
        pictures = picture_pages(layer.pages, layer.scripts)
        return replace(_document(data, layer, pictures), recognised=pictures)


class _Layer(NamedTuple):
    """The text layer, page by page."""

    pages: Sequence[PageRead]
    lines: Sequence[Sequence[Line]]
    """Those outside of tables that are the paper's own text."""
    kept: Sequence[tuple[AsideKind, Line]]
    scripts: Sequence[Script]


def _layer(data: bytes, limits: Limits) -> _Layer:
    with opened(data, limits) as document:
        found = list(pages(document))
    lines, kept = margins.sorted_out(found)
    found, lines = _without_marks(found, lines, kept)
    lines = [limited(own) for own in lines]
    return _Layer(found, lines, kept, [script(_page_text(page, own)) for page, own in zip(found, lines, strict=True)])


def _without_marks(
    found: list[PageRead], lines: list[list[Line]], kept: Sequence[tuple[AsideKind, Line]]
) -> tuple[list[PageRead], list[list[Line]]]:
    """The pages and their lines without the marks of the footnotes that were kept apart."""
    notes: dict[int, list[Line]] = {}
    for kind, line in kept:
        if kind is AsideKind.FOOTNOTE:
            notes.setdefault(line.page, []).append(line)
    for number, own in notes.items():
        found[number - 1], lines[number - 1] = without_marks(found[number - 1], lines[number - 1], own)
    return found, lines


def _document(data: bytes, layer: _Layer, without: frozenset[int]) -> Document:
    """The document without the blocks of these pages; their margins stay."""
    found = [page._replace(fragments=()) if page.number in without else page for page in layer.pages]
    lines = [() if page.number in without else own for page, own in zip(found, layer.lines, strict=True)]
    shown = [pair for page in found for pair in _kinds_of_drawn(page.drawn)]
    tables = _stitched(found)
    solid = [text.solid for text in layer.scripts]
    left_out = sum(solid[page.number - 1] for page in found if page.number in without)
    return Document(
        media_type=MEDIA_TYPE,
        pages=len(found),
        blocks=tuple(_blocks(data, lines, tables, right_margins(zip(found, lines, strict=True)))),
        asides=tuple(_aside(n, kind, line) for n, (kind, line) in enumerate([*layer.kept, *shown], 1)),
        notices=(*_notices(found, layer.scripts), *_hidden(layer.kept)),
        ledger=ledger(found, sum(solid) - left_out, layer.kept, [stitched for stitched, _top in tables], left_out),
        recognised=frozenset(_doubtful(found, layer.scripts)),
    )


def _page_text(page: PageRead, lines: Iterable[Line]) -> str:
    cells = (line for fragment in page.fragments for cell in fragment.cells for line in cell)
    return " ".join(line.text for line in (*lines, *cells))


def _stitched(found: Iterable[PageRead]) -> list[tuple[Stitched, float]]:
    """The paper's tables, each with the height at which it begins on its first page."""
    tables: list[tuple[Stitched, float]] = []
    for page in found:
        for index, fragment in enumerate(page.fragments):
            if index == 0 and tables and stitch.goes_on(tables[-1][0], fragment) and _on_top(page, fragment):
                stitch.append(tables[-1][0], fragment)
            else:
                tables.append((stitch.as_table(fragment), fragment.grid.rows[0]))
    for stitched, _top in tables:
        mend(stitched)
    return tables


def _on_top(page: PageRead, fragment: Fragment) -> bool:
    """Whether nothing but a page number and a running head stands above the table."""
    above = [line for line in page.lines if line.box[3] < fragment.grid.rows[0]]
    return all(line.box[1] < margins.MARGIN * page.height for line in above)


def _blocks(
    data: bytes,
    lines: Sequence[Sequence[Line]],
    tables: Sequence[tuple[Stitched, float]],
    rights: Mapping[int, float],
) -> Iterator[Block]:
    """Paragraphs and tables in reading order, each counted from 1."""
    paragraph = 0
    numbered = {id(stitched): number for number, (stitched, _top) in enumerate(tables, 1)}
    for run in _runs(lines, tables):
        if isinstance(run, Stitched):
            doubtful = frozenset() if run.proved else doubtful_rows(data, run)
            yield table(run, numbered[id(run)], doubtful | run.doubtful)
        else:
            for joined in paragraphs(run, rights):
                paragraph += 1
                yield written(joined, paragraph)


def _runs(lines: Sequence[Sequence[Line]], tables: Sequence[tuple[Stitched, float]]) -> Iterator[Stitched | list[Line]]:
    """The pages' lines between one table, or page without text, and the next."""
    waiting = deque(tables)
    run: list[Line] = []
    for number, page in enumerate(lines, 1):
        if not page:
            yield run
            run = []
        rest = list(page)
        while waiting and waiting[0][0].pages[0] == number:
            stitched, top = waiting.popleft()
            yield run + [line for line in rest if line.box[1] < top]
            yield stitched
            rest = [line for line in rest if line.box[1] >= top]
            run = []
        run += rest
    yield run


def _aside(number: int, kind: AsideKind, line: Line) -> Aside:
    paragraph = written([line], number)
    return Aside(
        kind, paragraph._replace(place=paragraph.place._replace(container=f"{kind} {number}", first=1, last=1))
    )


def _kinds_of_drawn(lines: Sequence[Line]) -> Iterator[tuple[AsideKind, Line]]:
    """Each line with what it is: a signature's own text, or a value filled in."""
    stamped = margins.drawn_stamp_lines(lines)
    return ((stamped.get(id(line), AsideKind.FILLED_IN), line) for line in lines)


def _doubtful(found: Sequence[PageRead], scripts: Sequence[Script]) -> Iterator[int]:
    """The pages of pictures that have letters all the same: recognition's, or broken ones."""
    return (p.number for p, text in zip(found, scripts, strict=True) if text.solid and without_text(p, text))


def _hidden(kept: Iterable[tuple[AsideKind, Line]]) -> Iterator[Notice]:
    """That the paper holds text which nobody sees: where it begins, and how much."""
    lines = [line for kind, line in kept if kind is AsideKind.HIDDEN]
    if lines:
        place = Place(page=lines[0].page, bbox=lines[0].box)
        yield Notice("file.hidden_text", place, {"characters": sum(len(line.text) for line in lines)})


def _notices(found: Sequence[PageRead], scripts: Sequence[Script]) -> Iterator[Notice]:
    for page, text in zip(found, scripts, strict=True):
        if without_text(page, text):
            yield Notice("file.page_without_text", Place(page=page.number), {"page": page.number})

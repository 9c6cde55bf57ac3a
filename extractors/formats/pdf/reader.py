"""A PDF with a text layer as a Document: lines to paragraphs, ruled grids to tables, stamps apart."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.formats.collection import no_collection
from extractors.formats.pdf import margins, stitch
from extractors.formats.pdf.file import opened
from extractors.formats.pdf.ledger import ledger
from extractors.formats.pdf.order import limited
from extractors.formats.pdf.pages import pages
from extractors.formats.pdf.paragraphs import paragraphs, right_margins, written
from extractors.formats.pdf.second_reader import doubtful_rows
from extractors.formats.pdf.shapes import Fragment, Line, PageRead
from extractors.formats.pdf.stitch import Stitched
from extractors.formats.pdf.tables import table
from extractors.formats.pdf.truth import Script, refuse_pictures, script, without_text
from extractors.records import Aside, AsideKind, Block, Document, Limits, Notice, Place

MEDIA_TYPE = "application/pdf"


def read(data: bytes, limits: Limits) -> Document:
    """The document. Raises NoText where its pages are pictures, Encrypted, TooLarge or Unreadable."""
    with no_collection():
        return _document(data, limits)


def _document(data: bytes, limits: Limits) -> Document:
    with opened(data, limits) as document:
        found = list(pages(document))
    lines, kept = margins.sorted_out(found)
    lines = [limited(own) for own in lines]
    scripts = [script(_page_text(page, own)) for page, own in zip(found, lines, strict=True)]
    refuse_pictures(found[0], scripts)
    shown = [pair for page in found for pair in _kinds_of_drawn(page.drawn)]
    tables = _stitched(found)
    return Document(
        media_type=MEDIA_TYPE,
        pages=len(found),
        blocks=tuple(_blocks(data, lines, tables, right_margins(zip(found, lines, strict=True)))),
        asides=tuple(_aside(n, kind, line) for n, (kind, line) in enumerate([*kept, *shown], 1)),
        notices=tuple(_notices(found, scripts)),
        ledger=ledger(found, sum(text.solid for text in scripts), kept, [stitched for stitched, _top in tables]),
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
            yield table(run, numbered[id(run)], frozenset() if run.proved else doubtful_rows(data, run))
        else:
            for joined in paragraphs(run, rights):
                paragraph += 1
                yield written(joined, paragraph)


def _runs(lines: Sequence[Sequence[Line]], tables: Sequence[tuple[Stitched, float]]) -> Iterator[Stitched | list[Line]]:
    """The pages' lines between one table and the next."""
    waiting = deque(tables)
    run: list[Line] = []
    for number, page in enumerate(lines, 1):
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
    stamped = margins.stamp_lines(lines)
    return ((stamped.get(id(line), AsideKind.FILLED_IN), line) for line in lines)


def _notices(found: Sequence[PageRead], scripts: Sequence[Script]) -> Iterator[Notice]:
    for page, text in zip(found, scripts, strict=True):
        if without_text(page, text):
            yield Notice("file.page_without_text", Place(page=page.number), {"page": page.number})

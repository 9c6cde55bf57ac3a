"""The picture pages of a paper of text: recognised, and put where they stand among the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from heapq import merge

from extractors.errors import NoText
from extractors.formats.ocr import pictures
from extractors.formats.ocr.reader import read_pages
from extractors.formats.ocr.written import DPI, may_be_written
from extractors.records import Block, Cell, Document, Limits, Notice, Paragraph, Place, Table

NOT_READ = "file.page_without_text"
RECOGNISED = "file.page_recognised"


def with_pictures(text: Document, data: bytes, limits: Limits) -> Document:
    """The text with its picture pages read, which `recognised` names now.

    Raises NoText where the first page is one and says nothing: what stands behind it must not pass for the paper.
    """
    try:
        found = read_pages(data, limits, _written(data, limits, text.recognised))
    except NoText:
        found = Document(text.media_type, 0, ())
    read = frozenset(block.place.page for block in found.blocks if block.place.page is not None)
    if 1 in text.recognised - read:
        raise NoText("no word was recognised on the first page")
    woven = replace(_woven(text, found), recognised=read, notices=tuple(_notices(text.notices, read)))
    if found.second_reading is None:
        return woven
    return replace(woven, second_reading=replace(_woven(text, found.second_reading), recognised=read))


def _written(data: bytes, limits: Limits, pages: Iterable[int]) -> list[int]:
    """The pages that are worth reading."""
    numbers = sorted(pages)
    drawn = pictures.of_pdf(data, limits, DPI, numbers)
    return [number for number, picture in zip(numbers, drawn, strict=True) if may_be_written(picture.image)]


def _woven(text: Document, found: Document) -> Document:
    blocks = merge(text.blocks, found.blocks, key=lambda block: block.place.page or 0)
    return replace(text, blocks=tuple(_numbered(blocks)), asides=(*text.asides, *found.asides))


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, paragraphs and tables counted from 1 each."""
    paragraphs = tables = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraphs += 1
            yield block._replace(place=block.place._replace(first=paragraphs, last=paragraphs))
        else:
            tables += 1
            yield _renamed(block, f"table {tables}")


def _renamed(table: Table, name: str) -> Table:
    """The table and all in it under another name; a merged cell stays one."""
    old = table.place.container
    if old == name:
        return table

    def place(at: Place) -> Place:
        return at._replace(container=name + at.container.removeprefix(old))

    cells = {id(cell): _moved(cell, place(cell.place)) for row in table.rows for cell in row}
    rows = tuple(tuple(cells[id(cell)] for cell in row) for row in table.rows)
    return replace(table, rows=rows, place=place(table.place))


def _moved(cell: Cell, place: Place) -> Cell:
    inside = tuple(p._replace(place=p.place._replace(container=place.container)) for p in cell.paragraphs)
    return cell._replace(place=place, paragraphs=inside)


def _notices(notices: Iterable[Notice], read: frozenset[int]) -> Iterator[Notice]:
    """The notices of the text: a page that is read now is told as such."""
    yield from (n for n in notices if n.code != NOT_READ or n.place.page not in read)
    if read:
        yield Notice(RECOGNISED, Place(page=min(read)), {"pages": ", ".join(map(str, sorted(read)))})

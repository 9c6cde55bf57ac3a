"""A scan or a photograph of a paper as a document, read twice so that the readings can vouch for each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count, islice
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

from extractors import progress
from extractors.errors import NoText
from extractors.formats.ocr import clean, pictures
from extractors.formats.ocr.cells import Reading, Scale, read_tables, table_of
from extractors.formats.ocr.clean import Inks, Sheet
from extractors.formats.ocr.engine import Engine, Mode, Word
from extractors.formats.ocr.flow import paragraphs
from extractors.formats.ocr.grid import Grid, grids_of
from extractors.formats.ocr.installed import engine
from extractors.formats.ocr.margins import Apart, kept_apart
from extractors.formats.ocr.pictures import Picture
from extractors.formats.ocr.rules import rules_of, without_rules
from extractors.media_types import PDF
from extractors.records import Aside, Block, Document, Limits, Paragraph, Place, Table

if TYPE_CHECKING:
    from PIL.Image import Image

FIRST, SECOND = Scale(page=300, figures=200), Scale(page=250, figures=165)
"""Two scales, so that the same letter is cut from other pixels; the engine reads lone figures best when small."""
_FEW_WORDS = 15
_POOR = 55.0
"""Mean confidence below which a page may be lying on its side."""


def read_pdf(data: bytes, limits: Limits) -> Document:
    """The scan's text and tables; raises NoText where there is no engine or no word."""
    return _read(
        PDF,
        pictures.of_pdf(data, limits, FIRST.page),
        pictures.of_pdf(data, limits, SECOND.page),
    )


def read_pages(data: bytes, limits: Limits, pages: Sequence[int]) -> Document:
    """The same of these pages alone, by their numbers; `pages` of the document counts them."""
    return _read(
        PDF,
        pictures.of_pdf(data, limits, FIRST.page, pages),
        pictures.of_pdf(data, limits, SECOND.page, pages),
        pages,
    )


def read_image(data: bytes, limits: Limits, media_type: str) -> Document:
    """The picture's text and tables; raises NoText where there is no engine or no word."""
    return _read(
        media_type,
        pictures.of_image(data, limits, FIRST.page),
        pictures.of_image(data, limits, SECOND.page),
    )


def _read(
    media_type: str, first: Iterator[Picture], second: Iterator[Picture], pages: Sequence[int] | None = None
) -> Document:
    reader = engine()
    if reader is None:
        raise NoText("no text recognition on this machine")
    document = _document(_Reading(reader, FIRST, Inks.REMOVED), first, media_type, pages or count(1))
    if not any(isinstance(block, Table) or block.text for block in document.blocks):
        raise NoText("no word was recognised")
    again = _document(_Reading(reader, SECOND, Inks.FADED), second, media_type, pages or count(1))
    return replace(document, second_reading=again)


class _Reading(NamedTuple):
    """How a document is read one time."""

    engine: Engine
    scale: Scale
    inks: Inks


def _document(how: _Reading, pages: Iterator[Picture], media_type: str, numbers: Iterable[int]) -> Document:
    blocks: list[Block] = []
    asides: list[Aside] = []
    read: set[int] = set()
    for number, page in zip(numbers, _pages(how, pages), strict=False):
        blocks += _blocks(page, number, blocks)
        asides += _asides(page, number)
        read.add(number)
        progress.step()
    return Document(media_type, len(read), tuple(blocks), tuple(asides), recognised=frozenset(read))


class _Page(NamedTuple):
    """One page made ready, with its words outside of tables and the readings of its tables' cells."""

    sheet: Sheet
    grids: Sequence[Grid]
    words: Sequence[Word]
    apart: Sequence[Apart]
    cells: Sequence[Sequence[Reading]]

    def confidence(self) -> float:
        """The engine's mean, 0 to 100; 0 for a page of almost no words."""
        said = [reading.text for cells in self.cells for reading in cells if reading.text]
        few = len(self.words) + len(said) < _FEW_WORDS
        return 0.0 if few or not self.words else mean(word.confidence for word in self.words)


def _pages(how: _Reading, pages: Iterator[Picture]) -> Iterator[_Page]:
    """Every page read, as many at once as the engine takes; pdfium draws in this thread only."""
    with ThreadPoolExecutor(how.engine.threads) as pool:
        while group := list(islice(pages, how.engine.threads)):
            jobs = [pool.submit(_upright, how, picture) for picture in group]
            yield from (job.result() for job in jobs)


def _upright(how: _Reading, picture: Picture) -> _Page:
    """The page as it came, or turned where that reads better."""
    page = _page(how, picture, 0)
    if page.confidence() >= _POOR:
        return page
    turns = how.engine.quarter_turns(page.sheet.image, picture.dpi)
    if not turns:
        return page
    turned = _page(how, picture, turns)
    return max(page, turned, key=lambda p: p.confidence())


def _page(how: _Reading, picture: Picture, turns: int) -> _Page:
    sheet = clean.ready(picture, turns, how.inks)
    rules = rules_of(sheet.image, sheet.dpi)
    grids = grids_of(rules, sheet.dpi)
    cleaned = without_rules(sheet.image, rules, sheet.dpi)
    (words,) = how.engine.words([_without_tables(cleaned, grids)], Mode.PAGE, sheet.dpi)
    own, apart = kept_apart(words, sheet.image.height)
    return _Page(sheet, grids, own, apart, read_tables(how.engine, how.scale, cleaned, grids))


def _without_tables(image: Image, grids: Sequence[Grid]) -> Image:
    from PIL import ImageDraw

    copy = image.copy()
    draw = ImageDraw.Draw(copy)
    for grid in grids:
        draw.rectangle(grid.box, fill=255)
    return copy


def _blocks(read: _Page, page: int, before: Sequence[Block]) -> Iterator[Block]:
    """The page's paragraphs and tables from top to bottom, numbered on from those before."""
    tables = sum(isinstance(block, Table) for block in before)
    number = len(before) - tables
    for index, words in enumerate(_bands(read)):
        for flow in paragraphs(words):
            number += 1
            place = Place(page, "", number, number, bbox=read.sheet.on_page(flow.box))
            yield Paragraph(flow.text, place, align=flow.align, doubtful=not flow.sure)
        if index < len(read.grids):
            yield table_of(read.grids[index], read.cells[index], read.sheet, page, tables + index + 1)


def _asides(read: _Page, page: int) -> Iterator[Aside]:
    """The page's number and the stamps of its signatures."""
    for number, line in enumerate(read.apart, 1):
        place = Place(page, f"margin of page {page}", number, number, bbox=read.sheet.on_page(line.box))
        yield Aside(line.kind, Paragraph(line.text, place))


def _bands(read: _Page) -> list[list[Word]]:
    """The words above each table, and those below the last."""
    bottoms = [grid.box[3] for grid in read.grids]
    bands: list[list[Word]] = [[] for _ in range(len(bottoms) + 1)]
    for word in read.words:
        middle = (word.box[1] + word.box[3]) / 2
        bands[sum(bottom <= middle for bottom in bottoms)].append(word)
    return bands

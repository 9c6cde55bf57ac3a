"""Papers printed by LibreOffice say the same as their DOCX: every paragraph, every cell, nothing else."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

import pdfplumber
import pytest

from extractors.formats.docx.reader import read as read_docx
from extractors.formats.pdf.file import opened
from extractors.formats.pdf.pages import pages
from extractors.formats.pdf.reader import read as read_pdf
from extractors.formats.pdf.shapes import Fragment
from extractors.places import own_cells, paragraphs_of, row_container, row_text, text_at
from extractors.records import AsideKind, Document, Limits, Paragraph, Table
from extractors.vietnamese.text import one_line

TWINS = Path(__file__).with_name("twins")
NAMES = sorted(path.stem for path in TWINS.glob("*.pdf"))
TABLES = [name for name in NAMES if name != "prose"]


def data(name: str) -> bytes:
    return (TWINS / f"{name}.pdf").read_bytes()


@lru_cache
def pdf(name: str) -> Document:
    return read_pdf(data(name), Limits())


@lru_cache
def word(name: str) -> Document:
    return read_docx((TWINS / f"{name}.docx").read_bytes(), Limits())


def running(document: Document) -> list[str]:
    """The paragraphs outside of ruled tables; a layout table's cells one after the other."""
    found = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        elif not block.ruled:
            found += [p for index, row in enumerate(block.rows) for c in own_cells(row, index) for p in c.paragraphs]
    return [text for text in (one_line(paragraph.text) for paragraph in found) if text]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table) and block.ruled]


def grid(table: Table) -> list[list[tuple[str, int, int, int, int]]]:
    """Every slot's text and the cell that it belongs to."""
    return [[(one_line(c.text), c.row, c.column, c.row_span, c.column_span) for c in row] for row in table.rows]


def test_there_are_twins() -> None:
    assert {"prose", "scores", "cut-note", "landscape", "two-fonts"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_paragraphs_in_the_same_order(name: str) -> None:
    if name == "two-fonts":
        assert sorted(running(pdf(name))) == sorted(running(word(name)))
    else:
        assert running(pdf(name)) == running(word(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_cells(name: str) -> None:
    assert [grid(table) for table in tables(pdf(name))] == [grid(table) for table in tables(word(name))]
    assert bool(tables(pdf(name))) == (name in TABLES)


@pytest.mark.parametrize(("name", "pages"), [("scores", 4), ("cut-note", 3), ("landscape", 2)])
def test_a_table_over_pages_is_one_table(name: str, pages: int) -> None:
    (table,) = tables(pdf(name))
    shown = {cell.place.page for row in table.rows for cell in row}
    assert len(shown) >= pages - 1 > 0
    assert table.header_rows == (2 if name == "scores" else 1)


def test_rows_that_the_pages_end_cut_are_whole() -> None:
    """The fixture has such rows: its pages show more rows than the table has, headers not counted."""
    with opened(data("scores"), Limits()) as document:
        parts = [len(fragment.grid.rows) - 1 for page in pages(document) for fragment in page.fragments]
    (table,) = tables(pdf("scores"))
    assert sum(parts) - table.header_rows * (len(parts) - 1) > len(table.rows)


def test_footnotes_are_kept_apart_and_their_numbers_taken_off() -> None:
    notes = [aside.paragraph.text for aside in pdf("prose").asides if aside.kind is AsideKind.FOOTNOTE]
    assert len(notes) == 8
    assert notes[0].endswith("Quyết định số 15/QĐ-KTĐ của Khối thi đua.")
    assert ledger("prose")["footnote_mark"] == 8
    assert all("khen.1" not in text and "khen1" not in text for text in running(pdf("prose")))


def test_page_numbers_and_running_lines_are_kept_apart() -> None:
    kinds = [aside.kind for aside in pdf("prose").asides]
    assert kinds.count(AsideKind.PAGE_NUMBER) == kinds.count(AsideKind.HEADER) == pdf("prose").pages
    assert kinds.count(AsideKind.FOOTER) == pdf("prose").pages


def ledger(name: str) -> dict[str, int]:
    return {line.rule: line.characters for line in pdf(name).ledger}


def solid(text: str) -> int:
    return len("".join(text.split()))


@pytest.mark.parametrize("name", NAMES)
def test_every_character_is_used_or_left_out_by_a_rule(name: str) -> None:
    with pdfplumber.open(io.BytesIO(data(name))) as document:
        drawn = sum(solid(letter["text"]) for page in document.pages for letter in page.chars)
    counts = ledger(name)
    assert "unplaced" not in counts
    assert sum(counts.values()) == drawn
    apart = {id(aside.paragraph) for aside in pdf(name).asides}
    assert counts["used"] == sum(solid(p.text) for p in paragraphs_of(pdf(name)) if id(p) not in apart)


@pytest.mark.parametrize("name", NAMES)
def test_every_place_gives_its_text_back(name: str) -> None:
    document = pdf(name)
    for paragraph in paragraphs_of(document):
        assert text_at(document, paragraph.place) == paragraph.text
    for table in tables(document):
        for index, row in enumerate(table.rows):
            for cell in own_cells(row, index):
                assert text_at(document, cell.place) == cell.text
            own = own_cells(row, index)
            if own:
                place = own[0].place._replace(container=row_container(own[0].place.container), bbox=None)
                assert text_at(document, place) == row_text(row)


@pytest.mark.parametrize("name", TABLES)
def test_pdfplumber_sees_the_same_cells(name: str) -> None:
    """Page by page, before anything is stitched."""
    with pdfplumber.open(io.BytesIO(data(name))) as other, opened(data(name), Limits()) as document:
        for page, seen in zip(pages(document), other.pages, strict=True):
            theirs = [table.extract() for table in seen.find_tables()]
            ours = [cells(fragment) for fragment in page.fragments]
            assert [[one_line(c) for row in table for c in row if c is not None] for table in theirs] == ours


def cells(fragment: Fragment) -> list[str]:
    return [one_line(" ".join(line.text for line in cell)) for cell in fragment.cells]

"""Last touches to a filled paper: drawn lines as long as the rules say, table grids, and fixed bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from pipeline.typography import text_width, wrapped

FULL_LINE, SHORT_LINE = "LineFull", "LineShort"
"""Ids of the styles whose paragraph is a drawn line under the paragraph above."""
_SHARE = {FULL_LINE: 1.0, SHORT_LINE: 0.4}
_TWIPS = 20
_EMU_A_POINT = 12700
_STYLE, _VAL = qn("w:pStyle"), qn("w:val")
_ROW, _CELL, _W = qn("w:tr"), qn("w:tc"), qn("w:w")
_PROPERTIES, _CELL_WIDTH, _SPAN = qn("w:tcPr"), qn("w:tcW"), qn("w:gridSpan")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def finished(data: bytes) -> DocxDocument:
    """The filled paper with its lines drawn and its grids fitted."""
    document = Document(io.BytesIO(data))
    draw_lines(document)
    fit_grids(document)
    return document


def draw_lines(document: DocxDocument) -> None:
    """Gives every line paragraph the indents that make it as long as its style says of the text above."""
    for section in document.sections:
        width = ((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)) / _EMU_A_POINT
        blocks = list(section.iter_inner_content())
        _draw([b for b in blocks if isinstance(b, Paragraph)], width)
        for table in (b for b in blocks if isinstance(b, Table) and _holds_line(b)):
            for cell in (c for row in table.rows for c in row.cells):
                _draw(cell.paragraphs, (cell.width or 0) / _EMU_A_POINT)


def _holds_line(table: Table) -> bool:
    """Whether any paragraph in the table is a line: a register of thousands of rows has none to look for."""
    return any(style.get(_VAL) in _SHARE for style in table._tbl.iter(_STYLE))  # noqa: SLF001


def _draw(paragraphs: list[Paragraph], room: float) -> None:
    for above, line in pairwise(paragraphs):
        share = _SHARE.get(_style_id(line))
        if share is not None:
            gap = max(0.0, (room - share * _widest(above, room)) / 2)
            indent = line._p.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001
            for side in ("left", "right"):
                indent.set(qn(f"w:{side}"), str(round(gap * _TWIPS)))
            indent.set(qn("w:firstLine"), "0")


def _style_id(paragraph: Paragraph) -> str:
    return paragraph.style.style_id if paragraph.style is not None else ""


def _widest(paragraph: Paragraph, room: float) -> float:
    size, bold = _look(paragraph)
    lines = wrapped(paragraph.text, size, room, bold=bold)
    return max((text_width(line, size, bold=bold) for line in lines), default=0.0)


def _look(paragraph: Paragraph) -> tuple[float, bool]:
    """Size in points and weight of the paragraph's text: its first run's, else its style's."""
    fonts: list[Any] = [run.font for run in paragraph.runs[:1]]
    style: Any = paragraph.style
    while style is not None:
        fonts.append(style.font)
        style = style.base_style
    size = next((f.size.pt for f in fonts if f.size is not None), 13.0)
    bold = next((f.bold for f in fonts if f.bold is not None), False)
    return float(size), bool(bold)


def fit_grids(document: DocxDocument) -> None:
    """Rebuilds the column grid of every table whose number of columns depends on the data."""
    for table in document.tables:
        _fit(table)


def _fit(table: Table) -> None:
    element = table._tbl  # noqa: SLF001
    rows = [[_measured(cell) for cell in row.findall(_CELL)] for row in element.findall(_ROW)]
    plain = [row for row in rows if all(cell.span == 1 for cell in row)]
    if not plain:
        return
    widths = [_width(cell) for cell in max(plain, key=len)]
    grid = element.tblGrid
    wanted = _whole_width(element) or sum(widths)
    scale = wanted / sum(widths) if sum(widths) else 1
    scaled = [round(width * scale) for width in widths]
    for column in list(grid):
        grid.remove(column)
    for width in scaled:
        column = OxmlElement("w:gridCol")
        column.set(_W, str(width))
        grid.append(column)
    for row in rows:
        _set_widths(row, scaled)


def _whole_width(table: etree._Element) -> int:
    width = table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}")
    return int(width.get(qn("w:w")) or 0) if width is not None and width.get(qn("w:type")) == "dxa" else 0


class _Measure(NamedTuple):
    """How wide a cell is."""

    width: etree._Element | None
    """The element that says it; None where the cell says nothing."""
    span: int
    """In columns."""


def _measured(cell: etree._Element) -> _Measure:
    properties = cell.find(_PROPERTIES)
    if properties is None:
        return _Measure(None, 1)
    span = properties.find(_SPAN)
    return _Measure(properties.find(_CELL_WIDTH), int(span.get(_VAL) or 1) if span is not None else 1)


def _width(cell: _Measure) -> int:
    return int(cell.width.get(_W) or 0) if cell.width is not None else 0


def _set_widths(row: list[_Measure], widths: list[int]) -> None:
    position = 0
    for width, span in row:
        if width is not None:
            width.set(_W, str(sum(widths[position : position + span])))
        position += span


def name_paper(document: DocxDocument, title: str, when: datetime) -> None:
    """Fixed core properties: title, times and nothing about the machine."""
    properties = document.core_properties
    properties.title, properties.subject, properties.author = title, "", ""
    properties.last_modified_by, properties.comments, properties.keywords = "", "", ""
    properties.created = properties.modified = when
    properties.last_printed = when
    properties.revision, properties.language = 1, "vi-VN"


def packed(document: DocxDocument) -> bytes:
    """The document as bytes that depend on nothing but its content."""
    return repacked(saved(document))


def saved(document: DocxDocument) -> bytes:
    """The document as python-docx writes it."""
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


NOTHING: Mapping[str, Iterable[bytes]] = {}


def repacked(data: bytes, instead: Mapping[str, Iterable[bytes]] = NOTHING) -> bytes:
    """The same zip with sorted parts and fixed times; `instead` has the pieces of parts that are written anew."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            with new.open(entry, "w") as part:
                for piece in instead.get(name) or [old.read(name)]:
                    part.write(piece)
    return target.getvalue()

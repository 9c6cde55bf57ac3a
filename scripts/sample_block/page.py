"""The sheet of paper: an empty document, its lines, its tables without lines, its bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from pipeline.edges.finish import name_paper, packed
from scripts.sample_block import sheets

_WHEN = datetime(2020, 3, 5, tzinfo=UTC)


def blank() -> DocxDocument:
    """An empty A4 paper in Times New Roman."""
    document = Document()
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(13)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    return document


def finished(document: DocxDocument, title: str) -> bytes:
    """The document's bytes, with nothing in them of this machine or this day."""
    name_paper(document, title, _WHEN)
    return packed(document)


def line(
    where: Any, text: str, *, bold: bool = False, italic: bool = False, align: ALIGN | None = None, size: float = 0
) -> Paragraph:
    """A paragraph with one run."""
    paragraph: Paragraph = where.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    if size:
        run.font.size = Pt(size)
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(3)
    return paragraph


def bare_table(document: Any, rows: int, widths: tuple[float, ...]) -> Table:
    """A table without lines."""
    table: Table = document.add_table(rows, len(widths))
    sheets.set_widths(table, widths)
    return table


def put(cell: Any, lines: list[tuple[str, bool]], *, italic: bool = False, align: ALIGN = ALIGN.CENTER) -> None:
    """The lines as the cell's paragraphs; each with its weight."""
    for index, (text, bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        run = paragraph.add_run(text)
        run.bold, run.italic = bold, italic
        run.font.size = Pt(12)
        paragraph.alignment = align

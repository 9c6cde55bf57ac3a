"""A sample paper -> DOCX, in the layout that the paper names."""

from __future__ import annotations

import unicodedata

from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from scripts.sample_block import letterhead, sheets
from scripts.sample_block.page import bare_table, blank, finished, line, put
from scripts.sample_block.records import Paper


def docx(paper: Paper) -> bytes:
    """The paper as the bytes of a DOCX."""
    document = blank()
    letterhead.HEADS[paper.head](document, paper)
    if paper.doc_type != "CÔNG VĂN":
        line(document, paper.doc_type, bold=True, align=ALIGN.CENTER)
        line(document, paper.subject, bold=True, align=ALIGN.CENTER)
        line(document, "_" * 12, align=ALIGN.CENTER)
    if paper.addressee:
        line(document, "")
        line(document, f"Kính gửi: {paper.addressee}.", align=ALIGN.CENTER)
        line(document, "")
    for text in paper.body:
        _body(document, paper, text)
    if paper.awards:
        _awards(document, paper.awards)
    line(document, "")
    foot(document, paper.recipients, paper.unit.signer, paper.unit.signer_name)
    if paper.sheet:
        _sheet(document, paper)
    if paper.footer:
        _footer(document, paper.footer)
    if paper.decomposed:
        _decompose(document)
    return finished(document, paper.subject)


def foot(document: DocxDocument, recipients: tuple[str, ...], titles: tuple[str, ...], name: str) -> None:
    """Nơi nhận on the left, the signature on the right."""
    left, right = bare_table(document, 1, (80, 85)).rows[0].cells
    ends = [*[";"] * (len(recipients) - 1), "."]
    items = [(f"- {text}{end}", False) for text, end in zip(recipients, ends, strict=True)]
    put(left, [("Nơi nhận:", True), *items], align=ALIGN.LEFT)
    put(right, [*((title, True) for title in titles), ("", False), ("", False), ("", False), (name, True)])
    for paragraph in (*left.paragraphs, *right.paragraphs):
        paragraph.paragraph_format.keep_with_next = True


def _body(document: DocxDocument, paper: Paper, text: str) -> None:
    if paper.tracked and paper.tracked[1] in text:
        _tracked(document, text, *paper.tracked)
    elif text.isupper() or text[:2] in {"1.", "2.", "3.", "4."}:
        _heading(document, text, numbered=paper.numbered_headings)
    else:
        line(document, text, align=ALIGN.JUSTIFY)


def _heading(document: DocxDocument, text: str, *, numbered: bool) -> None:
    """A heading; where Word numbers it, its number is no text."""
    if not numbered or text.isupper():
        line(document, text, bold=True)
        return
    paragraph = line(document, text.partition(" ")[2], bold=True)
    paragraph.style = document.styles["List Number"]


def _tracked(document: DocxDocument, text: str, deleted: str, inserted: str) -> None:
    """A paragraph in which one word was replaced with changes tracked."""
    before, _, after = text.partition(inserted)
    paragraph = line(document, before, align=ALIGN.JUSTIFY)
    author = 'w:author="Người soạn" w:date="2020-06-08T08:00:00Z"'
    space = 'xml:space="preserve"'
    changes = (
        f'<w:del {nsdecls("w")} w:id="1" {author}><w:r><w:delText {space}>{deleted}</w:delText></w:r></w:del>',
        f'<w:ins {nsdecls("w")} w:id="2" {author}><w:r><w:t {space}>{inserted}</w:t></w:r></w:ins>',
    )
    for change in changes:
        paragraph._p.append(parse_xml(change))  # noqa: SLF001
    paragraph.add_run(after)


def _awards(document: DocxDocument, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    sheets.set_widths(table, (12, 70, 27, 27, 27))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            put(cell, [(text, False)])


def _sheet(document: DocxDocument, paper: Paper) -> None:
    """The score sheet, mostly on a page of its own, lying where it is wide."""
    style = paper.sheet.style if paper.sheet else ""
    section = document.add_section(WD_SECTION.CONTINUOUS if style == "running" else WD_SECTION.NEW_PAGE)
    if style == "wide":
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    line(document, f"BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM {paper.period[:4]}", bold=True, align=ALIGN.CENTER)
    line(document, f"(Kèm theo Báo cáo của {paper.unit.name})", italic=True, align=ALIGN.CENTER)
    sheets.put_sheet(document, paper)


def _footer(document: DocxDocument, text: str) -> None:
    """A footer on every page, with the page's number."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    paragraph.add_run(f"{text} - Trang ")
    field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))  # noqa: SLF001


def _decompose(document: DocxDocument) -> None:
    """Every text of the body with its accents as characters of their own (NFD)."""
    for text in document.element.body.iter(qn("w:t")):
        text.text = unicodedata.normalize("NFD", text.text or "")

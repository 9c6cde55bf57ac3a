"""A sample paper -> DOCX, in the layout that the paper names."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from pipeline.edges.finish import name_paper, packed
from scripts.sample_block import sheets
from scripts.sample_block.records import Paper

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PLACE = "Cao Bằng"
_WHEN = datetime(2020, 3, 5, tzinfo=UTC)


def docx(paper: Paper) -> bytes:
    """The paper as the bytes of a DOCX."""
    document = blank()
    _HEADS[paper.head](document, paper)
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


def left_head(paper: Paper) -> list[str]:
    """The left column of the letterhead."""
    number = f"Số: {paper.number or '     '}/{paper.symbol}"
    about = [paper.subject] if paper.doc_type == "CÔNG VĂN" else []
    return [*filter(None, [paper.unit.parent]), *paper.unit.issuer, number, *about]


def dateline(paper: Paper) -> str:
    """The line of place and day."""
    return f"{PLACE}, ngày {paper.day or '    '} tháng {paper.month} năm {paper.year}"


def _table_head(document: DocxDocument, paper: Paper) -> None:
    unit = paper.unit
    head_table(document, unit.parent, unit.issuer, left_head(paper)[len(unit.issuer) + 1 :], dateline(paper))
    if paper.draft_box:
        _draft_box(document.tables[0].rows[1].cells[0].paragraphs[0])


def head_table(document: DocxDocument, parent: str, issuer: tuple[str, ...], below: list[str], day: str) -> None:
    """A letterhead as a table of two columns and two rows without lines."""
    table = bare_table(document, 2, (68, 97))
    left, right = table.rows[0].cells
    put(left, [(parent, False), *((part, True) for part in issuer), ("_" * 7, False)])
    put(right, [(MOTTO[0], True), (MOTTO[1], True), ("_" * 15, False)])
    put(table.rows[1].cells[0], [(text, False) for text in below])
    put(table.rows[1].cells[1], [(day, False)], italic=True)
    line(document, "")


def _tabs_head(document: DocxDocument, paper: Paper) -> None:
    """Both columns in one paragraph, with tab stops at their middles."""
    for left, right in _side_by_side(paper):
        paragraph = line(document, f"\t{left}\t{right}", bold=left.isupper(), size=12)
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(35), WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(Mm(117), WD_TAB_ALIGNMENT.CENTER)
    line(document, "")


def _spaces_head(document: DocxDocument, paper: Paper) -> None:
    """Both columns in one paragraph, with runs of spaces between them."""
    for left, right in _side_by_side(paper):
        line(document, f"  {left}{' ' * max(8, 34 - len(left))}{right}", bold=left.isupper(), size=11)
    line(document, "")


def _side_by_side(paper: Paper) -> list[tuple[str, str]]:
    left = left_head(paper)
    right = [*MOTTO, *[""] * (len(left) - 3), dateline(paper)]
    return list(zip(left, right, strict=True))


_HEADS = {"table": _table_head, "tabs": _tabs_head, "spaces": _spaces_head}


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


_BOX = """<w:r {w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
 <wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>300000
 </wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>320000</wp:posOffset></wp:positionV>
 <wp:extent cx="1080000" cy="288000"/><wp:wrapNone/><wp:docPr id="1" name="Dự thảo"/><a:graphic><a:graphicData
 uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>
 <a:xfrm><a:off x="0" y="0"/><a:ext cx="1080000" cy="288000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
 <a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent><w:p>
 <w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
 </wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:85pt;height:23pt"><v:textbox>
 <w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
 </mc:AlternateContent></w:r>"""


def _draft_box(paragraph: Paragraph) -> None:
    """A text box "DỰ THẢO", twice in the file as Word writes it: as a drawing and for old versions."""
    paragraph._p.insert(0, parse_xml(_BOX.format(w=nsdecls("w"))))  # noqa: SLF001


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

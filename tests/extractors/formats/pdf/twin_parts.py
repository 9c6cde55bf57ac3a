"""What the twins are made of: pages, lines, columns, tables, footnotes, head and foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from lxml import etree

BOLD = re.compile(r"\*\*(.+?)\*\*")
NOTE = (
    '<w:footnote {ns} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
)
SEPARATORS = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
Rows = Sequence[Sequence[str]]


def paper(font: str = "DejaVu Serif") -> WordDocument:
    """An empty A4 paper with the margins of an office's paper."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = font, Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    style.paragraph_format.space_after = Pt(4)
    document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(9)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    return document


def put(paragraph: Paragraph, text: str, align: ALIGN = ALIGN.JUSTIFY) -> Paragraph:
    """Writes the text, what stands between ** in bold."""
    paragraph.alignment = align
    for index, part in enumerate(BOLD.split(text)):
        paragraph.add_run(part).bold = index % 2 == 1
    return paragraph


def line(document: WordDocument, text: str, align: ALIGN = ALIGN.JUSTIFY, indent: float = 10) -> Paragraph:
    """A paragraph of the body, its first line indented by millimetres."""
    paragraph = put(document.add_paragraph(), text, align)
    if align is ALIGN.JUSTIFY:
        paragraph.paragraph_format.first_line_indent = Mm(indent)
    return paragraph


def columns(document: WordDocument, left: Sequence[str], right: Sequence[str], align: ALIGN = ALIGN.CENTER) -> None:
    """Two columns side by side, without lines: a head or a foot."""
    table = document.add_table(1, 2)
    for column, width in zip(table.columns, (70, 100), strict=True):
        column.width = Mm(width)
        column.cells[0].width = Mm(width)
    whole_rows(table)
    for cell, texts, how in zip(table.rows[0].cells, (left, right), (align, ALIGN.CENTER), strict=True):
        for index, text in enumerate(texts):
            paragraph = put(cell.paragraphs[0] if index == 0 else cell.add_paragraph(), text, how)
            for run in paragraph.runs:
                run.font.size = Pt(10)


def ruled(document: WordDocument, rows: Rows, widths: Sequence[float], header: int = 0) -> Table:
    """A table with lines; its first `header` rows are repeated on every page."""
    table = document.add_table(len(rows), len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for index, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        if index < header:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Mm(width)
            put(cell.paragraphs[0], text, ALIGN.LEFT)
    return table


def merge(table: Table, top: int, left: int, bottom: int, right: int) -> None:
    """Makes the slots one cell with the text of the first."""
    text = table.cell(top, left).text
    cell = table.cell(top, left).merge(table.cell(bottom, right))
    for paragraph in cell.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    cell.paragraphs[0].text = text


def footnote(document: WordDocument, paragraph: Paragraph, text: str) -> None:
    """Hangs a footnote on the paragraph's end."""
    part = _footnotes(document)
    notes = parse_xml(part.blob)
    number = len(notes) - 1
    notes.append(parse_xml(NOTE.format(ns=nsdecls("w"), number=number, text=text)))
    part._blob = etree.tostring(notes)
    paragraph.add_run()._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))
    paragraph.runs[-1].font.superscript = True


def _footnotes(document: WordDocument) -> Part:
    for relation in document.part.rels.values():
        if relation.reltype == RT.FOOTNOTES:
            return relation.target_part
    name = PackURI("/word/footnotes.xml")
    part = Part(name, CT.WML_FOOTNOTES, SEPARATORS.encode(), document.part.package)
    document.part.relate_to(part, RT.FOOTNOTES)
    return part


def exact(rows: Sequence[_Row], millimetres: float) -> None:
    """Gives the rows a fixed height, so that the page's end falls where it shall."""
    for row in rows:
        row.height_rule, row.height = WD_ROW_HEIGHT_RULE.EXACTLY, Mm(millimetres)


def whole_rows(table: Table) -> None:
    """Lets no page's end cut a row."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def page_numbers(document: WordDocument, above: str = "", below: str = "") -> None:
    """A running head, the page's number under it, and a running foot."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    if above:
        put(head, above, ALIGN.CENTER)
        head = section.header.add_paragraph()
    head.alignment = ALIGN.CENTER
    head._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    if below:
        put(section.footer.paragraphs[0], below, ALIGN.RIGHT)


def head(document: WordDocument) -> None:
    """A letterhead."""
    columns(
        document,
        ["UBND TỈNH HẠ LAM", "**SỞ KHOA HỌC VÀ THƯ VIỆN**", "", "Số: 152/BC-SKHTV"],
        [
            "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**",
            "**Độc lập - Tự do - Hạnh phúc**",
            "",
            "Hạ Lam, ngày 05 tháng 6 năm 2020",
        ],
    )


def foot(document: WordDocument) -> None:
    """Who receives it and who signs."""
    columns(
        document,
        ["**Nơi nhận:**", "- Như trên;", "- Ban Thi đua - Khen thưởng tỉnh Hạ Lam (để báo cáo);", "- Lưu: VT, TCCB."],
        ["**KT. GIÁM ĐỐC**", "**PHÓ GIÁM ĐỐC**", "", "", "**Đỗ Thị Minh Ngân**"],
        ALIGN.LEFT,
    )

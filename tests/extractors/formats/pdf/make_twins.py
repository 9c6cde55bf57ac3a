"""Makes twins/: invented papers as DOCX, and the PDF that LibreOffice prints of each. Needs soffice and these fonts.

Run from the project's folder: python tests/extractors/formats/pdf/make_twins.py
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pikepdf
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
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

TWINS = Path(__file__).with_name("twins")
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


PROSE = (
    "Thực hiện Kế hoạch số 14/KH-KTĐ ngày 20 tháng 02 năm 2020 của Khối thi đua các cơ quan tham mưu tổng hợp và"
    " Công văn số 2328/SNV-TCCC ngày 12 tháng 3 năm 2020 của Sở Nội vụ tỉnh, đơn vị báo cáo kết quả như sau:"
)
LAW = (
    "Căn cứ Nghị định số 91/2017/NĐ-CP của Chính phủ, Quyết định số 1294/QĐ-UBND và Thông tư số 12/2019/TT-BNV"
    " ngày 04 tháng 11 năm 2019, đơn vị đã phát động 03 đợt thi đua, có 98,5% công chức đăng ký danh hiệu"
    " Lao động tiên tiến, 12 cá nhân được đề nghị tặng Giấy khen."
)


def prose() -> WordDocument:
    """Running text over pages: hyphens at lines' ends, footnotes' numbers come by hand, page numbers, running head."""
    document = paper()
    page_numbers(document, "BÁO CÁO THI ĐUA NĂM 2020", "Sở Khoa học và Thư viện")
    head(document)
    line(document, "**BÁO CÁO**", ALIGN.CENTER)
    line(document, "**Kết quả công tác thi đua, khen thưởng 6 tháng đầu năm 2020**", ALIGN.CENTER)
    line(document, PROSE)
    for part in range(1, 9):
        line(document, f"**{part}. Công tác chỉ đạo, điều hành đợt {part}**")
        footnote(document, line(document, LAW), f"Quyết định số {part}5/QĐ-KTĐ của Khối thi đua.")
        line(
            document, f"**Điều {part}.** Tiếp tục thực hiện nội dung thứ {part} theo Hướng dẫn số 45/HD-BTĐKT: " + PROSE
        )
        line(document, "- Phối hợp với Văn phòng UBND tỉnh, Sở Kế hoạch và Đầu tư tổ chức hội nghị;", indent=10)
        line(document, "- Tự chấm đạt 95,5/100 điểm./.", indent=10)
    foot(document)
    return document


def scores() -> WordDocument:
    """A score sheet over three pages: two rows of header repeated, merged cells, rows cut by the pages' ends."""
    document = paper()
    page_numbers(document)
    head(document)
    line(document, "**BẢNG TỰ CHẤM ĐIỂM**", ALIGN.CENTER)
    rows = [
        ["TT", "Nội dung tiêu chí", "Điểm", "Điểm", "Ghi chú"],
        ["TT", "Nội dung tiêu chí", "Điểm chuẩn", "Tự chấm", "Ghi chú"],
    ]
    for group in range(1, 5):
        rows.append([("I", "II", "III", "IV")[group - 1], f"NHÓM TIÊU CHÍ THỨ {group}", "25", "24,5", ""])
        for number in range(1, 8):
            name = f"Thực hiện nhiệm vụ thứ {number} của nhóm {group} theo Quyết định số {100 + number}/QĐ-UBND"
            more = " và hướng dẫn của cơ quan thường trực, bảo đảm đúng tiến độ, chất lượng" * (2 * number % 5)
            rows.append([f"{group}.{number}", name + more, "3", f"{2 + number / 10:.1f}".replace(".", ","), ""])
    rows.append(["TỔNG CỘNG", "TỔNG CỘNG", "100", "98", ""])
    table = ruled(document, rows, (13, 82, 20, 20, 30), header=2)
    for column in (0, 1, 4):
        merge(table, 0, column, 1, column)
    merge(table, 0, 2, 0, 3)
    merge(table, len(rows) - 1, 0, len(rows) - 1, 1)
    table.cell(2, 4).text = "Kèm theo Báo cáo số 152/BC-SKHTV"
    document.add_paragraph()
    foot(document)
    return document


def cut_note() -> WordDocument:
    """A note merged over many rows that the page's end cuts, and a total that stands alone on the last page."""
    document = paper()
    names = [f"Nội dung thi đua thứ {number}" for number in range(1, 51)]
    rows = [["TT", "Nội dung", "Điểm tối đa", "Điểm tự chấm", "Ghi chú"]]
    rows += [[str(n), name, "2", "1,5", "Khối chấm lại" if n == 17 else ""] for n, name in enumerate(names, 1)]
    rows.append(["Tổng cộng", "Tổng cộng", "100", "75", "Tổng cộng"])
    table = ruled(document, rows, (13, 72, 25, 25, 30), header=1)
    merge(table, 17, 4, 32, 4)
    merge(table, 51, 0, 51, 1)
    table.cell(51, 4).text = ""
    exact(table.rows, 10)
    return document


def landscape() -> WordDocument:
    """A wide table on its side with cells of several paragraphs."""
    document = paper()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    line(document, "**PHỤ LỤC**", ALIGN.CENTER)
    line(document, "(Kèm theo Báo cáo số 152/BC-SKHTV ngày 05 tháng 6 năm 2020)", ALIGN.CENTER)
    rows = [["TT", "Đơn vị", "Hình thức khen thưởng", "Số, ký hiệu quyết định", "Số lượng"]]
    for number in range(1, 26):
        rows.append(
            [
                str(number),
                f"Phòng chuyên môn số {number}",
                "Bằng khen của Chủ tịch UBND tỉnh",
                f"{1290 + number}/QĐ-UBND",
                "02",
            ]
        )
    table = ruled(document, rows, (15, 70, 80, 32, 40), header=1)
    cell = table.cell(1, 1)
    for text in ("- Tổ hành chính;", "- Tổ tổng hợp."):
        put(cell.add_paragraph(), text, ALIGN.LEFT)
    return document


def two_fonts() -> WordDocument:
    """A paper in a font without Vietnamese letters: these are drawn after the others."""
    document = paper("Liberation Sans Narrow")
    head(document)
    line(document, "**BÁO CÁO**", ALIGN.CENTER)
    line(document, "**Kết quả công tác thi đua, khen thưởng 6 tháng đầu năm 2020**", ALIGN.CENTER)
    line(document, PROSE)
    line(document, LAW)
    rows = [["TT", "Nội dung tiêu chí", "Điểm chuẩn", "Tự chấm"]]
    rows += [[f"{n}", f"Thực hiện nhiệm vụ thứ {n} được giao", "10", f"9,{n}"] for n in range(1, 9)]
    ruled(document, rows, (15, 90, 30, 30))
    return document


PAPERS: dict[str, Callable[[], WordDocument]] = {
    "prose": prose,
    "scores": scores,
    "cut-note": cut_note,
    "landscape": landscape,
    "two-fonts": two_fonts,
}


def main() -> None:
    """Writes every paper and its PDF; the PDF's streams are packed."""
    TWINS.mkdir(exist_ok=True)
    for name, made in PAPERS.items():
        made().save(str(TWINS / f"{name}.docx"))
    with tempfile.TemporaryDirectory() as profile:
        files = [str(TWINS / f"{name}.docx") for name in PAPERS]
        soffice = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
        subprocess.run([*soffice, "--convert-to", "pdf", "--outdir", str(TWINS), *files], check=True)
    for name in PAPERS:
        packed(TWINS / f"{name}.pdf")


def packed(path: Path) -> None:
    """Saves the PDF again, smaller."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)


if __name__ == "__main__":
    main()

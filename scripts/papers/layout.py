"""Page, styles and paragraphs as Nghị định 30/2020/NĐ-CP wants them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
LONG, SHORT = 297, 210
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15
WIDTH = SHORT - LEFT - RIGHT
WIDE = LONG - LEFT - RIGHT
INDENT = 12.7
TWIPS_A_MM = 56.6929

# id: (name in Word, points, bold, italic, alignment, first line indent mm, space before, space after)
STYLES = {
    "Motto1": ("Quốc hiệu", 12, True, False, ALIGN.CENTER, 0, 0, 0),
    "Motto2": ("Tiêu ngữ", 13, True, False, ALIGN.CENTER, 0, 0, 0),
    "Parent": ("Cơ quan chủ quản", 12, False, False, ALIGN.CENTER, 0, 0, 0),
    "Issuer": ("Cơ quan ban hành", 12, True, False, ALIGN.CENTER, 0, 0, 0),
    "Symbol": ("Số, ký hiệu", 13, False, False, ALIGN.CENTER, 0, 0, 0),
    "AboutLine": ("Về việc", 12, False, False, ALIGN.CENTER, 0, 6, 0),
    "PlaceDate": ("Địa danh, thời gian", 13, False, True, ALIGN.CENTER, 0, 0, 0),
    "Draft": ("Dự thảo", 13, True, False, ALIGN.CENTER, 0, 8, 0),
    "PaperType": ("Tên loại", 14, True, False, ALIGN.CENTER, 0, 14, 0),
    "Subject": ("Trích yếu", 14, True, False, ALIGN.CENTER, 0, 0, 0),
    "Addressee": ("Kính gửi", 14, False, False, ALIGN.CENTER, 0, 12, 6),
    "AddresseeList": ("Kính gửi nhiều nơi", 14, False, False, ALIGN.LEFT, 0, 2, 2),
    "Ground": ("Căn cứ", 14, False, True, ALIGN.JUSTIFY, INDENT, 6, 0),
    "BodyNd30": ("Lời văn", 14, False, False, ALIGN.JUSTIFY, INDENT, 6, 0),
    "Heading1Nd30": ("Mục", 14, True, False, ALIGN.JUSTIFY, INDENT, 10, 0),
    "Heading2Nd30": ("Khoản", 14, True, False, ALIGN.JUSTIFY, INDENT, 6, 0),
    "AnnexNumber": ("Phụ lục", 14, True, False, ALIGN.CENTER, 0, 0, 0),
    "AnnexTitle": ("Tên phụ lục", 14, True, False, ALIGN.CENTER, 0, 0, 0),
    "AnnexLink": ("Kèm theo", 13, False, True, ALIGN.CENTER, 0, 0, 0),
    "AnnexNote": ("Ghi chú phụ lục", 12, False, True, ALIGN.JUSTIFY, 0, 6, 0),
    "Picture": ("Hình", 13, False, False, ALIGN.CENTER, 0, 8, 0),
    "PictureTitle": ("Tên hình", 13, False, True, ALIGN.CENTER, 0, 2, 6),
    "Recipients": ("Nơi nhận", 12, True, True, ALIGN.LEFT, 0, 0, 0),
    "Recipient": ("Nơi nhận: danh sách", 11, False, False, ALIGN.LEFT, 0, 0, 0),
    "SignerTitle": ("Chức vụ người ký", 14, True, False, ALIGN.CENTER, 0, 0, 0),
    "SignerName": ("Họ tên người ký", 14, True, False, ALIGN.CENTER, 0, 0, 0),
    "Cell": ("Ô bảng", 12, False, False, ALIGN.LEFT, 0, 1, 1),
    "CellCentre": ("Ô bảng giữa", 12, False, False, ALIGN.CENTER, 0, 1, 1),
    "CellHead": ("Tiêu đề bảng", 12, True, False, ALIGN.CENTER, 0, 2, 2),
    "CellGroup": ("Nhóm trong bảng", 12, True, False, ALIGN.LEFT, 0, 2, 2),
    "SmallCell": ("Ô bảng nhỏ", 11, False, False, ALIGN.LEFT, 0, 1, 1),
    "SmallCentre": ("Ô bảng nhỏ giữa", 11, False, False, ALIGN.CENTER, 0, 1, 1),
    "SmallHead": ("Tiêu đề bảng nhỏ", 11, True, False, ALIGN.CENTER, 0, 1, 1),
}
LINES = {"LineFull": "Kẻ bằng chữ trên", "LineShort": "Kẻ ngắn dưới chữ"}
_NAMES = {identity: row[0] for identity, row in STYLES.items()} | LINES
_KEPT_WITH_NEXT = {"Heading1Nd30", "Heading2Nd30", "AnnexNumber", "AnnexTitle", "AnnexLink", "CellGroup", "Picture"}
_PROSE = {"BodyNd30", "Ground", "Heading1Nd30", "Heading2Nd30"}


def new_paper() -> DocxDocument:
    """An empty A4 paper with all styles, margins and page numbers."""
    document = Document()
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.style_id != "TableNormal":
            style.element.getparent().remove(style.element)
    normal: Any = document.styles["Normal"]
    _look(normal, 14, bold=False, italic=False)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.widow_control = True
    for identity, row in STYLES.items():
        _add_style(document, identity, *row)
    for identity, name in LINES.items():
        _add_line_style(document, identity, name)
    set_page(document.sections[0])
    number_pages(document.sections[0])
    return document


def _look(style: Any, size: float, *, bold: bool, italic: bool) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.bold, style.font.italic = bold, italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    style.element.get_or_add_rPr().append(language)


def _add_style(
    document: DocxDocument,
    identity: str,
    name: str,
    size: float,
    bold: bool,  # noqa: FBT001
    italic: bool,  # noqa: FBT001
    align: ALIGN,
    first: float,
    before: float,
    after: float,
) -> Any:
    style: Any = document.styles.add_style(identity, WD_STYLE_TYPE.PARAGRAPH)
    style.element.find(qn("w:name")).set(qn("w:val"), name)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _look(style, size, bold=bold, italic=italic)
    shape = style.paragraph_format
    shape.alignment, shape.first_line_indent = align, Mm(first)
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = 1.15 if identity in _PROSE else 1.0
    shape.keep_with_next = identity in _KEPT_WITH_NEXT
    return style


def _add_line_style(document: DocxDocument, identity: str, name: str) -> None:
    style = _add_style(
        document, identity, name, 2, bold=False, italic=False, align=ALIGN.CENTER, first=0, before=1, after=0
    )
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    style.paragraph_format.line_spacing = Pt(4)
    style.element.get_or_add_pPr().append(_borders("top"))


def _borders(*sides: str) -> Any:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    return borders


def set_page(section: Any, *, landscape: bool = False) -> None:
    """A4, margins, page 1 without a number."""
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    width, height = (LONG, SHORT) if landscape else (SHORT, LONG)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True


def number_pages(section: Any) -> None:
    """The page number, centred in the top margin, 13 points."""
    paragraph = section.header.paragraphs[0]
    paragraph.style = "Normal"
    paragraph.alignment = ALIGN.CENTER
    run = paragraph.add_run()
    run.font.size = Pt(13)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001


def new_section(document: DocxDocument, *, landscape: bool = False) -> None:
    """A new page with its own page numbers: each annex counts for itself."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _shrink(document.element.body)
    set_page(section, landscape=landscape)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    old = section._sectPr.find(qn("w:pgNumType"))  # noqa: SLF001
    if old is None:
        section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")  # noqa: SLF001


def _shrink(body: Any) -> None:
    """Makes the paragraph that ends the section before too small to ask for a page of its own."""
    properties = body.findall(f"{qn('w:p')}/{qn('w:pPr')}/{qn('w:sectPr')}")[-1].getparent()
    spacing = OxmlElement("w:spacing")
    for key, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(qn(f"w:{key}"), value)
    properties.insert(0, spacing)


def put(container: Any, style: str, text: str) -> Paragraph:
    """A paragraph at the container's end: the document, or a cell whose first paragraph is still free."""
    paragraphs = container.paragraphs
    free = hasattr(container, "_tc") and len(paragraphs) == 1 and not paragraphs[0].text
    free = free and not container.tables and paragraphs[0].style.style_id == "Normal"
    paragraph: Paragraph = paragraphs[0] if free else container.add_paragraph()
    paragraph.style = _NAMES[style]
    if text:
        paragraph.add_run(text)
    return paragraph


def put_all(container: Any, *rows: tuple[str, str]) -> None:
    """Several paragraphs: (style, text) each."""
    for style, text in rows:
        put(container, style, text)


def boxed(paragraph: Paragraph, side: float) -> None:
    """A box around the paragraph, `side` mm free at each side."""
    shape = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    shape.insert_element_before(
        _borders("top", "left", "bottom", "right"), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)


def plain_table(document: Any, widths: Sequence[float], rows: int) -> Any:
    """A table without lines, for head and signature; widths in mm."""
    table = document.add_table(rows, len(widths))
    table.autofit = False
    _properties(table, widths, margin=0)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return table


def _properties(table: Any, widths: Sequence[float], margin: int) -> None:
    properties = table._tbl.tblPr  # noqa: SLF001
    for old in properties.findall(qn("w:tblW")):
        properties.remove(old)
    whole = OxmlElement("w:tblW")
    whole.set(qn("w:w"), str(round(sum(widths) * TWIPS_A_MM)))
    whole.set(qn("w:type"), "dxa")
    properties.insert_element_before(whole, "w:jc", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(margin))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties.insert_element_before(margins, "w:tblLook")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)


def ruled_table(document: Any, widths: Sequence[float], rows: int, heads: int = 1) -> Any:
    """A table with lines; its first `heads` rows repeat on each page and no row breaks across pages."""
    table = document.add_table(rows, len(widths))
    table.autofit = False
    _properties(table, widths, margin=60)
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000")):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    table._tbl.tblPr.insert_element_before(borders, "w:tblLayout", "w:tblCellMar", "w:tblLook")  # noqa: SLF001
    for index, row in enumerate(table.rows):
        keep_row_whole(row, repeated=index < heads)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
            cell.vertical_alignment = 1
    return table


def spread(table: Any, width: float) -> None:
    """Makes the table that wide, in mm, whatever its columns in the template add up to: rendering shares it out."""
    table._tbl.tblPr.find(qn("w:tblW")).set(qn("w:w"), str(round(width * TWIPS_A_MM)))  # noqa: SLF001


def keep_row_whole(row: Any, *, repeated: bool) -> None:
    """The row stays on one page; a header row is repeated."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(OxmlElement("w:cantSplit"))
    if repeated:
        properties.append(OxmlElement("w:tblHeader"))

"""The styles of a paper as Nghị định 30/2020 sets them."""

from __future__ import annotations

from typing import Any

from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FONT = "Times New Roman"
INDENT = 12.7
"""Of a first line, in millimetres."""

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
NAMES = {identity: row[0] for identity, row in STYLES.items()} | LINES
_KEPT_WITH_NEXT = {"Heading1Nd30", "Heading2Nd30", "AnnexNumber", "AnnexTitle", "AnnexLink", "CellGroup", "Picture"}
_PROSE = {"BodyNd30", "Ground", "Heading1Nd30", "Heading2Nd30"}


def look(style: Any, size: float, *, bold: bool, italic: bool) -> None:
    """Sets font, size in points, weight and language."""
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


def add_style(
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
    """The new style; lengths as in STYLES."""
    style: Any = document.styles.add_style(identity, WD_STYLE_TYPE.PARAGRAPH)
    style.element.find(qn("w:name")).set(qn("w:val"), name)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    look(style, size, bold=bold, italic=italic)
    shape = style.paragraph_format
    shape.alignment, shape.first_line_indent = align, Mm(first)
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = 1.15 if identity in _PROSE else 1.0
    shape.keep_with_next = identity in _KEPT_WITH_NEXT
    return style


def add_line_style(document: DocxDocument, identity: str, name: str) -> None:
    """The style of an empty paragraph that is nothing but a drawn line."""
    style = add_style(
        document, identity, name, 2, bold=False, italic=False, align=ALIGN.CENTER, first=0, before=1, after=0
    )
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    style.paragraph_format.line_spacing = Pt(4)
    style.element.get_or_add_pPr().append(paragraph_borders("top"))


def paragraph_borders(*sides: str) -> Any:
    """Thin lines at these sides."""
    borders = OxmlElement("w:pBdr")
    for side in sides:
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    return borders

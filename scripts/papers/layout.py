"""Page and paragraphs as Nghị định 30/2020/NĐ-CP wants them."""

from __future__ import annotations

from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from scripts.papers.styles import LINES, NAMES, STYLES, add_line_style, add_style, look, paragraph_borders

LONG, SHORT = 297, 210
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15
WIDTH = SHORT - LEFT - RIGHT
WIDE = LONG - LEFT - RIGHT


def new_paper() -> DocxDocument:
    """An empty A4 paper with all styles, margins and page numbers."""
    document = Document()
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.style_id != "TableNormal":
            style.element.getparent().remove(style.element)
    normal: Any = document.styles["Normal"]
    look(normal, 14, bold=False, italic=False)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.widow_control = True
    for identity, row in STYLES.items():
        add_style(document, identity, *row)
    for identity, name in LINES.items():
        add_line_style(document, identity, name)
    set_page(document.sections[0])
    number_pages(document.sections[0])
    return document


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
    paragraph.style = NAMES[style]
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
        paragraph_borders("top", "left", "bottom", "right"), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)

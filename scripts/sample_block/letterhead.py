"""The letterhead of a sample: a table, tabs or runs of spaces; a text box over the number."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from scripts.sample_block.page import bare_table, line, put
from scripts.sample_block.records import Paper

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")

PLACE = "Cao Bằng"


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


HEADS = {"table": _table_head, "tabs": _tabs_head, "spaces": _spaces_head}

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

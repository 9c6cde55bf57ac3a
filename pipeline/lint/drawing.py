"""Lines drawn under texts: paragraph borders, shapes, rows of underscores."""

from __future__ import annotations

import re

from docx.oxml.ns import qn
from lxml import etree

from pipeline.typography import text_width

_EMU_A_POINT = 12700
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_LINES = {"line", "straightConnector1"}

# "_______", "———", "--------"
_RULED = re.compile(r"\s*[_\-–—]{3,}\s*")
# position:absolute;width:93.5pt
_WIDTH = re.compile(r"(?:^|;)\s*width:\s*([0-9.]+)pt")
# 103.5pt,2pt
_FROM_TO = re.compile(r"^\s*(-?[0-9.]+)(pt)?")


def line_in(
    paragraph: etree._Element, properties: list[etree._Element], text: str, look: tuple[float, bool], room: float
) -> float | None:
    """Width in points of the line that the paragraph draws, 0 where the file does not say; None where it draws none.

    `properties` are the paragraph's own and its styles'; `look` is size and weight of its text; `room` its width.
    """
    if _RULED.fullmatch(text):
        return text_width(text.strip(), look[0], bold=look[1])
    shape = _shape(paragraph)
    return shape if shape is not None else _border(properties, room)


def _shape(paragraph: etree._Element) -> float | None:
    for geometry in paragraph.iter(f"{_DRAWING}prstGeom"):
        if geometry.get("prst") in _LINES:
            frame = geometry.getparent()
            size = frame.find(f"{_DRAWING}xfrm/{_DRAWING}ext") if frame is not None else None
            return int(size.get("cx") or 0) / _EMU_A_POINT if size is not None else 0.0
    for line in paragraph.iter(f"{_VML}line"):
        ends = [_FROM_TO.match(line.get(side) or "") for side in ("from", "to")]
        both = [float(end[1]) for end in ends if end]
        return abs(both[1] - both[0]) if len(both) == 2 else 0.0
    for shape in paragraph.iter(f"{_VML}shape"):
        if (shape.get("type") or "").endswith("_t32"):
            width = _WIDTH.search(shape.get("style") or "")
            return float(width[1]) if width else 0.0
    return None


def _border(properties: list[etree._Element], room: float) -> float | None:
    borders = next((b for p in properties if (b := p.find(qn("w:pBdr"))) is not None), None)
    if borders is None or _edge(borders, "left"):
        return None
    if not (_edge(borders, "top") or _edge(borders, "bottom")):
        return None
    indents = [i for p in properties if (i := p.find(qn("w:ind"))) is not None]
    sides = [
        next((float(i.get(qn(f"w:{s}")) or 0) for i in indents if i.get(qn(f"w:{s}"))), 0.0) for s in ("left", "right")
    ]
    return max(0.0, room - sum(sides) / 20)


def _edge(borders: etree._Element, side: str) -> bool:
    edge = borders.find(qn(f"w:{side}"))
    return edge is not None and edge.get(qn("w:val")) not in ("none", "nil", None)

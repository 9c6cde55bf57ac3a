"""Tables of a paper: with lines, and without for head and signature; widths in mm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

TWIPS_A_MM = 56.6929


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

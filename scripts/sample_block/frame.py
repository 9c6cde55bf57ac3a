"""The sample's frame: block file, plan and criteria."""

from __future__ import annotations

import copy
from typing import Any

from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from scripts.sample_block import block, letterhead, page, sheets, writer
from scripts.sample_block.records import Unit

PLAN_SUBJECT = "Công tác thi đua, khen thưởng năm 2020"
PLAN_HEADINGS = (("TT", "Nội dung công việc", "Đơn vị thực hiện"),)
_PLAN_WIDTHS = (12, 88, 65)
_CUTS = (3, 12)
"""The rows before which the plan's table is cut in two, as Word users do at the end of a page."""


def block_file() -> str:
    """khoi.toml of the sample block."""
    head = f"""# Khối thi đua mẫu: đơn vị, con người và văn bản đều là giả định.
[block]
name = "{block.NAME}"
province = "{block.PROVINCE}"
year = 2020
leader = "{block.SXD.id}"
deputies = ["{block.SNN.id}"]

[plan]
file = "ke-hoach.docx"
[plan.due]
"7" = 2020-06-15

[criteria]
file = "tieu-chi.docx"
"""
    return head + "".join(_unit(unit) for unit in block.UNITS)


def _unit(unit: Unit) -> str:
    aliases = ", ".join(f'"{alias}"' for alias in unit.aliases)
    return f"""
[[units]]
id = "{unit.id}"
name = "{unit.name}"
aliases = [{aliases}]
code = "{unit.code}"
"""


def plan() -> bytes:
    """The year's plan: quarters as rows, number 11 twice, number and day blank, its table cut in three."""
    document = page.blank()
    issuer = ("KHỐI THI ĐUA CÁC CƠ QUAN", "KINH TẾ - KỸ THUẬT")
    day = f"{block.PROVINCE}, ngày      tháng 4 năm 2020"
    letterhead.head_table(document, block.COUNCIL, issuer, ["Số:      /KH-KTĐ"], day)
    page.line(document, "KẾ HOẠCH", bold=True, align=ALIGN.CENTER)
    page.line(document, PLAN_SUBJECT, bold=True, align=ALIGN.CENTER)
    page.line(document, "_" * 12, align=ALIGN.CENTER)
    ground = "Căn cứ Kế hoạch số 36/KH-UBND ngày 16 tháng 01 năm 2020 của Ủy ban nhân dân tỉnh về công tác thi đua;"
    page.line(document, ground, italic=True, align=ALIGN.JUSTIFY)
    page.line(document, f"{block.NAME} xây dựng kế hoạch năm 2020 như sau:", align=ALIGN.JUSTIFY)
    page.line(document, "I. NỘI DUNG, THỜI GIAN THỰC HIỆN", bold=True)
    _plan_table(document)
    page.line(document, "II. TỔ CHỨC THỰC HIỆN", bold=True)
    last = "Các đơn vị trong Khối căn cứ Kế hoạch này tổ chức thực hiện, gửi báo cáo về Trưởng khối đúng thời gian./."
    page.line(document, last, align=ALIGN.JUSTIFY)
    page.line(document, "")
    recipients = ("Ban TĐKT, Sở Nội vụ", "Các đơn vị trong Khối TĐ", "Lưu: VT, VP")
    writer.foot(document, recipients, ("TRƯỞNG KHỐI", "GIÁM ĐỐC SỞ XÂY DỰNG"), block.SXD.signer_name)
    return page.finished(document, PLAN_SUBJECT)


def _plan_table(document: DocxDocument) -> None:
    rows = [row for quarter, tasks in block.PLAN for row in ((quarter, "<", "<"), *tasks)]
    table = sheets.ruled(document, PLAN_HEADINGS, rows, _PLAN_WIDTHS)
    for index, texts in enumerate(rows, 1):
        if texts[1] == "<":
            table.cell(index, 0).merge(table.cell(index, 2))
            writer_cell: Any = table.cell(index, 0)
            for paragraph in writer_cell.paragraphs[1:]:
                paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001
    for cut in reversed(_CUTS):
        _cut(document, table, cut)


def _cut(document: DocxDocument, table: Any, first: int) -> None:
    """Moves the rows from `first` on to a table of their own below, an empty paragraph between."""
    old = table._tbl  # noqa: SLF001
    rows = old.findall("w:tr", old.nsmap)[first:]
    new = copy.deepcopy(old)
    for row in new.findall("w:tr", new.nsmap)[:first]:
        new.remove(row)
    for row in rows:
        old.remove(row)
    old.addnext(new)
    old.addnext(document.add_paragraph()._p)  # noqa: SLF001


def criteria() -> bytes:
    """The block's own score sheet."""
    document = page.blank()
    page.line(document, "BẢNG TIÊU CHÍ CHẤM ĐIỂM THI ĐUA NĂM 2020", bold=True, align=ALIGN.CENTER)
    page.line(document, block.NAME, bold=True, align=ALIGN.CENTER)
    page.line(document, "(Kèm theo Quy chế hoạt động của Khối năm 2020)", italic=True, align=ALIGN.CENTER)
    rows = [(*row, "") for group, children in block.CRITERIA for row in (group, *children)]
    rows.append(("", "Tổng cộng", block.TOTAL, ""))
    headings = (("TT", "Nội dung tiêu chí", "Điểm tối đa", "Ghi chú"),)
    sheets.ruled(document, headings, rows, (12, 105, 24, 24))
    return page.finished(document, "Bảng tiêu chí")

"""The templates of the score tables and of the register."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from scripts.papers import annexes
from scripts.papers.grids import ruled_table, spread
from scripts.papers.layout import WIDE, new_paper, new_section, put, put_all
from scripts.papers.parts import Column, put_head, put_rows, put_signature, put_title, tag_row
from scripts.papers.sections import BODY, IN_YEAR_REPORT, put_draft_note, put_scores

REGISTER_COLUMNS = (
    Column("Ngày đến", 22, "{{ row.received }}", centred=True),
    Column("Số đến", 13, "{{ row.no }}", centred=True),
    Column("Tác giả", 36, "{{ row.author }}"),
    Column("Số, ký hiệu", 29, "{{ row.number }}", centred=True),
    Column("Ngày tháng", 22, "{{ row.date }}", centred=True),
    Column("Tên loại và trích yếu nội dung", 56, "{{ row.title }}"),
    Column("Đơn vị hoặc người nhận", 20, ""),
    Column("Ngày chuyển", 15, ""),
    Column("Ký nhận", 13, ""),
    Column("Ghi chú", 26, "{{ row.note }}"),
)


def register() -> DocxDocument:
    """Sổ đăng ký văn bản đến."""
    document = new_paper()
    document.sections[0].orientation, document.sections[0].page_width, document.sections[0].page_height = (
        1,
        document.sections[0].page_height,
        document.sections[0].page_width,
    )
    put_title(document, "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", "{{ block.name }} – năm {{ block.year }}")
    put(document, BODY, "")
    put_rows(document, "row in rows", REGISTER_COLUMNS, small=True)
    return document


def scores() -> DocxDocument:
    """Bảng tổng hợp điểm: overview in portrait, groups and criteria in landscape."""
    document = new_paper()
    put_head(document)
    put_title(document, "BẢNG TỔNG HỢP ĐIỂM", "Thi đua năm {{ block.year }} của {{ block.name }}")
    put_draft_note(document, IN_YEAR_REPORT)
    put_scores(document, "các bảng sau")
    put_signature(document, "{{ signer }}", ("- Các đơn vị thành viên;", "- Lưu: VT, {{ head.code }}."))
    new_section(document, landscape=True)
    put_title(document, "ĐIỂM THEO NHÓM TIÊU CHÍ", "Năm {{ block.year }}")
    annexes.score_grid(document)
    put_all(
        document, ("AnnexNote", "Ghi chú: TC là điểm đơn vị tự chấm; KC là điểm Khối chấm; CL là chênh lệch (KC - TC).")
    )
    new_section(document, landscape=True)
    put_title(document, "ĐIỂM TỰ CHẤM THEO TỪNG TIÊU CHÍ", "Năm {{ block.year }}")
    _criteria_grid(document)
    annexes.put_sources(document, "")
    return document


def _criteria_grid(document: DocxDocument) -> None:
    """Criteria down, units across: the units' columns repeat."""
    table = ruled_table(document, (13, 70, 13, 1, 15, 1), 4)
    spread(table, WIDE)
    head = ("Mã", "Tiêu chí", "Tối đa", "{%tc for unit in units %}", "{{ unit.name }}", "{%tc endfor %}")
    row = (
        "{{ row.code }}",
        "{{ row.name }}",
        "{{ row.max }}",
        "{%tc for mark in row.marks %}",
        "{{ mark.self }}",
        "{%tc endfor %}",
    )
    for index, (title, value) in enumerate(zip(head, row, strict=True)):
        put(table.rows[0].cells[index], "SmallHead", title)
        put(table.rows[2].cells[index], "SmallCell" if index == 1 else "SmallCentre", value)
    tag_row(table, 1, "{%tr for row in criteria %}")
    tag_row(table, 3, "{%tr endfor %}")

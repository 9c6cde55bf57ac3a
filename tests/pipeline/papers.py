"""A small invented block: its plan, its criteria and its reports, written with python-docx."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from docx import Document

BLOCK_FILE = """
[block]
name = "Khối thi đua số 5"
province = "Lâm Sơn"
year = 2022
leader = "syt"
deputies = ["sct"]

[plan]
file = "ke-hoach.docx"

[criteria]
file = "tieu-chi.docx"

[[units]]
id = "syt"
name = "Sở Y tế"
code = "SYT"

[[units]]
id = "sct"
name = "Sở Công Thương"
code = "SCT"

[[units]]
id = "stnmt"
name = "Sở Tài nguyên và Môi trường"
aliases = ["Sở TN&MT"]
code = "STNMT"
"""

LONG_AGO = 1_600_000_000
"""When the files of an inbox were last written, in seconds: none of them is still being copied."""

GOOD = ("55", "38", "17", "36,5", "22", "14,5")
"""Own scores whose sums hold: 91,5 in all."""

TASKS = (
    ("QUÝ II",),
    (
        "1",
        "Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2022 của các đơn vị",
        "- Các đơn vị trong Khối",
    ),
    ("QUÝ IV",),
    (
        "2",
        "Báo cáo tổng kết công tác thi đua, khen thưởng năm 2022; tự chấm điểm của đơn vị",
        "- Các đơn vị trong Khối",
    ),
)

CRITERIA = (
    ("I", "Thực hiện nhiệm vụ chuyên môn", "60"),
    ("1", "Hoàn thành chương trình công tác năm", "40"),
    ("2", "Cải cách hành chính", "20"),
    ("II", "Công tác thi đua, khen thưởng", "40"),
    ("1", "Tổ chức phong trào thi đua", "25"),
    ("2", "Thông tin, báo cáo đúng hạn", "15"),
)


def write_workspace(root: Path) -> Path:
    """A workspace with plan and criteria and an empty inbox."""
    (root / "inbox").mkdir(parents=True)
    (root / "khoi.toml").write_text(BLOCK_FILE, encoding="utf-8")
    write_plan(root / "ke-hoach.docx")
    write_criteria(root / "tieu-chi.docx")
    return root


def aged(root: Path) -> Path:
    """The workspace, with every file of its inbox written long ago: a broken one is not waited for."""
    for path in (root / "inbox").rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO), follow_symlinks=False)
    return root


def write_plan(path: Path) -> None:
    """The block's plan: quarters as rows, three columns."""
    document = Document()
    _head(
        document, ("UBND TỈNH LÂM SƠN", "KHỐI THI ĐUA SỐ 5"), "Số:      /KH-KTĐ", "Lâm Sơn, ngày      tháng 3 năm 2022"
    )
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Công tác thi đua, khen thưởng năm 2022")
    _table(document, (("TT", "Nội dung công việc", "Đơn vị thực hiện"), *TASKS))
    document.save(str(path))


def write_criteria(path: Path) -> None:
    """The block's score sheet of 100 points."""
    document = Document()
    document.add_paragraph("BẢNG TIÊU CHÍ CHẤM ĐIỂM THI ĐUA NĂM 2022")
    _table(document, (("TT", "Nội dung", "Điểm chuẩn"), *CRITERIA, ("", "Tổng cộng", "100")))
    document.save(str(path))


def write_year_report(path: Path, unit: str, number: str, day: str, scores: Sequence[str], total: str) -> None:
    """A unit's year report with its score sheet; `day` as "20 tháng 12 năm 2022"."""
    document = Document()
    _head(document, ("UBND TỈNH LÂM SƠN", unit.upper()), f"Số: {number}", f"Lâm Sơn, ngày {day}")
    document.add_paragraph("BÁO CÁO")
    document.add_paragraph("Tổng kết công tác thi đua, khen thưởng năm 2022")
    document.add_paragraph("I. KẾT QUẢ THỰC HIỆN")
    document.add_paragraph(f"{unit} đã hoàn thành các nhiệm vụ được giao trong năm 2022.")
    document.add_paragraph(f"{unit} tự chấm {total} điểm.")
    document.add_paragraph("Trên đây là báo cáo tổng kết công tác thi đua, khen thưởng năm 2022./.")
    _signature(document)
    rows = [(*row, score) for row, score in zip(CRITERIA, scores, strict=True)]
    head = ("TT", "Nội dung", "Điểm chuẩn", "Tự chấm")
    _table(document, (head, *rows, ("", "Tổng cộng", "100", total)))
    document.save(str(path))


def _head(document, agencies: tuple[str, str], number: str, date_line: str) -> None:
    cells = document.add_table(rows=2, cols=2).rows
    cells[0].cells[0].text = "\n".join(agencies)
    cells[0].cells[1].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    cells[1].cells[0].text = number
    cells[1].cells[1].text = date_line


def _signature(document) -> None:
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    cells[1].text = "GIÁM ĐỐC\n\n\nLê Văn Thử"


def _table(document, rows: Sequence[Sequence[str]]) -> None:
    width = max(len(row) for row in rows)
    table = document.add_table(rows=0, cols=width, style="Table Grid")
    for row in rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1])
        for cell, text in zip(cells, row, strict=False):
            cell.text = text

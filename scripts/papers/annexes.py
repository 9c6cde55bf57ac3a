"""The annexes of the period reports."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from scripts.papers.grids import ruled_table, spread
from scripts.papers.layout import WIDE, put, put_all
from scripts.papers.parts import Column, put_annex, put_picture, put_rows, tag_row


def put_receipts(document: DocxDocument, number: str) -> None:
    """Who reported, when, and whether in time."""
    put_annex(document, number, "DANH SÁCH BÁO CÁO CỦA CÁC ĐƠN VỊ")
    put_rows(
        document,
        "row in receipts",
        (
            Column("TT", 10, "{{ row.no }}", centred=True),
            Column("Đơn vị", 41, "{{ row.unit }}"),
            Column("Số, ký hiệu", 28, "{{ row.number }}", centred=True),
            Column("Ngày văn bản", 21, "{{ row.date }}", centred=True),
            Column("Ngày nhận", 21, "{{ row.received }}", centred=True),
            Column("Tình trạng", 22, "{{ row.state }}", centred=True),
            Column("Hạn gửi", 22, "{{ row.note }}", centred=True),
        ),
        small=True,
    )


def put_awards(document: DocxDocument, number: str) -> None:
    """Awards by unit, each with its sum."""
    put_annex(document, number, "TỔNG HỢP KẾT QUẢ KHEN THƯỞNG THEO ĐƠN VỊ")
    table = ruled_table(document, (12, 75, 26, 26, 26), 8)
    for cell, title in zip(
        table.rows[0].cells, ("TT", "Danh hiệu, hình thức/Đơn vị", "Đăng ký", "Đề nghị", "Được tặng"), strict=True
    ):
        put(cell, "CellHead", title)
    tag_row(table, 1, "{%tr for group in award_groups %}")
    _award_row(table.rows[2], "", "{{ group.award }}", "group", bold=True)
    tag_row(table, 3, "{%tr for row in group.rows %}")
    _award_row(table.rows[4], "{{ row.no }}", "{{ row.unit }}", "row", bold=False)
    tag_row(table, 5, "{%tr endfor %}")
    tag_row(table, 6, "{%tr endfor %}")
    table._tbl.remove(table.rows[7]._tr)  # noqa: SLF001
    put(
        document,
        "AnnexNote",
        "Ghi chú: Số in đậm là số cộng của các đơn vị có số liệu chắc chắn. Ô trống là báo cáo không nêu. "
        "Số ước lượng, số lượt và số chưa kiểm tra không được cộng.",
    )


def _award_row(row: object, number: str, name: str, item: str, *, bold: bool) -> None:
    cells = row.cells  # type: ignore[attr-defined]
    centre, left = ("CellHead", "CellGroup") if bold else ("CellCentre", "Cell")
    put(cells[0], centre, number)
    put(cells[1], left, name)
    for cell, stage in zip(cells[2:], ("registered", "proposed", "granted"), strict=True):
        put(cell, centre, f"{{{{ {item}.{stage} }}}}")


def put_scores(document: DocxDocument, number: str) -> None:
    """Units × groups: own score, the block's, the difference."""
    put_annex(document, number, "BẢNG TỔNG HỢP ĐIỂM THI ĐUA", landscape=True)
    score_grid(document)
    put_all(
        document,
        (
            "AnnexNote",
            (
                "Ghi chú: TC là điểm đơn vị tự chấm; KC là điểm Khối chấm; CL là chênh lệch (KC - TC). "
                "{% for group in scores.groups %}{{ group.code }}: {{ group.name }} ({{ group.max }} điểm)"
                "{% if loop.last %}.{% else %}; {% endif %}{% endfor %}"
            ),
        ),
    )


def score_grid(document: DocxDocument) -> None:
    """The table itself: its groups' columns repeat with the block's criteria, and all share the page's width."""
    part, whole = 11.0, 15.0
    table = ruled_table(document, (9, 42, 1, part, part, part, 1, whole, whole, whole, 20), 5, heads=2)
    spread(table, WIDE)
    top, below, loop, row, end = table.rows
    titles = ("TT", "Đơn vị", "{%tc for group in scores.groups %}", "{{ group.code }}", "", "", "{%tc endfor %}")
    for cell, title in zip(top.cells, (*titles, "Tổng điểm", "", "", "Xếp hạng"), strict=True):
        put(cell, "SmallHead", title)
    marks = ("", "", "{%tc for group in scores.groups %}", "TC", "KC", "CL", "{%tc endfor %}", "TC", "KC", "CL", "")
    for cell, title in zip(below.cells, marks, strict=True):
        put(cell, "SmallHead", title)
    values = (
        "{{ row.no }}",
        "{{ row.unit }}",
        "{%tc for group in row.groups %}",
        "{{ group.self }}",
        "{{ group.block }}",
        "{{ group.difference }}",
        "{%tc endfor %}",
        "{{ row.total_self }}",
        "{{ row.total_block }}",
        "{{ row.difference }}",
        "{{ row.rank }}",
    )
    for index, (cell, value) in enumerate(zip(row.cells, values, strict=True)):
        put(cell, "SmallCell" if index == 1 else "SmallCentre", value)
    put(loop.cells[0], "Cell", "{%tr for row in scores.rows %}")
    put(end.cells[0], "Cell", "{%tr endfor %}")
    for column in (0, 1, 10):
        top.cells[column].merge(below.cells[column])
    top.cells[3].merge(top.cells[5])
    top.cells[7].merge(top.cells[9])


def put_tasks(document: DocxDocument, number: str) -> None:
    """The plan's tasks against what came."""
    put_annex(document, number, "ĐỐI CHIẾU VIỆC THỰC HIỆN KẾ HOẠCH CỦA {{ block.short|upper }}", landscape=True)
    put_rows(
        document,
        "row in tasks",
        (
            Column("TT", 11, "{{ row.no }}", centred=True),
            Column("Nội dung công việc", 105, "{{ row.content }}"),
            Column("Thời gian", 27, "{{ row.time }}", centred=True),
            Column("Đơn vị thực hiện", 40, "{{ row.units }}"),
            Column("Kết quả", 28, "{{ row.outcome }}", centred=True),
            Column("Chi tiết", 41, "{{ row.detail }}"),
        ),
        small=True,
    )
    put_picture(document, "timeliness_chart", "Biểu đồ tình hình thực hiện từng nội dung (số đơn vị)")


def put_open_points(document: DocxDocument, number: str) -> None:
    """What units have to confirm, and the figures in review."""
    put_annex(document, number, "NỘI DUNG CẦN ĐƠN VỊ XÁC NHẬN")
    _put_findings(document)
    _put_reviews(document)


def _put_findings(document: DocxDocument) -> None:
    put_all(
        document,
        ("Heading2Nd30", "1. Nội dung phát hiện khi kiểm tra, đối chiếu"),
        ("BodyNd30", "{%p if not findings %}"),
        ("BodyNd30", "Không có."),
        ("BodyNd30", "{%p else %}"),
    )
    put_rows(
        document,
        "row in findings",
        (
            Column("TT", 10, "{{ row.no }}", centred=True),
            Column("Đơn vị", 34, "{{ row.unit }}"),
            Column("Nội dung", 70, "{{ row.message }}"),
            Column("Mức độ", 20, "{{ row.severity }}", centred=True),
            Column("Ý kiến của đơn vị", 31, ""),
        ),
        small=True,
    )
    put(document, "BodyNd30", "{%p endif %}")


def _put_reviews(document: DocxDocument) -> None:
    put_all(
        document,
        ("Heading2Nd30", "2. Số liệu cần kiểm tra"),
        ("BodyNd30", "{%p if not reviews %}"),
        ("BodyNd30", "Không có."),
        ("BodyNd30", "{%p else %}"),
    )
    put_rows(
        document,
        "row in reviews",
        (
            Column("TT", 10, "{{ row.no }}", centred=True),
            Column("Số liệu", 58, "{{ row.label }}"),
            Column("Giá trị đọc được", 35, "{{ row.value }}"),
            Column("Tệp", 35, "{{ row.file }}"),
            Column("Giá trị đúng", 27, ""),
        ),
        small=True,
    )
    put(document, "BodyNd30", "{%p endif %}")


def put_sources(document: DocxDocument, number: str) -> None:
    """Every figure's source."""
    put_annex(document, number, "NGUỒN SỐ LIỆU")
    put(document, "Heading2Nd30", "1. Số liệu nêu trong văn bản của đơn vị")
    table = ruled_table(document, (50, 23, 40, 52), 7)
    for cell, title in zip(table.rows[0].cells, ("Số liệu", "Giá trị", "Vị trí trong tệp", "Nguyên văn"), strict=True):
        put(cell, "SmallHead", title)
    tag_row(table, 1, "{%tr for group in source_groups %}")
    merged = table.rows[2].cells[0].merge(table.rows[2].cells[3])
    put(merged, "SmallCell", "{{ group.title }}").runs[0].font.bold = True
    tag_row(table, 3, "{%tr for row in group.rows %}")
    for cell, value in zip(table.rows[4].cells, ("label", "value", "place", "raw"), strict=True):
        put(cell, "SmallCell", f"{{{{ row.{value} }}}}")
    tag_row(table, 5, "{%tr endfor %}")
    tag_row(table, 6, "{%tr endfor %}")
    put(document, "Heading2Nd30", "2. Số liệu tính từ các số liệu trên")
    put_rows(
        document,
        "row in computed",
        (
            Column("Số liệu", 62, "{{ row.label }}"),
            Column("Giá trị", 23, "{{ row.value }}"),
            Column("Cách tính", 40, "{{ row.basis }}"),
            Column("Từ văn bản", 40, "{{ row.papers }}"),
        ),
        small=True,
    )
    put(document, "Heading2Nd30", "3. Nội dung trích từ báo cáo của đơn vị")
    put_rows(
        document,
        "row in extract_sources",
        (
            Column("Nội dung", 95, "{{ row.raw }}"),
            Column("Tệp", 40, "{{ row.file }}"),
            Column("Vị trí", 30, "{{ row.place }}"),
        ),
        small=True,
    )

"""The template of the meeting's minutes (Nghị định 30/2020, Mẫu 1.9)."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from scripts.papers.grids import plain_table
from scripts.papers.layout import WIDTH, new_paper, put, put_all
from scripts.papers.letters import SCORE_COLUMNS
from scripts.papers.parts import Column, put_head, put_rows, put_title
from scripts.papers.sections import BODY, IN_YEAR_REPORT, PART, put_draft_note

BLANK = "…………………………………………"

_VOTES = (
    Column("TT", 12, "{{ row.no }}", centred=True),
    Column("Đơn vị", 66, "{{ row.name }}"),
    Column("Hình thức đề nghị", 37, ""),
    Column("Số phiếu đồng ý", 25, "", centred=True),
    Column("Tỷ lệ trên số phiếu hợp lệ (%)", 25, "", centred=True),
)


def minutes() -> DocxDocument:
    """Biên bản bình xét thi đua."""
    document = new_paper()
    put_head(document, dated=False)
    put_title(document, "BIÊN BẢN", "Họp bình xét thi đua năm {{ block.year }} của {{ block.name }}")
    put_draft_note(document, IN_YEAR_REPORT)
    _put_opening(document)
    put_rows(document, "row in scores.rows", (*SCORE_COLUMNS, Column("Ghi chú", 27, "")))
    _put_discussion(document)
    put_rows(document, "row in units", _VOTES)
    put_all(
        document,
        (PART, "IV. KẾT LUẬN"),
        (BODY, BLANK),
        (
            BODY,
            "Cuộc họp kết thúc vào …… giờ ……, ngày …… tháng …… năm ……; biên bản đã được đọc cho các thành viên "
            "dự họp cùng nghe và thống nhất thông qua./.",
        ),
    )
    _put_signatures(document)
    return document


def _put_opening(document: DocxDocument) -> None:
    """When, where and who."""
    put_all(
        document,
        (BODY, f"Thời gian bắt đầu: {BLANK}"),
        (BODY, f"Địa điểm: {BLANK}"),
        (BODY, f"Thành phần tham dự: đại diện …/{{{{ unit_count }}}} đơn vị thành viên; vắng mặt (lý do): {BLANK}"),
        (BODY, "Chủ trì (chủ tọa): đại diện lãnh đạo {{ leader }}, {{ signer|capitalize }}."),
        (BODY, f"Thư ký (người ghi biên bản): {BLANK}"),
        (PART, "I. KẾT QUẢ CHẤM ĐIỂM"),
        (BODY, "{%p if scores.any %}"),
    )


def _put_discussion(document: DocxDocument) -> None:
    """What follows the scores, up to the vote."""
    put_all(
        document,
        (BODY, "{%p if scores.ties %}"),
        (BODY, f"Các đơn vị bằng điểm: {{{{ scores.ties }}}}. Hội nghị quyết định thứ hạng như sau: {BLANK}"),
        (BODY, "{%p endif %}"),
        (BODY, "{%p else %}"),
        (BODY, "Chưa có bảng điểm của các đơn vị."),
        (BODY, "{%p endif %}"),
        (PART, "II. Ý KIẾN THẢO LUẬN"),
        (BODY, BLANK),
        (PART, "III. KẾT QUẢ BỎ PHIẾU SUY TÔN"),
        (BODY, "Số phiếu phát ra: ……; số phiếu thu về: ……; số phiếu hợp lệ: ……; số phiếu không hợp lệ: ……"),
    )


def _put_signatures(document: DocxDocument) -> None:
    """Secretary at the left, chair at the right; then where the paper is kept."""
    put(document, "Cell", "")
    left, right = plain_table(document, (WIDTH / 2, WIDTH / 2), 1).rows[0].cells
    for cell, title in ((left, "THƯ KÝ"), (right, "CHỦ TỌA")):
        put_all(cell, ("SignerTitle", title), *[("SignerName", "")] * 5)
    put_all(
        document,
        ("Recipients", "Nơi nhận:"),
        ("Recipient", "- Các đơn vị thành viên;"),
        ("Recipient", "- Lưu: VT, Hồ sơ."),
    )

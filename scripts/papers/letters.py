"""The templates of the reminder and of the submission."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from scripts.papers.layout import new_paper, put, put_all
from scripts.papers.parts import Column, put_head, put_rows, put_signature, put_title
from scripts.papers.sections import BODY, IN_YEAR_REPORT, put_draft_note

SCORE_COLUMNS = (
    Column("TT", 12, "{{ row.no }}", centred=True),
    Column("Đơn vị", 60, "{{ row.unit }}"),
    Column("Điểm tự chấm", 23, "{{ row.total_self }}", centred=True),
    Column("Điểm Khối chấm", 23, "{{ row.total_block }}", centred=True),
    Column("Xếp hạng", 20, "{{ row.rank }}", centred=True),
)

_MISSING = (
    Column("Số trong Kế hoạch", 24, "{{ row.key }}", centred=True),
    Column("Nội dung", 92, "{{ row.content }}"),
    Column("Hạn", 25, "{{ row.due }}", centred=True),
    Column("Quá hạn (ngày)", 24, "{{ row.days }}", centred=True),
)


def reminder() -> DocxDocument:
    """Công văn đôn đốc."""
    document = new_paper()
    put_head(document, "V/v đôn đốc thực hiện Kế hoạch công tác thi đua, khen thưởng năm {{ block.year }}")
    put(document, "Addressee", "Kính gửi: {{ unit.name }}.")
    put(
        document,
        BODY,
        "Thực hiện {{ block.plan }}, qua theo dõi đến ngày {{ as_of }}, {{ block.name }} (sau đây gọi là "
        "{{ block.short }}) chưa nhận được văn bản của {{ unit.name }} đối với các nội dung sau:",
    )
    put_rows(document, "row in missing", _MISSING)
    put_all(
        document,
        (BODY, "{%p if late %}"),
        (BODY, "Ngoài ra, các văn bản sau đã nhận được nhưng trễ hạn:"),
        (BODY, "{%p for row in late %}"),
        (BODY, "- Nội dung số {{ row.key }} ({{ row.content }}): hạn ngày {{ row.due }}, trễ {{ row.days }} ngày."),
        (BODY, "{%p endfor %}"),
        (BODY, "{%p endif %}"),
        (
            BODY,
            "Đề nghị {{ unit.name }} khẩn trương gửi văn bản còn thiếu (bản ký số và tệp Word) về đơn vị Trưởng "
            "{{ block.short|lower }} để tổng hợp, báo cáo theo quy định. Trường hợp đã gửi, đề nghị cho biết số, "
            "ngày của văn bản để đối chiếu.",
        ),
        (BODY, "{{ block.name }} đề nghị {{ unit.name }} quan tâm thực hiện./."),
    )
    contact = ("{%p if unit.contact %}", "- {{ unit.contact }};", "{%p endif %}")
    recipients = ("- Như trên;", *contact, "- Lưu: VT, {{ head.code }}.")
    put_signature(document, "TRƯỞNG {{ block.short|upper }}", recipients)
    return document


def submission() -> DocxDocument:
    """Tờ trình đề nghị khen thưởng."""
    document = new_paper()
    put_head(document)
    put_title(
        document, "TỜ TRÌNH", "Về việc đề nghị khen thưởng các đơn vị thuộc {{ block.name }} năm {{ block.year }}"
    )
    put(document, "Addressee", "Kính gửi: {{ block.addressee }}.")
    put_draft_note(document, IN_YEAR_REPORT)
    put_all(
        document,
        (BODY, "{%p for ground in grounds %}"),
        ("Ground", "{{ ground.text }}"),
        (BODY, "{%p endfor %}"),
        (
            BODY,
            "{{ block.name }} trình {{ block.addressee }} xem xét, trình Hội đồng Thi đua - Khen thưởng {{ block.province }} "
            "khen thưởng các đơn vị có tên trong danh sách sau:",
        ),
    )
    put_rows(document, "row in scores.rows", (*SCORE_COLUMNS, Column("Hình thức đề nghị", 27, "", centred=True)))
    put_all(
        document,
        (BODY, "{%p if scores.ties %}"),
        (BODY, "Các đơn vị bằng điểm, thứ hạng theo quyết định của Hội nghị: {{ scores.ties }}."),
        (BODY, "{%p endif %}"),
        (
            BODY,
            "Hồ sơ kèm theo gồm: Biên bản bình xét, bảng tổng hợp điểm và báo cáo thành tích của từng đơn vị được đề nghị.",
        ),
        (BODY, "{{ block.name }} kính trình {{ block.addressee }} xem xét, quyết định./."),
    )
    put_signature(document, "{{ signer }}", ("- Như trên;", "- Các đơn vị thành viên;", "- Lưu: VT, {{ head.code }}."))
    return document

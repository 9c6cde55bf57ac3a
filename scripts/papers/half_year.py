"""The template of the half-year's report."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from scripts.papers import annexes
from scripts.papers.layout import new_paper, put
from scripts.papers.parts import put_extracts, put_head, put_signature, put_title
from scripts.papers.year import BODY, PART, put_draft_note, put_receipt_summary, put_results


def half_year_report() -> DocxDocument:
    """Báo cáo sơ kết 6 tháng đầu năm."""
    document = new_paper()
    put_head(document)
    put_title(document, "BÁO CÁO", "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm {{ block.year }}")
    put(document, "Addressee", "Kính gửi: {{ block.addressee }}.")
    put_draft_note(document, "Phụ lục IV")
    put(
        document,
        BODY,
        "Thực hiện {{ block.plan }}, trên cơ sở báo cáo của các đơn vị thành viên nhận được đến ngày {{ as_of }}, "
        "{{ block.name }} (sau đây gọi là {{ block.short }}) báo cáo sơ kết công tác thi đua, khen thưởng "
        "6 tháng đầu năm {{ block.year }} như sau:",
    )
    put(document, PART, "I. TÌNH HÌNH CHẤP HÀNH CHẾ ĐỘ BÁO CÁO")
    put_receipt_summary(document, "sơ kết")
    put(document, PART, "II. KẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG 6 THÁNG ĐẦU NĂM")
    put_results(document, "III")
    put(document, PART, "III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
    put_extracts(document, "limits")
    put(document, PART, "IV. KIẾN NGHỊ, ĐỀ XUẤT CỦA CÁC ĐƠN VỊ")
    put_extracts(document, "proposals")
    put(document, PART, "V. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM {{ block.year }}")
    put_extracts(document, "direction")
    put(
        document,
        BODY,
        "Nội dung cần các đơn vị xác nhận được nêu tại Phụ lục IV, nguồn của từng số liệu được nêu tại Phụ lục V "
        "kèm theo Báo cáo này.",
    )
    put(
        document,
        BODY,
        "Trên đây là báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm {{ block.year }} của {{ block.name }}./.",
    )
    put_signature(document, "{{ signer }}", ("- Như trên;", "- Các đơn vị thành viên;", "- Lưu: VT, {{ head.code }}."))
    annexes.put_receipts(document, "I")
    annexes.put_awards(document, "II")
    annexes.put_tasks(document, "III")
    annexes.put_open_points(document, "IV")
    annexes.put_sources(document, "V")
    return document

"""The template of the year's report."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from scripts.papers import annexes
from scripts.papers.layout import put
from scripts.papers.parts import put_extracts, put_picture
from scripts.papers.sections import PART, PeriodReport, begun, put_end, put_results, put_scores

_REPORT = PeriodReport("tổng kết", "năm {{ block.year }}", open_points="V", sources="VI")


def year_report() -> DocxDocument:
    """Báo cáo tổng kết."""
    document = begun(_REPORT)
    put(document, PART, "II. KẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG")
    put_results(document, "IV")
    put(document, PART, "III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
    put_extracts(document, "limits")
    put(document, PART, "IV. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG")
    put_scores(document, "Phụ lục III")
    put_picture(document, "score_chart", "Biểu đồ điểm của các đơn vị")
    put(document, PART, "V. KIẾN NGHỊ, ĐỀ XUẤT CỦA CÁC ĐƠN VỊ")
    put_extracts(document, "proposals")
    put(document, PART, "VI. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM NĂM {{ block.next_year }}")
    put_extracts(document, "direction")
    put_end(document, _REPORT)
    annexes.put_receipts(document, "I")
    annexes.put_awards(document, "II")
    annexes.put_scores(document, "III")
    annexes.put_tasks(document, "IV")
    annexes.put_open_points(document, "V")
    annexes.put_sources(document, "VI")
    return document

"""The template of the half-year's report."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from scripts.papers import annexes
from scripts.papers.layout import put
from scripts.papers.parts import put_extracts
from scripts.papers.sections import PART, PeriodReport, begun, put_end, put_results

_REPORT = PeriodReport("sơ kết", "6 tháng đầu năm {{ block.year }}", open_points="IV", sources="V")


def half_year_report() -> DocxDocument:
    """Báo cáo sơ kết 6 tháng đầu năm."""
    document = begun(_REPORT)
    put(document, PART, "II. KẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG 6 THÁNG ĐẦU NĂM")
    put_results(document, "III")
    put(document, PART, "III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
    put_extracts(document, "limits")
    put(document, PART, "IV. KIẾN NGHỊ, ĐỀ XUẤT CỦA CÁC ĐƠN VỊ")
    put_extracts(document, "proposals")
    put(document, PART, "V. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM {{ block.year }}")
    put_extracts(document, "direction")
    put_end(document, _REPORT)
    annexes.put_receipts(document, "I")
    annexes.put_awards(document, "II")
    annexes.put_tasks(document, "III")
    annexes.put_open_points(document, "IV")
    annexes.put_sources(document, "V")
    return document

"""How plans and reports name the parts that the block's papers are put together from."""

from __future__ import annotations

import re

_FLAGS = re.VERBOSE | re.IGNORECASE

# Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2020 của các đơn vị.
_H1_TASK = re.compile(r"^(?!.*tổng\s+hợp) .* báo\s+cáo \b .* (?: sơ\s+kết | (?:6|sáu)\s+tháng\s+đầu )", _FLAGS)

# Báo cáo tổng kết công tác thi đua, khen thưởng; Tự chấm điểm các chỉ tiêu thi đua năm 2020 của đơn vị.
_YEAR_TASK = re.compile(r"^(?!.*tổng\s+hợp) .* báo\s+cáo \b .* (?: tổng\s+kết | kết\s+quả .* năm )", _FLAGS)

REPORT_TASKS = {"plan_report_h1": _H1_TASK, "plan_report_year": _YEAR_TASK}

# Tổng hợp báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2020 của Khối
_H1_SUMMARY = re.compile(r"tổng\s+hợp .* (?: sơ\s+kết | (?:6|sáu)\s+tháng\s+đầu )", _FLAGS)

# Tổng hợp báo cáo tổng kết công tác thi đua, khen thưởng năm 2020 của Khối
_YEAR_SUMMARY = re.compile(r"tổng\s+hợp .* tổng\s+kết", _FLAGS)

SUMMARY_TASKS = {"plan_report_h1": _H1_SUMMARY, "plan_report_year": _YEAR_SUMMARY}

# IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM NĂM 2021
_DIRECTION = re.compile(
    r"phương\s+hướng | nhiệm\s+vụ\s+trọng\s+tâm | nhiệm\s+vụ .* (?: cuối\s+năm | năm\s+(?:tới|sau) )", _FLAGS
)

# V. TỰ CHẤM ĐIỂM, ĐỀ XUẤT, KIẾN NGHỊ
_PROPOSALS = re.compile(r"kiến\s+nghị | đề\s+xuất", _FLAGS)

# III. HẠN CHẾ, NGUYÊN NHÂN
_LIMITS = re.compile(r"hạn\s+chế | tồn\s+tại | khuyết\s+điểm | nguyên\s+nhân | khó\s+khăn", _FLAGS)

# 5. Công tác sáng kiến, nhân rộng điển hình tiên tiến
_INITIATIVES = re.compile(r"sáng\s+kiến | điển\s+hình", _FLAGS)

# 1. Công tác lãnh đạo, chỉ đạo
_LEADERSHIP = re.compile(r"lãnh\s+đạo | chỉ\s+đạo | quán\s+triệt", _FLAGS)

# 3. Các phong trào thi đua
_MOVEMENTS = re.compile(r"phong\s+trào", _FLAGS)

SECTIONS = {
    "direction": _DIRECTION,
    "proposals": _PROPOSALS,
    "limits": _LIMITS,
    "initiatives": _INITIATIVES,
    "leadership": _LEADERSHIP,
    "movements": _MOVEMENTS,
}
"""The sections that reports are aligned by; a heading belongs to the first that knows it."""

# II. KẾT QUẢ …; PHẦN THỨ NHẤT; A. …
TOP_HEADING = re.compile(r"^\s* (?: [IVX]+ \s*[.\-)] | [A-ZĐ] \s*[.\-)] | phần \b )", re.VERBOSE)

# "… được kiện toàn. Ngay từ đầu năm …": a full stop, then a large letter, and no "TP." or "15." before it
SENTENCE_END = re.compile(r"(?<=[^\WA-ZĐ\d][.!?])\s+(?=[A-ZĐÀ-Ỹ“\"])|(?<=[%)”\d]\.)\s+(?=[A-ZĐÀ-Ỹ“\"])")

# "như sau:", "Trên đây là báo cáo …": sentences that only lead in or out
FRAME_SENTENCE = re.compile(r": \s* $ | như\s+sau | ^trên\s+đây\s+là | \./\. \s* $", _FLAGS)

# - Công tác tiếp công dân …
LIST_MARK = re.compile(r"^\s* (?: [-–—+*•] | [a-zđ] \) ) \s*", re.VERBOSE)

# Số:     /KH-KTĐ
BLOCK_SUFFIX = re.compile(r"/ \s* KH \s* - \s* ( [A-ZĐ0-9&]+ )", re.VERBOSE)

CORRECTS = re.compile(
    r"""
    \b đính \s+ chính \b
    | \b (?: (?:điều|hiệu) \s+ chỉnh | chỉnh \s+ sửa | cải \s+ chính | sửa (?:\s+ (?:đổi|chữa|lại))? ) \b
      (?:, \s+ bổ \s+ sung)? (?:\s+ (?:lại|một \s+ số|các|nội \s+ dung))* \s+
      (?: số \s+ liệu | sai \s+ sót | lỗi | báo \s+ cáo | điểm (?!\s+ đến\b)
        | (?:bảng|biểu|phiếu) \s+ (?:tự \s+)? chấm ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`V/v đính chính Báo cáo số 12/BC-SCT`; with its accents, for `quy định chính sách` folds to the same"""

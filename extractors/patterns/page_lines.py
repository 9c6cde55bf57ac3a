"""Lines of a printed page: where a paragraph begins, and what a line's end tears that belongs together."""

from __future__ import annotations

import re

ITEM = re.compile(
    r"""
    (?: [-–+•]\s                     # - Như trên;
      | [IVX]{1,5}[.)-]\s            # II. KẾT QUẢ
      | [0-9]{1,2}(?:\.[0-9]{1,2})*[.)]\s  # 1.2. Công tác
      | [a-zđ]\)\s                   # a) Tập thể
      | (?:Điều|Phần|Chương|Mục)\ [0-9IVX]+
      | (?:Căn\ cứ|Xét\ đề\ nghị|Theo\ đề\ nghị|Kính\ gửi|Nơi\ nhận)\b
    )
    """,
    re.VERBOSE,
)

SEAM = re.compile(
    r"""
      \w-\n                          # 2328/SNV-⏎TCCC, Văn phòng-⏎Thống kê: Vietnamese divides no word
    | [0-9]/[A-ZĐ]*\n[A-ZĐ]*-        # 91/2017/⏎NĐ-CP, 1290/QĐ⏎-UBND
    | [0-9]/\n[0-9]                  # 12/⏎2020
    | [0-9]\n/[A-ZĐ]                 # 152⏎/BC-SKHTV
    """,
    re.VERBOSE,
)
"""At a line's end: what was written in one word."""

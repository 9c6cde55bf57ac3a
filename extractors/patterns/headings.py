"""How headings begin. Every pattern is for a skeleton (`vietnamese.skeleton`)."""

from __future__ import annotations

import re

# for example "I. TÌNH HÌNH CHUNG", "Phần II. …", "1. Công tác chỉ đạo", "a) Kết quả", "1- Hình thức"
NUMBERED = re.compile(
    r"""
    ^\s* (?: (?:phan|chuong|muc|dieu)\s+\w+ | [ivx]{1,5} | [a-hđ] | [0-9]{1,2}(?:\.[0-9]{1,2}){0,3} )
    \s* [.)/:-] \s* \S
    """,
    re.VERBOSE,
)

"""Figures inside running text."""

from __future__ import annotations

from extractors.vietnamese.words import WORDS

FIGURE = r"(?<![0-9.,/]) [0-9]{1,9} (?: [.,][0-9]{1,6} )* (?! [0-9] | [.,/][0-9] )"
"""98,5 in `đạt 98,5 điểm`; `1.000`; not the pieces of a date, a document number or a longer figure."""

IN_WORDS = rf"(?:(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?!\w)\s*){{1,14}}"
"""`chín mươi tám phẩy năm`"""

POINTS = r"(?: điểm | đ(?!\w) )"
"""`98,5 điểm`, `98,5đ`"""

"""The running text, each paragraph under its nearest heading: for search, pairing and extracts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.layout import Layout
from extractors.lines import Line
from extractors.patterns import letterhead
from extractors.records import Passage

# for example "I. TÌNH HÌNH CHUNG", "Phần II. …", "1. Công tác chỉ đạo", "a) Kết quả", "1- Hình thức"
_NUMBERED = re.compile(
    r"^\s*(?:(?:phan|chuong|muc|dieu)\s+\w+|[ivx]{1,5}|[a-hđ]|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})\s*[.)/:-]\s*\S"
)


def passages(layout: Layout) -> Iterator[Passage]:
    """Every paragraph of the body with its nearest heading."""
    heading = ""
    for line in layout.body:
        if letterhead.RULE.match(line.bones):
            continue
        if is_heading(line):
            heading = line.text
        yield Passage(line.text, heading, line.place)


def is_heading(line: Line) -> bool:
    """Whether the line heads what follows: short, no sentence, in capitals, bold or numbered."""
    if len(line.text) > 160 or line.text.endswith((".", ";", ",", ":")) or not re.search(r"\w", line.text):
        return False
    return line.text == line.text.upper() or line.style.bold or bool(line.style.label or _NUMBERED.match(line.bones))

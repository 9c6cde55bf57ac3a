"""Rules P: the page, its margins, font and numbers."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.lint.look import LookedAt
from pipeline.lint.parts import Parts
from pipeline.lint.warning import LintWarning, aligned, sized

A4 = (210.0, 297.0)
TOLERANCE = 1.0
"""Millimetres: Word rounds."""
MARGINS = {"top": ("P3", 20, 25), "bottom": ("P3", 20, 25), "left": ("P4", 30, 35), "right": ("P4", 15, 20)}
SIDES = {"top": "lề trên", "bottom": "lề dưới", "left": "lề trái", "right": "lề phải"}
FONT = "Times New Roman"


def page_rules(paper: LookedAt, parts: Parts) -> Iterator[LintWarning]:
    """P1 to P6."""
    for index, page in enumerate(paper.pages):
        where = f"phần {index + 1}"
        size = tuple(sorted((page.width, page.height)))
        if any(abs(is_ - should) > TOLERANCE for is_, should in zip(size, A4, strict=True)):
            yield LintWarning("P1", where, f"khổ {page.width:g} × {page.height:g} mm", "khổ A4 (210 × 297 mm)")
        if page.width > page.height and index not in paper.sections_with_tables:
            yield LintWarning("P2", where, "trang ngang không có bảng", "trang dọc")
        for side, (rule, least, most) in MARGINS.items():
            margin = getattr(page, side)
            if not least - TOLERANCE / 2 <= margin <= most + TOLERANCE / 2:
                yield LintWarning(rule, where, f"{SIDES[side]} {margin:g} mm", f"{least}-{most} mm")
    yield from _fonts(paper)
    yield from _numbers(paper)


def _fonts(paper: LookedAt) -> Iterator[LintWarning]:
    for look in paper.paragraphs:
        if look.fonts - {FONT}:
            yield LintWarning("P5", look.where, f"phông {', '.join(sorted(look.fonts))}", FONT)
        if not look.black:
            yield LintWarning("P5", look.where, "chữ có màu", "chữ màu đen")


def _numbers(paper: LookedAt) -> Iterator[LintWarning]:
    first = paper.pages[0]
    if not first.numbers:
        yield LintWarning("P6", "đầu trang", "không có số trang", "số trang canh giữa trong lề trên")
        return
    if not first.first_page_differs:
        yield LintWarning("P6", "trang 1", "có số trang", "trang 1 không hiện số trang")
    for number in first.numbers:
        yield from aligned("P6", number, "center")
        yield from sized("P6", number, 13, 14)

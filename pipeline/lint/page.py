"""Rules P: the page, its margins, font and numbers."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import _, mark
from pipeline.lint.look import LookedAt
from pipeline.lint.parts import Parts
from pipeline.lint.warning import LintWarning, aligned, sized

A4 = (210.0, 297.0)
TOLERANCE = 1.0
"""Millimetres: Word rounds."""
MARGINS = {"top": ("P3", 20, 25), "bottom": ("P3", 20, 25), "left": ("P4", 30, 35), "right": ("P4", 15, 20)}
SIDES = {
    "top": mark("top margin {size} mm"),
    "bottom": mark("bottom margin {size} mm"),
    "left": mark("left margin {size} mm"),
    "right": mark("right margin {size} mm"),
}
FONT = "Times New Roman"


def page_rules(paper: LookedAt, _parts: Parts) -> Iterator[LintWarning]:
    """P1 to P6."""
    for index, page in enumerate(paper.pages):
        where = _("section {number}").format(number=index + 1)
        size = tuple(sorted((page.width, page.height)))
        if any(abs(is_ - should) > TOLERANCE for is_, should in zip(size, A4, strict=True)):
            yield LintWarning("P1", where, f"{page.width:g} × {page.height:g} mm", "A4 (210 × 297 mm)")
        if page.width > page.height and index not in paper.sections_with_tables:
            yield LintWarning("P2", where, _("landscape without a table"), _("portrait"))
        for side, (rule, least, most) in MARGINS.items():
            margin = getattr(page, side)
            if not least - TOLERANCE / 2 <= margin <= most + TOLERANCE / 2:
                yield LintWarning(rule, where, _(SIDES[side]).format(size=f"{margin:g}"), f"{least}-{most} mm")
    yield from _fonts(paper)
    yield from _numbers(paper)


def _fonts(paper: LookedAt) -> Iterator[LintWarning]:
    for look in paper.paragraphs:
        if look.fonts - {FONT}:
            yield LintWarning("P5", look.where, ", ".join(sorted(look.fonts)), FONT)
        if not look.black:
            yield LintWarning("P5", look.where, _("coloured text"), _("black"))


def _numbers(paper: LookedAt) -> Iterator[LintWarning]:
    first = paper.pages[0]
    if not first.numbers:
        yield LintWarning("P6", _("header"), _("no page number"), _("a page number centred in the top margin"))
        return
    if not first.first_page_differs:
        yield LintWarning("P6", _("page 1"), _("a page number"), _("no number on page 1"))
    for number in first.numbers:
        yield from aligned("P6", number, "center")
        yield from sized("P6", number, 13, 14)

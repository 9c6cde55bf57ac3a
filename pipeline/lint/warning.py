"""What a rule says of a paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.language import _, mark
from pipeline.lint.look import Look

ALIGNED = {
    "left": mark("flush left"),
    "center": mark("centred"),
    "right": mark("flush right"),
    "justify": mark("justified"),
}


class LintWarning(NamedTuple):
    """One rule that the paper breaks."""

    rule: str
    """As the rules are counted: "P3", "H6"."""
    where: str
    found: str
    wanted: str


def points(look: Look) -> str:
    """The paragraph's font sizes, "13" or "12, 14"."""
    return ", ".join(f"{size:g}" for size in sorted(look.sizes))


def sized(rule: str, look: Look, least: float, most: float) -> Iterator[LintWarning]:
    """Warns where the font is smaller or larger."""
    if any(not least <= size <= most for size in look.sizes):
        wanted = f"{least:g}" if least == most else f"{least:g}-{most:g}"
        size = _("size {points}")
        yield LintWarning(rule, look.where, size.format(points=points(look)), size.format(points=wanted))


def styled(rule: str, look: Look, *, bold: bool, italic: bool) -> Iterator[LintWarning]:
    """Warns where weight or slant differ."""
    if (look.bold, look.italic) != (bold, italic):
        yield LintWarning(rule, look.where, _words(look.bold, look.italic), _words(bold, italic))


def _words(bold: bool, italic: bool) -> str:  # noqa: FBT001
    slant = _("italic") if italic else _("upright")
    return ", ".join([slant, _("bold")] if bold else [slant])


def aligned(rule: str, look: Look, align: str) -> Iterator[LintWarning]:
    """Warns where the paragraph stands otherwise."""
    if look.align != align:
        yield LintWarning(rule, look.where, _(ALIGNED[look.align]), _(ALIGNED[align]))

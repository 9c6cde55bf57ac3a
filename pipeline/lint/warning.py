"""What a rule says of a paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.lint.look import Look


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
        wanted = f"cỡ chữ {least:g}" if least == most else f"cỡ chữ {least:g}-{most:g}"
        yield LintWarning(rule, look.where, f"cỡ chữ {points(look)}", wanted)


def styled(rule: str, look: Look, *, bold: bool, italic: bool) -> Iterator[LintWarning]:
    """Warns where weight or slant differ."""
    if (look.bold, look.italic) != (bold, italic):
        yield LintWarning(rule, look.where, _words(look.bold, look.italic), _words(bold, italic))


def _words(bold: bool, italic: bool) -> str:  # noqa: FBT001
    return f"kiểu chữ {'nghiêng' if italic else 'đứng'}{', đậm' if bold else ''}"


def aligned(rule: str, look: Look, align: str) -> Iterator[LintWarning]:
    """Warns where the paragraph stands otherwise."""
    names = {"left": "canh trái", "center": "canh giữa", "right": "canh phải", "justify": "canh đều hai lề"}
    if look.align != align:
        yield LintWarning(rule, look.where, names[look.align], names[align])

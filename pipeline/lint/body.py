"""Rules B, S and N: the text, the signature, the recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import _
from pipeline.lint.look import Look, LookedAt
from pipeline.lint.parts import Parts
from pipeline.lint.warning import LintWarning, aligned, sized, styled

_GROUND = re.compile(r"^Căn cứ\b")
_ADDRESSEE = re.compile(r"^Kính gửi:")
_HEADING = re.compile(r"^(?:[IVX]+\.|[0-9]{1,2}\.) ")
_PART = re.compile(r"^[IVX]+\. (?P<title>.+)$")
_POINT = re.compile(r"^(?P<letter>[fjwz])\) ")
_DEGREE = re.compile(r"\b(?:PGS|GS|TS|ThS|Ths|CN)\b\.?")
SHORTEST = 60
"""Characters: a shorter paragraph is no running text."""


def body_rules(_paper: LookedAt, parts: Parts) -> Iterator[LintWarning]:
    """B1, B3, B5, B7, B8."""
    yield from _grounds([look for look in parts.body if _GROUND.match(look.text)])
    for look in parts.body:
        part = _PART.match(look.text)
        if part and part["title"] != part["title"].upper():
            yield LintWarning("B5", look.where, part["title"], part["title"].upper())
        if point := _POINT.match(look.text):
            yield LintWarning("B7", look.where, f"{point['letter']})", _("a letter of the Vietnamese alphabet"))
        if len(look.text) >= SHORTEST and not any(other.match(look.text) for other in (_ADDRESSEE, _HEADING, _GROUND)):
            yield from _prose(look)
    if _is_prose(parts) and not any(look.text.endswith("./.") for look in parts.body):
        yield LintWarning("B8", _("end of the text"), _("no end mark"), "./.")


def _is_prose(parts: Parts) -> bool:
    """Whether the paper has sentences to end, or is a table with its head."""
    is_table = parts.paper_type is not None and parts.paper_type.text.startswith("BẢNG")
    return parts.recipients is not None and not is_table


def _grounds(grounds: list[Look]) -> Iterator[LintWarning]:
    for look in grounds:
        yield from styled("B1", look, bold=False, italic=True)
        end = "." if look is grounds[-1] else ";"
        if not look.text.endswith(end):
            yield LintWarning("B1", look.where, look.text[-20:], _("“{mark}” at the end").format(mark=end))


def _prose(look: Look) -> Iterator[LintWarning]:
    yield from sized("B3", look, 13, 14)
    yield from aligned("B3", look, "justify")
    if not 27 <= look.first_line <= 37:
        yield LintWarning(
            "B3", look.where, _("first line {size} cm").format(size=f"{look.first_line / 28.35:.2f}"), _("1 or 1.27 cm")
        )
    if look.before_and_after < 6:
        yield LintWarning(
            "B3",
            look.where,
            _("{size} pt between paragraphs").format(size=f"{look.before_and_after:g}"),
            _("6 pt or more"),
        )
    if look.line_spacing and not 1.0 <= look.line_spacing <= 1.5:
        yield LintWarning("B3", look.where, _("line spacing {size}").format(size=f"{look.line_spacing:g}"), "1-1.5")


def closing_rules(_paper: LookedAt, parts: Parts) -> Iterator[LintWarning]:
    """S1, S3, N2."""
    if parts.signer is not None:
        yield from sized("S1", parts.signer, 13, 14)
        yield from styled("S1", parts.signer, bold=True, italic=False)
        if _DEGREE.search(parts.signer.text):
            yield LintWarning("S3", parts.signer.where, parts.signer.text, _("no academic title"))
    if parts.recipients is not None:
        yield from sized("N2", parts.recipients, 12, 12)
        yield from styled("N2", parts.recipients, bold=True, italic=True)
    yield from _recipients(parts.recipient_list)


def _recipients(items: tuple[Look, ...]) -> Iterator[LintWarning]:
    for look in items:
        yield from sized("N2", look, 11, 11)
        end = "." if look is items[-1] else ";"
        if not look.text.endswith(end):
            yield LintWarning("N2", look.where, look.text, _("“{mark}” at the end").format(mark=end))
    if items and not items[-1].text.startswith("- Lưu:"):
        yield LintWarning("N2", items[-1].where, items[-1].text, _("last: - Lưu: VT, …"))

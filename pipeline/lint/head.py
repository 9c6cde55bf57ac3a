"""Rules H: Quốc hiệu, issuer, number, date, title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import _
from pipeline.lint.look import Look, LookedAt
from pipeline.lint.parts import Parts
from pipeline.lint.warning import LintWarning, aligned, sized, styled
from pipeline.typography import text_width

TOLERANCE = 0.12
"""Share of the text's length by which a drawn line may miss: fonts are measured, not drawn."""

_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_NUMBER = re.compile(
    r"""
    ^Số:\s*                       # Số:
    (?P<number>[0-9]*)\s*         # 05, or blank in a draft
    /(?P<symbol>[A-ZĐa-zđ0-9&]+(?:-[A-ZĐa-zđ0-9&]+)*)$   # /BC-SNV
    """,
    re.VERBOSE,
)
_DATE = re.compile(r"^[^,]+, ngày\s+(?P<day>[0-9]*)\s*tháng\s+(?P<month>[0-9]*)\s*năm\s+[0-9]{4}$")


def head_rules(paper: LookedAt, parts: Parts) -> Iterator[LintWarning]:
    """H1 to H9; a form without a head (a register) has none to check."""
    if parts.is_form:
        return
    if parts.country is None or parts.motto is None:
        wanted = _("the country's name and motto at the top right")
        yield LintWarning("H1", _("page 1"), _("no country's name or motto"), wanted)
    else:
        yield from _country(parts.country, parts.motto, paper)
    if parts.parent is not None:
        yield from sized("H3", parts.parent, 12, 13)
        yield from styled("H3", parts.parent, bold=False, italic=False)
    if parts.issuer is not None:
        yield from sized("H4", parts.issuer, 12, 13)
        yield from styled("H4", parts.issuer, bold=True, italic=False)
        yield from _line_under("H4", parts.issuer, paper, 1 / 3, 1 / 2)
    yield from _number(parts.number)
    yield from _date(parts)
    yield from _title(paper, parts)


def _country(country: Look, motto: Look, paper: LookedAt) -> Iterator[LintWarning]:
    yield from sized("H1", country, 12, 13)
    yield from styled("H1", country, bold=True, italic=False)
    yield from sized("H2", motto, 13, 14)
    yield from styled("H2", motto, bold=True, italic=False)
    if motto.text != _MOTTO:
        yield LintWarning("H2", motto.where, motto.text, _MOTTO)
    yield from _line_under("H2", motto, paper, 1, 1)


def _line_under(rule: str, look: Look, paper: LookedAt, least: float, most: float) -> Iterator[LintWarning]:
    """The line drawn in the paragraph itself or in the one below, as a share of the text's length."""
    index = paper.paragraphs.index(look)
    lines = [one.line for one in paper.paragraphs[index : index + 2] if one.line is not None]
    if not lines:
        yield LintWarning(rule, look.where, _("no line below"), _("a solid line below"))
        return
    whole = text_width(look.text, max(look.sizes), bold=look.bold)
    if lines[0] and not (least - TOLERANCE) * whole <= lines[0] <= (most + TOLERANCE) * whole:
        found = _("a line of {share} of the text").format(share=f"{lines[0] / whole:.0%}")
        wanted = _("as long as the text") if least == most else _("1/3 to 1/2 of the text")
        yield LintWarning(rule, look.where, found, wanted)


def _number(number: Look | None) -> Iterator[LintWarning]:
    if number is None:
        yield LintWarning("H5", _("page 1"), _("no number"), "Số: …/…")
        return
    yield from sized("H5", number, 13, 13)
    yield from styled("H5", number, bold=False, italic=False)
    found = _NUMBER.match(number.text)
    if not found:
        yield LintWarning("H5", number.where, number.text, _("Số: 05/BC-SNV, without spaces"))
    elif len(found["number"]) == 1:
        yield LintWarning("H5", number.where, found["number"], f"0{found['number']}")


def _date(parts: Parts) -> Iterator[LintWarning]:
    date = parts.date
    if date is None:
        if parts.paper_type is None or parts.paper_type.text != "BIÊN BẢN":
            yield LintWarning("H6", _("page 1"), _("no place and date"), "…, ngày … tháng … năm …")
        return
    yield from sized("H6", date, 13, 14)
    yield from styled("H6", date, bold=False, italic=True)
    found = _DATE.match(date.text)
    if not found:
        yield LintWarning("H6", date.where, date.text, "Cao Bằng, ngày 05 tháng 01 năm 2020")
        return
    for name, value in found.groupdict().items():
        wanted = _padded(name, value)
        if value and value != wanted:
            yield LintWarning("H6", date.where, f"{date.text}: {value}", wanted)


def _padded(name: str, value: str) -> str:
    """Days under 10 and the months 1 and 2 get a leading zero, other months none."""
    if not value:
        return value
    small = int(value) < (10 if name == "day" else 3)
    return f"{int(value):02d}" if small else str(int(value))


def _title(paper: LookedAt, parts: Parts) -> Iterator[LintWarning]:
    if parts.about is not None:
        yield from sized("H9", parts.about, 12, 13)
        yield from styled("H9", parts.about, bold=False, italic=False)
        return
    if parts.paper_type is not None:
        yield from sized("H7", parts.paper_type, 13, 14)
        yield from styled("H7", parts.paper_type, bold=True, italic=False)
        yield from aligned("H7", parts.paper_type, "center")
    if parts.subject is not None:
        yield from sized("H8", parts.subject, 13, 14)
        yield from styled("H8", parts.subject, bold=True, italic=False)
        yield from _line_under("H8", parts.subject, paper, 1 / 3, 1 / 2)

"""RULES: the families of rules. A new family is one module and one line here."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Mapping

from docx.opc.exceptions import PackageNotFoundError

from pipeline.errors import UnusableWorkspace
from pipeline.language import _
from pipeline.lint.annex import annex_rules
from pipeline.lint.body import body_rules, closing_rules
from pipeline.lint.head import head_rules
from pipeline.lint.look import LookedAt, look_at
from pipeline.lint.page import page_rules
from pipeline.lint.parts import Parts, parts_of
from pipeline.lint.warning import LintWarning

Family = Callable[[LookedAt, Parts], Iterable[LintWarning]]

RULES: Mapping[str, Family] = {
    "page": page_rules,
    "head": head_rules,
    "body": body_rules,
    "closing": closing_rules,
    "annex": annex_rules,
}


def lint(data: bytes) -> tuple[LintWarning, ...]:
    """Every rule that the Word file breaks, in the order of the families."""
    try:
        paper = look_at(data)
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UnusableWorkspace(_("This is no Word file: {reason}").format(reason=error)) from None
    parts = parts_of(paper)
    return tuple(warning for family in RULES.values() for warning in family(paper, parts))

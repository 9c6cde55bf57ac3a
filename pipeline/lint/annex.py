"""Rules A: annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import _
from pipeline.lint.look import LookedAt
from pipeline.lint.parts import Parts
from pipeline.lint.warning import LintWarning, aligned, sized, styled

_NUMBER = re.compile(r"^Phụ lục(?: [IVX]+)?$", re.IGNORECASE)
_LINK = re.compile(r"^\(Kèm theo\b")


def annex_rules(paper: LookedAt, parts: Parts) -> Iterator[LintWarning]:
    """A1, B9: each annex headed, titled and linked; the text points to it."""
    looks = [look for look in paper.paragraphs if look.text and look.cell is None]
    body = " ".join(look.text for look in parts.body).lower()
    for index, look in enumerate(looks):
        if _LINK.match(look.text):
            yield from styled("A1", look, bold=False, italic=True)
            yield from aligned("A1", look, "center")
        if not _NUMBER.match(look.text):
            continue
        yield from sized("A1", look, 14, 14)
        yield from styled("A1", look, bold=True, italic=False)
        yield from aligned("A1", look, "center")
        if parts.body and look.text.lower() not in body:
            found = _("the text does not name {annex}").format(annex=look.text)
            yield LintWarning("B9", look.where, found, _("a pointer to the annex in the text"))
        title = looks[index + 1] if index + 1 < len(looks) else look
        if title.text != title.text.upper():
            yield LintWarning("A1", title.where, title.text, title.text.upper())

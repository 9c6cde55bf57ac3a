"""Recognised words set right by closed lists: "PHO CHU TỊCH" can only be "PHÓ CHỦ TỊCH".

What was read stays the candidate's raw text. Only marks may differ, never a letter; a word with letters is never
left out, since "P%Ó GIÁM ĐỐC" without its first word would be another office.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.recognised import Standing, everywhere
from extractors.records import Candidate
from extractors.vietnamese.known_names import PROVINCES, PROVINCIAL_BODIES, SIGNERS_OFFICES
from extractors.vietnamese.text import fold

_LISTS: Mapping[str, Mapping[str, str]] = {
    "issuer": PROVINCIAL_BODIES,
    "parent_agency": PROVINCIAL_BODIES,
    "place": PROVINCES,
    "signer_title": SIGNERS_OFFICES,
}

_SURE_RULES = {"issuer": "issuer.letterhead", "signer_title": "signer_title.foot"}
"""How a whole name on the list counts as found, specks beside it or not."""

_SPECKS = {"odd_name", "foreign_letter"}
"""Doubts about signs that no name has: none are left in a name on the list."""


def restored(candidates: Sequence[Candidate], recognised: Standing = everywhere) -> Iterator[Candidate]:
    """The candidates; a recognised value with the letters of a listed name bears it, a place only if an office does."""
    offices = [_letters(c.value) for c in candidates if c.field in ("issuer", "parent_agency")]
    for candidate in candidates:
        letters = _letters(candidate.value)
        known = _LISTS.get(candidate.field, {}).get(letters)
        if (
            known is None
            or not recognised(candidate.place)
            or (candidate.field == "place" and not any(_of_province(name, letters) for name in offices))
        ):
            yield candidate
            continue
        doubt = "" if candidate.doubt in _SPECKS else candidate.doubt
        rule = _SURE_RULES.get(candidate.field, candidate.rule)
        yield replace(candidate, value=known, rule=rule, doubt=doubt)


def is_known(field: str, value: object) -> bool:
    """Whether the value stands on the closed list of its field, letter and mark."""
    return value in _LISTS.get(field, {}).values()


def _letters(value: object) -> str:
    """The value's words folded; signs round a word and words of signs alone are left out."""
    words = value.split() if isinstance(value, str) else []
    return fold(" ".join(word.strip("_'\".,;:-–—*|") for word in words if any(c.isalpha() for c in word)))


def _of_province(office: str, place: str) -> bool:
    return office.endswith((f"tinh {place}", f"thanh pho {place}"))

"""What one fact says of another: the number of type and issuer, the day of the period, the title of the issuer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from extractors.patterns import letterhead, offices, signature
from extractors.records import Candidate, UnitName
from extractors.vietnamese.abbreviations import abbreviates, written_out
from extractors.vietnamese.paper_numbers import PaperNumber, read_number
from extractors.vietnamese.paper_types import TYPES, types_of
from extractors.vietnamese.skeleton import skeleton
from extractors.vietnamese.text import fold, one_line, tones

Found = Mapping[str, Candidate]
"""By field, the most trusted candidate."""


class Testimony(NamedTuple):
    """One field's word on another."""

    field: str
    witness: str
    """Its name, as `extractors.decide` trusts it."""
    agrees: bool


Witness = Callable[[Found, tuple[UnitName, ...]], Iterator[Testimony]]


def testimonies(found: Found, roster: tuple[UnitName, ...]) -> list[Testimony]:
    """All that the witnesses have to say."""
    return [said for witness in WITNESSES for said in witness(found, roster)]


def _text(found: Found, field: str) -> str:
    candidate = found.get(field)
    return candidate.value if candidate is not None and isinstance(candidate.value, str) else ""


def _number(found: Found) -> PaperNumber | None:
    """The number in the head taken apart, an empty one too."""
    candidate = found.get("number")
    raw = candidate.value if candidate and isinstance(candidate.value, str) else candidate.raw if candidate else None
    if not raw:
        return None
    line = letterhead.NUMBER_LINE.match(skeleton(raw))
    return read_number(raw, line.start("number") if line else 0)


def type_letters(found: Found, _: tuple[UnitName, ...]) -> Iterator[Testimony]:
    """152/BC-SKHĐT is a báo cáo; 456/SNgV-VP, with no letters of a type, a công văn."""
    number, kind = _number(found), _text(found, "doc_type")
    if number is None or not kind or not number.groups:
        return
    letters, issuer = number.groups[0], _text(found, "issuer")
    if kind == "CÔNG VĂN":
        agrees = letters == "CV" or abbreviates(letters, issuer) or not types_of(letters)
    elif kind in types_of(letters) or (len(number.groups) > 1 and abbreviates(letters, kind)):
        agrees = True
    elif not number.type_letters:
        return
    else:
        agrees = False
    yield Testimony("doc_type", "number's type", agrees)
    if found["number"].value is not None:
        yield Testimony("number", "paper's type", agrees)


def office_letters(found: Found, roster: tuple[UnitName, ...]) -> Iterator[Testimony]:
    """152/BC-SKHĐT comes from the Sở Kế hoạch và Đầu tư; SNgV is not the code of the Sở Nội vụ."""
    number, issuer = _number(found), _text(found, "issuer")
    if number is None or not issuer or not number.office_letters:
        return
    spelt = abbreviates(number.office_letters, issuer)
    if not spelt and _spelt_over_both(number.office_letters, found):
        yield Testimony("issuer", "number's office", agrees=False)
        yield Testimony("parent_agency", "number's office", agrees=False)
        return
    named = {unit.unit_id for unit in roster if _same_unit(unit, found)}
    others = [u for u in roster if u.code == number.office_letters and not spelt and u.unit_id not in named]
    if not spelt and not others:
        return
    yield Testimony("issuer", "number's office", spelt)
    if found["number"].value is not None:
        yield Testimony("number", "issuer", spelt and not _has_strange_digit(number.office_letters, found, roster))


def _has_strange_digit(letters: str, found: Found, roster: tuple[UnitName, ...]) -> bool:
    """Whether digits that neither the office's name nor its code has end the letters: a footnote's, glued to them."""
    digits = letters[len(letters.rstrip("0123456789")) :]
    known = (_text(found, "issuer"), _text(found, "parent_agency"), *(unit.code for unit in roster))
    return bool(digits) and not any(digits in name for name in known)


def _spelt_over_both(letters: str, found: Found) -> bool:
    """Whether the letters need the words of both names: LMHTX of "LIÊN MINH", "HỢP TÁC XÃ …" is one office."""
    parent = _text(found, "parent_agency")
    return (
        bool(parent) and not abbreviates(letters, parent) and abbreviates(letters, f"{parent} {_text(found, 'issuer')}")
    )


def roster_names(found: Found, roster: tuple[UnitName, ...]) -> Iterator[Testimony]:
    """The issuer bears the name of a member; the same name with another tone speaks against it."""
    issuer = _text(found, "issuer")
    if not issuer:
        return
    if any(_same_unit(unit, found) for unit in roster):
        yield Testimony("issuer", "member's name", agrees=True)
    elif any(_folded(unit.name) == _folded(issuer) for unit in roster):
        yield Testimony("issuer", "member's name", agrees=False)


def _same_unit(unit: UnitName, found: Found) -> bool:
    issuer, parent = _text(found, "issuer"), _text(found, "parent_agency")
    names = {_plain(issuer), _plain(f"{issuer} {parent}")}
    wanted = _plain(unit.name)
    return wanted in names or (len(wanted.split()) > 2 and any(name.startswith(f"{wanted} ") for name in names))


@lru_cache(maxsize=4_096)
def _plain(name: str) -> str:
    return tones(one_line(written_out(name)))


@lru_cache(maxsize=4_096)
def _folded(name: str) -> str:
    return fold(written_out(name))


def place_in_head(found: Found, _: tuple[UnitName, ...]) -> Iterator[Testimony]:
    """An office of Cao Bằng writes "Cao Bằng, ngày …"; the same letters with other tones speak against both."""
    place = _plain(_text(found, "place"))
    for field in ("parent_agency", "issuer"):
        office = _plain(_text(found, field))
        if not place or not office:
            continue
        if re.search(rf"\b{re.escape(place)}\b", office):
            yield Testimony("place", field, agrees=True)
            yield Testimony(field, "place", agrees=True)
        elif re.search(rf"\b{re.escape(fold(place))}\b", fold(office)):
            yield Testimony("place", field, agrees=False)
            yield Testimony(field, "place", agrees=False)


def name_is_no_place(found: Found, _: tuple[UnitName, ...]) -> Iterator[Testimony]:
    """The name "Cao Bằng" below a title is where it was signed, though Cao is a family name."""
    name, place = _text(found, "signer_name"), _text(found, "place")
    if name and place and fold(name) in fold(place):
        yield Testimony("signer_name", "place", agrees=False)


def office_of_signer(found: Found, _: tuple[UnitName, ...]) -> Iterator[Testimony]:
    """A sở is signed for by its giám đốc, a văn phòng by its chánh văn phòng."""
    issuer, title = fold(_text(found, "issuer")), fold(_text(found, "signer_title"))
    if not title:
        return
    if any(name.match(issuer) and head.search(title) for name, head in offices.SIGNED_FOR_BY):
        yield Testimony("signer_title", "issuer", agrees=True)
        yield Testimony("issuer", "signer's office", agrees=True)


def deputy_for_head(found: Found, _: tuple[UnitName, ...]) -> Iterator[Testimony]:
    """Who signs "KT." is a deputy; a deputy who signs for nobody speaks against the reading."""
    title, authority = _text(found, "signer_title"), _text(found, "authority")
    if not title:
        return
    deputy = bool(signature.DEPUTY.match(skeleton(title)))
    if authority == "KT.":
        yield Testimony("signer_title", "authority", deputy)
        yield Testimony("authority", "signer's office", deputy)
    elif authority:
        yield Testimony("authority", "signer's office", agrees=True)


def day_and_period(found: Found, _: tuple[UnitName, ...]) -> Iterator[Testimony]:
    """A paper on 2020 is written from late 2019 to early 2021; a day years away is a slip."""
    day, period = _day(found), re.match(r"[0-9]{4}", _text(found, "period"))
    if day is None:
        return
    if not 1945 <= day.year <= 2100 or (period and abs(day.year - int(period[0])) > 1):
        yield Testimony("issued_on", "period", agrees=False)
    elif period:
        yield Testimony("period", "day", agrees=True)
        yield Testimony("issued_on", "period", agrees=True)


def day_and_number(found: Found, _: tuple[UnitName, ...]) -> Iterator[Testimony]:
    """33/2022/NQ-HĐND was signed in 2022."""
    day, number = _day(found), _text(found, "number")
    year = letterhead.YEAR_IN_NUMBER.search(number)
    if day and year:
        agrees = year["year"] == str(day.year)
        yield Testimony("issued_on", "number's year", agrees)
        yield Testimony("number", "day", agrees)


def _day(found: Found) -> date | None:
    text = _text(found, "issued_on")
    return date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None


def listed_type(found: Found, _: tuple[UnitName, ...]) -> Iterator[Testimony]:
    """The kind of paper is on the list of Nghị định 30 or beside it."""
    if _text(found, "doc_type") in TYPES:
        yield Testimony("doc_type", "list of types", agrees=True)


WITNESSES: tuple[Witness, ...] = (
    type_letters,
    office_letters,
    roster_names,
    place_in_head,
    name_is_no_place,
    office_of_signer,
    deputy_for_head,
    day_and_period,
    day_and_number,
    listed_type,
)

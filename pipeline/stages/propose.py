"""A new year's block file, as far as the plan and last year's block tell it; what is not sure is said."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from extractors.vietnamese.text import fold, nfc
from pipeline.language import _
from pipeline.records import Block, Unit
from pipeline.stages.names import names_of, plain_name
from pipeline.stages.offices import Office, is_office, offices

LONGEST_PROVINCE = 3
"""Words: "Thừa Thiên Huế"."""
NO_PROVINCE = frozenset({"uy", "doan"})
"""What may stand behind "Tỉnh" and makes an office of it: "Tỉnh ủy"."""
LOWER = frozenset(["huyện", "tỉnh", "thành", "phố", "thị", "xã", "phường", "quận", "và", "của"])
"""Words that are written small inside an office's name."""
TONES = "\u0300\u0301\u0303\u0309\u0323"
TITLE = re.compile(r"\b(?:chu tich|giam doc|chanh|pho|bi thu|truong (?:ban|khoi|cum|doan))\b")
"""What a person is, not an office: it is no part of an office's name."""
EMPTY = Block("", "", 0, "", (), (), "", {})
LEFT_OUT = frozenset({"va", "cua"})
"""Words that no abbreviation of an office's name has."""


@dataclass(frozen=True, slots=True)
class PlanSaid:
    """What a plan says of the block that it is for."""

    issuer: str
    place: str
    signer_title: str
    year: int | None
    who: tuple[str, ...]
    """The lines that name who does a task."""
    texts: tuple[str, ...]
    """All of its paragraphs."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A block, and what of it a person must look at."""

    block: Block
    doubts: Mapping[str, str] = field(default_factory=dict)
    """name, province, year, leader, deputies, units, criteria or a unit's id -> why."""


def propose(said: PlanSaid, year: int | None, last: Block | None) -> Proposal:
    """The block of the year: last year's members, and whom the plan names."""
    doubts: dict[str, str] = {}
    province = _province(said, last, doubts)
    named = [*offices(said.who), *(office for office in offices(said.texts) if office.part)]
    block = replace(
        last or EMPTY,
        name=_name(said, last, doubts),
        province=province,
        year=_year(said, year, doubts),
        units=_units(named, last, province, doubts),
        due={},
    )
    if block.criteria_file:
        doubts["criteria"] = _("this is last year's file: put this year's in its place if it changed")
    block = _with_leader(block, named, said, last, doubts)
    return Proposal(_with_deputies(block, named, last, doubts), doubts)


def _year(said: PlanSaid, year: int | None, doubts: dict[str, str]) -> int:
    if year and said.year and year != said.year:
        doubts["year"] = _("the plan's title says {year}").format(year=said.year)
    return year or said.year or 0


def _province(said: PlanSaid, last: Block | None, doubts: dict[str, str]) -> str:
    """Last year's, else the province that the plan names most, else the place of its date."""
    if last:
        return last.province
    found = Counter(name for text in said.texts for name in _provinces(text))
    if found:
        return found.most_common(1)[0][0]
    doubts["province"] = _("taken from the place of the plan's date")
    return said.place


def _provinces(text: str) -> Iterator[str]:
    """Every "tỉnh Cao Bằng" of the text, and the end of "UBND TỈNH CAO BẰNG", as a name."""
    words = text.split()
    for index, word in enumerate(words):
        if fold(word) == "tinh":
            name = list(takewhile(lambda one: one[0].isupper(), words[index + 1 : index + 1 + LONGEST_PROVINCE]))
            last = next((n for n, one in enumerate(name, start=1) if not one.isalpha()), len(name))
            name = [one.strip(".,;:()") for one in name[:last]]
            if name and fold(name[0]) not in NO_PROVINCE:
                yield nfc(" ".join(name).title())


def _name(said: PlanSaid, last: Block | None, doubts: dict[str, str]) -> str:
    """The block's name as the plan's text writes it, else its head's capitals in small letters."""
    if last and fold(last.name) == fold(said.issuer):
        return last.name
    wanted = fold(said.issuer)
    for text in said.texts:
        at = fold(text).find(wanted) if wanted and len(fold(text)) == len(text) else -1
        if at >= 0 and not text[at : at + len(wanted)].isupper():
            written = text[at : at + len(wanted)]
            return written[0].upper() + written[1:]
    doubts["name"] = _("taken from the capitals of the plan's head")
    return said.issuer.capitalize()


def _units(named: Iterable[Office], last: Block | None, province: str, doubts: dict[str, str]) -> tuple[Unit, ...]:
    units = list(last.units) if last else []
    if not last:
        doubts["units"] = _("only those whom the plan names: add the other members")
    for office in named:
        if not _member(office.name, units, province):
            unit = _new_unit(office.name, {unit.id for unit in units})
            units.append(unit)
            doubts[unit.id] = _("new, from the plan: is it a member? Look at id, code and name")
    return tuple(units)


def _member(name: str, units: Sequence[Unit], province: str) -> str:
    """The id of the unit that bears the name, "" where none does."""
    words = plain_name(name, province)
    block = replace(EMPTY, province=province, units=tuple(units))
    return next((known.unit_id for known in names_of(block) if known.words == words), "")


def _new_unit(name: str, taken: set[str]) -> Unit:
    letters = _letters(name)
    plain = fold(letters) or "don-vi"
    free = (plain, *(f"{plain}-{n}" for n in range(2, len(taken) + 3)))
    return Unit(next(one for one in free if one not in taken), name, letters.upper())


def _letters(name: str) -> str:
    """The first letters of a name without tone marks, abbreviations whole: "SKHĐT", "VPUBND", "BTCTU"."""
    words = re.findall(r"\w+", re.sub(r"\s+tỉnh$", "", name))
    kept = [word for word in words if fold(word) not in LEFT_OUT]
    letters = "".join(word if len(word) > 1 and word.isupper() else word[0] for word in kept)
    return nfc("".join(one for one in unicodedata.normalize("NFD", letters) if one not in TONES))


def _with_leader(
    block: Block, named: Sequence[Office], said: PlanSaid, last: Block | None, doubts: dict[str, str]
) -> Block:
    """Whom the plan calls the head, else who signed it, else last year's."""
    heads = _having("head", named, block)
    if len(heads) == 1:
        return replace(block, leader=heads[0])
    if heads:
        doubts["leader"] = _("the plan calls several units the head: {ids}").format(ids=", ".join(heads))
        return replace(block, leader=heads[0])
    signer = _signer(said.signer_title)
    if signer and not _member(signer, block.units, block.province):
        unit = _new_unit(signer, {unit.id for unit in block.units})
        doubts[unit.id] = _("new, from the signer of the plan: is it a member? Look at id, code and name")
        block = replace(block, units=(*block.units, unit))
    if signer:
        doubts["leader"] = _("taken from the signer of the plan")
        return replace(block, leader=_member(signer, block.units, block.province))
    doubts["leader"] = _("the plan does not say; this is last year's") if last else _("the plan does not say")
    return replace(block, leader=last.leader if last else "")


def _with_deputies(block: Block, named: Sequence[Office], last: Block | None, doubts: dict[str, str]) -> Block:
    found = [one for one in _having("deputy", named, block) if one != block.leader]
    if found:
        return replace(block, deputies=tuple(found))
    doubts["deputies"] = _("the plan does not say; these are last year's") if last else _("the plan does not say")
    return replace(block, deputies=last.deputies if last else ())


def _having(part: str, named: Iterable[Office], block: Block) -> list[str]:
    """The ids of all whom the plan gives the part, each once."""
    ids = (_member(office.name, block.units, block.province) for office in named if office.part == part)
    return list(dict.fromkeys(one for one in ids if one))


def _signer(title: str) -> str:
    """The office that a signer's title names: "CHỦ TỊCH UBND HUYỆN KIM BÔI" -> "UBND huyện Kim Bôi"."""
    words = title.split()
    tails = (words[start:] for start in range(1, len(words)))
    found = next((tail for tail in tails if is_office(" ".join(tail)) and not TITLE.search(fold(" ".join(tail)))), [])
    return " ".join(_cased(word, index) for index, word in enumerate(found))


def _cased(word: str, index: int) -> str:
    if not word.isupper() or word in ("UBND", "HĐND", "ĐBQH", "UBMTTQ"):
        return word
    small = word.lower()
    return small if index and small in LOWER else small.capitalize()

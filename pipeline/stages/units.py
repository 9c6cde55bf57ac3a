"""Which member a paper comes from: the issuer's lines, the letters of its number, the signer's office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from extractors.records import Fact
from extractors.vietnamese.paper_types import types_of
from extractors.vietnamese.text import fold
from pipeline.checks.days import sure_day
from pipeline.checks.pairs import SURE
from pipeline.records import Block
from pipeline.stages.names import ABBREVIATIONS, Name, holds, kind_and_name, names_of, plain_name, spelled_out

NEAR = 88.0
"""A printed name at least this like a member's (0 to 100) is proposed, never taken."""
LEAD = 5.0
"""A proposal is this much nearer than the next member."""

NATIONAL = re.compile(r"(?P<name>.+) viet nam")
GOVERNING = re.compile(r"(?:ban chap hanh|ban thuong vu|ban thuong truc|uy ban)\b ?(?P<where>.*)$")
"""Below "HỘI NÔNG DÂN VIỆT NAM" its "BAN CHẤP HÀNH TỈNH …" is the province's Hội Nông dân."""

DOUBTFUL = "document.unit_doubtful"
PROPOSED = "document.unit_proposed"
HINTED = "document.unit_by_file_name"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issued a paper, as far as its own words say."""

    unit_id: str | None
    doubts: tuple[str, ...] = ()
    is_block: bool = False
    """The block itself issued it: "KHỐI THI ĐUA …"."""


def issuer_of(facts: Mapping[str, Fact], block: Block, file_names: Iterable[str] = ()) -> Issuer:
    """The member that issued the paper; None for any other office; a doubt where the witnesses do not agree.

    The names of its files are a hint for a person where the paper itself says nothing.
    """
    printed = printed_issuer(facts)
    if printed and _is_block(printed, block):
        return Issuer(None, is_block=True)
    by_name = _by_name(facts, block, sure_day(facts.get("issued_on")))
    by_number = units_of_number(facts.get("number"), block)
    if by_name:
        return _named(by_name, by_number, facts, block)
    if printed:
        return _not_named(facts, by_number, block)
    if len(by_number) == 1:
        return Issuer(min(by_number), (DOUBTFUL,))
    hinted = _by_file_names(file_names, block)
    return Issuer(hinted, (HINTED,)) if hinted else Issuer(None, (DOUBTFUL,))


def _by_file_names(file_names: Iterable[str], block: Block) -> str | None:
    """The one member that the files' names name, or whose id is a folder's."""
    paths = [name.replace("_", " ") for name in file_names]
    words = " ".join(plain_name(path, block.province) for path in paths)
    folders = {part for path in paths for part in path.split("/")[:-1]}
    named = {n.unit_id for n in names_of(block) if f" {n.words} " in f" {words} "}
    found = named or {unit.id for unit in block.units if unit.id in folders}
    return min(found) if len(found) == 1 else None


def printed_issuer(facts: Mapping[str, Fact]) -> str:
    """The issuer's name as printed, "" where none was found."""
    fact = facts.get("issuer")
    return fact.value if fact and isinstance(fact.value, str) else ""


def units_of_number(fact: Fact | None, block: Block) -> frozenset[str]:
    """The members whose letters stand where a number names its office: "152/BC-SKHĐT", "456/SNgV-VP", "1/BC-MTTQ-BTT".

    "TTr" in the place of the kind may be an inspectorate's own letters.
    """
    groups = _groups(fact)
    if not groups:
        return frozenset()
    typed = len(groups) > 1 and bool(types_of(groups[0]))
    office = groups[1] if typed else groups[0]
    for choice in ("-".join(groups[typed:]), office, groups[0]):
        if found := _bearing(choice, block):
            return found
    return frozenset()


def _groups(fact: Fact | None) -> list[str]:
    """The groups of letters after the digits: ["BC", "SKHĐT"]; also of a number without digits."""
    text = fact.value or fact.raw if fact else None
    if not isinstance(text, str):
        return []
    tail = re.sub(r"^[^/–-]*[/–-]", "", re.sub(r"\s", "", text), count=1)
    return [g for g in re.split(r"[/–-]", tail) if g and not g.isdigit()]


def _bearing(letters: str, block: Block) -> frozenset[str]:
    """The members with these letters; where none has them, those with the same but for accents and case."""
    exact = frozenset(unit.id for unit in block.units if unit.code == letters)
    folded = fold(letters)
    return exact or frozenset(unit.id for unit in block.units if unit.code and fold(unit.code) == folded)


def _is_block(printed: str, block: Block) -> bool:
    name = plain_name(printed, block.province)
    return name == plain_name(block.name, block.province) or bool(re.match(r"(?:khoi|cum) thi dua\b", name))


def _by_name(facts: Mapping[str, Fact], block: Block, on: date | None) -> frozenset[str]:
    """The members whose name the issuer's lines print, its parent's line beside it where that tells more."""
    names = [name for name in names_of(block) if holds(name, on)]
    for words in _readings(facts, block):
        if found := frozenset(name.unit_id for name in names if name.words == words):
            return found
    return frozenset()


def _readings(facts: Mapping[str, Fact], block: Block) -> list[str]:
    """The ways to read the issuer's lines as one name: "VĂN PHÒNG" + "UBND TỈNH", "UBND" + "HUYỆN HÒA AN"."""
    issuer, parent = printed_issuer(facts), facts.get("parent_agency")
    above = parent.value if parent and isinstance(parent.value, str) else ""
    texts = [f"{issuer} {above}", f"{above} {issuer}", issuer] if above else [issuer]
    plain = [plain_name(text, block.province) for text in texts if issuer]
    body = NATIONAL.fullmatch(plain_name(above, block.province))
    place = GOVERNING.match(plain_name(issuer, block.province))
    return [*plain, f"{body['name']} {place['where']}".strip()] if body and place else plain


def _named(by_name: frozenset[str], by_number: frozenset[str], facts: Mapping[str, Fact], block: Block) -> Issuer:
    agreed = by_name & by_number or by_name
    if len(agreed) > 1:
        agreed = agreed & _by_signer(facts, block) or agreed
    if len(agreed) > 1:
        return Issuer(None, (DOUBTFUL,))
    contradicted = bool(by_number) and not by_name & by_number
    unsure = facts["issuer"].status not in SURE and not by_number & agreed
    return Issuer(min(agreed), (DOUBTFUL,) if contradicted or unsure else ())


def _by_signer(facts: Mapping[str, Fact], block: Block) -> frozenset[str]:
    """The members that the signer's title names: "CHÁNH VĂN PHÒNG UBND TỈNH"."""
    fact = facts.get("signer_title")
    title = plain_name(fact.value, block.province) if fact and isinstance(fact.value, str) else ""
    return frozenset(name.unit_id for name in names_of(block) if title and name.words in title)


def _not_named(facts: Mapping[str, Fact], by_number: frozenset[str], block: Block) -> Issuer:
    """A name that is no member's: no member, unless it is nearly one's, part of one, or the letters are one's."""
    part = by_number & _by_part(facts, block)
    if part:
        part = part & _by_signer(facts, block) or part
        return Issuer(min(part) if len(part) == 1 else None, (DOUBTFUL,))
    near = proposal(_readings(facts, block), names_of(block))
    lettered = bool(_groups(facts.get("number")))
    if near and (not lettered or near in by_number):
        return Issuer(near, (PROPOSED,))
    if len(by_number) == 1 and _own_letters(min(by_number), block):
        return Issuer(min(by_number), (DOUBTFUL,))
    return Issuer(_at_the_end(facts, block), (DOUBTFUL,)) if facts["issuer"].status not in SURE else Issuer(None)


def _at_the_end(facts: Mapping[str, Fact], block: Block) -> str | None:
    """The one member whose name ends a doubtful issuer's: the line above may have been taken for its beginning."""
    words = plain_name(printed_issuer(facts), block.province)
    found = {name.unit_id for name in names_of(block) if words.endswith(f" {name.words}")}
    return min(found) if len(found) == 1 else None


def _by_part(facts: Mapping[str, Fact], block: Block) -> frozenset[str]:
    """The members of whose names the issuer prints only the beginning: "VĂN PHÒNG"."""
    words = spelled_out(printed_issuer(facts))
    return frozenset(name.unit_id for name in names_of(block) if name.words.startswith(f"{words} "))


def _own_letters(unit_id: str, block: Block) -> bool:
    """Whether the member's letters tell it from others: not "VP" or "UBND", which many offices use."""
    code = next(unit.code for unit in block.units if unit.id == unit_id)
    return fold(code) not in ABBREVIATIONS and [unit.code for unit in block.units].count(code) == 1


def proposal(readings: Iterable[str], names: Iterable[Name]) -> str | None:
    """The one member whose name is nearly a printed one; None where none is, or two are."""
    from rapidfuzz.fuzz import ratio

    best: dict[str, float] = {}
    for words in readings:
        kind, own = kind_and_name(words)
        for name in names:
            its_kind, its_own = kind_and_name(name.words)
            same_figures = re.findall("[0-9]+", words) == re.findall("[0-9]+", name.words)
            likeness = ratio(own, its_own) if same_figures and kind == its_kind else 0.0
            best[name.unit_id] = max(best.get(name.unit_id, 0.0), likeness)
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < NEAR:
        return None
    runner_up = ranked[1][1] if len(ranked) > 1 else 0.0
    return ranked[0][0] if ranked[0][1] - runner_up >= LEAD else None

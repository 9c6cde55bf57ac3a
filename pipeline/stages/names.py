"""The names of the members, in one form whatever way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extractors.patterns.phrases import phrases
from extractors.vietnamese.text import fold
from pipeline.records import Block, Unit

ABBREVIATIONS = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "dbqh": "dai bieu quoc hoi",
    "ddbqh": "doan dai bieu quoc hoi",
    "vp": "van phong",
    "vpub": "van phong uy ban nhan dan",
    "bql": "ban quan ly",
    "kkt": "khu kinh te",
    "kcn": "khu cong nghiep",
    "tp": "thanh pho",
    "tx": "thi xa",
    "tdkt": "thi dua khen thuong",
    "mttq": "mat tran to quoc",
    "ubmttq": "uy ban mat tran to quoc",
    "ldld": "lien doan lao dong",
    "lhpn": "lien hiep phu nu",
    "bhxh": "bao hiem xa hoi",
    "khdt": "ke hoach va dau tu",
    "gddt": "giao duc va dao tao",
    "khcn": "khoa hoc va cong nghe",
    "tnmt": "tai nguyen va moi truong",
    "gtvt": "giao thong van tai",
    "tttt": "thong tin va truyen thong",
    "nnptnt": "nong nghiep va phat trien nong thon",
    "ldtbxh": "lao dong thuong binh va xa hoi",
    "ldtb": "lao dong thuong binh",
    "vhttdl": "van hoa the thao va du lich",
    "vhtt": "van hoa the thao",
}
"""Folded abbreviations that mean the same in every province."""

PAIRS = {
    "kh va dt": "ke hoach va dau tu",
    "kh dt": "ke hoach va dau tu",
    "gd va dt": "giao duc va dao tao",
    "gd dt": "giao duc va dao tao",
    "kh va cn": "khoa hoc va cong nghe",
    "kh cn": "khoa hoc va cong nghe",
    "tn va mt": "tai nguyen va moi truong",
    "tn mt": "tai nguyen va moi truong",
    "tt va tt": "thong tin va truyen thong",
    "nn va ptnt": "nong nghiep va phat trien nong thon",
    "ld tb va xh": "lao dong thuong binh va xa hoi",
    "ld tbxh": "lao dong thuong binh va xa hoi",
    "ldtb va xh": "lao dong thuong binh va xa hoi",
    "vh tt va dl": "van hoa the thao va du lich",
    "vhtt va dl": "van hoa the thao va du lich",
}
"""Folded abbreviations in several words."""

_WORD = re.compile(r"[0-9a-z]+")
_LINKED = re.compile(r"(?<=[a-z])-(?=[a-z])")
_PAIR = re.compile(rf"\b(?:{'|'.join(sorted(PAIRS, key=len, reverse=True))})\b")


_KINDS = phrases(
    """uy ban nhan dan | hoi dong nhan dan | uy ban | van phong | so | ban quan ly | ban | cuc | chi cuc | huyen uy |
    thanh uy | thi uy | dang uy | dang bo | huyen | quan | thi xa | thanh pho | phuong | xa | truong | cong ty |
    tong cong ty | hoi | doan | lien doan lao dong | benh vien | trung tam | cong an"""
)
_KIND = re.compile(rf"(?:{_KINDS}\s+)*", re.VERBOSE)
"""What many offices' names begin with: "uy ban nhan dan huyen ", "so "."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a member."""

    unit_id: str
    words: str
    """In the form of `plain_name`."""
    until: date | None = None


def kind_and_name(words: str) -> tuple[str, str]:
    """A plain name's kind of office and what tells it from others of its kind: ("so ", "noi vu")."""
    match = _KIND.match(words)
    end = match.end() if match else 0
    return words[:end], words[end:]


def plain_name(text: str, province: str) -> str:
    """The name in lower case letters without accents, abbreviations written out, without "tỉnh Cao Bằng"."""
    return _plain_name(text, fold(province))


@lru_cache(maxsize=4096)
def _plain_name(text: str, province: str) -> str:
    joined = " ".join(_WORD.findall(spelled_out(text)))
    joined = re.sub(r"\b(uy ban nhan dan|van phong|doan dai bieu quoc hoi) \1\b", r"\1", joined)
    return _without_province(joined, " ".join(_WORD.findall(province)))


def spelled_out(text: str) -> str:
    """The folded text with abbreviations written out; every other mark stays."""
    text = _LINKED.sub(" ", re.sub(r"\s*&\s*", " va ", fold(text)))
    text = _WORD.sub(lambda m: ABBREVIATIONS.get(m.group(), m.group()), text)
    return _PAIR.sub(lambda m: PAIRS[m.group()], text)


def _without_province(words: str, province: str) -> str:
    """The words "so noi vu tinh cao bang" as "so noi vu"; the town of the same name keeps its name."""
    bare = re.sub(rf"\b(tinh(?: uy| doan)?) {province}\b", r"\1", words)
    bare = re.sub(rf"(?<!thanh pho)(?<!thi xa)(?<!huyen)(?<!phuong)(?<!\bxa) {province}$", "", bare)
    bare = re.sub(rf"^((?:so|cuc) .+) thanh pho {province}$", r"\1", bare)
    return re.sub(r"(?<=\w) tinh$", "", bare)


def names_of(block: Block) -> tuple[Name, ...]:
    """Every way to write every member, the longest first."""
    return _names_of(block.units, block.province)


@lru_cache(maxsize=8)
def _names_of(units: tuple[Unit, ...], province: str) -> tuple[Name, ...]:
    found = {name for unit in units for name in _names(unit, province)}
    return tuple(sorted(found, key=lambda n: (-len(n.words), n.words, n.unit_id, n.until or date.max)))


def _names(unit: Unit, province: str) -> Iterator[Name]:
    yield Name(unit.id, plain_name(unit.name, province))
    for alias in unit.aliases:
        yield Name(unit.id, plain_name(alias.name, province), alias.until)


def holds(name: Name, on: date | None) -> bool:
    """Whether the name held on the day; a paper without a day may bear any name."""
    return name.until is None or on is None or on <= name.until

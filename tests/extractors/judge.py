"""What is right for an invented paper, and what the extractors made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from extractors.extraction import extract
from extractors.places import text_at
from extractors.records import Document, Fact, Status, UnitName
from tests.extractors.paper import LAYOUTS, LETTER, REPORT, Paper


class Wanted(Enum):
    """What is wanted where no value is."""

    REVIEW = "whatever it reads, it must not be accepted"
    ABSENT = "nothing may be accepted, for nothing is there"
    ANY = "not judged"


REVIEW, ABSENT, ANY = Wanted.REVIEW, Wanted.ABSENT, Wanted.ANY

IN_REPORT: dict[str, object] = {
    "doc_type": "BÁO CÁO",
    "number": "152/BC-SKHĐT",
    "parent_agency": "UBND TỈNH LAM SƠN",
    "issuer": "SỞ KẾ HOẠCH VÀ ĐẦU TƯ",
    "place": "Lam Sơn",
    "issued_on": "2021-06-05",
    "subject": "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2021",
    "period": "2021-H1",
    "authority": "KT.",
    "signer_title": "PHÓ GIÁM ĐỐC",
    "signer_name": "Nông Thị Thử",
    "recipients": ("Như trên", "Các đơn vị trong Khối", "Lưu: VT, TH"),
    "replaces": ABSENT,
}
IN_LETTER = IN_REPORT | {
    "doc_type": "CÔNG VĂN",
    "number": "45/SNgV-VP",
    "issuer": "SỞ NGOẠI VỤ",
    "subject": "V/v đăng ký thi đua năm 2021",
    "period": "2021",
}


@dataclass(frozen=True)
class Case:
    """A paper, and what is to be read in it; None where a place is left empty."""

    paper: Paper
    wanted: dict[str, object] = field(default_factory=dict)
    """What differs from the plain report (or, in a letter, from the plain letter)."""
    truth: dict[str, object] = field(default_factory=dict)
    """What the paper really says, where it is wanted in review: by this its rules are measured."""
    roster: tuple[UnitName, ...] = ()
    only: tuple[str, ...] = tuple(LAYOUTS)

    def expected(self) -> dict[str, object]:
        """Field -> value, None for an empty place, or a `Wanted`."""
        plain = IN_LETTER if self.paper.letter or self.paper.offices == LETTER.offices else IN_REPORT
        return plain | self.wanted

    def documents(self) -> Iterator[tuple[str, Document]]:
        """The paper in every layout that can hold it."""
        for name, lay_out in LAYOUTS.items():
            if name in self.only and (self.paper.title or name != "head last"):
                yield name, lay_out(self.paper)


def faults(case: Case) -> list[str]:
    """Accepted values that are wrong, blanks that are none, empty places taken for values."""
    found = []
    for layout, document in case.documents():
        for fact in extract(document, case.roster).facts:
            wanted = case.expected().get(fact.field, ANY)
            if fact.raw is not None and text_at(document, fact.place) != fact.raw:
                found.append(f"{layout}: {fact.field} is not at its place: {fact.raw!r}")
            if wrong(fact, wanted):
                found.append(f"{layout}: {fact.field} = {fact.value!r} ({fact.status}), wanted {wanted!r}")
    return found


def wrong(fact: Fact, wanted: object) -> bool:
    """Whether the fact claims what is not so."""
    if wanted is ANY or fact.status is Status.NEEDS_REVIEW:
        return False
    if isinstance(wanted, Wanted):
        return True
    return fact.value != wanted


def missing(case: Case) -> list[str]:
    """Values and empty places that no fact is sure of."""
    found = []
    for layout, document in case.documents():
        facts = {f.field: f for f in extract(document, case.roster).facts}
        for name, wanted in case.expected().items():
            fact = facts.get(name)
            unsure = fact is None or fact.status is Status.NEEDS_REVIEW
            if not isinstance(wanted, Wanted) and unsure:
                found.append(f"{layout}: {name} {wanted!r}: {fact.candidates if fact else 'nothing found'}")
    return found


__all__ = ["ABSENT", "ANY", "LETTER", "REPORT", "REVIEW", "Case", "faults", "missing", "wrong"]

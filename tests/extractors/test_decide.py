"""Witnesses that agree are accepted; everything else goes to a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.decide import ENOUGH, TRUST, decide
from extractors.records import Candidate, Fact, Place, Status
from extractors.witnesses import WITNESSES

NUMBER = Candidate("number", "152/BC-SNV", "number.head", "Số: 152/BC-SNV", Place(first=1, last=1))
TYPE = Candidate("doc_type", "BÁO CÁO", "doc_type.title", "BÁO CÁO", Place(first=3, last=3))
ISSUER = Candidate("issuer", "SỞ NỘI VỤ", "issuer.letterhead", "SỞ NỘI VỤ", Place(first=2, last=2))


def fact(name: str, *candidates: Candidate) -> Fact:
    (found,) = [f for f in decide(candidates) if f.field == name]
    return found


def test_a_lone_weak_witness_goes_to_a_person() -> None:
    alone = fact("number", NUMBER)
    assert alone.status is Status.NEEDS_REVIEW
    assert alone.candidates == (NUMBER,)
    assert alone.value == "152/BC-SNV"


def test_witnesses_that_agree_are_accepted_and_named() -> None:
    agreed = fact("number", NUMBER, TYPE, ISSUER)
    assert agreed.status is Status.ACCEPTED
    assert agreed.method == "number.head + paper's type + issuer"
    assert agreed.confidence >= ENOUGH


def test_another_value_goes_to_a_person_with_all_candidates() -> None:
    other = Candidate("number", "153/BC-SNV", "number.appendix", "153/BC-SNV")
    disputed = fact("number", NUMBER, other, TYPE, ISSUER)
    assert disputed.status is Status.NEEDS_REVIEW
    assert disputed.candidates == (NUMBER, other)


@pytest.mark.parametrize("number", ["152/QĐ-SNV", "152/KH-SNV"])
def test_a_number_of_another_type_speaks_against_both(number: str) -> None:
    facts = decide([Candidate("number", number, "number.head"), TYPE, ISSUER])
    assert {f.field for f in facts if f.status is Status.NEEDS_REVIEW} >= {"number", "doc_type"}


def test_a_doubt_is_never_outvoted() -> None:
    doubted = Candidate("number", "152/BC-SNV", "number.head", doubt="foreign_letter")
    assert fact("number", doubted, TYPE, ISSUER).status is Status.NEEDS_REVIEW


def test_an_empty_place_is_blank() -> None:
    empty = fact("number", Candidate("number", None, "number.head", "Số:      /BC-SNV"), TYPE, ISSUER)
    assert (empty.status, empty.value) == (Status.BLANK, None)


def test_an_empty_place_with_a_doubt_is_not_blank() -> None:
    impossible = Candidate("issued_on", None, "issued_on.dateline", "ngày 31 tháng 02", doubt="no_such_day")
    assert fact("issued_on", impossible).status is Status.NEEDS_REVIEW


@pytest.mark.parametrize("one", ["Uỷ ban", "Ủy  ban"])
def test_spelling_is_no_contradiction(one: str) -> None:
    first = Candidate("place", one, "place.dateline")
    second = Candidate("place", "Ủy ban", "place.no_comma")
    assert fact("place", first, second).status is Status.ACCEPTED


def test_trust_is_a_share() -> None:
    assert all(0 < trust < 1 for trust in TRUST.values())


VALUES = st.one_of(st.none(), st.text(max_size=20), st.floats(allow_nan=False), st.tuples(st.text(max_size=5)))
CANDIDATES = st.builds(
    Candidate,
    field=st.sampled_from(["number", "doc_type", "issuer", "place", "issued_on", "period", "count:granted/ldtt/any"]),
    value=VALUES,
    rule=st.sampled_from([*TRUST, "unheard of"]),
    raw=st.one_of(st.none(), st.text(max_size=20)),
    doubt=st.sampled_from(["", "", "", "why not"]),
)


@given(st.lists(CANDIDATES, max_size=8))
def test_any_candidates_give_one_fact_a_field(candidates: list[Candidate]) -> None:
    facts = decide(candidates)
    assert sorted(f.field for f in facts) == sorted({c.field for c in candidates})
    for one in facts:
        kept = [c for c in candidates if c.field == one.field]
        if one.status is Status.ACCEPTED:
            assert one.value is not None
            assert not any(c.doubt for c in kept)
        if one.status is Status.NEEDS_REVIEW:
            assert list(one.candidates) == kept


def test_every_witness_has_its_trust() -> None:
    import inspect
    import re

    for witness in WITNESSES:
        named = re.findall(r'Testimony\([^,]+, "([^"]+)"', inspect.getsource(witness))
        assert set(named) <= set(TRUST)

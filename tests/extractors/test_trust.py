"""Whether each rule is right as often as the decision trusts it to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from extractors.decide import TRUST
from extractors.fields.registry import FIELDS
from extractors.layout import outline
from extractors.records import Candidate
from tests.extractors.fields import (
    test_agencies,
    test_dateline,
    test_doc_type,
    test_number,
    test_period,
    test_recipients,
    test_replaces,
    test_sheet_heads,
    test_signer,
    test_subject,
)
from tests.extractors.judge import Case, Wanted, faults, missing

CASES: list[Case] = [
    case
    for module in (
        test_agencies,
        test_dateline,
        test_doc_type,
        test_number,
        test_period,
        test_recipients,
        test_replaces,
        test_sheet_heads,
        test_signer,
        test_subject,
    )
    for case in module.CASES.values()
]
HEADER = tuple(CASES[0].expected())
PROPOSALS = {"subject.no_end", "number.malformed", "issued_on.malformed"}
"""Rules trusted so little that nothing can make their values accepted."""
RULES = [rule for rule in TRUST if rule.partition(".")[0] in HEADER and "." in rule and rule not in PROPOSALS]


def judged() -> Iterator[tuple[Candidate, object]]:
    """Every candidate without a doubt in every paper and layout, and what was wanted."""
    for case in CASES:
        for _, document in case.documents():
            layout = outline(document)
            for find in FIELDS.values():
                for candidate in find(layout):
                    wanted = (case.expected() | case.truth).get(candidate.field)
                    if not candidate.doubt and candidate.field in HEADER and not isinstance(wanted, Wanted):
                        yield candidate, wanted


@pytest.fixture(scope="module")
def precision() -> dict[str, float]:
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for candidate, wanted in judged():
        seen[candidate.rule] += 1
        right[candidate.rule] += candidate.value == wanted
    return {rule: right[rule] / seen[rule] for rule in seen}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_right_as_often_as_it_is_trusted(rule: str, precision: dict[str, float]) -> None:
    assert precision.get(rule, 0.0) >= TRUST[rule]


def test_nothing_is_accepted_wrongly_in_any_paper() -> None:
    assert [fault for case in CASES for fault in faults(case)] == []


def test_nearly_every_plain_value_is_accepted() -> None:
    wanted = sum(
        sum(not isinstance(v, Wanted) for v in case.expected().values()) * len(list(case.documents())) for case in CASES
    )
    unsure = sum(len(missing(case)) for case in CASES)
    assert unsure / wanted <= 0.02

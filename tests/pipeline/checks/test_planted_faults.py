"""Faults planted at random in right sheets: each is found, and nothing else."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.vietnamese.numbers import printed
from tests.pipeline.checks.sheets import CRITERIA, brief, case, scored

TREE = {1: (2, 3, 4), 5: (6, 7), 8: (9, 10)}
"""Group -> its rows, by line of CRITERIA."""
LEAVES = [leaf for leaves in TREE.values() for leaf in leaves]
TOTAL = len(CRITERIA) - 1
MAXIMA = [Decimal(0), *(Decimal(line.rpartition("|")[2].strip()) for line in CRITERIA[1:])]

STEPS = st.integers(1, 12).map(lambda n: Decimal(n) / 4)
SIGNS = st.sampled_from([1, -1])


@st.composite
def right_scores(draw: st.DrawFn) -> list[Decimal]:
    """A score for each line, groups and total being the sums."""
    scores = [Decimal(0)] * len(CRITERIA)
    for group, leaves in TREE.items():
        for leaf in leaves:
            scores[leaf] = MAXIMA[leaf] * draw(st.integers(0, 4)) / 4
        scores[group] = sum((scores[leaf] for leaf in leaves), Decimal(0))
    scores[TOTAL] = sum((scores[group] for group in TREE), Decimal(0))
    return scores


def sheet_of(scores: list[Decimal]) -> list[str]:
    return scored(["Tự chấm", *map(printed, scores[1:])])


@settings(deadline=None, max_examples=60)
@given(right_scores())
def test_a_right_sheet_is_left_alone(scores: list[Decimal]) -> None:
    assert brief(case(sheet_of(scores))) == []


def total(scores: list[Decimal], data: st.DataObject) -> str:
    scores[TOTAL] += data.draw(STEPS) * data.draw(SIGNS)
    return "score.total_mismatch"


def subtotal(scores: list[Decimal], data: st.DataObject) -> str:
    group = data.draw(st.sampled_from(sorted(TREE)))
    least = min(Decimal(0), scores[group] - MAXIMA[group])
    change = data.draw(STEPS) * -1 if least < 0 and data.draw(st.booleans()) else Decimal("-0.25")
    scores[group] += change
    if data.draw(st.booleans()):
        scores[TOTAL] += change
    return "score.subtotal_mismatch"


def over_maximum(scores: list[Decimal], data: st.DataObject) -> str:
    leaf = data.draw(st.sampled_from(LEAVES))
    group = next(group for group, leaves in TREE.items() if leaf in leaves)
    change = MAXIMA[leaf] + data.draw(STEPS) - scores[leaf]
    for line in (leaf, group, TOTAL):
        scores[line] += change
    return "score.over_max"


FAULTS: list[Callable[[list[Decimal], st.DataObject], str]] = [total, subtotal, over_maximum]


@settings(deadline=None, max_examples=150)
@given(right_scores(), st.sampled_from(FAULTS), st.data())
def test_a_planted_fault_is_the_only_finding(
    scores: list[Decimal], plant: Callable[[list[Decimal], st.DataObject], str], data: st.DataObject
) -> None:
    code = plant(scores, data)
    assert [found for found, _ in brief(case(sheet_of(scores)))] == [code]


@settings(deadline=None, max_examples=60)
@given(right_scores(), st.sampled_from(LEAVES), STEPS)
def test_a_changed_maximum_is_the_only_finding(scores: list[Decimal], leaf: int, change: Decimal) -> None:
    rows = sheet_of(scores)
    old = f"| {MAXIMA[leaf]} |"
    rows[leaf] = rows[leaf].replace(old, f"| {printed(MAXIMA[leaf] + change)} |")
    assert [found for found, _ in brief(case(rows))] == ["score.max_changed"]


@settings(deadline=None, max_examples=60)
@given(right_scores(), st.sampled_from(LEAVES))
def test_a_row_left_out_is_the_only_finding(scores: list[Decimal], leaf: int) -> None:
    for line in (next(group for group, leaves in TREE.items() if leaf in leaves), TOTAL):
        scores[line] -= scores[leaf]
    rows = [row for line, row in enumerate(sheet_of(scores)) if line != leaf]
    assert [found for found, _ in brief(case(rows))] == ["score.row_missing"]

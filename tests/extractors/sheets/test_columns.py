from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.patterns import scores as patterns
from extractors.sheets.columns import _may_be_criterion, _role

WORDS = "noi dung tieu chi chuan nhiem vu hang muc cac ten diem cham tu bang ghi chu - 2020".split()  # noqa: SIM905
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@given(st.lists(LINES, max_size=3).map(tuple))
def test_no_heading_of_a_criterion_is_passed_over_for_want_of_its_words(heading: tuple[str, ...]) -> None:
    assert _may_be_criterion(heading) or _role(heading)[0] != "criterion"


def test_each_heading_of_a_criterion_is_one_by_its_words_alone() -> None:
    assert {_role((words,))[0] for words in patterns.IN_CRITERION} == {"criterion"}

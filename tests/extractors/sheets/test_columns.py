"""What the columns of a score sheet are, by their headings."""

from __future__ import annotations

from unittest.mock import ANY

from hypothesis import given
from hypothesis import strategies as st

from extractors.patterns import score_columns as patterns
from extractors.sheets.columns import _heading, _names_criteria
from extractors.sheets.roles import role_in
from tests.extractors.sheets.tables import UP, table

WORDS = "nội dung Tiêu chí chuẩn nhiệm vụ hạng mục các tên điểm chấm tự ghi chú - 2020".split()  # noqa: SIM905
TEXTS = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
BELOW = st.lists(st.tuples(*[st.one_of(TEXTS, st.just(UP))] * 2), max_size=3)


@given(st.tuples(TEXTS, TEXTS), BELOW)
def test_no_heading_of_a_criterion_is_passed_over_for_want_of_its_words(
    first: tuple[str, str], below: list[tuple[str, str]]
) -> None:
    grid = table([first, *below])
    headings = [_heading(grid, 0, column, len(grid.rows)) for column in (0, 1)]
    assert _names_criteria(grid) or "criterion" not in [role_in(heading)[0] for heading in headings]


def test_each_heading_of_a_criterion_is_one_by_its_words_alone() -> None:
    assert {role_in((words,))[0] for words in patterns.IN_CRITERION} == {"criterion"}


def test_a_long_text_is_no_heading() -> None:
    assert role_in(("noi dung " + 50 * "huyen, ",)) == ("", ANY)
    assert role_in(("noi dung " + 30 * "huyen, ",)) == ("criterion", ANY)

"""The figures of a score sheet's cell, and the ways to write none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.records import Nothing
from extractors.sheets.cells import read_cell, settle

HUNDRED, THOUSAND = Decimal(100), Decimal(1000)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("98,5", "98.5"),
        ("94.2", "94.2"),
        ("18.50", "18.5"),
        ("09", "9"),
        ("00", "0"),
        ("0", "0"),
        ("10đ", "10"),
        ("10 Đ", "10"),
        ("9,5 điểm", "9.5"),
        ("03 điểm", "3"),
        ("+5", "5"),
        ("-2", "-2"),
        ("– 2", "-2"),
        ("−0,5", "-0.5"),
        ("97 + 10 = 107", "107"),
        ("97đ + 10đ = 107đ", "107"),
        ("95,5+3,5=99", "99"),
        ("12 - 2 = 10", "10"),
        ("8/10", "8"),
        ("Tối đa 20 điểm", "20"),
        ("0,125", "0.125"),
        ("9,5¹", "9.5"),
    ],
)
def test_scores(text: str, value: str) -> None:
    score = settle(read_cell(text), None if "/" not in text else Decimal(10))
    assert (score.value, score.nothing, score.doubt) == (Decimal(value), None, "")


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("", Nothing.BLANK),
        ("  ", Nothing.BLANK),
        ("-", Nothing.DASH),
        ("–", Nothing.DASH),
        ("…", Nothing.DASH),
        (".....", Nothing.DASH),
        ("Không", Nothing.NONE),
        ("không có", Nothing.NONE),
        ("KP", Nothing.NOT_ASSIGNED),
        ("Không được giao", Nothing.NOT_ASSIGNED),
        ("không phát sinh", Nothing.NOT_ASSIGNED),
        ("x", Nothing.MARK),
    ],
)
def test_the_ways_to_write_none_stay_apart_from_zero(text: str, nothing: Nothing) -> None:
    score = settle(read_cell(text), HUNDRED)
    assert (score.value, score.nothing, score.doubt) == (None, nothing, "")


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("9¹,5", "unreadable_score"),
        ("²", "unreadable_score"),
        ("5-10", "range_no_score"),
        ("từ 95 đến 100 điểm", "range_no_score"),
        ("từ 80 đến dưới 90", "range_no_score"),
        ("95 + 3,5", "sum_not_stated"),
        ("97 + 10 = 108", "sum_wrong"),
        ("93%", "unreadable_score"),
        ("19,\n5", "unreadable_score"),
        ("5\n5", "unreadable_score"),
        ("2 điểm/lần", "unreadable_score"),
        ("9,5 10", "unreadable_score"),
        ("Đạt", "unreadable_score"),
        ("(2)", "bracketed_score"),
        ("8/5", "other_maximum"),
        ("l0", "unreadable_score"),
    ],
)
def test_what_has_to_be_asked(text: str, doubt: str) -> None:
    assert settle(read_cell(text), Decimal(10)).doubt == doubt


@pytest.mark.parametrize(
    ("text", "cap", "value", "doubt"),
    [
        ("1.000", THOUSAND, "1000", ""),
        ("1.000", HUNDRED, "1", "ambiguous_number"),
        ("1.000", None, "1000", "ambiguous_number"),
        ("1.329", Decimal(2000), "1329", ""),
        ("19,125", Decimal(20), "19.125", ""),
        ("1.125", Decimal(5), "1.125", ""),
        ("9.125", Decimal(5), "9.125", "ambiguous_number"),
        ("1,000", THOUSAND, "1", "ambiguous_number"),
        ("1.000,5", HUNDRED, "1000.5", ""),
    ],
)
def test_the_scale_tells_what_a_separator_means(text: str, cap: Decimal | None, value: str, doubt: str) -> None:
    score = settle(read_cell(text), cap)
    assert (score.value, score.doubt) == (Decimal(value), doubt)


@given(st.text(max_size=12))
def test_any_text_gets_an_answer(text: str) -> None:
    reading = read_cell(text)
    assert bool(reading.values) + (reading.nothing is not None) + bool(reading.doubt and not reading.values) == 1


@given(
    st.decimals(min_value=0, max_value=999, places=2), st.sampled_from([",", "."]), st.sampled_from(["", "đ", " điểm"])
)
def test_a_printed_score_is_read_as_it_is(value: Decimal, point: str, unit: str) -> None:
    score = settle(read_cell(f"{value:f}".replace(".", point) + unit), HUNDRED)
    assert (score.value, score.doubt) == (value, "")

"""Days as people write them and as the store keeps them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import days


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_however_it_is_typed(day):
    kept = day.isoformat()
    said = days.said(kept)
    assert said is not None
    assert days.typed(said) == days.typed(said.replace("/", ".")) == days.typed(kept) == day


@pytest.mark.parametrize("text", ["", "31/2/2020", "2020-13-01", "15/6/20", "15/6", "20200615", "hôm qua", "١/٢/٢٠٢٠"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        days.typed(text)

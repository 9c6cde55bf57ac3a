"""Days in every shape that papers write, half empty and impossible ones too."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.vietnamese.dates import written_days

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2035, 12, 31))
SHAPES = (
    "ngày {d} tháng {m} năm {y}",
    "ngày {d:02d} tháng {m:02d} năm {y}",
    "ngày {d}/{m}/{y}",
    "ngày {d:02d}/{m:02d}/{y}",
    "ngày {d} / {m} / {y}",
    "ngày {d:02d}.{m:02d}.{y}",
    "ngày   {d} tháng    {m} năm {y}",
    "ngày mùng {d} tháng {m} năm {y}",
    "ngày mồng {d}/{m}/{y}",
    "NGÀY {d} THÁNG {m} NĂM {y}",
    "{d:02d}/{m:02d}/{y}",
)


@given(DAYS, st.sampled_from(SHAPES))
def test_every_shape_gives_its_day(day: date, shape: str) -> None:
    text = f"Căn cứ Kế hoạch {shape.format(d=day.day, m=day.month, y=day.year)} của Khối"
    (written,) = written_days(text)
    assert (written.day, written.doubt) == (day, "")


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("ngày      tháng 5 năm 2020", ""),
        ("ngày … /5/2025", ""),
        ("ngày     /     /2025", ""),
        ("ngày... tháng... năm ...", ""),
        ("ngày      tháng 13 năm 2020", "part_missing"),
        ("ngày 31 tháng 02 năm 2020", "no_such_day"),
        ("ngày 30/2/2020", "no_such_day"),
        ("ngày 05 tháng năm 2018", "part_missing"),
        ("ngày 05 tháng 6 năm 20", "part_missing"),
    ],
)
def test_no_day(text: str, doubt: str) -> None:
    (written,) = written_days(text)
    assert (written.day, written.doubt) == (None, doubt)


def test_a_lost_letter_is_doubted() -> None:
    (written,) = written_days("gày 19/4/2016")
    assert (written.day, written.doubt) == (date(2016, 4, 19), "misspelt")


@given(st.text(alphabet="ngàythánm 0123/.-năm…_", max_size=60))
def test_any_text_gives_days_inside_it(text: str) -> None:
    end = 0
    for written in written_days(text):
        assert end <= written.start < written.end <= len(text)
        end = written.end

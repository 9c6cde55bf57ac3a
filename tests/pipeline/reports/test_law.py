"""The law that a paper cites is the one in force on its day."""

from datetime import date
from itertools import pairwise

import pytest

from pipeline.reports.law import GROUNDS, grounds


def cited(day: date) -> list[str]:
    return grounds(day, "Khối thi đua số 5", day.year)


@pytest.mark.parametrize(
    ("day", "law", "decree"),
    [
        (date(2018, 1, 5), "26 tháng 11 năm 2003", "91/2017/NĐ-CP"),
        (date(2023, 12, 31), "26 tháng 11 năm 2003", "91/2017/NĐ-CP"),
        (date(2024, 1, 1), "15 tháng 6 năm 2022", "98/2023/NĐ-CP"),
        (date(2025, 6, 30), "15 tháng 6 năm 2022", "98/2023/NĐ-CP"),
        (date(2025, 7, 1), "15 tháng 6 năm 2022", "152/2025/NĐ-CP"),
        (date(2031, 1, 1), "15 tháng 6 năm 2022", "152/2025/NĐ-CP"),
    ],
)
def test_one_law_and_one_decree_hold_on_a_day(day: date, law: str, decree: str) -> None:
    first, second, own = cited(day)
    assert law in first
    assert decree in second
    assert own == f"Căn cứ Biên bản bình xét thi đua năm {day.year} của Khối thi đua số 5."
    assert first.endswith(";")
    assert second.endswith(";")


def test_the_laws_and_the_decrees_follow_each_other_without_a_gap() -> None:
    for kind in ("Căn cứ Luật", "Căn cứ Nghị định"):
        held = [ground for ground in GROUNDS if ground.text.startswith(kind)]
        assert held[-1].last == date.max
        assert all(later.first.toordinal() == ground.last.toordinal() + 1 for ground, later in pairwise(held))

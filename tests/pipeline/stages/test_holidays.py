"""The tables of lunar days, held against the moon itself."""

from datetime import date, timedelta
from math import floor, radians, sin

import pytest

from pipeline.stages.holidays import HUNG_KINGS, LUNAR_NEW_YEAR, holidays, next_working_day

LUNATION = 29.530588861
"""Days from one new moon to the next, in the mean."""

FIRST = 2451550.09766
"""The first mean new moon of 2000, as a Julian day (Meeus, Astronomical Algorithms, chapter 49)."""

EPOCH = 1721424.5
"""The Julian day on which day 0 of `date.fromordinal` begins."""

VIETNAM = 7 / 24
RAIN_WATER, GRAIN_RAIN = (2, 19), (4, 20)
"""The first lunar month holds the one, the third the other."""


def new_moon(k: int) -> date:
    """The day in Viet Nam of the k-th new moon since 2000; the terms left out come to less than ten minutes."""
    t = k / 1236.85
    sun = radians(2.5534 + 29.10535670 * k - 0.0000014 * t * t)
    moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    node = radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    terms = (
        (-0.40720, moon), (0.17241, sun), (0.01608, 2 * moon), (0.01039, 2 * node), (0.00739, moon - sun),
        (-0.00514, moon + sun), (0.00208, 2 * sun), (-0.00111, moon - 2 * node), (-0.00057, moon + 2 * node),
    )  # fmt: skip
    clock_ahead = 70 / 86400
    at = FIRST + LUNATION * k + 0.00015437 * t * t + sum(a * sin(angle) for a, angle in terms) - clock_ahead
    return date.fromordinal(floor(at + VIETNAM - EPOCH))


def month_that_holds(year: int, month: int, day: int) -> date:
    """The first day of the lunar month that holds the day."""
    wanted = date(year, month, day)
    around = int((wanted - date(2000, 1, 6)).days / LUNATION)
    return max(found for k in range(around - 2, around + 3) if (found := new_moon(k)) <= wanted)


@pytest.mark.parametrize("year", LUNAR_NEW_YEAR)
def test_the_lunar_new_year_is_the_new_moon_of_the_month_of_rain_water(year: int) -> None:
    assert date(year, *LUNAR_NEW_YEAR[year]) == month_that_holds(year, *RAIN_WATER)


@pytest.mark.parametrize("year", HUNG_KINGS)
def test_the_hung_kings_day_is_the_tenth_of_the_month_of_grain_rain(year: int) -> None:
    assert date(year, *HUNG_KINGS[year]) == month_that_holds(year, *GRAIN_RAIN) + timedelta(days=9)


def test_both_tables_hold_the_same_years() -> None:
    assert list(LUNAR_NEW_YEAR) == list(HUNG_KINGS) == list(range(2018, 2031))


@pytest.mark.parametrize(
    ("due", "moved"),
    [
        (date(2024, 2, 9), date(2024, 2, 14)),
        (date(2024, 4, 18), date(2024, 4, 19)),
        (date(2021, 4, 30), date(2021, 5, 3)),
        (date(2022, 9, 1), date(2022, 9, 5)),
        (date(2022, 1, 1), date(2022, 1, 3)),
        (date(2020, 6, 15), date(2020, 6, 15)),
    ],
)
def test_a_due_day_moves_to_the_next_working_day(due: date, moved: date) -> None:
    assert next_working_day(due) == moved


def test_years_outside_the_tables_have_the_solar_days_alone() -> None:
    assert holidays(2040) == {date(2040, 1, 1), date(2040, 4, 30), date(2040, 5, 1), date(2040, 9, 2)}

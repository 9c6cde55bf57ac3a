"""Days on which offices are closed: a due day moves off them where the block says so."""

from __future__ import annotations

from datetime import date, timedelta

YEARLY = ((1, 1), (4, 30), (5, 1), (9, 2))
"""Month and day: New Year, the two days of the spring, National Day (Bộ luật Lao động 2019, Điều 112)."""

SECOND_NATIONAL_DAY = {2021: (9, 3), 2022: (9, 1), 2023: (9, 1), 2024: (9, 3), 2025: (9, 1), 2026: (9, 1)}
"""Since 2021 the day before or after 2 September is free too, as announced each year."""

LUNAR_NEW_YEAR = {
    2018: (2, 16), 2019: (2, 5), 2020: (1, 25), 2021: (2, 12), 2022: (2, 1), 2023: (1, 22), 2024: (2, 10),
    2025: (1, 29), 2026: (2, 17), 2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 2),
}  # fmt: skip
"""The first day of the lunar year (Tết)."""

HUNG_KINGS = {
    2018: (4, 25), 2019: (4, 14), 2020: (4, 2), 2021: (4, 21), 2022: (4, 10), 2023: (4, 29), 2024: (4, 18),
    2025: (4, 7), 2026: (4, 26), 2027: (4, 16), 2028: (4, 4), 2029: (4, 23), 2030: (4, 12),
}  # fmt: skip
"""The tenth day of the third lunar month (Giỗ Tổ)."""

TET_DAYS = range(-1, 4)
"""The five free days around the lunar new year: from its eve on."""

SATURDAY = 5


def holidays(year: int) -> frozenset[date]:
    """The year's public holidays; the lunar ones only for the years in the tables."""
    days = {date(year, month, day) for month, day in YEARLY}
    for table in (SECOND_NATIONAL_DAY, HUNG_KINGS):
        if year in table:
            days.add(date(year, *table[year]))
    if year in LUNAR_NEW_YEAR:
        first = date(year, *LUNAR_NEW_YEAR[year])
        days |= {first + timedelta(days=n) for n in TET_DAYS}
    return frozenset(days)


def next_working_day(day: date) -> date:
    """The day itself, or the first one after it that is no weekend and no public holiday."""
    while day.weekday() >= SATURDAY or day in holidays(day.year):
        day += timedelta(days=1)
    return day

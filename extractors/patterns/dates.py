"""How papers write a day. Every pattern is for a skeleton (`vietnamese.skeleton`)."""

from __future__ import annotations

import re

FLAGS = re.VERBOSE

# what stands in a place left empty: "      ", "....", "…", "___"
GAP = r"[\s._…]*"

_DAY = rf"(?P<day> {GAP} (?:[0-9]{{1,2}})? {GAP} )"
_MONTH = rf"(?P<month> {GAP} (?:[0-9]{{1,2}})? {GAP} )"
_YEAR = rf"(?P<year> {GAP} (?:[0-9]{{1,4}})? )"

# "ngày mùng 7", "ngày mồng 7": so the first ten days are called
_EARLY = r"(?: \s+ m[uo]ng \b )?"

# "ngày 05 tháng 6 năm 2020", "ngày mùng 7 tháng 12 …", "ngày      tháng 5 năm 2020", "gày 05 háng 6năm 2020"
SPOKEN = re.compile(rf"\b(?P<word>n?gay){_EARLY}{_DAY}(?P<month_word>t?hang){_MONTH}nam{_YEAR}(?![0-9])", FLAGS)

# "ngày 24/6/2021", "ngày 29.06.2006", "ngày … /5/2025", "ngày     /     /2025"
SLASHED = re.compile(rf"\b(?P<word>n?gay){_EARLY}{_DAY}(?P<mark>[/.-]){_MONTH}(?P=mark){_YEAR}(?![0-9])", FLAGS)

# "24/6/2021": a day with nothing before it
BARE = re.compile(
    r"(?<![0-9/.-])(?P<day>[0-9]{1,2})\s?/\s?(?P<month>[0-9]{1,2})\s?/\s?(?P<year>[0-9]{4})(?![0-9/])", FLAGS
)

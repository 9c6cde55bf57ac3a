"""A day as people write it, 15/6/2020, and as the store keeps it, 2020-06-15."""

from __future__ import annotations

import re
from datetime import date

# 15/6/2020, 15-06-2020, 15.6.2020
_WRITTEN = re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})")
# 2020-06-15
_KEPT = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")


def typed(text: str) -> date:
    """The day that a person typed, either way; ValueError for what is no day."""
    found = _WRITTEN.fullmatch(text) or _KEPT.fullmatch(text)
    if not found:
        raise ValueError(text)
    return date(int(found["year"]), int(found["month"]), int(found["day"]))


def said(kept: str) -> str | None:
    """The kept day as people write it; None for a text that is none."""
    found = _KEPT.fullmatch(kept)
    return f"{int(found['day'])}/{int(found['month'])}/{found['year']}" if found else None

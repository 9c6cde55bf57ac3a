"""What is said of a code."""

from __future__ import annotations

from typing import NamedTuple


class Explanation(NamedTuple):
    """Three short texts, as message ids."""

    means: str
    matters: str
    todo: str
    """What the unit or the secretary does now."""

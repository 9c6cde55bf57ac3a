"""All that one file says, as the library hands it over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from extractors.records.document import LedgerLine, Notice
from extractors.records.fact import Fact
from extractors.records.place import Place
from extractors.records.sheet import ScoreRow


class Passage(NamedTuple):
    """One paragraph or table row of the running text, for search, pairing and extracts."""

    text: str
    heading: str
    """The nearest heading above it; "" before the first."""
    place: Place


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one file says."""

    media_type: str
    pages: int | None
    facts: tuple[Fact, ...]
    scores: tuple[ScoreRow, ...]
    notices: tuple[Notice, ...]
    passages: tuple[Passage, ...]
    ledger: tuple[LedgerLine, ...] = ()
    elsewhere: tuple[Passage, ...] = ()
    """What stands outside the running text, for search alone: head, foot, appendix, notes, each row of a table."""

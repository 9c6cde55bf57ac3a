"""The library: one file in, facts with their places out. Knows no inbox, database or command.

`read` takes a file's bytes and gives a `Document`; `extract` takes the document and gives an `Extraction`. Both are
imported when they are first asked for: a command that reads nothing pays nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.errors import Encrypted, ExtractionError, NoText, TooLarge, Unreadable, Unsupported
from extractors.records import (
    Cell,
    Document,
    Extraction,
    Fact,
    Limits,
    Paragraph,
    Passage,
    Place,
    ScoreRow,
    Status,
    Table,
    UnitName,
)

if TYPE_CHECKING:
    from extractors.extraction import extract, read

__all__ = [
    "Cell",
    "Document",
    "Encrypted",
    "Extraction",
    "ExtractionError",
    "Fact",
    "Limits",
    "NoText",
    "Paragraph",
    "Passage",
    "Place",
    "ScoreRow",
    "Status",
    "Table",
    "TooLarge",
    "UnitName",
    "Unreadable",
    "Unsupported",
    "extract",
    "read",
]


def __getattr__(name: str) -> object:
    if name in ("extract", "read"):
        from extractors import extraction

        return getattr(extraction, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""What the pass over a story hands on: a tree of drafts, without the XML that they were read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from extractors.formats.docx.styles import Look

PAGE_BREAK = "\f"
"""Stands in a draft's text for a page or column break."""


class Part(NamedTuple):
    """A stretch of a paragraph's text in one look."""

    text: str
    font: str | None = None
    capitals: bool = False
    raised: bool = False


class Draft:
    """What was read of one paragraph. Its defaults stand on the class: most paragraphs set few of them."""

    style: str | None = None
    added: int = 0
    """Characters of its text that are none of the file's: tabs, breaks, symbols."""
    parts: list[Part] | None = None
    """Its text with fonts, capitals and what is raised; None where it is shown as it stands."""
    num_id: str | None = None
    level: int | None = None
    align: str | None = None
    indent: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None

    def __init__(self, base: Look) -> None:
        """`base` is the look of its style."""
        self.base = base
        self.pieces: list[str] = []
        """Its text as it stands in the file."""


class Holder:
    """What holds blocks: the body, a note, a text box."""

    def __init__(self) -> None:
        self.content: list[Draft | TableDraft | Holder] = []
        """A text box stands after the block that anchors it."""


class Marked:
    """A table, row or cell, with the few properties that matter of it: style, spans, merges, lines."""

    marks: Mapping[str, str] = {}
    """Property -> value; most have none."""

    def mark(self, tag: str, value: str) -> None:
        """Keeps a property."""
        self.marks = {**self.marks, tag: value}


class CellDraft(Holder, Marked):
    """A cell and what stands in it."""


class RowDraft(Marked):
    """A row and the cells that the file has in it."""

    def __init__(self) -> None:
        self.cells: list[CellDraft] = []


class TableDraft(Marked):
    """A table and its rows."""

    def __init__(self) -> None:
        self.rows: list[RowDraft] = []


@dataclass(slots=True)
class Story:
    """What a story's holders hold, and what is counted over all of it."""

    holders: list[Holder]
    parts: list[list[Part]] = field(default_factory=list)
    """Every paragraph's text with its fonts, where those may matter."""
    trimmed: int = 0
    """White space around a text that does not ask to keep it: Word drops it."""

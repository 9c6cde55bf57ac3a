"""What the pass over a story hands on: its paragraphs as drafts, and the marks of its tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from extractors.formats.docx.styles import Look
from extractors.formats.docx.xml import Element

PAGE_BREAK = "\f"
"""Stands in a draft's text for a page or column break."""


class Part(NamedTuple):
    """A stretch of a paragraph's text in one font."""

    text: str
    font: str | None
    capitals: bool


class Draft:
    """What was read of one paragraph. Its defaults stand on the class: most paragraphs set few of them."""

    style: str | None = None
    characters: int = 0
    """Characters of the file's text in it; tabs and breaks are none."""
    parts: list[Part] | None = None
    """Its text with fonts and capitals; None where it is shown as it stands."""
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


@dataclass(slots=True)
class Story:
    """A story's paragraphs by element, and the few marks that its tables carry."""

    drafts: dict[Element, Draft] = field(default_factory=dict)
    marks: dict[Element, dict[str, str]] = field(default_factory=dict)
    """Tables, rows and cells with a style, spans, merges, lines: property -> value."""
    trimmed: int = 0
    """White space around a text that does not ask to keep it: Word drops it."""

"""One file as its reader sees it: paragraphs and tables with their places, and what was kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from extractors.records.place import NOWHERE, Place


class Paragraph(NamedTuple):
    """One paragraph as a reader sees it on the paper."""

    text: str
    """Unicode NFC; no invisible characters; tabs, runs of spaces and line breaks kept."""
    place: Place
    raw: str = ""
    """The characters as they stand in the file, where they differ from `text`; else empty."""
    label: str = ""
    """The automatic number Word would show before the text: "1.", "a)", "-"; never part of `text`."""
    bold: bool = False
    italic: bool = False
    align: str = ""
    """left, center, right or justify; empty where unknown."""
    indent: float = 0.0
    """Left indent, in points."""
    size: float = 0.0
    """Font size in points; 0 where unknown."""
    doubtful: bool = False
    """Recognised from a picture, and some word of it hardly."""


class Cell(NamedTuple):
    """One cell of a grid; a merged cell stands in every slot that it covers."""

    text: str
    """Its paragraphs' texts joined by a line feed."""
    place: Place
    row: int
    """0-based row of its upper left slot in its table."""
    column: int
    """0-based column of its upper left slot."""
    row_span: int = 1
    column_span: int = 1
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    """Tables nested in this cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """One logical table, stitched over pages; every row is as wide as the grid."""

    rows: tuple[tuple[Cell, ...], ...]
    place: Place
    header_rows: int = 0
    """Leading rows that the file marks as repeated header (0 where the file does not say)."""
    ruled: bool = True
    """False for a layout table without visible lines (the header block, the signature block)."""
    doubtful_rows: frozenset[int] = frozenset()
    """Rows, 0-based, whose reading a second reader contradicts: their values need review."""


Block = Paragraph | Table


class AsideKind(StrEnum):
    """Text that is on the paper and is not its running text."""

    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    PAGE_NUMBER = "page_number"
    ARRIVAL_STAMP = "arrival_stamp"
    """The receiver's "ĐẾN Số … Ngày …"."""
    SIGNATURE = "signature"
    """A digital signature's own text: "Ký bởi …"."""
    FILLED_IN = "filled_in"
    """A value drawn in a form or signature field over the typed text: the number, the day."""
    HIDDEN = "hidden"
    DELETED = "deleted"
    COMMENT = "comment"


class Aside(NamedTuple):
    """A text kept apart from the blocks, and why."""

    kind: AsideKind
    paragraph: Paragraph


class LedgerLine(NamedTuple):
    """How many characters of a file a named rule used or left out."""

    rule: str
    """"used", or the rule that left them out: "page_number", "deleted_text" …"""
    characters: int


class Notice(NamedTuple):
    """Something a reader or a field noticed that a person should know; becomes a finding."""

    code: str
    """A finding's code: "file.hidden_text", "file.several_papers" …"""
    place: Place = NOWHERE
    values: Mapping[str, str | int | float] = {}
    """What the message names."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: its blocks in reading order, and everything that was kept apart."""

    media_type: str
    pages: int | None
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...] = ()
    notices: tuple[Notice, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
    recognised: frozenset[int] = frozenset()
    """Pages whose text was recognised from a picture: none of it is trusted on its own."""
    second_reading: Document | None = None
    """The same with its pictures recognised again at another scale."""

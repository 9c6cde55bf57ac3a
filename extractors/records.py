"""What readers, fields and the decision hand to each other: frozen values, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

BBox = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points, the page's top left corner being (0, 0)."""


class Place(NamedTuple):
    """Where a text stands. `extractors.places` prints it and finds the text again."""

    page: int | None = None
    """1-based; None for formats without fixed pages."""
    container: str = ""
    """Empty for the body, or a path: "table 1, row 2, cell 1", "text box 1", "footnote 2".

    Rows are counted as in the file's table, cells among those that start in the row; both 1-based.
    """
    first: int = 0
    """First paragraph inside the container, 1-based; 0 means the whole container."""
    last: int = 0
    """Last paragraph, inclusive; 0 when `first` is 0."""
    start: int | None = None
    """First character inside the paragraphs' texts joined by a line feed; None means all of it."""
    end: int | None = None
    bbox: BBox | None = None


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


NOWHERE = Place()


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
    recognised: bool = False
    """Whether every text was recognised from a picture: then none is trusted on its own."""
    second_reading: Document | None = None
    """The same picture recognised again at another scale."""


class Status(StrEnum):
    """How sure the tool is of a value; the last two are a person's."""

    ACCEPTED = "accepted"
    NEEDS_REVIEW = "needs_review"
    BLANK = "blank"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"


Value = str | float | tuple[str, ...] | None
"""Text, a number, or a list of texts (recipients)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One rule's reading of one field: a value, the text it came from, its place."""

    field: str
    value: Value
    """None says: the place for it is there and empty (`raw` shows the empty place)."""
    rule: str
    """The rule's name, as `extractors.decide` knows it."""
    raw: str | None = None
    """Exactly the text at `place`; None for a value that is concluded, not printed."""
    place: Place = NOWHERE
    doubt: str = ""
    """Why a person should look even if witnesses agree; empty where there is no reason."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What the witnesses amount to, for one field."""

    field: str
    value: Value
    raw: str | None
    status: Status
    confidence: float
    """0 to 1: how often facts decided in this way are right."""
    method: str
    """The witnesses that spoke for it, joined by " + "."""
    place: Place
    candidates: tuple[Candidate, ...] = ()
    """All that were found, kept where a person has to choose."""


class Nothing(StrEnum):
    """The ways a score cell says that there is no number; none of them is 0."""

    BLANK = "blank"
    """Empty."""
    DASH = "dash"
    """"-", "–", "…"."""
    NONE = "none"
    """"Không", "không có"."""
    NOT_ASSIGNED = "not_assigned"
    """"KP", "không được giao", "không phát sinh"."""
    MARK = "mark"
    """"x": assessed without a number."""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One criterion of a score sheet as the paper prints it; a total row is a fact, never a row."""

    row: int
    """1-based, in the paper's order, over all its sheets."""
    code: str
    """As printed, or with its ancestors joined by dots where that is not unique: "I.1.a"."""
    criterion: str
    level: int
    """0 for the top."""
    parent: str | None
    """The code of the row above it in the tree."""
    status: Status
    place: Place
    raw: str
    """The row's cells joined by tabs: exactly the text at `place`."""
    max_score: Decimal | None = None
    self_score: Decimal | None = None
    block_score: Decimal | None = None
    council_score: Decimal | None = None
    bonus: Decimal | None = None
    deduction: Decimal | None = None
    note: str = ""
    nothing: Mapping[str, Nothing] = field(default_factory=dict)
    """For each score column without a number, how the paper says so: {"self_score": Nothing.NONE}."""
    doubts: tuple[str, ...] = ()
    """Why it needs review."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of the block's own score sheet."""

    code: str
    name: str
    level: int
    parent: str | None
    max_score: Decimal | None
    place: Place


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """One row of a plan as printed; who and when are still words."""

    printed: str
    """Its number as printed, "" where it has none."""
    quarter: int | None
    """1 to 4: from the row's quarter heading or its time."""
    content: str
    time: str
    """The time as printed ("Trước ngày 15/6/2020"), "" where only the quarter is known."""
    starts_on: date | None
    """First day of the window the words name."""
    due_on: date | None
    """Last day of it."""
    who: tuple[str, ...]
    """The lines of the column that names units, as printed."""
    place: Place
    raw: str
    support: tuple[str, ...] = ()
    """The lines of a column of its own for those who only help."""


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


@dataclass(frozen=True, slots=True)
class UnitName:
    """A name that the reader may meet, from the block file: who it is and until when it held."""

    unit_id: str
    name: str
    code: str = ""
    """The suffix in số ký hiệu; "" for an alias."""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost; beyond it the file is quarantined."""

    file_bytes: int = 100_000_000
    inflated_bytes: int = 500_000_000
    pages: int = 3_000
    seconds: float = 120.0
    memory_bytes: int = 2_000_000_000

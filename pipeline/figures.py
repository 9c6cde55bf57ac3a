"""What a paper is made of: words, and figures that know where they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from extractors.records import Place

BOOKMARK = "f_"
"""How the bookmarks around figures begin; the rest is made from the figure's key."""

LISTED = "list/"
"""How the keys of figures begin that only repeat another in a list of sources."""


class Source(NamedTuple):
    """One place in one received file that says a figure."""

    unit: str
    """The unit's name, "" where no member sent the paper."""
    document: str
    """The paper's number where it is sure, else ""."""
    file: str
    """As it lay in the inbox."""
    place: Place
    raw: str
    """The text as printed there; "" for a value that is concluded."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value as a paper prints it, with its sources."""

    key: str
    """The same in every run, for `verify`: "score/skhdt/I/self"."""
    text: str
    label: str
    """What it is, in Vietnamese: "Điểm tự chấm, nhóm I"."""
    sources: tuple[Source, ...] = ()
    basis: str = ""
    """How it was worked out where no paper states it: "cộng 9 số liệu"."""
    sure: bool = True
    """False for a value in review; its text then says so."""


class Line(NamedTuple):
    """A sentence put together from words and figures."""

    parts: tuple[str | Figure, ...]


class Bars(StrEnum):
    """How the bars of one row stand."""

    GROUPED = "grouped"
    STACKED = "stacked"


class Row(NamedTuple):
    """The bars of one name, one a series."""

    name: str
    sizes: tuple[Decimal | None, ...]
    """None where there is no bar to draw."""
    texts: tuple[str, ...]
    """What stands at each bar, or in its place."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Horizontal bars; every number in them stands as a figure elsewhere in the paper."""

    bars: Bars
    series: tuple[str, ...]
    rows: tuple[Row, ...]
    width: int
    """In millimetres."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, and its words for those who cannot see it."""

    chart: Chart
    description: str


Content = str | int | Figure | Line | Picture | Sequence["Content"] | Mapping[str, "Content"]
"""What a template is given: nothing that could run."""


@dataclass(frozen=True, slots=True)
class ReportContext:
    """One paper to be written from a Word template."""

    kind: str
    template: str
    """The file's name under `templates/`."""
    file_name: str
    title: str
    """For the file's properties."""
    made_at: datetime
    """For the file's properties: the day as of which it speaks, never the clock."""
    values: Mapping[str, Content] = field(default_factory=dict)
    long: str = ""
    """Which of the values is a list that grows with the papers; it may be written some rows at a time."""


class Sheet(NamedTuple):
    """One sheet of a workbook: rows of cells below its header rows."""

    name: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Content, ...], ...]
    widths: tuple[int, ...]
    """In characters."""


@dataclass(frozen=True, slots=True)
class WorkbookContext:
    """One workbook to be written as XLSX."""

    kind: str
    file_name: str
    title: str
    made_at: datetime
    sheets: tuple[Sheet, ...]


PaperContext = ReportContext | WorkbookContext


class Form(StrEnum):
    """The two forms of a paper."""

    CLEAN = "clean"
    REVIEW = "review"
    """With a comment at every figure."""


class RenderedReport(NamedTuple):
    """A finished paper."""

    kind: str
    file_name: str
    data: bytes
    inputs_sha256: str
    """Over the content and the template: the same inputs, the same bytes."""


def plain(content: Content) -> object:
    """The content as plain text and numbers, for printing and hashing."""
    if isinstance(content, Figure):
        return content.text
    if isinstance(content, Line):
        return "".join(p.text if isinstance(p, Figure) else p for p in content.parts)
    if isinstance(content, Picture):
        return content.description
    if isinstance(content, str | int):
        return content
    if isinstance(content, Mapping):
        return {key: plain(value) for key, value in content.items()}
    return [plain(item) for item in content]


def figures_of(content: Content) -> list[Figure]:
    """Every figure in the content, in the order in which it stands."""
    if isinstance(content, Figure):
        return [content]
    if isinstance(content, str | int | Picture):
        return []
    parts: Sequence[Content]
    if isinstance(content, Line):
        parts = content.parts
    else:
        parts = list(content.values()) if isinstance(content, Mapping) else content
    return [figure for part in parts for figure in figures_of(part)]

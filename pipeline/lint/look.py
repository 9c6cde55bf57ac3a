"""How a Word file looks, as far as the rules ask: each paragraph with its effective font and spacing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from pipeline.language import _
from pipeline.lint.drawing import line_in

ALIGNMENTS = {
    WD_ALIGN_PARAGRAPH.LEFT: "left",
    WD_ALIGN_PARAGRAPH.CENTER: "center",
    WD_ALIGN_PARAGRAPH.RIGHT: "right",
    WD_ALIGN_PARAGRAPH.JUSTIFY: "justify",
}


class Look(NamedTuple):
    """One paragraph as it is seen; sizes and spaces in points."""

    text: str
    where: str
    section: int
    """0-based."""
    cell: tuple[int, int, int] | None
    """Table, row and column, 0-based; None in the body."""
    fonts: frozenset[str]
    sizes: frozenset[float]
    bold: bool
    italic: bool
    black: bool
    align: str
    first_line: float
    before_and_after: float
    line_spacing: float
    """In lines; 0 where it is given in points."""
    line: float | None
    """Width in points of the line drawn in it, 0 where it is not known; None where there is none."""


class Page(NamedTuple):
    """One section's page, in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    first_page_differs: bool
    numbers: tuple[Look, ...]
    """The header's paragraphs that hold a page number."""


class LookedAt(NamedTuple):
    """A whole paper."""

    pages: tuple[Page, ...]
    paragraphs: tuple[Look, ...]
    sections_with_tables: frozenset[int]


def look_at(data: bytes) -> LookedAt:
    """The paper's pages and paragraphs, in reading order."""
    document = Document(io.BytesIO(data))
    looks = tuple(_looks(document))
    pages = tuple(_page(section, index) for index, section in enumerate(document.sections))
    tables = frozenset(look.section for look in looks if look.cell is not None)
    return LookedAt(pages, looks, tables)


def _looks(document: Any) -> Iterator[Look]:
    section, number, table = 0, 0, -1
    rooms = [_room(one) for one in document.sections]
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            table += 1
            yield from _cells(block, table, section)
            continue
        number += 1
        yield _look(block, Spot(_("paragraph {number}").format(number=number), section, None, rooms[section]))
        if block._p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:  # noqa: SLF001
            section += 1


def _room(section: Any) -> float:
    """Width of the text, in points."""
    return _points(section.page_width) - _points(section.left_margin) - _points(section.right_margin)


class Spot(NamedTuple):
    """Where a paragraph stands, and how wide it may be."""

    where: str
    section: int
    cell: tuple[int, int, int] | None
    room: float


def _cells(table: Table, number: int, section: int) -> Iterator[Look]:
    for i, row in enumerate(table.rows):
        for j, cell in enumerate(dict.fromkeys(row.cells)):
            where = _("table {table}, row {row}, cell {cell}").format(table=number + 1, row=i + 1, cell=j + 1)
            for paragraph in cell.paragraphs:
                yield _look(paragraph, Spot(where, section, (number, i, j), _points(cell.width)))


def _look(paragraph: Paragraph, spot: Spot) -> Look:
    runs = [run for run in paragraph.runs if run.text.strip()]
    styles = list(_chain(paragraph.style))
    fonts = [[run.font, *(style.font for style in styles)] for run in runs]
    shapes = [paragraph.paragraph_format, *(style.paragraph_format for style in styles)]
    sizes = frozenset(_points(_first(chain, "size", None)) for chain in fonts)
    bold = bool(fonts) and all(_first(chain, "bold", otherwise=False) for chain in fonts)
    return Look(
        text=" ".join(paragraph.text.split()),
        where=spot.where,
        section=spot.section,
        cell=spot.cell,
        fonts=frozenset(_first(chain, "name", "Times New Roman") for chain in fonts),
        sizes=sizes,
        bold=bold,
        italic=bool(fonts) and all(_first(chain, "italic", otherwise=False) for chain in fonts),
        black=all(_is_black(chain) for chain in fonts),
        align=ALIGNMENTS.get(_first(shapes, "alignment", WD_ALIGN_PARAGRAPH.LEFT), "left"),
        first_line=_points(_first(shapes, "first_line_indent", None)),
        before_and_after=_points(_first(shapes, "space_before", None)) + _points(_first(shapes, "space_after", None)),
        line_spacing=_lines(_first(shapes, "line_spacing", 1.0)),
        line=_line(paragraph, styles, (max(sizes, default=8.0), bold), spot.room),
    )


def _line(paragraph: Paragraph, styles: list[Any], look: tuple[float, bool], room: float) -> float | None:
    owners = [paragraph._p, *(style.element for style in styles)]  # noqa: SLF001
    properties = [found for owner in owners if (found := owner.find(qn("w:pPr"))) is not None]
    return line_in(paragraph._p, properties, paragraph.text, look, room)  # noqa: SLF001


def _chain(style: Any) -> Iterator[Any]:
    while style is not None:
        yield style
        style = style.base_style


def _first(chain: list[Any], name: str, otherwise: Any) -> Any:
    """The nearest value that is set."""
    return next((value for one in chain if (value := getattr(one, name)) is not None), otherwise)


def _points(length: Any) -> float:
    return round(float(length.pt), 1) if length is not None else 0.0


def _lines(spacing: Any) -> float:
    return float(spacing) if isinstance(spacing, float) else 0.0


def _is_black(chain: list[Any]) -> bool:
    colours = [font.color.rgb for font in chain if font.color is not None and font.color.rgb is not None]
    return not colours or str(colours[0]) == "000000"


def _page(section: Any, index: int) -> Page:
    return Page(
        width=_millimetres(section.page_width),
        height=_millimetres(section.page_height),
        top=_millimetres(section.top_margin),
        bottom=_millimetres(section.bottom_margin),
        left=_millimetres(section.left_margin),
        right=_millimetres(section.right_margin),
        first_page_differs=section.different_first_page_header_footer,
        numbers=tuple(_numbers(section, index)),
    )


def _millimetres(length: Any) -> float:
    return round(float(length.mm), 1) if length is not None else 0.0


def _numbers(section: Any, index: int) -> Iterator[Look]:
    for paragraph in section.header.paragraphs:
        codes = (code.text or "" for code in paragraph._p.iter(qn("w:instrText")))  # noqa: SLF001
        fields = (field.get(qn("w:instr")) or "" for field in paragraph._p.iter(qn("w:fldSimple")))  # noqa: SLF001
        if any("PAGE" in text for text in (*codes, *fields)):
            look = _look(paragraph, Spot(_("header of section {number}").format(number=index + 1), index, None, 0.0))
            sizes = [run.font.size.pt for run in paragraph.runs if run.font.size is not None]
            yield look._replace(sizes=frozenset(sizes) or look.sizes)

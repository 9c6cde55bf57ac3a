"""A scanned story as blocks: paragraphs and tables in reading order, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from extractors.formats.docx import names as w
from extractors.formats.docx.drafts import PAGE_BREAK, Draft, Part, Story
from extractors.formats.docx.grid import Slot, layout
from extractors.formats.docx.numbering import Numbering
from extractors.formats.docx.styles import Styles
from extractors.formats.docx.xml import Element
from extractors.records import Block, Cell, Paragraph, Place, Table
from extractors.vietnamese.text import clean

Shown = Callable[[list[Part]], str]
"""The text of a paragraph's parts as the paper shows it."""


@dataclass(slots=True)
class Builder:
    """What making blocks needs, and what it counts on the way."""

    styles: Styles
    numbering: Numbering
    shown: Shown
    boxes: Iterator[int]
    """Numbers for text boxes, over the whole file."""
    holes: Iterator[int]
    """Numbers for covered cells that hold text."""
    story: Story = field(default_factory=Story)
    used: dict[Place, int] = field(default_factory=dict)
    """The file's characters in each paragraph that is emitted."""
    blank: int = 0
    """Characters of paragraphs that are white space only, which are not emitted."""
    covered: list[Paragraph] = field(default_factory=list)
    """Paragraphs in cells that a merged cell covers: they are in the file and not on the paper."""

    def open(self, story: Story) -> None:
        """Starts on another story, with an account of its own."""
        self.story, self.used, self.blank, self.covered = story, {}, 0, []


def blocks(builder: Builder, holder: Element, container: str) -> list[Block]:
    """The blocks in an element; text boxes come right after the block that anchors them."""
    found: list[Block] = []
    paragraphs = tables = 0
    for el in holder:
        if el.tag == w.P:
            paragraph = _paragraph(builder, el, container, paragraphs + 1)
            if paragraph is not None:
                paragraphs += 1
                found.append(paragraph)
        elif el.tag == w.TBL:
            tables += 1
            made = _table(builder, el, f"{container}, table {tables}" if container else f"table {tables}")
            if made.rows:
                found.append(made)
        elif el.tag == w.TXBX_CONTENT:
            found += blocks(builder, el, f"text box {next(builder.boxes)}")
    return found


def _paragraph(builder: Builder, el: Element, container: str, number: int) -> Paragraph | None:
    """The paragraph, None where it shows neither text nor number."""
    draft = builder.story.drafts[el]
    label, indent = _numbered(builder, draft)
    if not draft.pieces and not label:
        return None
    raw = shown = "".join(draft.pieces)
    if draft.parts is not None:
        shown = builder.shown(draft.parts)
    if PAGE_BREAK in raw:
        raw, shown = _without_page_breaks(raw), _without_page_breaks(shown)
    text = clean(shown)
    if not label and not text.strip():
        builder.blank += draft.characters
        return None
    place = Place(None, container, number, number)
    builder.used[place] = draft.characters
    return Paragraph(
        text,
        place,
        "" if raw == text else raw,
        label,
        bool(draft.bold),
        bool(draft.italic),
        draft.align or draft.base.align or "left",
        indent,
        draft.size or draft.base.size or 0.0,
    )


def _without_page_breaks(text: str) -> str:
    """A page break within a paragraph is a line end; at its edge it is nothing."""
    return text.strip(PAGE_BREAK).replace(PAGE_BREAK, "\n")


def _numbered(builder: Builder, draft: Draft) -> tuple[str, float]:
    """The automatic number and the left indent."""
    base = draft.base
    num_id = draft.num_id or base.num_id
    if num_id is None or num_id == "0":
        return "", (base.indent or 0.0) if draft.indent is None else draft.indent
    level = base.level if draft.level is None else draft.level
    if level is None:
        level = builder.numbering.level_of(num_id, draft.style)
    of_list = builder.numbering.indent(num_id, level)
    order = (of_list, base.indent) if draft.num_id else (base.indent, of_list)
    indent = next((v for v in (draft.indent, *order) if v is not None), 0.0)
    return builder.numbering.label(num_id, level), indent


def _table(builder: Builder, el: Element, path: str) -> Table:
    rows = list(el.iterchildren(w.TR))
    marks = builder.story.marks
    grid, covered = layout(rows, marks)
    cells: dict[Slot, Cell] = {}
    for index, line in enumerate(grid):
        ordinal = 0
        for column, slot in enumerate(line):
            if slot.row == index and slot.column == column:
                ordinal += slot.el is not None
                number = 0 if slot.el is None else ordinal
                cells[slot] = _cell(builder, slot, f"{path}, row {index + 1}, cell {number}")
    _keep_covered(builder, covered)
    return Table(
        rows=tuple(tuple(cells[slot] for slot in line) for line in grid),
        place=Place(None, path),
        header_rows=_header_rows(builder, rows),
        ruled=_ruled(builder, el, cells),
    )


def _cell(builder: Builder, slot: Slot, container: str) -> Cell:
    content = [] if slot.el is None else blocks(builder, slot.el, container)
    paragraphs = [b for b in content if isinstance(b, Paragraph)]
    tables = [b for b in content if isinstance(b, Table)] if len(paragraphs) < len(content) else ()
    text = paragraphs[0].text if len(paragraphs) == 1 else "\n".join([p.text for p in paragraphs])
    return Cell(
        text,
        Place(None, container),
        slot.row,
        slot.column,
        slot.row_span,
        slot.column_span,
        tuple(paragraphs),
        tuple(tables),
    )


def _keep_covered(builder: Builder, covered: list[Element]) -> None:
    """What stands in cells under a merged one, kept as hidden text."""
    for tc in covered:
        for p in tc.iter(w.P):
            made = _paragraph(builder, p, f"covered cell {next(builder.holes)}", 1)
            if made is not None:
                builder.covered.append(made)


def _header_rows(builder: Builder, rows: list[Element]) -> int:
    count = 0
    for tr in rows:
        mark = builder.story.marks.get(tr, {}).get(w.TBL_HEADER)
        if mark is None or not w.is_on(mark or None):
            break
        count += 1
    return count


def _ruled(builder: Builder, el: Element, cells: dict[Slot, Cell]) -> bool:
    """Whether most of the table's cells have a line on some side."""
    marks = builder.story.marks
    own = marks.get(el, {})
    drawn = own.get(w.TBL_BORDERS)
    whole = bool(builder.styles.table(own.get(w.TBL_STYLE)).borders) if drawn is None else drawn == "True"
    own_lines = [marks[slot.el].get(w.TC_BORDERS) for slot in cells if slot.el in marks]
    said = [one == "True" for one in own_lines if one is not None]
    return 2 * (sum(said) + whole * (len(cells) - len(said))) > len(cells)

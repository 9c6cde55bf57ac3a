"""The drafts of a story as blocks: paragraphs and tables in reading order, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from extractors.formats.docx import names as w
from extractors.formats.docx.drafts import PAGE_BREAK, CellDraft, Draft, Holder, Part, RowDraft, TableDraft
from extractors.formats.docx.grid import Slot, layout
from extractors.formats.docx.numbering import Numbering
from extractors.formats.docx.styles import Styles
from extractors.records import Block, Cell, Paragraph, Place, Table
from extractors.vietnamese.text import clean

NO_LIST = "0"
"""The list of a paragraph that its style numbers and itself does not."""
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
    used: list[tuple[Place, int]] = field(default_factory=list)
    """The file's characters in each paragraph that is emitted."""
    blank: int = 0
    """Characters of paragraphs that are white space only, which are not emitted."""
    covered: list[Paragraph] = field(default_factory=list)
    """Paragraphs in cells that a merged cell covers: they are in the file and not on the paper."""

    def open(self) -> None:
        """Starts on another story, with an account of its own."""
        self.used, self.blank, self.covered = [], 0, []


def blocks(builder: Builder, holder: Holder, container: str) -> list[Block]:
    """The blocks of what a holder holds; text boxes come right after the block that anchors them."""
    found: list[Block] = []
    paragraphs = tables = 0
    for draft in holder.content:
        if isinstance(draft, Draft):
            paragraph = _paragraph(builder, draft, container, paragraphs + 1)
            if paragraph is not None:
                paragraphs += 1
                found.append(paragraph)
        elif isinstance(draft, TableDraft):
            tables += 1
            made = _table(builder, draft, f"{container}, table {tables}" if container else f"table {tables}")
            if made.rows:
                found.append(made)
        else:
            found += blocks(builder, draft, f"text box {next(builder.boxes)}")
    return found


def _paragraph(builder: Builder, draft: Draft, container: str, number: int) -> Paragraph | None:
    """The paragraph, None where it shows neither text nor number."""
    base = draft.base
    label, indent = "", base.indent if draft.indent is None else draft.indent
    if draft.num_id or base.num_id:
        label, indent = _numbered(builder, draft)
    if not draft.pieces and not label:
        return None
    raw = shown = "".join(draft.pieces)
    characters = len(raw) - draft.added
    if draft.parts is not None:
        shown = builder.shown(draft.parts)
    if draft.added:
        raw, shown = _without_page_breaks(raw), _without_page_breaks(shown)
    text = clean(shown)
    if not label and (not text or text.isspace()):
        builder.blank += characters
        return None
    place = Place._make((None, container, number, number, None, None, None))
    builder.used.append((place, characters))
    return Paragraph._make(
        (
            text,
            place,
            "" if raw == text else raw,
            label,
            draft.bold or False,
            draft.italic or False,
            draft.align or base.align or "left",
            indent or 0.0,
            draft.size or base.size or 0.0,
            False,
        )
    )


def _without_page_breaks(text: str) -> str:
    """A page break within a paragraph is a line end; at its edge it is nothing."""
    return text.strip(PAGE_BREAK).replace(PAGE_BREAK, "\n")


def _numbered(builder: Builder, draft: Draft) -> tuple[str, float]:
    """The automatic number and the left indent."""
    base = draft.base
    num_id = draft.num_id or base.num_id
    if num_id is None or num_id == NO_LIST:
        return "", (base.indent or 0.0) if draft.indent is None else draft.indent
    level = base.level if draft.level is None else draft.level
    if level is None:
        level = builder.numbering.level_of(num_id, draft.style)
    of_list = builder.numbering.indent(num_id, level)
    order = (of_list, base.indent) if draft.num_id else (base.indent, of_list)
    indent = next((v for v in (draft.indent, *order) if v is not None), 0.0)
    return builder.numbering.label(num_id, level), indent


def _table(builder: Builder, draft: TableDraft, path: str) -> Table:
    grid, covered = layout(draft.rows)
    cells: dict[Slot, Cell] = {}
    for index, line in enumerate(grid):
        row = f"{path}, row {index + 1}, cell "
        ordinal = 0
        for column, slot in enumerate(line):
            if slot.row == index and slot.column == column:
                ordinal += slot.draft is not None
                cells[slot] = _cell(builder, slot, f"{row}{ordinal}" if slot.draft else f"{row}0")
    for hidden in covered:
        _keep_covered(builder, hidden)
    return Table(
        rows=tuple([tuple([cells[slot] for slot in line]) for line in grid]),
        place=Place(None, path),
        header_rows=_header_rows(draft.rows),
        ruled=_ruled(builder, draft, cells),
    )


def _cell(builder: Builder, slot: Slot, container: str) -> Cell:
    content = _content(builder, slot.draft, container) if slot.draft else ()
    paragraphs = tuple([b for b in content if isinstance(b, Paragraph)])
    tables = tuple([b for b in content if isinstance(b, Table)]) if len(paragraphs) < len(content) else ()
    text = paragraphs[0].text if len(paragraphs) == 1 else "\n".join([p.text for p in paragraphs])
    place = Place._make((None, container, 0, 0, None, None, None))
    spans = (slot.row, slot.column, slot.row_span, slot.column_span)
    return Cell._make((text, place, *spans, paragraphs, tables))


def _content(builder: Builder, cell: CellDraft, container: str) -> Sequence[Block]:
    """What stands in a cell: nearly always one paragraph."""
    first = cell.content[0] if len(cell.content) == 1 else None
    if not isinstance(first, Draft):
        return blocks(builder, cell, container)
    paragraph = _paragraph(builder, first, container, 1)
    return () if paragraph is None else (paragraph,)


def _keep_covered(builder: Builder, holder: Holder) -> None:
    """What stands in a cell under a merged one, kept as hidden text; it takes no number of a list."""
    for draft in holder.content:
        if isinstance(draft, Draft):
            draft.num_id = NO_LIST
            made = _paragraph(builder, draft, f"covered cell {next(builder.holes)}", 1)
            if made is not None:
                builder.covered.append(made)
        else:
            for inner in _inside(draft):
                _keep_covered(builder, inner)


def _inside(draft: TableDraft | Holder) -> list[Holder]:
    """The holders within a table, or the text box itself."""
    return [draft] if isinstance(draft, Holder) else [cell for row in draft.rows for cell in row.cells]


def _header_rows(rows: list[RowDraft]) -> int:
    count = 0
    for row in rows:
        mark = row.marks.get(w.TBL_HEADER)
        if mark is None or not w.is_on(mark or None):
            break
        count += 1
    return count


def _ruled(builder: Builder, draft: TableDraft, cells: dict[Slot, Cell]) -> bool:
    """Whether most of the table's cells have a line on some side."""
    drawn = draft.marks.get(w.TBL_BORDERS)
    whole = bool(builder.styles.table(draft.marks.get(w.TBL_STYLE)).borders) if drawn is None else drawn == "True"
    own_lines = [slot.draft.marks.get(w.TC_BORDERS) for slot in cells if slot.draft]
    said = [one == "True" for one in own_lines if one is not None]
    return 2 * (sum(said) + whole * (len(cells) - len(said))) > len(cells)

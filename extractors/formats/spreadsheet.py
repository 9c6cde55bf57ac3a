"""Spreadsheets: each worksheet a table below its name, formulas by their saved values."""

from __future__ import annotations

import io
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from extractors.errors import Encrypted, TooLarge, Unreadable
from extractors.formats.workbook_parts import MAX_SLOTS, SheetPart, sheet_parts
from extractors.media_types import XLS, XLSX
from extractors.places import own_cells
from extractors.records import Block, Cell, Document, LedgerLine, Limits, Notice, Paragraph, Place, Table
from extractors.vietnamese.text import clean

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Merged = Sequence[tuple[tuple[int, int], tuple[int, int]]]

_DIGITS = 12
"""Significant digits of a number: beyond them lies only the noise of binary fractions."""


def read_xlsx(data: bytes, limits: Limits) -> Document:
    """The workbook as a document; hidden sheets and rows, which nobody sees on paper, are left out and told."""
    return _read(data, limits, XLSX, sheet_parts(data, limits))


def read_xls(data: bytes, limits: Limits) -> Document:
    """The old binary workbook as a document."""
    return _read(data, limits, XLS, {})


def _read(data: bytes, limits: Limits, media_type: str, parts: dict[str, SheetPart]) -> Document:
    if len(data) > limits.file_bytes:
        raise TooLarge(f"{len(data)} bytes in the file")
    blocks: list[Block] = []
    notices: list[Notice] = []
    hidden = 0
    for number, (name, visible, sheet) in enumerate(_sheets(data), 1):
        part = parts.get(name, SheetPart())
        rows, left_out = _shown_rows(_rows(sheet), part.hidden_rows, visible=visible)
        table = _table(rows, sheet, number, part.uncalculated_rows)
        blocks += [_name(name, number), *(_parted(table) if table else [])] if visible else []
        notices += _notices(number, part, visible=visible)
        hidden += left_out
    used = sum(len(text) for text in _texts(blocks))
    ledger = (LedgerLine("used", used), *([LedgerLine("hidden_text", hidden)] if hidden else []))
    return Document(media_type, None, tuple(blocks), notices=tuple(notices), ledger=ledger)


Texts = list[list[str]]


def _rows(sheet: CalamineSheet) -> Texts:
    """The texts of all cells from A1; raises TooLarge before they are made."""
    if sheet.total_height * sheet.total_width > MAX_SLOTS:
        raise TooLarge(f"a sheet of {sheet.total_height} rows and {sheet.total_width} columns")
    return [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]


def _shown_rows(rows: Texts, hidden: Container[int], *, visible: bool) -> tuple[Texts, int]:
    """The rows, empty where they are hidden, so that others keep their places; and how many characters went."""
    kept = [row if visible and n not in hidden else [""] * len(row) for n, row in enumerate(rows)]
    return kept, sum(len(text) for row in rows for text in row) - sum(len(text) for row in kept for text in row)


def _sheets(data: bytes) -> Iterator[tuple[str, bool, CalamineSheet]]:
    """Every worksheet: its name, whether it is shown, its cells."""
    from python_calamine import CalamineError, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = _open(data)
        for meta in book.sheets_metadata:
            if meta.typ == SheetTypeEnum.WorkSheet:
                yield clean(meta.name), meta.visible == SheetVisibleEnum.Visible, book.get_sheet_by_name(meta.name)
    except PasswordError as error:
        raise Encrypted(str(error)) from error
    except CalamineError as error:
        raise Unreadable(f"no whole workbook: {error}") from error


def _open(data: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(data))


def _name(name: str, number: int) -> Paragraph:
    """The sheet's name: it often says the year or the unit."""
    return Paragraph(name, Place(container=f"sheet name {number}", first=1, last=1))


def _notices(number: int, part: SheetPart, *, visible: bool) -> Iterator[Notice]:
    if not visible:
        yield Notice("file.hidden_text", Place(container=f"table {number}"))
    for row in sorted(part.hidden_rows):
        yield Notice("file.hidden_text", Place(container=f"table {number}, row {row + 1}"))


def _table(rows: Texts, sheet: CalamineSheet, number: int, doubtful: frozenset[int]) -> Table | None:
    """The cells from A1 to the last that says something; None for an empty sheet."""
    height = max((i + 1 for i, row in enumerate(rows) if any(row)), default=0)
    width = max((j + 1 for row in rows for j, text in enumerate(row) if text), default=0)
    if not height:
        return None
    texts = [[*row[:width], *[""] * (width - len(row))] for row in rows[:height]]
    grid = _grid(texts, _merged(sheet), number)
    return Table(grid, Place(container=f"table {number}"), doubtful_rows=frozenset(r for r in doubtful if r < height))


_LETTERHEAD_CELLS = 2
"""Rows with at most so many texts above the first fuller one are lines of the paper: letterhead, title, unit."""


def _parted(table: Table) -> list[Block]:
    """The lines that stand above the table proper, and the table without them; their places stay the sheet's."""
    full = (i for i, row in enumerate(table.rows) if len(_texts_of(row, i)) > _LETTERHEAD_CELLS)
    top = next(full, 0)
    if not top or any(cell.row < top for row in table.rows[top:] for cell in row):
        return [table]
    lines = [p for i, row in enumerate(table.rows[:top]) for c in _texts_of(row, i) for p in c.paragraphs if p.text]
    moved = {id(c): c._replace(row=c.row - top) for row in table.rows[top:] for c in row}
    rows = tuple(tuple(moved[id(cell)] for cell in row) for row in table.rows[top:])
    doubtful = frozenset(row - top for row in table.doubtful_rows if row >= top)
    return [*lines, replace(table, rows=rows, doubtful_rows=doubtful)]


def _texts_of(row: tuple[Cell, ...], index: int) -> list[Cell]:
    return [cell for cell in own_cells(row, index) if cell.text]


def _merged(sheet: CalamineSheet) -> Merged:
    return sheet.merged_cell_ranges or ()


def _grid(texts: list[list[str]], merged: Merged, number: int) -> tuple[tuple[Cell, ...], ...]:
    height, width = len(texts), len(texts[0])
    corners: dict[tuple[int, int], tuple[int, int]] = {}
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for (top, left), (bottom, right) in merged:
        if top >= height or left >= width:
            continue
        bottom, right = min(bottom, height - 1), min(right, width - 1)
        spans[top, left] = (bottom - top + 1, right - left + 1)
        corners |= {(r, c): (top, left) for r in range(top, bottom + 1) for c in range(left, right + 1)}
    cells = _cells(texts, corners, spans, number)
    return tuple(tuple(cells[corners.get((r, c), (r, c))] for c in range(width)) for r in range(height))


def _cells(
    texts: list[list[str]],
    corners: dict[tuple[int, int], tuple[int, int]],
    spans: dict[tuple[int, int], tuple[int, int]],
    number: int,
) -> dict[tuple[int, int], Cell]:
    cells: dict[tuple[int, int], Cell] = {}
    for r, row in enumerate(texts):
        starting = [c for c in range(len(row)) if corners.get((r, c), (r, c)) == (r, c)]
        for turn, c in enumerate(starting, 1):
            place = Place(container=f"table {number}, row {r + 1}, cell {turn}")
            paragraphs = tuple(
                Paragraph(line, place._replace(first=i, last=i)) for i, line in enumerate(row[c].split("\n"), 1)
            )
            cells[r, c] = Cell(row[c], place, r, c, *spans.get((r, c), (1, 1)), paragraphs)
    return cells


def _text(value: Any) -> str:
    """The cell as a Vietnamese office shows it: decimal comma, dd/mm/yyyy; the raw words for text."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime | date):
        return value.strftime("%d/%m/%Y")
    return str(value) if isinstance(value, time | timedelta) else clean(str(value)).strip()


def _number(value: float) -> str:
    """19.5 as `19,5`, 60.0 as `60`, 0.1 + 0.2 as `0,3`."""
    return f"{Decimal(f'{value:.{_DIGITS}g}'):f}".replace(".", ",")


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (
                c.text for i, row in enumerate(block.rows) for j, c in enumerate(row) if (c.row, c.column) == (i, j)
            )

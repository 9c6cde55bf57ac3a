"""A ruled table read cell by cell, short cells a second time as figures only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from extractors.formats.ocr.clean import Sheet
from extractors.formats.ocr.engine import Engine, Mode, PixelBox, Word
from extractors.formats.ocr.grid import Grid, Slot
from extractors.records import Cell, Paragraph, Place, Table
from extractors.vietnamese.text import clean

if TYPE_CHECKING:
    from PIL.Image import Image

_INK = 128
_MARGIN = 12
"""White pixels around a crop: the engine needs air."""
_SURE = 60.0

# "9,5", "8.0O", "l0": what may be a figure that was read as letters; "4.1" and "II" are numbering and stay
_MAYBE_FIGURES = re.compile(r"[0-9OoQDlI|SsB.,\-\s]{1,7}")
_ORDINAL = re.compile(r"[IVXivx]+\.?|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?")


Key = tuple[int, Slot]
"""A cell: the number of its table on the page, and its slot."""


class Reading(NamedTuple):
    """What one cell says, and whether its readings agree."""

    text: str
    sure: bool


def read_tables(engine: Engine, sheet: Sheet, cleaned: Image, grids: Sequence[Grid]) -> list[list[Reading]]:
    """The reading of every cell of every table; `cleaned` is the sheet without its drawn lines."""
    slots = [(n, slot) for n, grid in enumerate(grids) for slot in grid.slots]
    crops = {key: crop for key in slots if (crop := _crop(cleaned, key[1].box)) is not None}
    words = _read(engine, crops, Mode.BLOCK, sheet.dpi)
    figures = _read(engine, _maybe_figures(crops, words, sheet.dpi), Mode.FIGURES, sheet.dpi)
    return [[_reading(words.get((n, s)), figures.get((n, s))) for s in grid.slots] for n, grid in enumerate(grids)]


def _read(engine: Engine, crops: Mapping[Key, Image], mode: Mode, dpi: int) -> dict[Key, list[Word]]:
    return dict(zip(crops, engine.words(list(crops.values()), mode, dpi), strict=True))


def _crop(image: Image, box: PixelBox) -> Image | None:
    """The cell's print with air around it; None where there is none."""
    from PIL import ImageOps

    x0, top, x1, bottom = box
    inner = image.crop((x0 + 3, top + 3, max(x0 + 4, x1 - 3), max(top + 4, bottom - 3)))
    ink = inner.point(lambda value: 255 if value < _INK else 0).getbbox()
    if ink is None or (ink[2] - ink[0]) * (ink[3] - ink[1]) < 16:
        return None
    near = (max(0, ink[0] - 2), max(0, ink[1] - 2), min(inner.width, ink[2] + 2), min(inner.height, ink[3] + 2))
    return ImageOps.expand(inner.crop(near), border=_MARGIN, fill=255)


def _maybe_figures(crops: Mapping[Key, Image], words: Mapping[Key, list[Word]], dpi: int) -> dict[Key, Image]:
    """The cells of one short line that may hold a figure: by their reading, or like the most of their column."""
    short = {key: crop for key, crop in crops.items() if _is_short(crop, dpi)}
    alike = {
        key
        for key in short
        if _MAYBE_FIGURES.fullmatch(_text(words[key])) and not _ORDINAL.fullmatch(_text(words[key]))
    }
    columns = Counter((table, slot.column) for table, slot in short)
    figures = Counter((table, slot.column) for table, slot in alike)
    return {
        key: crop
        for key, crop in short.items()
        if key in alike or 2 * figures[key[0], key[1].column] > columns[key[0], key[1].column]
    }


def _is_short(crop: Image, dpi: int) -> bool:
    return crop.height - 2 * _MARGIN <= 0.3 * dpi and crop.width - 2 * _MARGIN <= 0.9 * dpi


def _reading(words: Sequence[Word] | None, figures: Sequence[Word] | None) -> Reading:
    """The figures where there are any; sure where both readings agree, or the only one is confident."""
    if words is None:
        return Reading("", sure=True)
    general = _text(words)
    if figures is None:
        return Reading(general, bool(words) and all(word.confidence >= _SURE for word in words))
    second = _text(figures).replace(" ", "")
    if not any(c.isdigit() for c in second):
        return Reading(general, sure=False)
    return Reading(second, second == general.replace(" ", ""))


def _text(words: Sequence[Word]) -> str:
    """The words in one line: a cell is narrow, its lines are wrapped."""
    return clean(" ".join(word.text for word in words))


def table_of(grid: Grid, readings: Sequence[Reading], sheet: Sheet, page: int, number: int) -> Table:
    """The table with its cells at their places; `number` counts the document's tables."""
    order = _order(grid.slots)
    cells = {
        (slot.row, slot.column): _cell(slot, reading.text, order[slot], sheet, Place(page, f"table {number}"))
        for slot, reading in zip(grid.slots, readings, strict=True)
    }
    covering = {(r, c): cells[slot.row, slot.column] for slot in grid.slots for r, c in _covered(slot)}
    rows = tuple(tuple(covering[r, c] for c in range(grid.columns)) for r in range(grid.rows))
    doubtful = {slot.row for slot, reading in zip(grid.slots, readings, strict=True) if not reading.sure}
    place = Place(page, f"table {number}", bbox=sheet.on_page(grid.box))
    return Table(rows, place, doubtful_rows=frozenset(doubtful))


def _order(slots: Sequence[Slot]) -> dict[Slot, int]:
    """The 1-based number of each cell among those that start in its row."""
    counts: dict[int, int] = {}
    order = {}
    for slot in slots:
        counts[slot.row] = counts.get(slot.row, 0) + 1
        order[slot] = counts[slot.row]
    return order


def _covered(slot: Slot) -> list[tuple[int, int]]:
    return [
        (r, c)
        for r in range(slot.row, slot.row + slot.row_span)
        for c in range(slot.column, slot.column + slot.column_span)
    ]


def _cell(slot: Slot, text: str, number: int, sheet: Sheet, table: Place) -> Cell:
    container = f"{table.container}, row {slot.row + 1}, cell {number}"
    place = Place(table.page, container, bbox=sheet.on_page(slot.box))
    paragraphs = (Paragraph(text, place._replace(first=1, last=1)),)
    return Cell(text, place, slot.row, slot.column, slot.row_span, slot.column_span, paragraphs)

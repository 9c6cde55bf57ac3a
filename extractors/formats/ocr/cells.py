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
_MARGIN = 16
"""White pixels around a crop: the engine needs air."""
_SURE = 60.0
_UNSURE = 30.0
_WIDTHS = {"I": 0.5, "V": 1.05, "X": 1.05, ".": 0.33, ",": 0.33, "-": 0.5, "+": 0.8, "/": 0.42, "(": 0.5, ")": 0.5}
"""How wide a character is against the height of capitals, in Times New Roman and its like."""
_DIGIT = 0.72
_STROKE = 0.85
"""Share of the print's height that an upright stroke covers: serifs and specks do not."""

# "9,5", "8.0O", "l0": what may be a figure that was read as letters
_MAYBE_FIGURES = re.compile(r"[0-9OoQDlI|SsB.,\-\s]{0,7}")
# "II", "VIII": the strokes after the head are counted
_ROMAN_STROKES = re.compile(r"(?P<head>[VX]?)I{1,4}")
# "TT", "Không", "a)", "đ": a word, or a letter that numbers
_WORD = re.compile(r"[^\W\d_IVXHTil]{2,}|TT|STT|[a-zđ][.)]?")


Key = tuple[int, Slot]
"""A cell: the number of its table on the page, and its slot."""


class Reading(NamedTuple):
    """What one cell says, and how sure the engine is, 0 to 100: 100 where two readings agree."""

    text: str
    confidence: float
    decides: bool = False
    """Whether it is a score or a row's number: if it is unsure, so is the row."""


EMPTY = Reading("", 100.0)


class Scale(NamedTuple):
    """Dots an inch: of the page, and those to which lone figures are brought."""

    page: int
    figures: int


def read_tables(engine: Engine, scale: Scale, cleaned: Image, grids: Sequence[Grid]) -> list[list[Reading]]:
    """The reading of every cell of every table; `cleaned` is the page without its drawn lines."""
    slots = [(n, slot) for n, grid in enumerate(grids) for slot in grid.slots]
    crops = {key: crop for key in slots if (crop := _crop(cleaned, key[1].box)) is not None}
    general = {key: _reading(words) for key, words in _read(engine, crops, Mode.BLOCK, scale.page).items()}
    short = {key: crop for key, crop in crops.items() if _is_short(crop, scale.page) and not _is_word(general[key])}
    ordinals = {key: crop for key, crop in short.items() if key[1].column == 0}
    figures = {
        key: _scaled(short[key], scale) for key in _figure_cells([k for k in short if k not in ordinals], general)
    }
    second = _read(engine, ordinals, Mode.ORDINAL, scale.page) | _read(engine, figures, Mode.FIGURES, scale.figures)
    narrow = {key: _with_strokes_counted(_reading(words), crops[key]) for key, words in second.items()}
    final = general | {key: _settled(general[key], reading, crops[key]) for key, reading in narrow.items()}
    return [[final.get((n, slot), EMPTY) for slot in grid.slots] for n, grid in enumerate(grids)]


def _read(engine: Engine, crops: Mapping[Key, Image], mode: Mode, dpi: int) -> dict[Key, list[Word]]:
    return dict(zip(crops, engine.words(list(crops.values()), mode, dpi), strict=True))


def _reading(words: Sequence[Word]) -> Reading:
    """The words in one line: a cell is narrow, its lines are wrapped."""
    text = clean(" ".join(word.text for word in words))
    return Reading(text, min((word.confidence for word in words), default=0.0))


def _crop(image: Image, box: PixelBox) -> Image | None:
    """The cell's print with air around it; None where there is none."""
    from PIL import ImageFilter, ImageOps

    x0, top, x1, bottom = box
    inner = image.crop((x0 + 3, top + 3, max(x0 + 4, x1 - 3), max(top + 4, bottom - 3)))
    ink = inner.filter(ImageFilter.MedianFilter(3)).point(lambda value: 255 if value < _INK else 0).getbbox()
    if ink is None or (ink[2] - ink[0]) * (ink[3] - ink[1]) < 16:
        return None
    near = (max(0, ink[0] - 2), max(0, ink[1] - 2), min(inner.width, ink[2] + 2), min(inner.height, ink[3] + 2))
    return ImageOps.expand(inner.crop(near), border=_MARGIN, fill=255)


def _scaled(crop: Image, scale: Scale) -> Image:
    share = scale.figures / scale.page
    return crop.resize((max(1, round(crop.width * share)), max(1, round(crop.height * share))))


def _is_short(crop: Image, dpi: int) -> bool:
    """Whether the print is one short line."""
    return crop.height - 2 * _MARGIN <= 0.3 * dpi and crop.width - 2 * _MARGIN <= 0.9 * dpi


def _is_word(general: Reading) -> bool:
    """Whether the cell plainly holds a word, or a letter as its number: a), đ."""
    return general.confidence >= _SURE and _WORD.fullmatch(general.text) is not None


def _figure_cells(short: Sequence[Key], general: Mapping[Key, Reading]) -> list[Key]:
    """The short cells that may hold a figure: by their reading, or like most of their column."""
    alike = {key for key in short if _MAYBE_FIGURES.fullmatch(general[key].text)}
    columns = Counter((table, slot.column) for table, slot in short)
    figures = Counter((table, slot.column) for table, slot in alike)
    return [
        (table, slot)
        for table, slot in short
        if (table, slot) in alike or 2 * figures[table, slot.column] > columns[table, slot.column]
    ]


def _settled(general: Reading, narrow: Reading, crop: Image) -> Reading:
    """The reading by few characters where it found one: surer where both say the same, unsure where it is too short."""
    text = narrow.text.replace(" ", "")
    if not any(c.isalnum() for c in text):
        return Reading(general.text, _UNSURE, decides=True)
    if not _as_wide_as(text, crop):
        return Reading(text, _UNSURE, decides=True)
    agree = text == general.text.replace(" ", "")
    return Reading(text, 100.0 if agree else narrow.confidence, decides=True)


def _with_strokes_counted(reading: Reading, crop: Image) -> Reading:
    """The reading with as many I as there are strokes: engines count them badly, and II is not III."""
    match = _ROMAN_STROKES.fullmatch(reading.text)
    if match is None:
        return reading
    counted = match["head"] + "I" * strokes(crop)
    return reading if counted == reading.text or not _as_wide_as(counted, crop) else Reading(counted, _SURE)


def strokes(crop: Image) -> int:
    """How many upright strokes as high as the print there are."""
    import numpy as np

    ink = np.asarray(crop) < _INK
    rows = np.flatnonzero(ink.any(axis=1))
    if not len(rows):
        return 0
    full = ink[rows[0] : rows[-1] + 1].mean(axis=0) >= _STROKE
    return int(np.count_nonzero(full[1:] & ~full[:-1]))


def _as_wide_as(text: str, crop: Image) -> bool:
    """Whether the print is as wide as the text is in a common font: III is not I, 100 not 10."""
    width, height = crop.width - 2 * _MARGIN, crop.height - 2 * _MARGIN
    expected = sum(_WIDTHS.get(character, _DIGIT) for character in text)
    return 0.6 * expected < width / max(1, height) < 1.45 * expected


def table_of(grid: Grid, readings: Sequence[Reading], sheet: Sheet, page: int, number: int) -> Table:
    """The table with its cells at their places; `number` counts the document's tables."""
    order = _order(grid.slots)
    cells = {
        (slot.row, slot.column): _cell(slot, reading.text, order[slot], sheet, Place(page, f"table {number}"))
        for slot, reading in zip(grid.slots, readings, strict=True)
    }
    covering = {(r, c): cells[slot.row, slot.column] for slot in grid.slots for r, c in _covered(slot)}
    rows = tuple(tuple(covering[r, c] for c in range(grid.columns)) for r in range(grid.rows))
    doubtful = {
        slot.row
        for slot, reading in zip(grid.slots, readings, strict=True)
        if reading.decides and reading.confidence < _SURE
    }
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

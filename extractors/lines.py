"""A document as the lines of its paper: each half of a two-column line apart, with its place and side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from extractors.layout_tables import glued_foot, is_layout
from extractors.patterns import gaps, letterhead
from extractors.places import own_cells, text_at, within
from extractors.records import BBox, Cell, Document, Paragraph, Place, Table
from extractors.vietnamese.skeleton import skeleton


class Side(StrEnum):
    """Where on the paper a line stands."""

    LEFT = "left"
    RIGHT = "right"
    WHOLE = "whole"
    """Over the whole width, centred, or unknown."""
    TABLE = "table"
    """No line: a table of figures stands here."""


class Line(NamedTuple):
    """One line, or one half of it."""

    text: str
    """Without the spaces around it; "" for an empty line."""
    bones: str
    """Its skeleton, for matching: as long as the text."""
    place: Place
    side: Side
    style: Paragraph
    """The paragraph it is part of."""
    table: str = ""
    """The layout table it stands in, "" outside of one."""


Widths = Mapping[int | None, tuple[float, float]]
"""For each page the left and right ends of its text."""


def lines_of(document: Document) -> tuple[Line, ...]:
    """Every line of the document's blocks in reading order."""
    widths = _page_widths(document)
    lines = (line for block in document.blocks for line in _lines_of_block(block, widths))
    return tuple(_closed(lines, widths) if widths else lines)


def _lines_of_block(block: Paragraph | Table, widths: Widths) -> Iterator[Line]:
    if isinstance(block, Paragraph):
        return _halves(block, _side_on_page(block.place, widths))
    figures = iter([Line("", "", block.place, Side.TABLE, Paragraph("", block.place))])
    if not is_layout(block):
        return figures
    foot = glued_foot(block)
    return chain(figures, _lines_of_table(block, foot)) if foot else _lines_of_table(block)


def _closed(lines: Iterable[Line], widths: Widths) -> Iterator[Line]:
    """The lines with those joined that only a gap for a pen parts: "Số:" and "/BC-…", "ngày" and "tháng 6"."""
    held: Line | None = None
    for line in lines:
        if held is not None and _parted_by_pen(held, line):
            held = _joined(held, line, widths)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _parted_by_pen(one: Line, other: Line) -> bool:
    a, b = one.place, other.place
    if a.bbox is None or b.bbox is None or a.start is not None or b.start is not None:
        return False
    if b.first != a.last + 1 or a.page != b.page or b.bbox[0] < a.bbox[2]:
        return False
    if not a.bbox[1] <= (b.bbox[1] + b.bbox[3]) / 2 <= a.bbox[3]:
        return False
    if letterhead.RULE.match(one.bones) or letterhead.RULE.match(other.bones):
        return False
    return bool(gaps.BEFORE_GAP.search(one.text) or gaps.AFTER_GAP.match(other.text))


def _joined(one: Line, other: Line, widths: Widths) -> Line:
    boxes = [line.place.bbox for line in (one, other) if line.place.bbox]
    place = one.place._replace(last=other.place.last, bbox=_around(boxes))
    text = f"{one.text}\n{other.text}"
    return Line(text, skeleton(text), place, _side_on_page(place, widths), one.style)


def _lines_of_table(table: Table, first: int = 0) -> Iterator[Line]:
    for index, row in enumerate(table.rows[first:], first):
        for cell in own_cells(row, index):
            side = _side_in_table(cell, len(row))
            for paragraph in cell.paragraphs:
                for line in _halves(paragraph, side):
                    yield line._replace(table=table.place.container or "table")
            for nested in cell.tables:
                yield from _lines_of_table(nested)


def _side_in_table(cell: Cell, width: int) -> Side:
    middle, half = cell.column + cell.column_span / 2, width / 2
    if abs(middle - half) < width / 10:
        return Side.WHOLE
    return Side.LEFT if middle < half else Side.RIGHT


def _page_widths(document: Document) -> Widths:
    widths: dict[int | None, tuple[float, float]] = {}
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.place.bbox:
            x0, _, x1, _ = block.place.bbox
            low, high = widths.get(block.place.page, (x0, x1))
            widths[block.place.page] = (min(low, x0), max(high, x1))
    return widths


def _side_on_page(place: Place, widths: Widths) -> Side:
    box = place.bbox
    if box is None:
        return Side.WHOLE
    low, high = widths[place.page]
    middle = ((box[0] + box[2]) / 2 - low) / (high - low or 1)
    if box[2] - box[0] > 0.7 * (high - low) or 0.43 <= middle <= 0.57:
        return Side.WHOLE
    return Side.LEFT if middle < 0.5 else Side.RIGHT


def _halves(paragraph: Paragraph, side: Side) -> Iterator[Line]:
    whole = paragraph.text
    if "\n" not in whole and "\t" not in whole and "   " not in whole:
        # nine lines in ten: without the steps below each costs half
        yield _whole(paragraph, side)
        return
    start = 0
    for text in whole.split("\n"):
        yield from _halves_of_line(paragraph, text, start, side)
        start += len(text) + 1


def _whole(paragraph: Paragraph, side: Side) -> Line:
    """A paragraph that is one line, in one column."""
    text = paragraph.text.strip()
    if len(text) == len(paragraph.text):
        return Line._make((text, skeleton(text), paragraph.place, side, paragraph, ""))
    low, high = _stripped(paragraph.text)
    return Line(text, skeleton(text), within(paragraph.place, low, high), side, paragraph)


def _halves_of_line(paragraph: Paragraph, text: str, start: int, side: Side) -> Iterator[Line]:
    spans = columns(text)
    if len(spans) == 2 and len(text) < 250:
        sides: Iterable[Side] = (Side.LEFT, Side.RIGHT)
    else:
        spans, sides = [_stripped(text)], [_side_by_tabs(text) if side is Side.WHOLE else side]
    for (low, high), half in zip(spans, sides, strict=True):
        part = text[low:high]
        place = paragraph.place if part == paragraph.text else within(paragraph.place, start + low, start + high)
        yield Line(part, skeleton(part), place, half, paragraph)


def _side_by_tabs(text: str) -> Side:
    """Where the one text of a line stands, by the tabs and spaces around it."""
    if len(text.strip()) >= 60 or not gaps.FAR_RIGHT.match(text):
        return Side.WHOLE
    return Side.LEFT if gaps.LEFT_ALONE.fullmatch(text) else Side.RIGHT


def _stripped(text: str) -> tuple[int, int]:
    low = len(text) - len(text.lstrip())
    return low, max(low, len(text.rstrip()))


def columns(text: str) -> list[tuple[int, int]]:
    """Start and end of a line's two columns, parted by a tab or else its widest gap; of the one where it has one.

    A gap left for a pen ("Số:      /BC", "ngày      tháng") parts nothing.
    """
    low, end = _stripped(text)
    if "\t" not in text and "   " not in text:
        return [(low, end)]
    gutters = [g.span() for g in gaps.GUTTER.finditer(text, low, end) if not _is_for_a_pen(text, low, g)]
    if not gutters:
        return [(low, end)]
    start, stop = max(gutters, key=lambda g: ("\t" in text[g[0] : g[1]], g[1] - g[0]))
    return [(low, start), (stop, end)]


def _is_for_a_pen(text: str, low: int, gap: re.Match[str]) -> bool:
    return bool(gaps.BEFORE_GAP.search(text, low, gap.start()) or gaps.AFTER_GAP.match(text, gap.end()))


def together(document: Document, lines: Sequence[Line]) -> tuple[str, Place]:
    """The text from the first line to the last, with its place; what stands between them is in it.

    Lines of several cells have no one place: then it is the first line's.
    """
    first, last = lines[0].place, lines[-1].place
    if len(lines) == 1:
        return lines[0].text, first
    whole = Place(first.page, first.container, first.first, last.last)
    text = text_at(document, whole) if first.container == last.container and first.first else None
    if text is None:
        return lines[0].text, first
    start = first.start or 0
    end = len(text) if last.end is None else len(text) - len(lines[-1].style.text) + last.end
    boxes = [line.place.bbox for line in lines if line.place.bbox and line.place.page == first.page]
    return text[start:end], whole._replace(start=start, end=end, bbox=_around(boxes))


def _around(boxes: Sequence[BBox]) -> BBox | None:
    if not boxes:
        return None
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)

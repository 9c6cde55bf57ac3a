"""Words become lines, lines columns and paragraphs: the running text of a page in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extractors.formats.ocr.engine import PixelBox, Word
from extractors.vietnamese.text import clean, fold

_GAP = 1.6
"""Heights of a line: a wider gap parts two columns."""

_SURE = 45.0
"""A word of less confidence makes its line doubtful."""
_NOISE = 50.0
"""A line of such words only, each of a few letters, is no text."""


class Piece(NamedTuple):
    """One line, or its part in one column."""

    text: str
    box: PixelBox
    sure: bool


class Flow(NamedTuple):
    """One paragraph, or one line of a head, a title or a foot."""

    text: str
    box: PixelBox
    sure: bool
    align: str
    """center, justify or ""."""


class _Frame(NamedTuple):
    """A page's measures in pixels: the text's ends and the usual height of a line."""

    left: int
    right: int
    height: float

    @property
    def width(self) -> int:
        return max(1, self.right - self.left)


def paragraphs(words: Sequence[Word]) -> list[Flow]:
    """The page's text in reading order: columns side by side one after the other; "" where a gap parts two blocks."""
    pieces = _pieces(words)
    if not pieces:
        return []
    frame = _frame(pieces)
    rows = _rows(pieces)
    found: list[Flow] = []
    last_bottom: int | None = None
    for group in _groups(rows, frame):
        top, bottom = min(p.box[1] for p in group), max(p.box[3] for p in group)
        if last_bottom is not None and top - last_bottom > frame.height:
            found.append(Flow("", (frame.left, last_bottom, frame.right, top), sure=True, align=""))
        found += group
        last_bottom = bottom
    return found


def _pieces(words: Sequence[Word]) -> list[Piece]:
    """The engine's lines, parted where the gap between two words is a column's."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return [_piece(part) for line in lines.values() for part in _parts(line) if not _is_noise(part)]


def _parts(line: list[Word]) -> Iterator[list[Word]]:
    """The line's words column by column: parted by a wide gap, and before the motto however near it stands."""
    height = median(word.box[3] - word.box[1] for word in line)
    words = sorted(line, key=lambda w: w.box[0])
    part: list[Word] = []
    for index, word in enumerate(words):
        is_motto = fold(" ".join(w.text for w in words[index : index + 4])) == "cong hoa xa hoi"
        if part and (word.box[0] - part[-1].box[2] > _GAP * height or is_motto):
            yield part
            part = []
        part.append(word)
    yield part


def _is_noise(words: Sequence[Word]) -> bool:
    """Whether a line is what strokes and specks look like: signs, or a few letters read without confidence."""
    return all(
        not any(c.isalnum() for c in word.text)
        or (word.confidence < _NOISE and not word.text.isdecimal() and len(word.text) <= 3)
        for word in words
    )


def _piece(words: Sequence[Word]) -> Piece:
    text = clean(" ".join(word.text for word in words))
    return Piece(text, _around([word.box for word in words]), all(word.confidence >= _SURE for word in words))


def _around(boxes: Sequence[PixelBox]) -> PixelBox:
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def _frame(pieces: Sequence[Piece]) -> _Frame:
    x0, _, x1, _ = _around([piece.box for piece in pieces])
    return _Frame(x0, x1, median(piece.box[3] - piece.box[1] for piece in pieces))


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces that stand side by side, from top to bottom, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.box[1] + p.box[3]) / 2):
        if rows and _beside(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.box[0]) for row in rows]


def _beside(row: Sequence[Piece], piece: Piece) -> bool:
    """Whether the piece shares at least half its height with the row and lies over none of it."""
    top, bottom = min(p.box[1] for p in row), max(p.box[3] for p in row)
    shared = min(bottom, piece.box[3]) - max(top, piece.box[1])
    return 2 * shared >= min(bottom - top, piece.box[3] - piece.box[1]) and all(
        p.box[2] <= piece.box[0] or piece.box[2] <= p.box[0] for p in row
    )


def _groups(rows: Sequence[Sequence[Piece]], frame: _Frame) -> Iterator[list[Flow]]:
    """Two columns as their lines, left before right; running text as its paragraphs."""
    index = 0
    while index < len(rows):
        stop, gutter = _columns_at(rows, index, frame)
        if stop > index:
            pieces = [piece for row in rows[index:stop] for piece in row]
            yield [_line(p) for p in pieces if p.box[2] <= gutter] + [_line(p) for p in pieces if p.box[2] > gutter]
            index = stop
            continue
        stop = index + 1
        while stop < len(rows) and _goes_on(rows, index, stop, frame):
            stop += 1
        yield [_joined([piece for row in rows[index:stop] for piece in row], frame)]
        index = stop


def _columns_at(rows: Sequence[Sequence[Piece]], start: int, frame: _Frame) -> tuple[int, float]:
    """Where the two columns that begin at the row stop, and what parts them; `start` where there are none."""
    low, high = _gap(rows[start], frame)
    ahead = start
    if low >= high:
        ahead = start + 1
        if not _one_sided(rows[start], frame) or ahead >= len(rows):
            return start, 0
        low, high = _gap(rows[ahead], frame)
        if low >= high or not _fits(rows[start], low, high):
            return start, 0
    stop = ahead + 1
    while stop < len(rows):
        narrow_low = max([low, *(p.box[2] for p in rows[stop] if p.box[2] < high)])
        narrow_high = min([high, *(p.box[0] for p in rows[stop] if p.box[0] > low)])
        if not _fits(rows[stop], low, high) or narrow_low >= narrow_high or _is_title(rows[stop], frame):
            break
        low, high, stop = narrow_low, narrow_high, stop + 1
    return stop, (low + high) / 2


def _gap(row: Sequence[Piece], frame: _Frame) -> tuple[int, int]:
    """The widest gap between two pieces in the middle of the page; empty where there is none."""
    gaps = [
        (a.box[2], b.box[0])
        for a, b in pairwise(row)
        if 0.2 < ((a.box[2] + b.box[0]) / 2 - frame.left) / frame.width < 0.75
    ]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=(0, 0))


def _one_sided(row: Sequence[Piece], frame: _Frame) -> bool:
    """Whether a lone piece stands in the right half only."""
    return len(row) == 1 and row[0].box[0] > frame.left + 0.4 * frame.width and not _is_title(row, frame)


def _fits(row: Sequence[Piece], low: int, high: int) -> bool:
    """Whether no piece of the row stands in the gap from side to side."""
    return all(p.box[2] <= high or p.box[0] >= low for p in row) and not any(
        p.box[0] < low and p.box[2] > high for p in row
    )


def _is_title(row: Sequence[Piece], frame: _Frame) -> bool:
    """Whether a lone piece stands in the middle of the page, air on both sides."""
    if len(row) > 1:
        return False
    middle = ((row[0].box[0] + row[0].box[2]) / 2 - frame.left) / frame.width
    return abs(middle - 0.5) < 0.05 and row[0].box[2] - row[0].box[0] < 0.85 * frame.width


def _goes_on(rows: Sequence[Sequence[Piece]], start: int, index: int, frame: _Frame) -> bool:
    """Whether the row continues the paragraph that began at `start`."""
    row, above = rows[index], rows[index - 1]
    if row[0].box[1] - above[0].box[3] > frame.height or _columns_at(rows, index, frame)[0] > index:
        return False
    is_full = above[-1].box[2] > frame.right - 0.08 * frame.width
    if _is_title(row, frame) or _is_title(above, frame):
        return is_full and index - start == 1
    is_indented = row[0].box[0] > rows[index - 1][0].box[0] + 0.02 * frame.width
    return is_full and not (is_indented and (index - start > 1 or row[0].box[0] > frame.left + 0.03 * frame.width))


def _line(piece: Piece) -> Flow:
    return Flow(piece.text, piece.box, piece.sure, "")


def _joined(pieces: Sequence[Piece], frame: _Frame) -> Flow:
    align = "center" if _is_title(pieces[-1:], frame) else "justify"
    text = " ".join(piece.text for piece in pieces)
    return Flow(text, _around([piece.box for piece in pieces]), all(piece.sure for piece in pieces), align)

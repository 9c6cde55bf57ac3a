"""The grid of a table without lines: columns by the headings and the white between them, rows by their numbers.

Found only below a heading "TT", and only where the white runs through and every row begins with its first line:
anything less stays text, and what is found is for a second reader to bear out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.formats.pdf.characters import Characters
from extractors.formats.pdf.edges import LEAST_ROWS, Row, Word, around, edges_of, phrases, words
from extractors.formats.pdf.shapes import Grid, Slot
from extractors.patterns.table_cells import FIRST_HEADING, IN_FIRST_HEADING, PLAIN_FIGURE, TOTAL
from extractors.records import BBox

BREAK = 3.0
"""Line heights: white higher than this ends a table."""


class OpenTables:
    """Finds them page by page: one that reaches a page's end may go on on the next, without its headings."""

    def __init__(self) -> None:
        self._edges: Sequence[float] = ()

    def on(self, characters: Characters, page: int, taken: Sequence[BBox]) -> Grid | None:
        """The page's table without lines, if it has one; `taken` are its tables with lines."""
        before, self._edges = self._edges, ()
        heading = _has_heading(characters, taken)
        if not heading and not before:
            return None
        rows = [row for row in _rows(characters) if not any(_covers(box, row[0].box) for box in taken)]
        grid = (_headed(rows, page) if heading else None) or (_going_on(rows, before, page) if before else None)
        if grid and rows[-1][0].box[1] < grid.rows[-1]:
            self._edges = grid.columns
        return grid


def _has_heading(characters: Characters, taken: Sequence[BBox]) -> bool:
    """Whether a heading stands outside of the tables with lines: only then is the page worth a closer look."""
    if IN_FIRST_HEADING not in characters.text:
        return False
    ends = [match.end() - 1 for match in FIRST_HEADING.finditer(characters.text)]
    return any(not any(_covers(table, box) for table in taken) for box in characters.boxes(ends))


def _headed(rows: Sequence[Row], page: int) -> Grid | None:
    """The table below its headings."""
    first = next((index for index, row in enumerate(rows) if _begins_headings(row)), None)
    if first is None:
        return None
    begin = _heading_begins(rows, first)
    heading = rows[begin : first + 1]
    body = [*heading, *_until_white(rows[first:])]
    sides = around([word for row in rows for word in row])
    edges = edges_of(heading, body, sides)
    if not edges:
        return None
    body = [*heading, *_ended(body[len(heading) :], edges)]
    return _grid(body, edges_of(heading, body, sides), page, len(heading))


def _begins_headings(row: Row) -> bool:
    return FIRST_HEADING.match(" ".join(word.text for word in row[:2]) + " ") is not None


def _going_on(rows: Sequence[Row], edges: Sequence[float], page: int) -> Grid | None:
    """The table's rows on the next page, below its number."""
    numbered = bool(rows) and len(rows[0]) == 1 and PLAIN_FIGURE.fullmatch(rows[0][0].text)
    below = rows[1:] if numbered else rows
    body = _ended([*below[:1], *_until_white(below)], edges)
    return _grid(body, edges, page, 0) if body else None


def _covers(outer: BBox, box: BBox) -> bool:
    return outer[1] <= (box[1] + box[3]) / 2 <= outer[3]


def _rows(characters: Characters) -> list[Row]:
    """The page's words line by line, from top to bottom."""
    lines: list[list[tuple[float, Word]]] = []
    for letter in sorted(characters.letters(), key=lambda one: one.baseline):
        if not lines or letter.baseline - lines[-1][-1][0] > 0.3 * letter.size:
            lines.append([])
        lines[-1].append((letter.baseline, Word(letter.text, letter.box, letter.size)))
    return [list(words(sorted((word for _, word in line), key=lambda word: word.box[0]))) for line in lines]


def _heading_begins(rows: Sequence[Row], first: int) -> int:
    """The first line of headings: those of two lines begin above the "TT" between them."""
    begin, at = first, rows[first][0].box
    while begin and rows[begin - 1][0].box[0] > at[2] and rows[begin][0].box[1] - rows[begin - 1][0].box[3] < 3:
        begin -= 1
    return begin


def _until_white(rows: Sequence[Row]) -> Iterator[Row]:
    """The lines below the first, as far as no wide white parts them."""
    for above, row in pairwise(rows):
        if row[0].box[1] - above[0].box[3] > BREAK * above[0].size:
            return
        yield row


def _cut(row: Row, edges: Sequence[float]) -> int:
    """How many inner edges run through a word of the line, or through words that no more than a space parts."""
    joined = list(phrases(row))
    return sum(word.box[0] < edge < word.box[2] for edge in edges[1:-1] for word in joined)


def _ended(body: Sequence[Row], edges: Sequence[float]) -> list[Row]:
    """The table's lines: it ends where a line runs through two edges, as prose does."""
    end = next((index for index, row in enumerate(body) if _cut(row, edges) > 1), len(body))
    return list(body[:end])


def _grid(body: Sequence[Row], edges: Sequence[float], page: int, heading: int) -> Grid | None:
    """The grid, if each row begins on the line where its first column does; so many lines are its headings."""
    numbered = (index for index, row in enumerate(body) if row[0].box[0] < edges[1] or TOTAL.match(row[0].text))
    starts = [index for index in numbered if index >= heading]
    begins = [0, *(index for index in starts if index)]
    parts = [body[one:other] for one, other in pairwise([*begins, len(body)])]
    if heading and _may_be_centred(body[heading:], [index - heading for index in starts], edges):
        return None
    slots = [slot for number, part in enumerate(parts) for slot in _slots(number, part, edges)]
    if heading:
        slots = [*_cells(0, [word for row in parts[0] for word in row], edges), *(slot for slot in slots if slot.row)]
    headed = all(slot.column_span == 1 for slot in slots if slot.row == 0)
    if heading and (len(parts) <= LEAST_ROWS or not headed):
        return None
    if any(_unsure(part, edges) for part in parts[1 if heading else 0 :]):
        return None
    boxes = [around([word for row in part for word in row]) for part in parts]
    inner = [(above[3] + below[1]) / 2 for above, below in pairwise(boxes)]
    return Grid(tuple(edges), (boxes[0][1] - 1, *inner, boxes[-1][3] + 1), tuple(slots), page, ruled=False)


def _unsure(part: Sequence[Row], edges: Sequence[float]) -> bool:
    """Whether a figure stands below the row's first line, beside one, or in columns that words run over: whose then?"""
    if any(word.box[0] > edges[2] and PLAIN_FIGURE.fullmatch(word.text) for row in part[1:] for word in row):
        return True
    figures = [word.box[0] for word in phrases(part[0]) if PLAIN_FIGURE.fullmatch(word.text)]
    if any(sum(left < at < right for at in figures) > 1 for left, right in pairwise(edges)):
        return True
    wide = [slot for slot in _slots(0, part, edges) if slot.column_span > 1]
    reaches = [(edges[slot.column], edges[slot.column + slot.column_span]) for slot in wide]
    return any(
        left < word.box[0] < right and _holds_figure(word, edges)
        for left, right in reaches
        for row in part
        for word in row
    )


def _holds_figure(word: Word, edges: Sequence[float]) -> bool:
    """Whether the word is a figure, or, in the columns of figures, has one printed over it."""
    over = word.box[0] > edges[2] and any(map(str.isdigit, word.text))
    return over or PLAIN_FIGURE.fullmatch(word.text) is not None


def _may_be_centred(body: Sequence[Row], starts: Sequence[int], edges: Sequence[float]) -> bool:
    """Whether the numbers may stand in the middle of their rows' lines: then whose the lines between are is not known.

    Were they centred, each row had as many lines above its number as below: so the lines above the first number
    say all that follow.
    """
    if len(starts) == len(body):
        return False
    if any(not any(edges[1] < word.box[0] < edges[2] for word in body[start]) for start in starts):
        return True
    between = [other - one - 1 for one, other in pairwise([-1, *starts, len(body)])]
    above = between[0]
    for below in between[1:-1]:
        above = below - above
        if above < 0:
            return False
    return above == between[-1]


def _slots(number: int, rows: Sequence[Row], edges: Sequence[float]) -> Iterator[Slot]:
    """The row's cells: words that stand near each other are in one."""
    return _cells(number, [word for row in rows for word in phrases(row)], edges)


def _cells(number: int, found: Sequence[Word], edges: Sequence[float]) -> Iterator[Slot]:
    """The row's cells: one over several columns where words run through their edges."""
    joined = {j for j, edge in enumerate(edges) for word in found if word.box[0] < edge < word.box[2]}
    begin = 0
    for column in range(1, len(edges)):
        if column not in joined or column == len(edges) - 1:
            yield Slot(number, begin, 1, column - begin)
            begin = column

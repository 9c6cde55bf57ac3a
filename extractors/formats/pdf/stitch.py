"""Tables that a page's end cut in two are one table, and a row that it cut is one row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.formats.pdf.shapes import Fragment, Line, Slot
from extractors.patterns.table_cells import FIGURE, ITEM, SMALL_LABEL
from extractors.records import BBox
from extractors.vietnamese.text import one_line

PADDING = 4.0
"""Points between a cell's text and its edge, at least."""
SAME_EDGE = 4.0
"""Points by which a column's edge may move from page to page."""
ENDS = ".;:!?"
"""What a text that is not cut ends with."""


@dataclass(slots=True)
class Piece:
    """One cell while its table is put together."""

    slot: Slot
    lines: list[Line]
    page: int
    box: BBox


@dataclass(slots=True)
class Stitched:
    """A table while its fragments are put together: rows of pieces, each where it begins."""

    columns: tuple[float, ...]
    rows: list[list[Piece]]
    header_rows: int = 0
    proved: bool = True
    ruled: bool = True
    pages: list[int] = field(default_factory=list)
    dropped: str = ""
    """The headers that were repeated on later pages."""
    doubtful: set[int] = field(default_factory=set)
    """Rows, 0-based, with an empty cell that may be the rest of the one above, or two figures that may be one."""


def as_table(fragment: Fragment) -> Stitched:
    """One page's table by itself."""
    columns, edges, page = fragment.grid.columns, fragment.grid.rows, fragment.grid.page
    rows: list[list[Piece]] = [[] for _ in edges[1:]]
    for slot, lines in zip(fragment.grid.slots, fragment.cells, strict=True):
        row, column, row_span, column_span = slot
        box = (columns[column], edges[row], columns[column + column_span], edges[row + row_span])
        rows[row].append(Piece(slot, list(lines), page, box))
    return Stitched(
        fragment.grid.columns, rows, proved=fragment.proved, ruled=fragment.grid.ruled, pages=[fragment.grid.page]
    )


def goes_on(table: Stitched, fragment: Fragment) -> bool:
    """Whether the fragment's columns are the table's, or some of them."""
    outer = abs(fragment.grid.columns[0] - table.columns[0]), abs(fragment.grid.columns[-1] - table.columns[-1])
    known = all(any(abs(edge - other) <= SAME_EDGE for other in table.columns) for edge in fragment.grid.columns)
    return fragment.grid.page == table.pages[-1] + 1 and max(outer) <= SAME_EDGE and known


def append(table: Stitched, fragment: Fragment) -> None:
    """Adds the fragment's rows below the table's: without its repeated header, a cut row joined."""
    edges = [_edge(table.columns, at) for at in fragment.grid.columns]
    more = as_table(fragment).rows
    _map(more, edges)
    header = _repeated(table, more)
    table.header_rows = max(table.header_rows, header)
    table.dropped += "".join(line.text for row in more[:header] for piece in row for line in piece.lines)
    more = more[header:]
    if more and _is_rest(table, more):
        _join_rows(table, more.pop(0))
    elif more:
        more[0] = [piece for piece in more[0] if not _lengthens(table, piece)]
    for index, row in enumerate(more, len(table.rows)):
        for piece in row:
            piece.slot = Slot(index, *piece.slot[1:])
    table.rows += more
    table.proved = table.proved and fragment.proved
    table.pages.append(fragment.grid.page)


def _map(rows: Iterable[Iterable[Piece]], edges: Sequence[int]) -> None:
    """Puts the pieces on the table's columns: a page may show fewer of them; `edges` says which of its each is."""
    if edges == list(range(len(edges))):
        return
    for piece in (piece for row in rows for piece in row):
        row, column, row_span, column_span = piece.slot
        left = edges[column]
        piece.slot = Slot(row, left, row_span, edges[column + column_span] - left)


def _edge(columns: Sequence[float], at: float) -> int:
    return min(range(len(columns)), key=lambda i: abs(columns[i] - at))


def _words(row: Sequence[Piece]) -> list[tuple[int, str]]:
    return [(piece.slot.column, one_line(" ".join(line.text for line in piece.lines))) for piece in row if piece.lines]


def _repeated(table: Stitched, more: Sequence[Sequence[Piece]]) -> int:
    """How many of the fragment's first rows are the table's own first rows again."""
    count = 0
    while count < min(len(more), len(table.rows)) and _words(more[count]) == _words(table.rows[count]):
        count += 1
    return count if any(_words(row) for row in more[:count]) else 0


def _is_rest(table: Stitched, more: Sequence[Sequence[Piece]]) -> bool:
    """Whether the first row only goes on with cells that the row above left unfinished.

    A figure is never the rest of a cell, and a row with a number of its own is no rest. Where nothing but the words'
    look tells, the rows are for a person to look at.
    """
    first = more[0]
    filled = [(_above(table, piece), piece.lines[0].text) for piece in first if piece.lines]
    cut = [(cell, rest) for cell, rest in filled if cell and cell.lines and not FIGURE.fullmatch(rest)]
    if not filled or len(cut) < len(filled):
        return False
    if first[0].lines:
        return _text_goes_on(table, first, cut)
    if any(_unfinished(cell, rest) for cell, rest in cut):
        return True
    return len(cut) == 1 and _list_goes_on(table, more, *cut[0])


def _text_goes_on(table: Stitched, first: Sequence[Piece], cut: Sequence[tuple[Piece, str]]) -> bool:
    """Whether a row whose first column holds words, no numbers, goes on in small letters; doubts one that may."""
    cell, rest = cut[0]
    if cell.lines[-1].text[-1] in ENDS or SMALL_LABEL.match(rest) or not all(_unfinished(*pair) for pair in cut):
        return False
    if rest[0].islower() and _no_room(cell, rest):
        return True
    emptied = any(not piece.lines and above.lines for piece in first if (above := _above(table, piece)))
    if emptied and " " in rest and " " in cell.lines[-1].text:
        table.doubtful.update((len(table.rows) - 1, len(table.rows)))
    return False


def _list_goes_on(table: Stitched, more: Sequence[Sequence[Piece]], cell: Piece, rest: str) -> bool:
    """Whether an item by itself belongs to the list above it, in a table that gives no item a row of its own.

    Only a list that says so surely goes on: else the row is doubtful.
    """
    if not ITEM.match(rest) or _item_alone(table.rows[-1]) or len(_words(table.rows[-1])) < 2:
        return False
    if any(map(_item_alone, [*table.rows, *more[1:]])):
        return False
    if cell.lines[-1].text[-1] not in ";:,":
        table.doubtful.add(len(table.rows) - 1)
    return True


def _item_alone(row: Sequence[Piece]) -> bool:
    """Whether an item of a list is all that the row holds."""
    words = _words(row)
    return len(words) == 1 and ITEM.match(words[0][1]) is not None


def _unfinished(cell: Piece, rest: str) -> bool:
    """Whether the text may be the cell's: by its letters, or because its first word had no room on the last line."""
    last = cell.lines[-1]
    if rest[:1].islower() or last.text[-1] in ",-/(":
        return True
    return not ITEM.match(rest) and _no_room(cell, rest)


def _no_room(cell: Piece, rest: str) -> bool:
    """Whether the first word would not have fitted behind the cell's last line."""
    last = cell.lines[-1]
    wide = (last.box[2] - last.box[0]) / len(last.text)
    return last.box[2] + wide * (len(rest.split(maxsplit=1)[0]) + 1) > cell.box[2] - PADDING


def _lengthens(table: Stitched, piece: Piece) -> bool:
    """Whether a cell is the lower part of one, merged over rows, that the page's end cut; then that one is lengthened.

    Of an empty cell the page does not show it: below or above one that covers several rows it may be the rest or a
    cell of its own, and its rows are for a person to look at.
    """
    cut = _above(table, piece)
    if cut is None or not _may_be_one(cut, piece):
        return False
    if 1 in (cut.slot.row_span, piece.slot.row_span):
        table.doubtful.update(range(len(table.rows), len(table.rows) + piece.slot.row_span))
    if piece.slot.row_span == 1:
        return False
    cut.slot = cut.slot._replace(row_span=cut.slot.row_span + piece.slot.row_span)
    cut.lines += piece.lines
    return True


def _above(table: Stitched, piece: Piece) -> Piece | None:
    """The table's last cell in the columns of the piece."""
    cells = (cell for row in reversed(table.rows) for cell in row if cell.slot.column == piece.slot.column)
    last = next(cells, None)
    return last if last and last.slot.column_span == piece.slot.column_span else None


def _may_be_one(cut: Piece, piece: Piece) -> bool:
    """Whether the two may be one cell merged over rows: a figure is, only in the column of the numbers."""
    merged = [part for part in (cut, piece) if part.slot.row_span > 1]
    if not merged or not cut.lines:
        return False
    if cut.slot.column and FIGURE.fullmatch(one_line(cut.lines[0].text)):
        return False
    return not piece.lines or (len(merged) == 2 and _unfinished(cut, piece.lines[0].text))


def _join_rows(table: Stitched, rest: Sequence[Piece]) -> None:
    """Adds the lower part of a cut row: what is merged with the rows below it there, the whole cell is."""
    for piece in rest:
        cell = _above(table, piece)
        if cell:
            cell.lines += piece.lines
            cell.slot = cell.slot._replace(row_span=cell.slot.row_span + piece.slot.row_span - 1)

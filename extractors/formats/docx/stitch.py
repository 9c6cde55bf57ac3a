"""Tables that a page or an empty paragraph cut in pieces, joined again.

Only proof joins: the rows' numbers go on, or the header stands there again. Two tables that merely
look alike stay two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.formats.docx.ordinals import Ordinal, goes_on, ordinals, starts
from extractors.places import own_cells, row_text
from extractors.records import Block, Cell, Paragraph, Table
from extractors.vietnamese.text import fold

Row = tuple[Cell, ...]


def stitch(blocks: Sequence[Block]) -> tuple[list[Block], list[Paragraph]]:
    """The blocks with cut tables joined, and the paragraphs of the header rows that this dropped."""
    joined: list[Block] = []
    dropped: list[Paragraph] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Table) and isinstance(last, Table) and _are_alike(last, block):
            repeated = _repeated_rows(last, block)
            if _belongs(last, block, repeated):
                dropped += [p for i in range(repeated) for c in own_cells(block.rows[i], i) for p in c.paragraphs]
                joined[-1] = _join(last, block, repeated)
                continue
        joined.append(block)
    return joined, dropped


def _are_alike(first: Table, second: Table) -> bool:
    """Both tables with lines and of as many columns."""
    return (
        first.ruled
        and second.ruled
        and bool(first.rows)
        and bool(second.rows)
        and len(first.rows[0]) == len(second.rows[0]) > 1
    )


def _repeated_rows(first: Table, second: Table) -> int:
    """How many leading rows of the second table are those of the first, cut between merged cells never."""
    count = 0
    for one, other in zip(first.rows, second.rows, strict=False):
        if fold(row_text(one)) != fold(row_text(other)) or not row_text(other).strip():
            break
        count += 1
    whole = all(cell.row >= count for row in second.rows[count:] for cell in row)
    return count if whole and count < len(second.rows) else 0


def _belongs(first: Table, second: Table, repeated: int) -> bool:
    if second.header_rows > repeated:
        return False
    after = next((found for row in second.rows[repeated:] if (found := _number(row))), [])
    before = [_number(row) for row in first.rows]
    follows = any(goes_on([number], after) for number in _latest(before))
    opens = bool(before[-1]) and starts(after) and not goes_on(before[-1], after) and _ways_differ(before[-1], after)
    if after and any(before):
        return follows or opens
    return repeated > 0


def _latest(numbers: Sequence[list[Ordinal]]) -> list[Ordinal]:
    """How far each way of counting got."""
    latest: dict[str, Ordinal] = {}
    for found in numbers:
        latest |= {way: (way, value) for way, value in found}
    return list(latest.values())


def _ways_differ(one: list[Ordinal], other: list[Ordinal]) -> bool:
    return not {way for way, _ in one} & {way for way, _ in other}


def _number(row: Row) -> list[Ordinal]:
    """The row's number: printed in its first cell, or put before it by Word."""
    first = row[0].paragraphs[:1]
    if not first:
        return []
    return ordinals(first[0].label or row[0].text)


def _join(first: Table, second: Table, repeated: int) -> Table:
    """One table: the second's rows keep the places that they have in the file."""
    shift = len(first.rows) - repeated
    moved: dict[int, Cell] = {}
    for index, row in enumerate(second.rows):
        for cell in own_cells(row, index):
            moved[id(cell)] = cell._replace(row=cell.row + shift)
    rows = tuple(tuple(moved[id(cell)] for cell in row) for row in second.rows[repeated:])
    return replace(first, rows=first.rows + rows)

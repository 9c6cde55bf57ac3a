"""Tables of points that no rule took for a score sheet: a person is told of them, for nothing of them was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.patterns import scores as patterns
from extractors.records import Cell, Document, Notice, Table
from extractors.sheets.columns import HEADER_SEARCH, Columns, columns_of, role_of
from extractors.sheets.find import Sheet, captioned
from extractors.sheets.roles import Role
from extractors.vietnamese.text import fold

HEADING_LENGTH = 60
"""Characters of a heading at most: a longer text that speaks of points is a sentence."""
INTRODUCTION_LENGTH = 200
"""Characters of a line that introduces a table, at most."""
BESIDES = frozenset({"note", "other", "order", "criterion"})
"""What a column may hold that is no score."""
ENOUGH = 2
"""Figures that make a column one of points."""


def unread_tables(document: Document, sheets: Sequence[Sheet]) -> list[Notice]:
    """A notice for every table with points that is in none of the sheets that score."""
    taken = {
        id(cell)
        for sheet in sheets
        if sheet.columns.has_scores_given()
        for line in sheet.lines
        for cell in line.cells.values()
    }
    found = list(captioned(document))
    before = [None, *(table for table, _ in found)]
    return [
        Notice("sheet.unread", table.place)
        for (table, caption), other in zip(found, before, strict=False)
        if _is_unread(table, caption, taken) or (other is not None and _is_cut_off(table, other))
    ]


def _is_cut_off(table: Table, before: Table) -> bool:
    """Whether its columns of figures are those of the table before, for which that one's page was too narrow."""
    if len(table.rows) != len(before.rows) or table.place.page in (None, before.place.page):
        return False
    figures = all(_figures(table, column, 0) >= len(table.rows) // 2 for column in range(len(table.rows[0])))
    return figures and columns_of(before) is not None


def _is_unread(table: Table, caption: Sequence[str], taken: set[int]) -> bool:
    if not _may_hold_points(table, caption) or any(id(cell) in taken for row in table.rows for cell in row):
        return False
    columns = columns_of(table)
    if columns is None:
        return not _is_of_persons(table)
    return not columns.has_scores_given() and (any(_unexplained(table, columns)) or _holds_pairs(table, columns))


def _may_hold_points(table: Table, caption: Sequence[str]) -> bool:
    """Whether the words of a heading, or those right above the table, say that its figures are points."""
    if any(map(_tells_of_points, caption[-1:])) and _is_of_figures(table):
        return True
    words = " ".join(cell.text for row in table.rows[:HEADER_SEARCH] for cell in row).lower()
    return any(map(words.__contains__, patterns.IN_POINTS_HEADING)) and _has_points(table)


def _tells_of_points(line: str) -> bool:
    return len(line) <= INTRODUCTION_LENGTH and "diem" in line and bool(patterns.TELLS_OF_POINTS.fullmatch(line))


def _has_points(table: Table) -> bool:
    """Whether figures stand below a heading of points."""
    for number, row in enumerate(table.rows[:HEADER_SEARCH]):
        for at, cell in enumerate(row):
            if _is_heading_of_points(cell) and _figures(table, at, number + 1) >= ENOUGH:
                return True
    return False


def _is_of_figures(table: Table) -> bool:
    """Whether several columns, besides that of the rows' numbers, hold figures."""
    return sum(_figures(table, column, 0) >= ENOUGH for column in range(1, len(table.rows[0]))) >= ENOUGH


def _is_of_persons(table: Table) -> bool:
    return any(patterns.PERSONS.match(fold(cell.text)) for row in table.rows[:HEADER_SEARCH] for cell in row)


def _is_heading_of_points(cell: Cell) -> bool:
    return len(cell.text) <= HEADING_LENGTH and patterns.POINTS_HEADING.search(fold(cell.text)) is not None


def _unexplained(table: Table, columns: Columns) -> Iterator[int]:
    """The columns of figures, right of the criteria, whose headings say nothing that is known: years, units."""
    named = {at for columns_ in columns.roles.values() for at in columns_}
    rows = len(table.rows) - columns.first_row
    for at in range(max(columns.roles[Role.CRITERION]) + 1, len(table.rows[0])):
        known = at in named or role_of(table, at, columns.first_row) in BESIDES
        if not known and _figures(table, at, columns.first_row) >= max(ENOUGH, rows // 2):
            yield at


def _holds_pairs(table: Table, columns: Columns) -> bool:
    """Whether a column of maxima holds two figures a cell, "15/14,5": one of them is somebody's score."""
    cells = (row[at].text.strip() for at in columns.roles.get(Role.MAX, ()) for row in table.rows[columns.first_row :])
    return sum(patterns.OUT_OF.fullmatch(text) is not None for text in cells) >= ENOUGH


def _figures(table: Table, column: int, first: int) -> int:
    """How many cells of the column, from the row on, hold a figure."""
    texts = (row[column].text.strip() for row in table.rows[first:])
    return sum(any(form.fullmatch(text) for form in (patterns.PLAIN, patterns.OUT_OF)) for text in texts)

"""A table's rows as a score sheet has them: criteria, totals of parts, the total, and what is none of these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import NamedTuple

from extractors.patterns import scores as patterns
from extractors.places import own_cells, row_container, row_text
from extractors.records import Cell, Place, Table
from extractors.sheets.cells import CellReading, read_cell
from extractors.sheets.columns import Columns, folded_row
from extractors.sheets.roles import SCORES, Role
from extractors.sheets.tree import number_of
from extractors.vietnamese.text import fold, one_line


class Kind(Enum):
    """What a row of the table is."""

    CRITERION = auto()
    SUBTOTAL = auto()
    TOTAL = auto()


class Line(NamedTuple):
    """One row of the table with its cells told apart."""

    kind: Kind
    printed: str
    """Its number as printed, automatic numbers included."""
    name: str
    readings: Mapping[Role, CellReading]
    cells: Mapping[Role, Cell]
    note: str
    place: Place
    raw: str
    bold: bool
    indent: float
    doubts: tuple[str, ...]

    def has_number(self) -> bool:
        """Whether any score column holds a number."""
        return any(reading.values for reading in self.readings.values())


def lines_of(table: Table, columns: Columns) -> list[Line]:
    """The rows below the headings; repeated headings, pages' sums, empty rows and remarks below the total left out."""
    found = [line for index in range(columns.first_row, len(table.rows)) for line in _line(table, index, columns)]
    found = _without_shared(found)
    last = max((i for i, line in enumerate(found) if line.kind is Kind.TOTAL), default=None)
    if last is None:
        return found
    below = [_below_total(line) for line in found[last + 1 :] if line.has_number() and line.name]
    return [*found[: last + 1], *below]


def _without_shared(found: list[Line]) -> list[Line]:
    """The lines; a score whose cell is merged over several of them is none of each: a person says whose it is."""
    shared = [line for line in found if line.kind is Kind.CRITERION]
    times = Counter(
        (role, id(line.cells[role])) for line in shared for role, said in line.readings.items() if said.values
    )
    return [
        _with_own_scores(line, [role for role in line.readings if times[role, id(line.cells[role])] > 1])
        for line in found
    ]


def _with_own_scores(line: Line, shared: list[Role]) -> Line:
    if not shared:
        return line
    return line._replace(readings={**line.readings, **dict.fromkeys(shared, CellReading(doubt="shared_cell"))})


def _below_total(line: Line) -> Line:
    """The line, doubted where it may be no criterion: "Xếp hạng", "Tỷ lệ", without a number of its own."""
    words = fold(line.name)
    plain = line.printed or patterns.REWARD.search(words) or patterns.PENALTY.search(words)
    return line if plain else line._replace(doubts=(*line.doubts, "below_the_total"))


def _line(table: Table, index: int, columns: Columns) -> Iterator[Line]:
    row = table.rows[index]
    own = own_cells(row, index)
    if not own or not any(cell.text.strip() for cell in own) or folded_row(row) in columns.header:
        return
    cells = {role: _cell(row, at) for role, at in columns.roles.items()}
    printed, name = _number_and_name(cells)
    if not printed and patterns.CARRIED.fullmatch(fold(name)):
        return
    readings = {role: read_cell(_scores_text(row, columns, role)) for role in SCORES if role in columns.roles}
    first = _name_paragraph(cells)
    yield Line(
        kind=_kind(name),
        printed=printed,
        name=name,
        readings=_without_run_together(readings, name, cells),
        cells=cells,
        note=_note(row, columns),
        place=_place(own),
        raw=row_text(row),
        bold=first[0],
        indent=first[1],
        doubts=_doubts(table, index, columns),
    )


def _without_run_together(
    readings: Mapping[Role, CellReading], name: str, cells: Mapping[Role, Cell]
) -> Mapping[Role, CellReading]:
    """The readings; one whose cell is the name's, which ends with a figure in a row of scores, is for a person."""
    if not any(said.values for said in readings.values()) or not patterns.FIGURE_BEHIND_NAME.search(name):
        return readings
    swallowed = [role for role in readings if cells[role] is cells[Role.CRITERION]]
    return {**readings, **dict.fromkeys(swallowed, CellReading(doubt="unreadable_score"))}


def _place(own: list[Cell]) -> Place:
    """The row, with the box around its cells where there are boxes; without those that reach over other rows."""
    first = own[0].place
    boxes = [c.place.bbox for c in own if c.place.bbox and c.place.page == first.page and c.row_span == 1]
    sides = [*zip(*boxes, strict=True)]
    box = (min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])) if sides else None
    return Place(page=first.page, container=row_container(first.container), bbox=box)


def _cell(row: tuple[Cell, ...], at: tuple[int, ...]) -> Cell:
    """The first of the role's cells that says something."""
    return next((row[column] for column in at if row[column].text.strip()), row[at[0]])


def _scores_text(row: tuple[Cell, ...], columns: Columns, role: Role) -> str:
    """The text of the score; "" where a heading's cell merely reaches over the column."""
    words = [row[c] for r in (Role.CRITERION, Role.ORDER) for c in columns.roles.get(r, ())]
    cells = [row[c] for c in columns.roles[role] if not any(row[c] is word for word in words)]
    return " ".join(dict.fromkeys(cell.text for cell in cells if cell.text.strip()))


def _note(row: tuple[Cell, ...], columns: Columns) -> str:
    texts = [one_line(row[column].text) for column in columns.roles.get(Role.NOTE, ())]
    return "; ".join(text for text in dict.fromkeys(texts) if text)


def _number_and_name(cells: Mapping[Role, Cell]) -> tuple[str, str]:
    """The row's number, wherever it is printed, and its name without it."""
    name_cell, order = cells[Role.CRITERION], cells.get(Role.ORDER)
    name = one_line(name_cell.text)
    if order is not None and order is not name_cell:
        printed = one_line(order.text) or _label(order)
        if printed and not name:
            return "", printed
        if printed:
            return _number_or_name(printed, name)
    printed = _label(name_cell)
    return (printed, name) if printed else _split(name)


def _number_or_name(printed: str, name: str) -> tuple[str, str]:
    """The column of numbers may hold words: a total's name, a heading."""
    if number_of(printed).parts or patterns.BULLET.fullmatch(printed):
        return printed, name
    return "", f"{printed} {name}".strip()


def _label(cell: Cell) -> str:
    return next((p.label for p in cell.paragraphs if p.label), "")


def _split(name: str) -> tuple[str, str]:
    for pattern in (patterns.CODE_BEFORE_NAME, patterns.BULLET_BEFORE_NAME):
        match = pattern.match(name)
        if match:
            return match["printed"].strip(), name[match.end() :]
    return "", name


def _name_paragraph(cells: Mapping[Role, Cell]) -> tuple[bool, float]:
    """Bold type and indent of the first paragraph of the name."""
    first = next((p for p in cells[Role.CRITERION].paragraphs if p.text.strip()), None)
    return (first.bold, first.indent) if first else (False, 0.0)


def _kind(name: str) -> Kind:
    words = fold(name)
    if patterns.SUBTOTAL.fullmatch(words):
        return Kind.SUBTOTAL
    return Kind.TOTAL if patterns.TOTAL.fullmatch(words) else Kind.CRITERION


def _doubts(table: Table, index: int, columns: Columns) -> tuple[str, ...]:
    doubts = []
    if index in table.doubtful_rows:
        doubts.append("doubtful_row")
    if columns.unsure:
        doubts.append("column_unsure")
    return tuple(doubts)

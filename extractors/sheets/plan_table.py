"""The tasks of a plan laid out as tables, with quarter rows or with a column for the time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extractors.patterns.plan import COLUMNS, HEADING_NUMBER, HEADING_TIME, ITEM_NUMBER
from extractors.places import row_container, row_text
from extractors.records import Cell, PlannedTask, Table
from extractors.sheets.plan_window import NO_WINDOW, Window, quarter_of, window
from extractors.vietnamese.text import fold, one_line

Columns = Mapping[str, int]
"""What a column holds -> its 0-based number."""

HEADER_DEPTH = 3
"""A header stands in one of the first rows."""
HEADING_LENGTH = 60
"""A column's heading is no longer than this many characters."""


def tasks_in(tables: Iterable[Table], year: int | None) -> tuple[PlannedTask, ...]:
    """Every task of the tables in their order; one that goes on without a header keeps the columns before it."""
    columns: Columns | None = None
    width = 0
    section = NO_WINDOW
    tasks: list[PlannedTask] = []
    for table in tables:
        header = _header(table)
        if header is not None:
            columns, width = header, len(table.rows[0])
        if columns is None or not table.rows or len(table.rows[0]) != width:
            continue
        for index, row in enumerate(table.rows):
            section = _take(tasks, columns, row, index, section, year)
    return tuple(tasks)


def _header(table: Table) -> Columns | None:
    """The columns by the table's header, one row or two; None where no row is one."""
    for index, row in enumerate(table.rows[:HEADER_DEPTH]):
        columns = _columns(row)
        if _is_header(columns):
            below = _columns(table.rows[index + 1]) if len(table.rows) > index + 1 else {}
            return {**columns, **below} if _is_header(below) else columns
    return None


def _columns(row: tuple[Cell, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    if any(len(cell.text) > HEADING_LENGTH or ITEM_NUMBER.match(fold(cell.text)) for cell in row):
        return found
    for number, cell in enumerate(row):
        name = _column(fold(cell.text))
        if name and name not in found:
            found[name] = number
    return found


def _column(heading: str) -> str | None:
    return next((name for name, pattern in COLUMNS.items() if pattern.search(heading)), None)


def _is_header(columns: Columns) -> bool:
    return "content" in columns and bool(columns.keys() & {"who", "time"})


def _take(
    tasks: list[PlannedTask], columns: Columns, row: tuple[Cell, ...], index: int, section: Window, year: int | None
) -> Window:
    """Adds what the row says to the tasks; the window that holds for the rows below it."""
    if _is_header(_columns(row)):
        return section
    heading = _heading(columns, row)
    if heading is not None:
        return window(heading, year) if HEADING_TIME.match(fold(heading)) else section
    task = _task(columns, row, index, section, year)
    if _goes_on(tasks, task):
        tasks[-1] = _joined(tasks[-1], task)
    elif task.content:
        tasks.append(task)
    return section


def _heading(columns: Columns, row: tuple[Cell, ...]) -> str | None:
    """The row's text where it is a heading over tasks: one cell, or a Roman number without who and when."""
    cells = [cell for n, cell in enumerate(row) if cell.text.strip() and cell.column == n]
    if len(cells) == 1:
        return one_line(cells[0].text) if _spans(cells[0]) else None
    content = _text(row, columns, "content")
    told = {_text(row, columns, name) for name in ("who", "time", "support")} - {"", content}
    return content if HEADING_NUMBER.match(fold(_text(row, columns, "number"))) and not told else None


def _spans(cell: Cell) -> bool:
    """Whether a row's only cell is a heading, not what a page cut off from the row above."""
    if ITEM_NUMBER.match(fold(cell.text)):
        return False
    return cell.column_span > 1 or cell.column == 0 or bool(HEADING_TIME.match(fold(cell.text)))


def _task(columns: Columns, row: tuple[Cell, ...], index: int, section: Window, year: int | None) -> PlannedTask:
    time = _text(row, columns, "time")
    when = window(time, year) if time else section
    number = ITEM_NUMBER.match(fold(_text(row, columns, "number")))
    own = row[0].row == index
    at = row[0] if own else row[columns["content"]]
    return PlannedTask(
        printed=number["number"] if number else "",
        quarter=quarter_of(when),
        content=_text(row, columns, "content"),
        time=time,
        starts_on=when.starts_on,
        due_on=when.due_on,
        who=_lines(row, columns, "who"),
        place=at.place._replace(container=row_container(at.place.container), bbox=None) if own else at.place,
        raw=row_text(row) if own else at.text,
        support=_lines(row, columns, "support"),
    )


def _goes_on(tasks: list[PlannedTask], task: PlannedTask) -> bool:
    """Whether the row is the rest of the one above it, cut by a page."""
    if not tasks or task.printed or not tasks[-1].printed:
        return False
    unbroken = task.content[:1].islower() or not task.content
    return unbroken or not (task.who or task.time)


def _joined(task: PlannedTask, rest: PlannedTask) -> PlannedTask:
    return replace(
        task,
        content=one_line(f"{task.content} {rest.content}"),
        who=task.who + rest.who,
        support=task.support + rest.support,
    )


def _text(row: tuple[Cell, ...], columns: Columns, name: str) -> str:
    return one_line(row[columns[name]].text) if name in columns else ""


def _lines(row: tuple[Cell, ...], columns: Columns, name: str) -> tuple[str, ...]:
    if name not in columns:
        return ()
    return tuple(_each_line(row[columns[name]].text))


def _each_line(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip():
            yield one_line(line)

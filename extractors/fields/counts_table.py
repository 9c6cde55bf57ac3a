"""Award counts from tables: one award a row, its numbers under headings that say stage and people.

"TT | Danh hiệu | Đăng ký | Đề nghị | Được tặng", each perhaps over "Tập thể | Cá nhân".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.fields.counts_clause import Symbols, fitted, given_by
from extractors.fields.counts_symbols import Time, clauses
from extractors.fields.prose import Lexicon
from extractors.patterns import counts as shapes
from extractors.places import own_cells
from extractors.records import Candidate, Cell, Table
from extractors.vietnamese.text import fold

TABLE = "count.table"
_HEADER_DEPTH = 4
_STAGES = {"r": "registered", "p": "proposed", "g": "granted"}


class _Column(NamedTuple):
    """What the headings above a column say."""

    stage: str
    who: str
    """"" where they do not say."""
    doubt: str


class _Row(NamedTuple):
    """The award that a row is about."""

    award: str
    who: str
    doubt: str


def candidates(table: Table, lexicon: Lexicon, time: Time) -> Iterator[Candidate]:
    """The counts of a table that has one award a row; none of any other table."""
    first = _first(table, lexicon, time)
    columns = _columns(table, first, lexicon, time) if first else {}
    if not columns:
        return
    for index, cells in enumerate(table.rows[first:], first):
        if row := _award_of(cells, index, lexicon, time):
            for cell in own_cells(cells, index):
                if cell.column in columns and cell.column_span == 1:
                    yield from _count(cell, row, columns[cell.column], doubtful=index in table.doubtful_rows)


def _first(table: Table, lexicon: Lexicon, time: Time) -> int:
    """The first row that is about an award; 0 where no heading can stand above it."""
    head = enumerate(table.rows[: _HEADER_DEPTH + 1])
    return next((index for index, cells in head if _award_of(cells, index, lexicon, time)), 0)


def _columns(table: Table, first: int, lexicon: Lexicon, time: Time) -> dict[int, _Column]:
    """The columns whose headings name one stage, by index."""
    found = {}
    for column in range(len(table.rows[0])):
        heading = _heading(table.rows[:first], column)
        letters = "".join(c.letters for c in clauses(lexicon, heading, time))
        named = {letter for letter in letters if letter in _STAGES}
        firm = named - {"g"} or named
        if shapes.NO_COUNT_COLUMN.search(fold(heading)):
            continue
        if len(firm) == 1:
            odd = set(letters) & set("bzyhtdq%k")
            found[column] = _Column(_STAGES[firm.pop()], _people(letters), "an unusual heading" if odd else "")
        elif not named and _counts_somebody(heading, letters):
            found[column] = _Column("granted", _people(letters), "the stage is not said")
    return found


def _people(letters: str) -> str:
    """Whom a heading counts; "" where it does not say, or names both."""
    people = {letter for letter in letters if letter in "IC"}
    return {"I": "individual", "C": "collective"}[people.pop()] if len(people) == 1 else ""


def _counts_somebody(heading: str, letters: str) -> bool:
    """Whether a heading without a stage is one of counts: "Số lượng", "Tập thể"; no column of another year."""
    folded = fold(heading)
    of_people = shapes.PEOPLE_COLUMN.search(folded) and not set(letters) & set("yh")
    return bool(of_people or shapes.COUNT_COLUMN.search(folded))


def _heading(rows: Sequence[Sequence[Cell]], column: int) -> str:
    """The texts above a column, top down, a merged cell once."""
    cells = list(dict.fromkeys(row[column].text for row in rows if column < len(row)))
    return " ; ".join(" ".join(text.split()) for text in cells)


def _award_of(cells: Sequence[Cell], index: int, lexicon: Lexicon, time: Time) -> _Row | None:
    """The one award that a cell of the row names; None where none or several do."""
    named = [s for cell in own_cells(cells, index) if (s := _award_cell(cell, lexicon, time))]
    if len(named) != 1:
        return None
    letters = named[0].letters
    award, doubt = given_by(named[0].codes("A", 0, len(letters))[0], named[0].codes("M", 0, len(letters)))
    plain = shapes.AWARD_CELL.fullmatch(letters)
    who = {"I": "individual", "C": "collective"}.get(plain["who"] or "", "") if plain else ""
    return _Row(award, who, doubt or ("" if plain else "words not understood"))


def _award_cell(cell: Cell, lexicon: Lexicon, time: Time) -> Symbols | None:
    if not shapes.AWARD_WORD.search(fold(cell.text)):
        return None
    symbols = [c for c in clauses(lexicon, cell.text, time) if c.letters.count("A") == 1 and "N" not in c.letters]
    return symbols[0] if len(symbols) == 1 else None


def _count(cell: Cell, row: _Row, column: _Column, *, doubtful: bool) -> Iterator[Candidate]:
    """The number of a cell that is nothing but one."""
    text = cell.text.strip()
    if not shapes.WHOLE_NUMBER.fullmatch(text):
        return
    award, who, mismatch = fitted(row.award, column.who or row.who)
    clash = "two kinds of people" if column.who and row.who and column.who != row.who else ""
    unread = "a row hard to read" if doubtful else ""
    yield Candidate(
        field=f"count:{column.stage}/{award}/{who}",
        value=float(text.replace(".", "")),
        rule=TABLE,
        raw=cell.text,
        place=cell.place,
        doubt=row.doubt or column.doubt or mismatch or clash or unread,
    )

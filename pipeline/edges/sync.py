"""A table brought to a wanted content by its difference alone: nothing new, nothing written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = Mapping[str, object]
Key = tuple[object, ...]

AT_ONCE = 1_000
"""Rows that are held beside those which the table has in their place: memory does not grow with the table."""


def sync(db: Database, table: str, key: Sequence[str], wanted: Iterable[Row]) -> int:
    """Makes the table hold exactly the wanted rows, which come in the order of their keys; how many rows it changed.

    Rows need not name every column: a column that no wanted row names keeps what it has.
    """
    changed, last = 0, None
    rest = iter(wanted)
    while rows := list(islice(rest, AT_ONCE)):
        present = _present(db, table, key, last, last := _key(rows[-1], key))
        changed += _settle(db, table, key, rows, present)
    return changed + _settle(db, table, key, [], _present(db, table, key, last, None))


def sync_all(db: Database, table: str, key: Sequence[str], wanted: Iterable[Row]) -> int:
    """The same for rows in any order, few or small enough to be held at once."""
    return _settle(db, table, key, list(wanted), _present(db, table, key, None, None))


def _present(db: Database, table: str, key: Sequence[str], after: Key | None, until: Key | None) -> Iterator[Row]:
    """The table's rows behind one key up to another; from its start, to its end where there is none."""
    names = f"({', '.join(f'[{column}]' for column in key)})"
    bounds = [(sign, bound) for sign, bound in ((">", after), ("<=", until)) if bound is not None]
    slots = ", ".join("?" for _ in key)
    conditions = " AND ".join(f"{names} {sign} ({slots})" for sign, _ in bounds) or "TRUE"
    query = f"SELECT * FROM [{table}] WHERE {conditions}"  # noqa: S608 -- our own names
    return iter(db.query(query, [part for _, bound in bounds for part in bound]))


def _settle(db: Database, table: str, key: Sequence[str], wanted: Sequence[Row], present: Iterable[Row]) -> int:
    """Makes the wanted rows of the present ones; how many it wrote or took away."""
    there = {_key(row, key): row for row in present}
    rows = {_key(row, key): row for row in wanted}
    gone = [k for k in there if k not in rows]
    new = [row for k, row in rows.items() if k not in there]
    other = [row for k, row in rows.items() if k in there and not _same(row, there[k])]
    condition = " AND ".join(f"[{column}] = ?" for column in key)
    db.conn.executemany(f"DELETE FROM [{table}] WHERE {condition}", gone)  # noqa: S608
    _insert(db, table, new)
    for row in other:
        changes = ", ".join(f"[{column}] = ?" for column in row)
        db.execute(f"UPDATE [{table}] SET {changes} WHERE {condition}", [*row.values(), *_key(row, key)])  # noqa: S608
    return len(gone) + len(new) + len(other)


def _insert(db: Database, table: str, rows: Sequence[Row]) -> None:
    """Writes new rows, which all name the same columns: by one statement, a tenth of the time of one each."""
    if rows:
        names = ", ".join(f"[{column}]" for column in rows[0])
        values = ", ".join(f":{column}" for column in rows[0])
        db.conn.executemany(f"INSERT INTO [{table}] ({names}) VALUES ({values})", rows)  # noqa: S608


def _key(row: Row, key: Sequence[str]) -> Key:
    return tuple(row[column] for column in key)


def _same(wanted: Row, present: Row) -> bool:
    return all(present[column] == value for column, value in wanted.items())

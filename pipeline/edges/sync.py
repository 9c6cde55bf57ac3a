"""A table brought to a wanted content by its difference alone: nothing new, nothing written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = Mapping[str, object]


def sync(db: Database, table: str, key: Sequence[str], wanted: Iterable[Row]) -> int:
    """Makes the table hold exactly the wanted rows; how many rows it wrote or took away.

    Rows need not name every column: a column that no wanted row names keeps what it has.
    """
    present = {_key(row, key): row for row in db.query(f"SELECT * FROM [{table}]")}  # noqa: S608 -- our own names
    rows = {_key(row, key): row for row in wanted}
    gone = [k for k in present if k not in rows]
    new = [row for k, row in rows.items() if k not in present]
    changed = [row for k, row in rows.items() if k in present and not _same(row, present[k])]
    condition = " AND ".join(f"[{column}] = ?" for column in key)
    db.conn.executemany(f"DELETE FROM [{table}] WHERE {condition}", gone)  # noqa: S608
    _insert(db, table, new)
    for row in changed:
        _update(db, table, key, row)
    return len(gone) + len(new) + len(changed)


def _key(row: Row, key: Sequence[str]) -> tuple[object, ...]:
    return tuple(row[column] for column in key)


def _same(wanted: Row, present: Row) -> bool:
    return all(present[column] == value for column, value in wanted.items())


def _insert(db: Database, table: str, rows: Sequence[Row]) -> None:
    """Writes new rows, which all name the same columns: by one statement, a tenth of the time of one each."""
    if rows:
        names = ", ".join(f"[{column}]" for column in rows[0])
        values = ", ".join(f":{column}" for column in rows[0])
        db.conn.executemany(f"INSERT INTO [{table}] ({names}) VALUES ({values})", rows)  # noqa: S608


def _update(db: Database, table: str, key: Sequence[str], row: Row) -> None:
    changes = ", ".join(f"[{column}] = ?" for column in row)
    condition = " AND ".join(f"[{column}] = ?" for column in key)
    db.execute(f"UPDATE [{table}] SET {changes} WHERE {condition}", [*row.values(), *_key(row, key)])  # noqa: S608

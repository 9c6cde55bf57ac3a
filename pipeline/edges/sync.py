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
    changed = [row for k, row in rows.items() if k not in present or not _same(row, present[k])]
    condition = " AND ".join(f"[{column}] = ?" for column in key)
    for k in gone:
        db.execute(f"DELETE FROM [{table}] WHERE {condition}", k)  # noqa: S608
    for row in changed:
        _write(db, table, key, row, known=_key(row, key) in present)
    return len(gone) + len(changed)


def _key(row: Row, key: Sequence[str]) -> tuple[object, ...]:
    return tuple(row[column] for column in key)


def _same(wanted: Row, present: Row) -> bool:
    return all(present[column] == value for column, value in wanted.items())


def _write(db: Database, table: str, key: Sequence[str], row: Row, *, known: bool) -> None:
    if not known:
        db.table(table).insert(dict(row))
        return
    changes = ", ".join(f"[{column}] = ?" for column in row)
    condition = " AND ".join(f"[{column}] = ?" for column in key)
    db.execute(f"UPDATE [{table}] SET {changes} WHERE {condition}", [*row.values(), *_key(row, key)])  # noqa: S608

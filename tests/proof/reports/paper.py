"""A finished paper as it is read again, and the store as plain SQL tells it."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from docx import Document
from docx.table import Table

UNSURE = "[cần kiểm tra]"


def tables(root: Path, name: str) -> list[Table]:
    """The tables of the report."""
    return Document(str(next((root / "reports").glob(name)))).tables


def table(found: Sequence[Table], *heads: str) -> list[list[str]]:
    """The rows below the header of the only table with these columns, of those cells alone."""
    wanted = [t for t in found if set(heads) <= {c.text for c in t.rows[0].cells}]
    columns = [[c.text for c in wanted[0].rows[0].cells].index(head) for head in heads]
    return [[row.cells[i].text for i in columns] for row in wanted[0].rows[1:]]


def asked(root: Path, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """What SQL answers."""
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        return db.execute(query, values).fetchall()


def units(root: Path) -> dict[str, str]:
    """Unit id by name, from the block file."""
    from pipeline.blockfile import load

    return {unit.name: unit.id for unit in load(root / "khoi.toml").units}


def number(text: str) -> float | None:
    """A Vietnamese number; None where there is none, or one that a person must look at."""
    return None if not text or UNSURE in text else float(text.replace(".", "").replace(",", "."))

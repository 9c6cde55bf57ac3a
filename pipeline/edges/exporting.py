"""The auditors' views as files: CSV, a workbook, or the whole store as one read-only copy with its hash."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.decided_values import NotAllowed
from pipeline.edges.archive import digest_of
from pipeline.edges.store_accounts import TABLES
from pipeline.edges.whole import whole, write_whole
from pipeline.language import _

if TYPE_CHECKING:
    from sqlite_utils import Database

PREFIX = "audit_"
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""How a text begins that a spreadsheet would work out: it gets an apostrophe before it."""
CELL = 32_000
"""Letters that a cell of a workbook holds."""


def views(db: Database) -> list[str]:
    """The views for auditors."""
    return sorted(name for name in db.view_names() if name.startswith(PREFIX))


def write_csv(db: Database, folder: Path) -> list[Path]:
    """One CSV for each view, UTF-8 with a mark that Excel knows; where they lie."""
    paths = []
    for view in views(db):
        path = folder / f"{view}.csv"
        with whole(path) as draft, draft.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows(disarmed(row) for row in _rows(db, view))
        paths.append(path)
    return paths


def _rows(db: Database, view: str) -> Iterator[Sequence[object]]:
    """The view's column names, then its rows."""
    cursor = db.execute(f"SELECT * FROM [{view}]")  # noqa: S608 -- one of our own views
    yield [column[0] for column in cursor.description]
    yield from cursor


def disarmed(row: Sequence[object]) -> list[object]:
    """The row, its texts such that a spreadsheet works nothing out."""
    return [f"'{cell}" if isinstance(cell, str) and _is_formula(cell) else cell for cell in row]


def _is_formula(cell: str) -> bool:
    """Whether the text begins as a formula does, or with a tab or line's end before which one may hide."""
    return cell.startswith(("\t", "\r", "\n")) or cell.lstrip().startswith(FORMULA_STARTS)


def write_xlsx(db: Database, path: Path) -> Path:
    """One workbook with a sheet for each view; texts stay texts."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    for view in views(db):
        sheet = book.create_sheet(view)
        sheet.freeze_panes = "A2"
        for row in _rows(db, view):
            cells = []
            for value in row:
                cell = WriteOnlyCell(sheet, value=_printable(value) if isinstance(value, str) else value)
                if isinstance(value, str):
                    cell.data_type = "s"
                cells.append(cell)
            sheet.append(cells)
    made = io.BytesIO()  # openpyxl cannot be stopped half-way without a word of its own on the screen
    book.save(made)
    write_whole(path, made.getvalue())
    return path


def _printable(text: str) -> str:
    """The text without the control characters that a workbook cannot hold."""
    return "".join(letter for letter in text[:CELL] if letter >= " " or letter in "\t\n")


def write_snapshot(db: Database, path: Path) -> str:
    """The whole store but the accounts in one read-only file; its SHA-256, which also lies beside it.

    NotAllowed over a file that is there.
    """
    if path.exists():
        raise NotAllowed(_("{file} is there already; nothing was changed.").format(file=path))
    with whole(path) as draft:
        db.execute("VACUUM INTO ?", [str(draft)])
        with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
            for table in TABLES:
                copy.execute(f"DROP TABLE [{table}]")
            copy.execute("PRAGMA journal_mode = DELETE")
            copy.execute("VACUUM")
    path.chmod(0o444)
    sha256 = digest_of(path)
    path.with_name(f"{path.name}.sha256").write_text(f"{sha256}  {path.name}\n", encoding="utf-8")
    return sha256

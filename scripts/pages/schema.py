"""docs/*/schema.md: the auditors' views as the review desk words them, the tables as schema.sql comments them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.language import _, speak
from pipeline.web.metadata import COLUMNS, VIEWS

PIPELINE = Path(__file__).parents[2] / "pipeline"

HEADS = {
    "vi": """# Cơ sở dữ liệu

Trang này do `make pages` viết từ chính chương trình. Mọi thứ nằm trong tệp SQLite `thidua.db`. Các bảng bên trong có
thể đổi theo phiên bản; các bảng nhìn `audit_…` và tên cột của chúng thì không.
Câu hỏi mẫu: [hỏi cơ sở dữ liệu](queries.md).

Giờ ghi theo ISO 8601 kèm múi giờ, ngày theo ISO, đúng/sai là 1/0.
""",
    "en": """# The store

`make pages` writes this page from the program itself. Everything is in the SQLite file `thidua.db`. The tables may
change with the version; the `audit_…` views and their columns stay.
Queries to begin with: [asking the store](queries.md).

Times are ISO 8601 with offset, dates ISO, booleans 0 and 1.
""",
}
VIEW_HEADS = {
    "vi": ("## Bảng nhìn dành cho kiểm toán", "cột", "nội dung"),
    "en": ("## Views for auditors", "column", "holds"),
}
TABLE_HEADS = {
    "vi": """## Các bảng bên trong

Phần này dành cho người lập trình, chú thích bằng tiếng Anh như trong `pipeline/schema.sql`.
""",
    "en": """## The tables behind them

As `pipeline/schema.sql` has them.
""",
}

_TABLE = re.compile(
    r"(?P<said>(?:^--[^\n]*\n)*)^CREATE (?:VIRTUAL )?TABLE (?P<name>\w+)[^\n]*\((?P<body>.*?)^\)",
    re.DOTALL | re.MULTILINE,
)
_COLUMN = re.compile(r"^    (?P<name>[a-z][a-z0-9_]*) +(?P<type>[A-Z]+)[^\n]*?(?:-- *(?P<said>[^\n]*))?$", re.MULTILINE)


class Table(NamedTuple):
    """A table of the store: its name, what its comment says, its columns as (name, type, comment)."""

    name: str
    said: str
    columns: tuple[tuple[str, str, str], ...]


def page(language: str) -> str:
    """The whole page in the language."""
    speak(language)
    return "\n".join([HEADS[language], *_views(language), TABLE_HEADS[language], *_tables()])


def tables() -> Iterator[Table]:
    """The tables that schema.sql makes, in its order."""
    for found in _TABLE.finditer((PIPELINE / "schema.sql").read_text(encoding="utf-8")):
        said = " ".join(line.removeprefix("--").strip() for line in found["said"].splitlines())
        columns = tuple((c["name"], c["type"], (c["said"] or "").strip()) for c in _COLUMN.finditer(found["body"]))
        yield Table(found["name"], said, columns)


def _views(language: str) -> Iterator[str]:
    heading, column, holds = VIEW_HEADS[language]
    yield f"{heading}\n"
    for name, columns in columns_of_views().items():
        yield f"### `{name}`: {_(VIEWS[name].title)}\n\n{_(VIEWS[name].description)}\n"
        yield f"| {column} | {holds} |\n| --- | --- |"
        yield from (f"| `{c}` | {_(COLUMNS[c])} |" for c in columns)
        yield ""


def columns_of_views() -> dict[str, list[str]]:
    """The columns of each of the auditors' views, as SQLite itself names them."""
    db = sqlite3.connect(":memory:")
    for script in ("schema.sql", "views.sql"):
        db.executescript((PIPELINE / script).read_text(encoding="utf-8"))
    found = {name: [row[1] for row in db.execute(f"PRAGMA table_info({name})")] for name in VIEWS}
    db.close()
    return found


def _tables() -> Iterator[str]:
    for table in tables():
        yield f"### `{table.name}`\n\n{table.said}\n" if table.said else f"### `{table.name}`\n"
        if table.columns:
            yield "| column | type | |\n| --- | --- | --- |"
            yield from (f"| `{name}` | {kind} | {_cell(said)} |" for name, kind, said in table.columns)
            yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")

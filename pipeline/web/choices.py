"""What a prepared question may be asked for, by name: nobody types a code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pipeline.labels import field_label
from pipeline.language import _
from pipeline.web.filters import Choice, Names, known
from pipeline.web.wording import moment

if TYPE_CHECKING:
    from sqlite_utils import Database

    from pipeline.web.reading import Row

CODES = """
    SELECT code, name FROM criteria
    UNION ALL SELECT code, min(criterion) FROM scores
    WHERE code > '' AND NOT EXISTS (SELECT 1 FROM criteria) GROUP BY code
"""
"""The block's criteria; where it has none, what its papers print."""
VERSIONED = """
    SELECT d.document_id, d.unit_id, a.number, a.issued_on
    FROM documents d JOIN audit_documents a USING (document_id)
    WHERE (d.unit_id, d.task_key, d.kind) IN (
        SELECT unit_id, task_key, kind FROM documents GROUP BY 1, 2, 3 HAVING count(*) > 1)
    ORDER BY d.unit_id, a.issued_on, d.document_id
"""
"""Papers that have other versions."""


def _fields(db: Database, _names: Names) -> list[Choice]:
    found = ((str(row[0]), field_label(str(row[0]))) for row in db.execute("SELECT DISTINCT field FROM facts"))
    return sorted(found, key=lambda choice: (":" in choice[0], choice[1].casefold()))


def _codes(db: Database, _names: Names) -> list[Choice]:
    return [(str(code), f"{code} {name}".strip()) for code, name in db.execute(CODES)]


def _units(_db: Database, names: Names) -> list[Choice]:
    return list(names.items())


def _versions(db: Database, names: Names) -> list[Choice]:
    return [(str(row["document_id"]), _paper(row, names)) for row in db.query(VERSIONED)]


def _paper(row: Row, names: Names) -> str:
    number = row["number"] or _("Paper {id}").format(id=row["document_id"])
    parts = (names.get(row["unit_id"], row["unit_id"]), number, moment(row["issued_on"]))
    return " – ".join(part for part in parts if part)


def _papers(_db: Database, _names: Names) -> list[Choice]:
    return [("all", _("every paper that states it"))]


CHOICES: Mapping[str, tuple[Callable[[Database, Names], list[Choice]], Callable[[], str]]] = {
    "field": (_fields, lambda: _("any")),
    "unit": (_units, lambda: _("any")),
    "code": (_codes, lambda: _("any")),
    "document": (_versions, lambda: _("choose a paper")),
    "papers": (_papers, lambda: _("only papers that count")),
}
"""A question's parameter -> what there is to choose, and what choosing nothing means."""


def choices(db: Database, asked: Mapping[str, str], names: Names) -> dict[str, list[Choice]]:
    """For each parameter that is chosen by name: nothing, what there is, and what was asked for all the same."""
    return {name: _offered(name, value, db, names) for name, value in asked.items() if name in CHOICES}


def _offered(name: str, value: str, db: Database, names: Names) -> list[Choice]:
    find, nothing = CHOICES[name]
    offered = [("", nothing()), *find(db, names)]
    return known(offered, value) or [*offered, (value, value)]

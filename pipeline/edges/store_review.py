"""What the store has for a person who decides: the queue, and all that speaks for each item."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.decided_values import FIGURES, OF_THE_PAPER, is_fact
from pipeline.edges.store_pairs import FileReading, fact_readings, score_readings

if TYPE_CHECKING:
    from sqlite_utils import Database


class Asked(NamedTuple):
    """One thing that needs a person."""

    weight: int
    """0 is the worst."""
    document_id: int
    field: str
    why: str
    """A doubt of the tool, "" where witnesses only contradict each other."""
    unit_id: str | None
    file_name: str
    value: str | None


class Witness(NamedTuple):
    """One reading that a person may choose."""

    rules: str
    value: str | None
    raw: str | None
    page: int | None
    where: str
    bbox: tuple[float, float, float, float] | None = None
    file_id: int | None = None
    """The file that says so, where a paper's files differ."""
    file_name: str = ""


class Item(NamedTuple):
    """A field with all that speaks for its value."""

    document_id: int
    field: str
    value: str | None
    raw: str | None
    status: str
    method: str
    file_id: int
    page: int | None
    where: str
    bbox: tuple[float, float, float, float] | None
    witnesses: tuple[Witness, ...]


_FIGURE = " ".join(
    f"WHEN q.field LIKE 'score:%/{name}' AND s.{name} IS NOT NULL THEN printf('%g', s.{name})" for name in FIGURES
)
QUEUE = f"""
    SELECT q.weight, q.document_id, q.field, q.why, d.unit_id,
           (SELECT min(f.file_name) FROM files f WHERE f.file_id = q.document_id) AS file_name,
           coalesce(t.value, CASE {_FIGURE} END) AS value
    FROM review_queue q JOIN documents d ON d.document_id = q.document_id
    LEFT JOIN facts t ON t.document_id = q.document_id AND t.field = q.field
    LEFT JOIN scores s ON s.document_id = q.document_id AND s.row = q.row
    ORDER BY q.weight, q.document_id, q.row, q.field
"""  # noqa: S608 -- our own names


def queue(db: Database, limit: int = -1) -> tuple[Asked, ...]:
    """What needs a person, worst first; all of it without a limit."""
    rows = db.execute(f"{QUEUE} LIMIT ?", [limit])
    return tuple(Asked(*row) for row in rows)


def following(left: Sequence[Asked], document_id: int, field: str) -> Asked | None:
    """What comes after that in the queue, the first again after the last; None where nothing else is left."""
    keys = [(asked.document_id, asked.field) for asked in left]
    at = keys.index((document_id, field)) if (document_id, field) in keys else -1
    others = [*left[at + 1 :], *left[: max(at, 0)]]
    return next(iter(others), None)


def beside(left: Sequence[Asked], document_id: int, field: str) -> tuple[Asked | None, Asked | None]:
    """What comes before that in the queue and what after, each None where nothing else is left."""
    return following(tuple(reversed(left)), document_id, field), following(left, document_id, field)


def item(db: Database, document_id: int, field: str) -> Item | None:
    """The field of the paper; None where the store has no such paper or row, or a paper no such field."""
    if field.startswith("score:"):
        return _score(db, document_id, field)
    if field in OF_THE_PAPER:
        return _of_the_paper(db, document_id, field)
    found = next(iter(db.query("SELECT * FROM facts WHERE document_id = ? AND field = ?", [document_id, field])), None)
    if found:
        return _fact(found)
    return _empty(db, document_id, field) if is_fact(field) else None


def rivals(db: Database, document_id: int) -> frozenset[int]:
    """The unit's other papers of the same kind for the same task."""
    query = """
        SELECT other.document_id FROM documents other JOIN documents d USING (unit_id, task_key, kind)
        WHERE d.document_id = ? AND other.document_id <> d.document_id
    """
    return frozenset(row[0] for row in db.execute(query, [document_id]))


class Shown(NamedTuple):
    """A field as a person sees it."""

    item: Item
    seen: str
    """A digest of all that speaks for the value: a decision that bears another one is about what is no longer so."""


def in_every_file(db: Database, document_id: int, field: str) -> Item | None:
    """The field of the paper; where its files read it differently, with the reading of each as a witness."""
    found = item(db, document_id, field)
    if found is None or field in OF_THE_PAPER:
        return found
    readings = _readings(db, document_id, field)
    if len({reading.value for reading in readings}) < 2:
        return found
    others = [witness for witness in found.witnesses if witness.value not in {reading.value for reading in readings}]
    return found._replace(witnesses=(*map(_said_by_a_file, readings), *others))


def _readings(db: Database, document_id: int, field: str) -> tuple[FileReading, ...]:
    if not field.startswith("score:"):
        return fact_readings(db, document_id, field)
    row = score_row(db, document_id, field)
    return score_readings(db, document_id, row["code"], field.rpartition("/")[2]) if row else ()


def _said_by_a_file(said: FileReading) -> Witness:
    place = said.place
    return Witness("", said.value, said.raw, place.page, said.where, place.bbox, said.file_id, said.file_name)


def shown(db: Database, document_id: int, field: str) -> Shown | None:
    """The field of the paper with the digest of what it shows; None where the store has no such paper or row."""
    query = "SELECT max(decision_id) FROM decisions WHERE document_id = ? AND field = ?"
    decisions = db.execute(query, [document_id, field]).fetchone()[0]
    stands = db.execute(query.replace("decisions", "standing_decisions"), [document_id, field]).fetchone()[0]
    found = in_every_file(db, document_id, field)
    if found is None:
        return None
    readings = [(witness.rules, witness.value, witness.raw) for witness in found.witnesses]
    told = [document_id, field, found.value, found.raw, found.status, readings, decisions, stands]
    return Shown(found, hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest())


def _fact(row: dict[str, Any]) -> Item:
    return Item(
        row["document_id"],
        row["field"],
        row["value"],
        row["raw"],
        row["status"],
        row["method"],
        row["file_id"],
        row["page"],
        row["where_"],
        _bbox(row["bbox"]),
        _witnesses(row["candidates"]),
    )


def _witnesses(candidates: str) -> tuple[Witness, ...]:
    """The candidates, those of one value together: their rules joined."""
    by_value: dict[str | None, Witness] = {}
    for rule, value, raw, page, where, _doubt, *box in json.loads(candidates):
        known = by_value.get(value)
        bbox = tuple(box[0]) if box and box[0] else None
        by_value[value] = (
            known._replace(rules=f"{known.rules} + {rule}") if known else Witness(rule, value, raw, page, where, bbox)
        )
    return tuple(by_value.values())


def _bbox(text: str | None) -> tuple[float, float, float, float] | None:
    return tuple(json.loads(text)) if text else None


def _of_the_paper(db: Database, document_id: int, field: str) -> Item | None:
    query = f"SELECT [{field}], state, doubts FROM documents WHERE document_id = ?"  # noqa: S608 -- our own names
    row = db.execute(query, [document_id]).fetchone()
    if row is None:
        return None
    seen = item(db, document_id, "issuer") if field == "unit_id" else item(db, document_id, "subject")
    place = seen or _empty(db, document_id, field)
    assert place is not None
    return place._replace(field=field, value=row[0], status=row[1], method="", witnesses=())


def _score(db: Database, document_id: int, field: str) -> Item | None:
    row = score_row(db, document_id, field)
    if row is None:
        return None
    column = field.rpartition("/")[2]
    value = row[column]
    return Item(
        document_id,
        field,
        None if value is None else f"{value:g}",
        row["raw"],
        row["status"],
        "",
        row["file_id"],
        row["page"],
        row["where_"],
        _bbox(row["bbox"]),
        (),
    )


def score_row(db: Database, document_id: int, field: str) -> dict[str, Any] | None:
    """The row of the score sheet that the field names: "score:I.1/self_score", "score:#12/self_score"."""
    key, _, column = field.removeprefix("score:").rpartition("/")
    if column not in FIGURES:
        return None
    condition, value = ("row", key[1:]) if key.startswith("#") else ("code", key)
    query = f"SELECT * FROM scores WHERE document_id = ? AND [{condition}] = ?"  # noqa: S608
    return next(iter(db.query(query, [document_id, value])), None)


def _empty(db: Database, document_id: int, field: str) -> Item | None:
    known = db.execute("SELECT 1 FROM documents WHERE document_id = ?", [document_id]).fetchone()
    return Item(document_id, field, None, None, "", "", document_id, None, "", None, ()) if known else None


def around(db: Database, document_id: int) -> list[dict[str, Any]]:
    """Every fact of the paper, in the order of a letterhead."""
    return list(db.query("SELECT field, value, status FROM facts WHERE document_id = ? ORDER BY field", [document_id]))

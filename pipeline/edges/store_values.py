"""What holds of a field: the decision that stands, else what was read there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pipeline.decided_values import FIGURES, OF_THE_PAPER, NotAllowed, is_fact
from pipeline.edges.store_aliases import ALIAS
from pipeline.language import _
from pipeline.values import value_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    Row = Mapping[str, Any]

FINDING = "finding:"
_SCORE = re.compile(r"score:(?P<key>.+)/(?P<column>[a-z_]+)")
"""`score:I.1/self_score`, `score:#12/block_score`"""
_OF_THE_FIELD = """
    d.field = :field AND (d.document_id IS :document OR d.document_id IN (
        SELECT f.file_id FROM document_files f
        JOIN document_files own ON own.document_id = f.document_id AND own.file_id = :document))
"""
"""A decision on a file that joined a paper is one on the paper."""


def decided(db: Database, document_id: int | None, field: str) -> dict[str, Any] | None:
    """The decision that holds of the paper's field."""
    return _latest(db, document_id, field)


def around_undo(db: Database, row: Row) -> tuple[str | None, str | None]:
    """The value that holds now, and the one that will once the decision is taken back."""
    stands = decided(db, row["document_id"], row["field"])
    if stands is None or stands["decision_id"] != row["decision_id"]:
        now = _holding(db, row)
        return now, now
    earlier = _latest(db, row["document_id"], row["field"], but=row["decision_id"])
    read = contradiction(db, row["document_id"], row["field"]) or row["read"]
    return row["after"], earlier["after"] if earlier else read


def around_approval(db: Database, row: Row) -> tuple[str | None, str | None]:
    """The value that holds now, and the one that will once the held decision is approved."""
    if row["undoes"]:
        undone = next(iter(db.query("SELECT * FROM decisions WHERE decision_id = ?", [row["undoes"]])))
        return around_undo(db, undone)
    stands, now = decided(db, row["document_id"], row["field"]), _holding(db, row)
    overtaken = stands is not None and stands["decision_id"] > row["decision_id"]
    return now, now if overtaken else row["after"]


def _holding(db: Database, row: Row) -> str | None:
    """The value that holds now; where its place is no longer there, what held when it was decided."""
    if stands := decided(db, row["document_id"], row["field"]):
        return str(stands["after"]) if stands["after"] is not None else None
    try:
        return read_now(db, row["document_id"], row["field"])
    except NotAllowed:
        return str(row["before"]) if row["before"] is not None else None


def _latest(db: Database, document_id: int | None, field: str, but: int = 0) -> dict[str, Any] | None:
    """The decision that holds of the field, or would if that other one did not."""
    query = f"""
        SELECT d.* FROM final_decisions d
        WHERE {_OF_THE_FIELD} AND d.undoes IS NULL AND d.decision_id <> :but
        AND NOT EXISTS (SELECT 1 FROM final_decisions u WHERE u.undoes = d.decision_id)
        ORDER BY d.decision_id DESC LIMIT 1
    """  # noqa: S608 -- our own words
    values = {"document": document_id, "field": field, "but": but}
    return next(iter(db.query(query, values)), None)


def contradiction(db: Database, document_id: int | None, field: str) -> str | None:
    """What the tool reads now where that contradicts an earlier decision."""
    query = """
        SELECT json_extract(evidence, '$.read') FROM findings
        WHERE code = 'decision.contradicted' AND document_id = ? AND json_extract(evidence, '$.field') = ?
    """
    row = db.execute(query, [document_id, field]).fetchone()
    return str(row[0]) if row and row[0] else None


def read_now(db: Database, document_id: int | None, field: str) -> str | None:
    """What is read there, where no decision stands; NotAllowed where there is no such paper, row or finding."""
    if field.startswith(ALIAS):
        return None
    if field.startswith(FINDING):
        _no_value(db, "SELECT NULL FROM findings WHERE fingerprint = ?", [field.removeprefix(FINDING)])
        return None
    value = _in_the_tables(db, document_id, field)
    query = f"""
        SELECT d.after, d.read, u.decision_id FROM final_decisions d JOIN final_decisions u ON u.undoes = d.decision_id
        WHERE {_OF_THE_FIELD} ORDER BY u.decision_id DESC LIMIT 1
    """  # noqa: S608 -- our own words
    last = db.execute(query, {"document": document_id, "field": field}).fetchone()
    if last and last[0] == value and not _is_checked_since(db, last[2]):
        return str(last[1]) if last[1] is not None else None
    return value


def _is_checked_since(db: Database, undo: int) -> bool:
    """Whether the papers were checked after the undo held: until then the tables show what was taken back."""
    query = """
        SELECT coalesce(max(event_id) FILTER (WHERE what = 'derive' AND subject = 'check'), 0)
             > max(event_id) FILTER (WHERE what IN ('undo', 'approve') AND json_extract(detail, '$.decision') = ?)
        FROM events
    """
    return bool(db.execute(query, [undo]).fetchone()[0])


def _in_the_tables(db: Database, document_id: int | None, field: str) -> str | None:
    if found := _SCORE.fullmatch(field):
        return _score(db, document_id, found["key"], found["column"])
    if field in OF_THE_PAPER:
        query = f"SELECT [{field}] FROM documents WHERE document_id = ?"  # noqa: S608 -- one of our own names
        return value_text(_no_value(db, query, [document_id]))
    _no_value(db, "SELECT NULL FROM documents WHERE document_id = ?", [document_id])
    row = db.execute("SELECT value FROM facts WHERE document_id = ? AND field = ?", [document_id, field]).fetchone()
    if row is None and not is_fact(field):
        raise NotAllowed(_("“{field}” is nothing that can be decided of a paper.").format(field=field))
    return row[0] if row else None


def maximum(db: Database, document_id: int | None, field: str) -> float | None:
    """The most that the score can be: its row's maximum, or the paper's total one; None where none is stated."""
    if found := _SCORE.fullmatch(field):
        most = None if found["column"] == "max_score" else _score(db, document_id, found["key"], "max_score")
    elif field in ("total_self_score", "total_block_score"):
        most = _in_the_tables(db, document_id, "total_max_score")
    else:
        return None
    return None if most is None else float(most)


def _score(db: Database, document_id: int | None, key: str, column: str) -> str | None:
    if column not in FIGURES:
        raise NotAllowed(_("There is no such paper, row or finding: {key}.").format(key=column))
    condition, value = ("row", key[1:]) if key.startswith("#") else ("code", key)
    query = f"SELECT [{column}] FROM scores WHERE document_id = ? AND [{condition}] = ?"  # noqa: S608
    return value_text(_no_value(db, query, [document_id, value]))


def _no_value(db: Database, query: str, values: list[object]) -> Any:
    row = db.execute(query, values).fetchone()
    if row is None:
        raise NotAllowed(_("There is no such paper, row or finding: {key}.").format(key=values[0]))
    return row[0]

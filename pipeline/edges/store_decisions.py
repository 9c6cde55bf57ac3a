"""The store's decisions: append-only, each written together with its event in the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from extractors.vietnamese.text import one_line
from pipeline.decided_values import Choosable, Chosen, NotAllowed, is_score, written
from pipeline.edges import log, seals, store_accounts, store_values
from pipeline.edges.database import writing
from pipeline.labels import field_label, shown
from pipeline.language import _
from pipeline.plausible import Bounds, Change, want_plausible
from pipeline.records import Decision

if TYPE_CHECKING:
    from sqlite_utils import Database

    from pipeline.edges.workspace import Workspace


class Refused(NotAllowed):
    """Some of the decisions cannot stand; none was written."""

    def __init__(self, wrong: Sequence[tuple[int, str]]) -> None:
        super().__init__("\n".join(told for _at, told in wrong))
        self.wrong = tuple(wrong)
        """(its place among the choices, from 0; why)"""


def standing(db: Database) -> tuple[Decision, ...]:
    """The decisions that hold: not undone, and approved where that is needed."""
    rows = db.query("SELECT * FROM standing_decisions WHERE document_id IS NOT NULL ORDER BY decision_id")
    names = ("decision_id", "document_id", "field", "after", "before", "read")
    return tuple(Decision(**{name: row[name] for name in names}) for row in rows)


def decide(
    workspace: Workspace, who: str, choices: Iterable[Chosen], proof: str = store_accounts.UNPROVEN
) -> tuple[int, ...]:
    """Writes the decisions, all or none; their ids. Refused names every one that cannot stand.

    The choices are asked for inside the transaction: who makes them there decides on what the store holds then.
    """
    choosable = choosable_of(workspace)
    made, wrong = [], []
    with writing(workspace.db):
        for at, choice in enumerate(choices):
            try:
                made.append(_decide(workspace, (who, proof), choice, choosable))
            except NotAllowed as error:
                wrong.append((at, str(error)))
        if wrong:
            raise Refused(wrong)
    return tuple(made)


def choosable_of(workspace: Workspace) -> Choosable:
    """The units and tasks that a person may choose."""
    tasks = workspace.db.execute("SELECT task_key FROM tasks")
    return Choosable(frozenset(unit.id for unit in workspace.block.units), frozenset(row[0] for row in tasks))


def _decide(workspace: Workspace, by: tuple[str, str], choice: Chosen, choosable: Choosable) -> int:
    db, field = workspace.db, choice.field
    after = written(field, choice.after, choosable)
    earlier = store_values.decided(db, choice.document_id, field)
    read = store_values.read_now(db, choice.document_id, field)
    before = earlier["after"] if earlier else read
    reason = one_line(choice.reason)
    if before != after and not reason:
        raise NotAllowed(_without_reason(field))
    most = store_values.maximum(db, choice.document_id, field)
    want_plausible(Change(field, before, after, reason), Bounds(workspace.block.year, most))
    contradicted = store_values.contradiction(db, choice.document_id, field)
    return _append(
        workspace,
        {
            "who": by[0],
            "document_id": choice.document_id,
            "field": field,
            "before": before,
            "after": after,
            "reason": reason,
            "read": contradicted or (earlier["read"] if earlier else read),
            "held": _held(workspace, field, before, after),
        },
        by[1],
    )


def _without_reason(field: str) -> str:
    if field.startswith(store_values.FINDING):
        return _("An answer needs a reason.")
    return _("{field}: a changed value needs a reason.").format(field=field_label(field))


def _held(workspace: Workspace, field: str, before: str | None, after: str | None) -> int:
    """1 where a second person must approve, whether a value is set or taken back."""
    return int(workspace.block.four_eyes and is_score(field) and before != after)


def undo(
    workspace: Workspace, who: str, decision_id: int, reason: str = "", proof: str = store_accounts.UNPROVEN
) -> int:
    """Takes a decision back by a new one; its id. NotAllowed for one that does not hold and waits for nobody."""
    db = workspace.db
    with writing(db):
        row = _row(db, decision_id)
        if not db.execute("SELECT 1 FROM revocable_decisions WHERE decision_id = ?", [decision_id]).fetchone():
            raise NotAllowed(_why_not_undone(db, row))
        before, after = store_values.around_undo(db, row)
        change = Change(row["field"], before, None, one_line(reason))
        want_plausible(change, Bounds(workspace.block.year))
        told = {"before": before, "after": after, "reason": change.reason, "read": row["read"]}
        place = {"document_id": row["document_id"], "field": row["field"]}
        held = _held(workspace, row["field"], before, after)
        return _append(workspace, {**place, **told, "who": who, "undoes": decision_id, "held": held}, proof)


def _why_not_undone(db: Database, row: Mapping[str, Any]) -> str:
    """Why a decision cannot be taken back: it was already, it is an undo itself, another came after it."""
    waiting = db.execute("SELECT decision_id FROM held_decisions WHERE undoes = ?", [row["decision_id"]]).fetchone()
    if waiting:
        told = _("Decision {id} is being taken back by decision {other}, which waits for a second person.")
        return told.format(id=row["decision_id"], other=waiting[0])
    if row["undoes"]:
        return _("Decision {id} takes another back: decide the value anew instead.").format(id=row["decision_id"])
    stands = store_values.decided(db, row["document_id"], row["field"])
    if stands and stands["decision_id"] > row["decision_id"]:
        told = _("Decision {id} no longer holds: decision {other} came after it. Take that one back first.")
        return told.format(id=row["decision_id"], other=stands["decision_id"])
    return _("Decision {id} is taken back already.").format(id=row["decision_id"])


def approve(workspace: Workspace, who: str, decision_id: int, proof: str = store_accounts.BY_PASSWORD) -> None:
    """Makes a held decision final. NotAllowed for the person who made it, where nothing waits or the value changed."""
    with writing(workspace.db):
        row = _row(workspace.db, decision_id)
        waits = workspace.db.execute("SELECT 1 FROM held_decisions WHERE decision_id = ?", [decision_id]).fetchone()
        if not waits:
            raise NotAllowed(_("Decision {id} waits for nobody.").format(id=decision_id))
        if _same_person(workspace.db, row, who):
            raise NotAllowed(_("Decision {id} is yours: another person approves it.").format(id=decision_id))
        _want_as_told(workspace.db, row)
        at = workspace.clock()
        workspace.db.table("approvals").insert({"decision_id": decision_id, "at": at, "who": who})
        subject = f"{row['document_id']}/{row['field']}"
        told = {"decision": decision_id, "proof": proof, seals.SEALED: seals.inserted(workspace.db, "approval")}
        log.append(workspace.db, log.Event(at, who, "approve", subject, told))


def _want_as_told(db: Database, row: Mapping[str, Any]) -> None:
    """NotAllowed where the decision would not bring what it says: another came after it, or the paper was read anew."""
    before, after = store_values.around_approval(db, row)
    if (before, after) != (row["before"], row["after"]):
        told = _("{field} changed since decision {id} was made: now it is {value}. Take that back and decide anew.")
        named = {"field": field_label(row["field"]), "id": row["decision_id"], "value": shown(before) or "–"}
        raise NotAllowed(told.format(**named))


def _same_person(db: Database, row: Mapping[str, Any], who: str) -> bool:
    """Whether the decision's maker is that person too, who may have several accounts: then, now or in between."""
    query = """
        SELECT event_id FROM events
        WHERE what IN ('decide', 'undo') AND who = ? AND json_extract(detail, '$.decision') = ?
    """
    since = db.execute(query, [row["who"], row["decision_id"]]).fetchone()
    made = since[0] if since else 0
    return bool(store_accounts.persons(db, row["who"], made) & store_accounts.persons(db, who, made))


def _row(db: Database, decision_id: int) -> dict[str, Any]:
    found = next(iter(db.query("SELECT * FROM decisions WHERE decision_id = ?", [decision_id])), None)
    if found is None:
        raise NotAllowed(_("There is no decision {id}.").format(id=decision_id))
    return found


def _append(workspace: Workspace, row: Mapping[str, Any], proof: str) -> int:
    at = workspace.clock()
    inserted = workspace.db.table("decisions").insert({"at": at, **row}, pk="decision_id")
    decision_id = int(inserted.last_pk or 0)
    detail = {"decision": decision_id, **{k: v for k, v in row.items() if k not in ("who", "document_id", "field")}}
    detail["proof"] = proof
    detail[seals.SEALED] = seals.inserted(workspace.db, "decision")
    what = "undo" if row.get("undoes") else "decide"
    log.append(workspace.db, log.Event(at, row["who"], what, f"{row['document_id']}/{row['field']}", detail))
    return decision_id


def unlogged(db: Database) -> list[int]:
    """Decisions that differ from what the log says of them, or that it does not know."""
    query = """
        SELECT d.decision_id FROM decisions d LEFT JOIN events e
          ON e.what IN ('decide', 'undo') AND json_extract(e.detail, '$.decision') = d.decision_id
        WHERE e.event_id IS NULL OR e.at <> d.at OR e.who <> d.who
           OR json_extract(e.detail, '$.before') IS NOT d.before
           OR json_extract(e.detail, '$.after') IS NOT d.after OR json_extract(e.detail, '$.reason') IS NOT d.reason
        ORDER BY 1
    """
    return [int(row[0]) for row in db.execute(query)]


def finding(db: Database, finding_id: int) -> tuple[int | None, str]:
    """The paper and the fingerprint of a finding; NotAllowed where there is none of that number."""
    query = "SELECT document_id, fingerprint FROM findings WHERE finding_id = ?"
    row = db.execute(query, [finding_id]).fetchone()
    if row is None:
        raise NotAllowed(_("There is no such paper, row or finding: {key}.").format(key=finding_id))
    return row[0], row[1]

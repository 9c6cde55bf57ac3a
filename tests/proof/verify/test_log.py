"""The log: whatever is taken out, changed, moved, cut off or written over shows, and its head can be kept elsewhere."""

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.edges import seals, since
from pipeline.edges.database import writing
from pipeline.edges.workspace import opened
from tests.pipeline.command import rows, thidua
from tests.proof.size import sampled
from tests.proof.verify.planted import STORE, copied

DAMAGE = 3
COLUMNS = ("event_id", "at", "who", "what", "subject", "detail", "prev_hash", "hash")
WAYS = ("delete", "edit", "swap", "cut", "replace", "insert", "empty")


def tampered(root: Path, way: str, first: int, second: int, column: str) -> None:
    """Does it to the log, the guards taken away before and put back after."""
    with closing(sqlite3.connect(root / STORE, isolation_level=None)) as db:
        guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in guards:
            db.execute(f"DROP TRIGGER {name}")
        _tamper(db, way, first, second, column)
        for _name, sql in guards:
            db.execute(sql)


def _tamper(db: sqlite3.Connection, way: str, first: int, second: int, column: str) -> None:
    chosen = ", ".join(COLUMNS[1:])
    if way == "delete":
        db.execute("DELETE FROM events WHERE event_id = ?", [first])
    elif way == "edit":
        db.execute(f"UPDATE events SET {column} = {column} || ' ' WHERE event_id = ?", [first])
    elif way == "swap":
        db.execute("UPDATE events SET event_id = -1 WHERE event_id = ?", [first])
        db.execute("UPDATE events SET event_id = ? WHERE event_id = ?", [first, second])
        db.execute("UPDATE events SET event_id = ? WHERE event_id = -1", [second])
    elif way == "cut":
        db.execute("DELETE FROM events WHERE event_id >= ?", [first])
    elif way == "replace":
        query = f"INSERT OR REPLACE INTO events SELECT ?, {chosen} FROM events WHERE event_id = ?"
        db.execute(query, [first, second])
    elif way == "insert":
        db.execute(f"INSERT INTO events ({chosen}) SELECT {chosen} FROM events WHERE event_id = ?", [first])
    else:
        db.execute("DELETE FROM events")


@settings(
    deadline=None,
    max_examples=sampled(25, 400),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(way=st.sampled_from(WAYS), seed=st.integers(0, 10**9), column=st.sampled_from(COLUMNS[1:]))
def test_any_tampering_with_the_log_shows(
    finished: Path, tmp_path: Path, verify: Callable, way: str, seed: int, column: str
) -> None:
    root = copied(finished, tmp_path / "khối")
    (events,) = rows(root, "SELECT count(*) FROM events")[0]
    first, second = random.Random(seed).sample(range(1, events + 1), 2)
    tampered(root, way, first, second, column)
    answer = verify(root)
    assert answer.code == DAMAGE, (way, first, second, column, answer)


def test_a_log_written_anew_as_a_whole_shows_against_the_head_that_was_noted(
    finished: Path, tmp_path: Path, verify: Callable
) -> None:
    from pipeline.edges import log
    from pipeline.edges.database import open_store

    root = copied(finished, tmp_path / "khối")
    db = open_store(root / STORE)
    noted = log.head(db)
    told = db.execute("SELECT at, who, what, subject, detail FROM events ORDER BY event_id").fetchall()
    guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _sql in guards:
        db.execute(f"DROP TRIGGER {name}")
    db.execute("DELETE FROM events")
    previous = log.ORIGIN
    for at, who, what, *rest in told:
        row = dict(zip(COLUMNS[1:6], (at, "somebody else" if what == "receive" else who, what, *rest), strict=True))
        values = [*row.values(), previous, previous := log.chained(previous, row)]
        db.execute(f"INSERT INTO events ({', '.join(COLUMNS[1:])}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    for _name, sql in guards:
        db.execute(sql)
    db.conn.commit()
    db.close()
    assert verify(root).code == 0  # whole in itself: nothing inside can know
    assert verify(root, "--head", noted).code == DAMAGE


def test_the_head_that_was_noted_is_known_while_the_log_grows(finished: Path, tmp_path: Path, verify: Callable) -> None:
    from pipeline.edges.workspace import opened

    root = copied(finished, tmp_path / "khối")
    noted = rows(root, "SELECT hash FROM events ORDER BY event_id DESC LIMIT 1")[0][0]
    assert noted in verify(root).told
    with opened(root) as workspace, workspace.db.atomic():
        workspace.log("minutes", "họp Khối", {"head": noted})
    assert rows(root, "SELECT hash FROM events ORDER BY event_id DESC LIMIT 1")[0][0] != noted
    assert verify(root, "--head", f"{noted[:8].upper()} {noted[8:20]}").code == 0
    assert verify(root, "--head", "0" * 64).code == DAMAGE


@pytest.mark.parametrize("head", ["abc", "g" * 64, ""])
def test_what_is_no_head_is_a_wrong_use(finished: Path, verify: Callable, head: str) -> None:
    assert verify(finished, "--head", head).code == 2


def test_what_was_written_after_the_noted_head_is_named(finished: Path, tmp_path: Path, verify: Callable) -> None:
    """Who may write to the store could write a value and its event: the noted head does not prove these."""
    root = copied(finished, tmp_path / "khối")
    noted = json.loads(thidua(root, "verify", "--json").stdout)["head"]
    assert "as it was when that head was noted" in verify(root, "--head", noted).told
    with opened(root) as workspace, writing(workspace.db):
        (document,) = workspace.db.execute("SELECT document_id FROM scores WHERE self_score = 38").fetchone()
        workspace.db.execute("UPDATE scores SET self_score = 39 WHERE document_id = ?", [document])
        workspace.log("check", "2023-01-01", {seals.SEALED: seals.changed(workspace.db, seals.OUTCOME)})
    answer = verify(root, "--head", noted)
    assert (answer.code, f"(1): Paper {document}" in " ".join(answer.told.split())) == (0, True), answer
    assert json.loads(thidua(root, "verify", "--head", noted, "--json").stdout)["since"] == [f"Văn bản {document}"]


def test_views_that_were_made_anew_after_the_noted_head_are_named(
    finished: Path, tmp_path: Path, verify: Callable
) -> None:
    root = copied(finished, tmp_path / "khối")
    noted = json.loads(thidua(root, "verify", "--json").stdout)["head"]
    with closing(sqlite3.connect(root / STORE)) as db:
        db.executescript("DROP VIEW audit_facts; CREATE VIEW audit_facts AS SELECT 1; PRAGMA application_id = 7")
    with opened(root):
        pass
    answer = verify(root, "--head", noted)
    assert (answer.code, "The views audit_facts, made anew at event" in answer.told) == (0, True), answer


def test_what_was_written_after_the_noted_head_is_counted_by_kind(
    finished: Path, tmp_path: Path, verify: Callable
) -> None:
    root = copied(finished, tmp_path / "khối")
    noted = rows(root, "SELECT hash FROM events ORDER BY event_id LIMIT 1")[0][0]
    told = json.loads(thidua(root, "verify", "--head", noted, "--json").stdout)
    (documents,) = rows(root, "SELECT count(*) FROM documents")[0]
    assert told["since_by_kind"]["document"] == documents > 1
    assert sum(told["since_by_kind"].values()) == len(told["since"])
    assert f"papers {documents}" in " ".join(verify(root, "--head", noted).told.split())


def test_every_kind_of_part_has_its_words() -> None:
    assert set(since.PART_NAMES) == set(since.KINDS) == {*seals.PARTS, "views"}

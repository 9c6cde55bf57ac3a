"""The log: every way of changing it is refused or shows."""

import sqlite3

import pytest

from pipeline.edges.database import open_store
from pipeline.edges.log import ORIGIN, Event, append, broken_at, head


@pytest.fixture
def db(tmp_path):
    db = open_store(tmp_path / "thidua.db")
    for number in range(1, 6):
        append(db, Event("2021-01-15T08:00:00+07:00", "thu-ky", "receive", f"tệp {number}", {"n": number}))
    yield db
    db.close()


def forced(db, sql):
    """Runs the statement as somebody who took the triggers away."""
    for kind in ("insert", "update", "delete"):
        db.execute(f"DROP TRIGGER events_{kind}")
    db.execute(sql)


def test_a_log_that_nobody_touched_is_whole(db):
    assert broken_at(db) is None
    assert head(db) != ORIGIN


@pytest.mark.parametrize(
    ("sql", "event"),
    [
        ("UPDATE events SET subject = 'khác' WHERE event_id = 3", 3),
        ("UPDATE events SET at = '2021-01-16' WHERE event_id = 1", 1),
        ("DELETE FROM events WHERE event_id = 2", 3),
        ("UPDATE events SET event_id = 9 WHERE event_id = 5", 9),
        ("UPDATE events SET detail = '{}' WHERE event_id = 4", 4),
    ],
)
def test_a_change_behind_the_triggers_shows(db, sql, event):
    forced(db, sql)
    assert broken_at(db) == event


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE events SET subject = 'khác'",
        "DELETE FROM events",
        "INSERT OR REPLACE INTO events SELECT * FROM events WHERE event_id = 2",
        "INSERT OR REPLACE INTO decisions (decision_id, at, who, field, reason) SELECT 1, '', '', '', ''",
    ],
)
def test_the_triggers_refuse_every_change_even_on_a_plain_connection(db, tmp_path, sql):
    plain = sqlite3.connect(tmp_path / "thidua.db")
    plain.execute("INSERT INTO decisions (decision_id, at, who, field, reason) VALUES (1, '', '', '', '')")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        plain.execute(sql)
    plain.close()

"""A table brought to a wanted content: the difference and no more."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from pipeline.edges import sync as sync_module
from pipeline.edges.sync import sync

contents = st.dictionaries(st.integers(1, 9), st.sampled_from(["a", "b", None]))


def table(rows):
    db = Database(memory=True)
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, value TEXT, kept TEXT DEFAULT 'mặc định')")
    sync(db, "t", ["id"], as_rows(rows))
    return db


def as_rows(content):
    return [{"id": key, "value": value} for key, value in sorted(content.items())]


@given(contents, contents)
def test_the_table_holds_the_wanted_rows_and_counts_its_writes(before, after):
    db = table(before)
    written = sync(db, "t", ["id"], as_rows(after))
    held = dict(db.execute("SELECT id, value FROM t").fetchall())
    db.close()
    different = {k for k in before.keys() | after.keys() if before.get(k, 0) != after.get(k, 0)}
    assert held == after
    assert written == len(different)


@given(contents, contents)
def test_a_table_larger_than_what_is_held_at_once(before, after):
    with patch.object(sync_module, "AT_ONCE", 2):
        db = table(before)
        sync(db, "t", ["id"], as_rows(after))
    held = dict(db.execute("SELECT id, value FROM t").fetchall())
    db.close()
    assert held == after


@given(contents)
def test_the_same_content_writes_nothing(content):
    db = table(content)
    assert sync(db, "t", ["id"], as_rows(content)) == 0
    db.close()


def test_a_key_of_two_columns():
    db = Database(memory=True)
    db.execute("CREATE TABLE t (a INTEGER, b TEXT, v TEXT, PRIMARY KEY (a, b))")
    sync(db, "t", ["a", "b"], [{"a": 1, "b": "x", "v": "1"}, {"a": 1, "b": "y", "v": "2"}])
    assert sync(db, "t", ["a", "b"], [{"a": 1, "b": "x", "v": "3"}]) == 2
    assert db.execute("SELECT a, b, v FROM t").fetchall() == [(1, "x", "3")]
    db.close()

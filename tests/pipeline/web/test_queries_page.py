"""docs/vi/queries.md: every query is run, on the store and on its snapshot."""

import re
import sqlite3
from pathlib import Path

import pytest

from tests.pipeline.web.served import command

PAGE = Path(__file__).parents[3] / "docs" / "vi" / "queries.md"
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
EMPTY = ("audit_decisions", "('confirmed', 'corrected')")
"""What the sample block has nothing of before a person decides."""


@pytest.fixture(scope="module")
def snapshot(made, tmp_path_factory):
    path = tmp_path_factory.mktemp("chụp") / "ban-chup.db"
    command(made, "export", "snapshot", str(path))
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    yield db
    db.close()


@pytest.mark.parametrize("query", QUERIES)
def test_the_query_asks_only_the_views_and_is_answered(snapshot, query):
    assert set(re.findall(r"\b(?:FROM|JOIN)\s+(\w+)", query)) <= {
        row[0] for row in snapshot.execute("SELECT name FROM sqlite_master WHERE name LIKE 'audit/_%' ESCAPE '/'")
    }
    rows = snapshot.execute(query).fetchall()
    assert rows or any(mark in query for mark in EMPTY)


def test_the_page_has_queries():
    assert len(QUERIES) >= 10

"""What the pages to read tell besides what they show."""

import sqlite3

import pytest

from pipeline.language import speak
from pipeline.web import pages_read
from tests.pipeline.web.test_site import Browser


@pytest.fixture
def browser(root):
    speak("vi")
    browser = Browser(root)
    yield browser
    browser.close()


def test_a_search_says_where_papers_are_still_being_taken_in(browser, root, monkeypatch):
    taking = "Chưa tìm được trong mọi văn bản"
    assert taking not in browser.get("/search?q=thi+dua").text
    with sqlite3.connect(root / "thidua.db") as db:
        db.execute("DELETE FROM searched WHERE file_id = (SELECT min(file_id) FROM searched)")
    db.close()
    monkeypatch.setattr(pages_read, "_indexed", lambda _workspace: None)  # another process writes
    assert taking in browser.get("/search?q=thi+dua").text

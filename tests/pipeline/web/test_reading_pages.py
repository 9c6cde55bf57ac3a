"""What the pages to read tell besides what they show."""

import sqlite3
import threading

import pytest

from pipeline.edges import store_search
from pipeline.language import speak
from pipeline.web import pages_search
from tests.pipeline.web.conftest import ask
from tests.pipeline.web.test_site import Browser


@pytest.fixture
def browser(root):
    speak("vi")
    browser = Browser(root)
    yield browser
    browser.close()


TAKING = "Chưa tìm được trong mọi văn bản"


def forgotten(root):
    """One paper was read and is not taken in yet."""
    with sqlite3.connect(root / "thidua.db") as db:
        db.execute("DELETE FROM searched WHERE file_id = (SELECT min(file_id) FROM searched)")
    db.close()


def test_a_search_takes_in_what_was_read_since(browser, root):
    forgotten(root)
    assert TAKING not in browser.get("/search?q=thi+dua").text
    assert ask(root, "SELECT count(*) AS left FROM files WHERE state = 'read' AND file_id NOT IN searched") == [
        {"left": 0}
    ]


def test_a_search_does_not_wait_until_a_large_inbox_is_taken_in(browser, root, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()

    def slowly(db):
        begun.set()
        assert go_on.wait(20)
        return refresh(db)

    refresh = store_search.refresh
    monkeypatch.setattr(store_search, "refresh", slowly)
    assert TAKING not in browser.get("/search?q=thi+dua").text
    forgotten(root)
    for _ in range(2):
        answer = browser.get("/search?q=thi+dua")
        assert TAKING in answer.text
        assert "<mark>" in answer.text, "what was taken in before is found"
    assert begun.is_set()
    taking = browser.desk.taking_in
    go_on.set()
    browser.loop.run_until_complete(taking)
    assert TAKING not in browser.get("/search?q=thi+dua").text
    assert browser.desk.taking_in is taking, "it was begun once"


def test_a_search_says_where_papers_wait_for_another_writer(browser, root, monkeypatch):
    forgotten(root)
    monkeypatch.setattr(pages_search, "_take_in", lambda _workspace: None)
    assert TAKING in browser.get("/search?q=thi+dua").text

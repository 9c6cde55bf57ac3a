"""What the pages to read tell besides what they show."""

import asyncio
import sqlite3
import threading
import time
from contextlib import suppress
from html import unescape

import pytest

from pipeline.edges import store_search
from pipeline.web import pages_search
from tests.pipeline.web.served import ask

pytestmark = pytest.mark.usefixtures("vietnamese")


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

    def slowly(db, is_over):
        begun.set()
        assert go_on.wait(20)
        return refresh(db, is_over)

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


def test_a_server_that_ends_does_not_wait_until_a_large_inbox_is_taken_in(browser, root, monkeypatch):
    begun, told = threading.Event(), threading.Event()

    def endless(_db, is_over):
        begun.set()
        for _ in range(400):
            if is_over():
                told.set()
                return
            time.sleep(0.05)

    monkeypatch.setattr(store_search, "refresh", endless)
    forgotten(root)
    assert TAKING in browser.get("/search?q=thi+dua").text
    assert begun.is_set()
    browser.desk.taking_in.cancel()  # as asyncio does with what still runs when it ends
    with suppress(asyncio.CancelledError):
        browser.loop.run_until_complete(browser.desk.taking_in)
    assert told.wait(5)


def test_a_search_says_where_papers_wait_for_another_writer(browser, root, monkeypatch):
    forgotten(root)
    monkeypatch.setattr(pages_search, "_take_in", lambda _is_over, _workspace: None)
    assert TAKING in browser.get("/search?q=thi+dua").text


def test_what_is_decided_stands_beside_what_the_check_finds_of_it(browser, root):
    browser.login("lan-thu")
    query = """
        SELECT f.document_id, f.message, t.field FROM audit_findings f JOIN facts t USING (document_id)
        WHERE t.field = 'total_self_score' AND f.code IN ('score.prose_mismatch', 'score.total_mismatch')
    """
    one, *_ = ask(root, query)
    page = browser.get(f"/review/item?document={one['document_id']}&field={one['field']}").text
    assert one["message"] in unescape(page.partition('class="why"')[2].partition("<form")[0])
    other = browser.get(f"/review/item?document={one['document_id']}&field=subject").text
    assert one["message"] not in unescape(other), "it is of another value"


def test_who_chooses_among_papers_sees_the_others_and_their_task_where_the_choice_is(browser, root):
    browser.login("lan-thu")
    (first, second) = ask(root, "SELECT document_id FROM review_queue WHERE field = 'state' ORDER BY 1")
    query = """
        SELECT d.document_id, d.number, strftime('%d/%m/%Y', d.issued_on) AS day, t.content
        FROM audit_documents d JOIN tasks t USING (task_key) WHERE document_id = ?
    """
    (rival,) = ask(root, query, second["document_id"])
    page = unescape(browser.get(f"/review/item?document={first['document_id']}&field=state").text)
    choice = page.partition("<fieldset>")[2].partition("</fieldset>")[0]
    assert f'<a href="/document/{rival["document_id"]}">{rival["number"]}</a>, {rival["day"]}' in choice
    assert rival["content"] in choice
    assert page.count(f'href="/document/{rival["document_id"]}"') == 1, "told once"
    assert rival["content"] in unescape(browser.get(f"/document/{second['document_id']}").text)

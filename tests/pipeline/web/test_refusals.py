"""What goes wrong is told in the language of who asks, and laid to who did it."""

import sqlite3
from contextlib import closing
from unittest.mock import patch

import pytest
from datasette.views.base import DatasetteError

from pipeline.web import guard


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nowhere", 404, "Không có"),
        ("/thidua/nowhere", 404, "Không có"),
        ("/document/999999", 404, "Không có"),
        ("/review/decide", 405, "biểu mẫu"),
        ("/thidua?sql=selec", 400, "Không trả lời được"),
        ("/thidua/audit_facts?_sort=nope", 400, "Không trả lời được"),
        ("/thidua/audit_facts?_sort=field&_sort_desc=field", 400, "Không trả lời được"),
        ("/thidua/audit_facts?_next=zz", 400, "Không trả lời được"),
        ("/thidua/audit_facts?_through=%7B", 400, "Không trả lời được"),
        ("/thidua/files?bytes__in=[zz", 400, "Không trả lời được"),
        ("/thidua?sql=select+1&_timelimit=-1", 400, "quá lâu"),
        ("/thidua/accounts", 404, "Không có"),
        ("/thidua/accounts/lan-thu", 404, "Không có"),
        ("/thidua/accounts.csv", 404, "Không có"),
        ("/thidua.db", 404, "Không có"),
    ],
)
@pytest.mark.usefixtures("vietnamese")
def test_what_goes_wrong_is_told_in_vietnamese(browsers, path, status, words):
    answer = browsers["reader"].get(path)
    assert answer.status_code == status
    assert words in answer.text
    assert "<nav" in answer.text, "and leads on"
    assert "Forbidden" not in answer.text
    assert "&lt;" not in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/thidua/accounts.json", 404),
        ("/thidua/accounts/lan-thu.json", 404),
        ("/thidua/audit_facts.json?_sort=nope", 400),
        ("/thidua.json?sql=select+1&_timelimit=zz", 400),
    ],
)
@pytest.mark.usefixtures("vietnamese")
def test_who_asks_for_json_is_told_in_json(browsers, path, status):
    answer = browsers["reader"].get(path)
    assert (answer.status_code, answer.json()["status"], answer.json()["ok"]) == (status, status, False)
    assert answer.json()["error"].startswith("Không")


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH", "OPTIONS", "TRACE", "POST"])
@pytest.mark.parametrize("path", ["/", "/thidua", "/thidua/audit_facts", "/file/1", "/nowhere", "/desk/desk.css"])
@pytest.mark.parametrize("length", ["0", None])
@pytest.mark.usefixtures("english")
def test_only_the_desks_forms_are_sent(browsers, method, path, length):
    headers = {"content-length": length} if length else {}
    browser = browsers["approver"]
    answer = browser.loop.run_until_complete(browser.client.request(method, path, headers=headers))
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert answer.text == "Nothing can be sent to this address."


def test_a_mistake_of_our_own_is_not_laid_to_who_asks(browsers):
    with patch("pipeline.web.reading.findings", side_effect=ValueError("hỏng")):
        assert browsers["reader"].get("/findings").status_code == 500
    with patch("datasette.filters.Filters.human_description_en", side_effect=ZeroDivisionError):
        assert browsers["reader"].get("/thidua/audit_facts?field=number").status_code == 500


def test_datasettes_word_for_a_store_that_is_being_written_is_no_mistake_of_ours(browsers):
    busy = DatasetteError("database is locked")
    with patch("datasette.views.table.TableView.data", side_effect=busy):
        assert browsers["reader"].get("/thidua/audit_facts").status_code == 503


def test_a_form_that_is_too_large_is_not_read(browsers):
    answer = browsers["reviewer"].post("/review/decide", {"reason": "x" * guard.LARGEST_FORM})
    assert answer.status_code == 413


def test_a_store_that_is_being_written_is_told_and_not_an_error(browsers, made):
    with closing(sqlite3.connect(made / "thidua.db", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        for path in ("/", "/review", "/document/1", "/search?q=thi", "/thidua/audit_facts"):
            assert browsers["reviewer"].get(path).status_code == 200, "reading does not wait"
    busy = sqlite3.OperationalError("database is locked")
    with patch("pipeline.edges.store_decisions.decide", side_effect=busy):
        answer = browsers["reviewer"].decide(document="1", field="number", choice="same")
    assert answer.status_code == 503
    assert answer.headers["retry-after"]

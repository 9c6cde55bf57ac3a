"""Who may what: every page of the desk, every method, every role, as one table; what every answer says to a browser."""

import asyncio
import csv
import io
import itertools
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest
from datasette.views.base import DatasetteError
from hypothesis import given, settings
from hypothesis import strategies as st

import extractors
from pipeline.edges.exporting import disarmed
from pipeline.edges.store_accounts import ROLES, Account
from pipeline.web import guard
from pipeline.web.disarming import Disarmed
from pipeline.web.plugin import PAGES
from pipeline.witness_labels import WITNESSES
from tests.pipeline.web.browser import Browser
from tests.pipeline.web.served import ACCOUNTS, PASSWORD, ask

NAMES = {role: name for name, role in ACCOUNTS.items()}
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH")
LEAST = {
    "/login": (("GET", "HEAD", "POST"), None),
    "/logout": (("POST",), None),
    "/document/1": (("GET", "HEAD"), None),
    "/file/1": (("GET", "HEAD"), None),
    "/file/1/original": (("GET", "HEAD"), None),
    "/file/1/page/1.png": (("GET", "HEAD"), None),
    "/search": (("GET", "HEAD"), None),
    "/findings": (("GET", "HEAD"), None),
    "/charts": (("GET", "HEAD"), None),
    "/review": (("GET", "HEAD"), "reader"),
    "/review/first": (("GET", "HEAD"), "reviewer"),
    "/review/item?document=1&field=number": (("GET", "HEAD"), "reviewer"),
    "/review/decide": (("POST",), "reviewer"),
    "/review/undo": (("POST",), "reviewer"),
    "/findings/answer": (("POST",), "reviewer"),
    "/review/approve": (("POST",), "approver"),
}
"""path -> the methods that it answers, and the least role; written down here a second time on purpose."""


@pytest.fixture(scope="module")
def browsers(made):
    """One browser for nobody (None) and one for each role."""
    found = {role: Browser(made) for role in (None, *ROLES)}
    for role in ROLES:
        found[role].login(NAMES[role])
    yield found
    for browser in found.values():
        browser.close()


def test_the_table_names_every_page():
    unknown = [p.pattern for p in PAGES if not any(re.match(p.pattern, path.split("?")[0]) for path in LEAST)]
    assert unknown == []
    assert len(PAGES) == len(LEAST)


def expected(path, method, role):
    """The status that must come; 0 for any that lets in."""
    methods, least = LEAST[path]
    if method not in methods:
        return 405
    if least is None or (role and Account("", role).may(least)):
        return 0
    return 302 if role is None and method != "POST" else 403


@pytest.mark.parametrize("path", LEAST)
def test_every_page_answers_its_methods_and_its_roles_only(browsers, made, path):
    before = ask(made, "SELECT count(*) AS n FROM events")
    for role, method in itertools.product((None, *ROLES), METHODS):
        if path in ("/login", "/logout") and method == "POST":
            continue
        browser = browsers[role]
        token = browser.token("/login")
        asked = browser.client.request(method, path, headers={"x-csrftoken": token}, data={"csrftoken": token})
        answer = browser.loop.run_until_complete(asked)
        wanted = expected(path, method, role)
        if wanted:
            assert answer.status_code == wanted, (path, method, role)
        else:
            assert answer.status_code not in (405, 500), (path, method, role)
            assert "/login" not in answer.headers.get("location", ""), (path, method, role)
    assert ask(made, "SELECT count(*) AS n FROM events") == before, "an empty form decides nothing"


DATASETTE = (
    "/",
    "/thidua",
    "/thidua/audit_facts",
    "/thidua/where_from?field=&unit=",
    "/thidua?sql=select+1",
    "/nowhere",
)
DESK = tuple(path for path, (methods, _role) in LEAST.items() if "GET" in methods)


@pytest.mark.parametrize("path", [*DATASETTE, *DESK, "/desk/desk.css", "/-/static/app.css", "/-/plugins"])
def test_every_answer_says_what_a_browser_may_do_with_it(browsers, path):
    answer = browsers["approver"].get(path)
    headers = answer.headers
    policy = headers["content-security-policy"]
    assert headers.get_list("content-security-policy") == [policy]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert headers["x-content-type-options"] == "nosniff"
    if path in DESK:
        assert policy == guard.STRICT
    if not path.startswith(guard.KEPT):
        assert "no-store" in headers["cache-control"]
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", answer.text)
    assert not (path in DESK and scripts), "no script in line"
    assert not re.search(r"\son[a-z]+=", answer.text), "no handler in line"


@pytest.mark.parametrize(
    "path", ["/-/plugins", "/-/metadata.json", "/-/settings", "/-/threads", "/-/messages", "/-/patterns"]
)
def test_datasettes_machinery_is_not_shown(browsers, path):
    assert browsers["approver"].get(path).status_code == 404


def test_cookies_are_closed_to_scripts_and_other_sites(made):
    browser = Browser(made)
    token = browser.token()
    form = {"csrftoken": token, "name": NAMES["reader"], "password": PASSWORD}
    cookies = [
        browser.get("/login").headers.get_list("set-cookie"),
        browser.post("/login", form).headers.get_list("set-cookie"),
    ]
    fresh = Browser(made)
    said = [*itertools.chain(*cookies), *fresh.get("/login").headers.get_list("set-cookie")]
    browser.close()
    fresh.close()
    assert len(said) >= 2
    assert all("httponly" in one.lower() and "samesite=strict" in one.lower() for one in said), said


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


def test_who_must_log_in_comes_back_to_where_he_wanted_to_go(made):
    browser = Browser(made)
    path = "/review/item?document=1&field=number"
    to_login = browser.get(path).headers["location"]
    token = re.search(r'name="csrftoken" value="([^"]+)"', browser.get(to_login).text)[1]
    form = {"csrftoken": token, "name": NAMES["reviewer"], "password": PASSWORD}
    assert 'name="then" value="/review/item?document=1&amp;field=number"' in browser.get(to_login).text
    assert browser.post("/login", {**form, "then": path}).headers["location"] == path
    for foreign in ("//xau.vn", "https://xau.vn", "/\\xau.vn"):
        token = browser.token("/login")
        assert "xau" not in browser.post("/login", {**form, "csrftoken": token, "then": foreign}).headers["location"]
    browser.close()


def gone_out(rows, size):
    """The rows as they go out, sent in chunks of so many bytes."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    body, sent = text.getvalue().encode(), []

    async def keep(message):
        sent.append(message["body"])

    async def passed_on():
        out = Disarmed(keep)
        for at in range(0, len(body), size):
            await out.body({"type": "http.response.body", "body": body[at : at + size], "more_body": True})
        await out.body({"type": "http.response.body", "body": b"", "more_body": False})

    asyncio.run(passed_on())
    return b"".join(sent).decode("utf-8-sig")


def rows_in(text):
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("size", [1, 7, 4096])
def test_a_csv_goes_out_without_formulas_wherever_its_chunks_break(size):
    rows = [["field", "raw"], ["issuer", '=HYPERLINK("http://xau.vn")'], ["place", "Sở, \n huyện"], ["n", " =1+1"]]
    assert rows_in(gone_out(rows, size)) == [rows[0], ["issuer", "'" + rows[1][1]], rows[2], ["n", "' =1+1"]]


@settings(max_examples=80, deadline=None)
@given(
    rows=st.lists(st.lists(st.text(alphabet='ab,"\n\r ế', max_size=6), min_size=1, max_size=4)), size=st.integers(1, 9)
)
def test_whatever_is_no_formula_goes_out_as_it_is(rows, size):
    assert rows_in(gone_out(rows, size)) == [disarmed(row) for row in rows]


def test_a_field_may_be_longer_than_pythons_reader_takes():
    long = 'một "dòng", rồi\n' * 20_000
    assert len(long) > csv.field_size_limit()
    text = gone_out([["raw"], [long], ["=1"]], 65_536)
    assert text == 'raw\r\n"' + long.replace('"', '""') + "\"\r\n'=1\r\n"


@pytest.mark.parametrize("path", ["/thidua/nowhere.csv", "/nowhere.csv", "/thidua.csv?sql=selec"])
def test_a_page_of_words_is_no_csv_whatever_its_address(browsers, path):
    answer = browsers["reader"].get(path)
    assert answer.status_code in (400, 404)
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.text.lstrip().casefold().startswith("<!doctype html>")
    assert "\r\n" not in answer.text
    assert re.search(r'<html lang="[a-z]+">', answer.text), "its quotes stand as they were"


def test_a_csv_of_the_site_is_disarmed(browsers):
    for kept in ("", "&_dl=on"):
        answer = browsers["reader"].get(f"/thidua.csv?sql=select+'%3D1%2B1'+as+a{kept}")
        assert answer.content.decode("utf-8-sig").split() == ["a", "'=1+1"]


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


def test_the_queue_comes_in_pages(browsers, monkeypatch):
    monkeypatch.setattr("pipeline.web.pages_review.SHOWN", 5)
    browser, found = browsers["reader"], []
    for at in range(1, 9):
        found += re.findall(r"/review/item\?document=[^\"]+", browser.get(f"/review?page={at}").text)
    left = ask(browser.root, "SELECT count(*) AS n FROM review_queue")[0]["n"]
    assert len(set(found)) == left > 5
    assert "/review/item" in browser.get("/review?page=999").text, "the last page stands for those after it"


def test_every_rule_of_the_readers_has_words():
    rule = re.compile(
        r'"((?:subject|number|issued_on|total_[a-z]+_score|period|signer_[a-z]+|issuer|doc_type|count)[.][a-z_]+)"'
    )
    texts = [path.read_text(encoding="utf-8") for path in Path(extractors.__file__).parent.rglob("*.py")]
    rules = {found for text in texts for found in rule.findall(text)}
    assert len(rules) > 30
    assert rules <= set(WITNESSES)

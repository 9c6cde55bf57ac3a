"""Who may what: every page of the desk, every method, every role, as one table; what every answer says to a browser."""

import itertools
import re
from pathlib import Path

import pytest

import extractors
from pipeline.edges.store_accounts import ROLES, Account
from pipeline.web import guard
from pipeline.web.plugin import PAGES
from pipeline.witness_labels import WITNESSES
from tests.pipeline.web.browser import Browser
from tests.pipeline.web.served import NAMES, PASSWORD, ask

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


def test_the_queue_comes_in_pages(browsers, monkeypatch):
    monkeypatch.setattr("pipeline.web.pages_queue.SHOWN", 5)
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

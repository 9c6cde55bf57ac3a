"""The door: who comes in, by which way, for how long, and whose forms are taken."""

import asyncio

import pytest

from pipeline.web import plugin
from pipeline.web.guard import COOKIE, Door, guarded
from pipeline.web.sessions import TRIES, Sessions
from tests.pipeline.web.browser import TOTAL, Browser, decisions, unsure
from tests.pipeline.web.served import command

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize("name", [None, "doc-thu"])
@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/review/decide", {"document": "15", "field": TOTAL, "choice": "same"}),
        ("/review/undo", {"decision": "1"}),
        ("/review/approve", {"decision": "1"}),
        ("/findings/answer", {"finding": "1", "answer": "accepted", "reason": "x"}),
    ],
)
def test_nobody_and_a_reader_cannot_write(browser, root, name, path, form):
    if name:
        browser.login(name)
    answer = browser.post(path, {"csrftoken": browser.token("/login" if not name else "/search"), **form})
    assert answer.status_code == 403
    assert decisions(root) == []


@pytest.mark.parametrize("path", ["/review/decide", "/review/undo", "/findings/answer", "/logout"])
def test_a_form_without_its_token_is_refused(browser, root, path):
    browser.login("lan-thu")
    assert browser.post(path, {"document": unsure(root), "field": TOTAL, "choice": "same"}).status_code == 403
    assert decisions(root) == []


def test_a_form_sent_by_another_site_is_refused(browser, root):
    browser.login("lan-thu")
    form = {"csrftoken": browser.token("/search"), "document": unsure(root), "field": TOTAL, "choice": "same"}
    assert browser.post("/review/decide", form, {"origin": "http://xau.vn"}).status_code == 403
    assert decisions(root) == []


@pytest.mark.parametrize("token", ["x", "dstok_x", "thidua"])
def test_a_token_in_place_of_a_password_opens_nothing_and_spares_no_form_its_own(browser, root, token):
    bearer = {"authorization": f"Bearer {token}"}
    assert browser.get("/review", **bearer).headers["location"].startswith("/login")
    browser.login("lan-thu")
    form = {"document": unsure(root), "field": TOTAL, "choice": "same", "seen": browser.seen(unsure(root), TOTAL)}
    assert browser.post("/review/decide", form, bearer).status_code == 403
    assert decisions(root) == []


def test_datasettes_own_ways_in_are_closed(root, monkeypatch):
    sites = []
    prepare = plugin.prepare_templates
    monkeypatch.setattr(plugin, "prepare_templates", lambda made: sites.append(made) or prepare(made))
    browser = Browser(root)
    try:
        for actor in ({"id": "root"}, {"id": "minh-thu", "role": "approver"}):
            signed = sites[0].sign({"a": actor}, "actor")
            answer = browser.get("/review", cookie=f"ds_actor={signed}")
            assert answer.headers["location"].startswith("/login"), actor
            assert "minh-thu" not in browser.get("/", cookie=f"ds_actor={signed}").text
        root_token = sites[0]._root_token
        assert browser.get(f"/-/auth-token?token={root_token}").status_code == 404
        assert "ds_actor" not in browser.client.cookies
    finally:
        browser.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_no_other_protocol_leads_past_the_door(root, host):
    sent = []

    async def inside(scope, _receive, _send):
        raise AssertionError(scope)

    async def send(message):
        sent.append(message["type"])

    door = Door(root, frozenset({"127.0.0.1"}), host != "127.0.0.1", Sessions(), "", ())
    asyncio.run(guarded(inside, door)({"type": "websocket", "path": "/", "headers": []}, None, send))
    assert sent == ["websocket.close"]


def test_a_form_opened_by_a_link_decides_nothing(browser, root):
    browser.login("lan-thu")
    assert browser.get(f"/review/decide?document={unsure(root)}&field={TOTAL}&choice=same").status_code == 405
    assert decisions(root) == []


def test_another_name_for_this_machine_is_not_answered(browser):
    assert browser.get("/", host="xau.vn").status_code == 403
    assert browser.get("/", host="localhost:8001").status_code == 200


def test_logging_out_ends_the_session_for_whoever_has_its_cookie(browser):
    browser.login("lan-thu")
    cookie = browser.client.cookies[COOKIE]
    browser.post("/logout", {"csrftoken": browser.token("/search")})
    assert browser.get("/review", cookie=f"{COOKIE}={cookie}").headers["location"].startswith("/login")


def test_a_closed_account_is_out_at_once(browser, root):
    browser.login("lan-thu")
    assert browser.get("/review").status_code == 200
    command(root, "user", "close", "lan-thu")
    assert browser.get("/review").headers["location"].startswith("/login")


def test_tries_are_counted_by_account_however_its_name_is_typed(browser):
    for name in ("lan-thu", "LAN-THU", "Lan-Thu", "lan-THU", " lan-thu"):
        form = {"csrftoken": browser.token(), "name": name, "password": "đoán bừa thôi"}
        assert browser.post("/login", form).status_code == 403
    assert browser.login("lan-Thu").status_code == 429


def test_tries_at_once_are_no_more_than_tries_in_a_row(browser):
    form = {"csrftoken": browser.token(), "name": "lan-thu", "password": "đoán bừa thôi"}

    async def all_at_once():
        return await asyncio.gather(*(browser.client.post("/login", data=form) for _ in range(TRIES * 3)))

    codes = [answer.status_code for answer in browser.loop.run_until_complete(all_at_once())]
    assert (codes.count(403), codes.count(429)) == (TRIES, TRIES * 2)


CHANGES = {
    "a new password": [("add", "lan-thu", "--role", "reviewer")],
    "another role": [("add", "lan-thu", "--role", "approver")],
    "closed and opened again": [("close", "lan-thu"), ("add", "lan-thu", "--role", "reviewer")],
}


@pytest.mark.parametrize("change", CHANGES)
def test_no_session_outlives_a_change_of_its_account(browser, root, change):
    browser.login("lan-thu")
    other = Browser(root)
    other.login("minh-thu")
    for words in CHANGES[change]:
        end = ["--password-file", "-"] if words[0] == "add" else []
        command(root, "user", *words, *end, stdin="một mật khẩu khác")
    try:
        assert browser.get("/review").headers["location"].startswith("/login")
        assert other.get("/review").status_code == 200, "nobody else is sent out"
    finally:
        other.close()


def test_who_is_closed_reads_no_more_from_another_machine(root):
    browser = Browser(root, "0.0.0.0")
    browser.client.base_url = "http://0.0.0.0"
    try:
        browser.login("doc-thu")
        assert browser.get("/thidua/audit_facts.csv").status_code == 200
        command(root, "user", "close", "doc-thu")
        assert browser.get("/thidua/audit_facts.csv").status_code == 302
        assert browser.get("/document/1").status_code == 302
    finally:
        browser.close()


def test_a_wrong_password_logs_nobody_in(browser):
    for _ in range(TRIES):
        form = {"csrftoken": browser.token(), "name": "lan-thu", "password": "đoán bừa thôi"}
        refused = browser.post("/login", form)
        assert refused.status_code == 403
        assert 'name="name" value="lan-thu"' in refused.text
        assert "đoán bừa" not in refused.text
    for name in ("lan-thu", "LAN-thu", "l\u200ban-thu"):
        assert browser.login(name).status_code == 429, "too many tries, however the name is typed"


def test_from_other_machines_even_reading_needs_an_account(root):
    browser = Browser(root, "0.0.0.0")
    browser.client.base_url = "http://0.0.0.0"
    try:
        for path in ("/", "/thidua.json", "/document/1", "/file/1/original", "/search?q=a", "/thidua/audit_facts.csv"):
            answer = browser.get(path)
            assert (answer.status_code, answer.headers.get("location")) == (302, "/login"), path
        browser.login("doc-thu")
        assert browser.get("/document/1").status_code == 200
    finally:
        browser.close()

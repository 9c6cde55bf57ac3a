"""The site without a browser: who may what, what no page shows, what every page says to the browser."""

import asyncio
import html
import json
import re
import sqlite3
import zipfile
from contextlib import closing
from urllib.parse import quote, unquote

import httpx
import pytest

from extractors.version import version
from pipeline.edges.store_accounts import Account
from pipeline.edges.store_search import SHOWN
from pipeline.language import speak
from pipeline.web import plugin
from pipeline.web.guard import COOKIE, Door, guarded
from pipeline.web.queries import QUERIES
from pipeline.web.sessions import IDLE, LONGEST, NAMES, TRIES, WAIT, Sessions
from pipeline.web.site import site
from tests.pipeline.web.conftest import ACCOUNTS, HOSTILE, PASSWORD, ask, command

HOME = "http://127.0.0.1"


@pytest.fixture(autouse=True)
def english():
    speak("en")
    yield
    speak("vi")


class Browser:
    """A browser that keeps its cookies and asks the application directly."""

    def __init__(self, root, host="127.0.0.1"):
        self.rechecked = 0
        self.root = root
        app, self.desk = site(root, host, Sessions(), self._recheck)
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=HOME)
        self.loop = asyncio.new_event_loop()

    def _recheck(self):
        self.rechecked += 1

    def get(self, path, **headers):
        return self.loop.run_until_complete(self.client.get(path, headers=headers))

    def post(self, path, form, headers=None):
        return self.loop.run_until_complete(self.client.post(path, data=form, headers=headers))

    def token(self, path="/login"):
        return re.search(r'name="csrftoken" value="([^"]+)"', self.get(path).text)[1]

    def login(self, name):
        form = {"csrftoken": self.token(), "name": name, "password": PASSWORD}
        return self.post("/login", form)

    def seen(self, document, field):
        """What the form for the field says that it shows."""
        found = re.search(
            r'name="seen" value="([^"]+)"', self.get(f"/review/item?document={document}&field={field}").text
        )
        return found[1] if found else ""

    def decide(self, **form):
        """Opens the form and sends it filled in."""
        seen = self.seen(form["document"], form["field"])
        return self.post("/review/decide", {"csrftoken": self.token("/search"), "seen": seen, **form})

    def close(self):
        self.loop.run_until_complete(self.client.aclose())
        self.loop.close()
        self.desk.artist.close()


@pytest.fixture
def browser(root):
    browser = Browser(root)
    yield browser
    browser.close()


TOTAL = "total_self_score"


def unsure(root):
    """A paper whose total needs a person."""
    query = "SELECT document_id FROM review_queue WHERE field = ? ORDER BY document_id LIMIT 1"
    return str(ask(root, query, TOTAL)[0]["document_id"])


def decisions(root):
    return ask(root, "SELECT * FROM decisions")


def test_a_reviewer_decides_and_the_next_thing_comes_up(browser, root):
    browser.login("lan-thu")
    answer = browser.decide(document=unsure(root), field=TOTAL, choice="other", other="95,5", reason="theo bảng")
    assert answer.status_code == 302
    assert "/review/item?document=" in answer.headers["location"]
    (made,) = decisions(root)
    assert (made["who"], made["after"], made["reason"]) == ("lan-thu", "95.5", "theo bảng")
    assert browser.rechecked == 1
    browser.post("/review/undo", {"csrftoken": browser.token("/search"), "decision": "1"})
    assert [row["undoes"] for row in decisions(root)] == [None, 1]


def test_what_changed_since_the_form_was_opened_is_not_decided(browser, root):
    browser.login("lan-thu")
    paper = unsure(root)
    seen = browser.seen(paper, TOTAL)
    browser.decide(document=paper, field=TOTAL, choice="other", other="95,5", reason="theo bảng")
    late = {
        "document": paper,
        "field": TOTAL,
        "seen": seen,
        "choice": "other",
        "other": "94",
        "reason": "theo <bản> ký",
    }
    answer = browser.post("/review/decide", {"csrftoken": browser.token("/search"), **late})
    assert answer.status_code == 409
    assert "changed since you opened this page" in answer.text
    assert 'name="other" value="94"' in answer.text, "what was typed is kept"
    assert 'name="reason" value="theo &lt;bản&gt; ký"' in answer.text
    assert [row["after"] for row in decisions(root)] == ["95.5"]
    again = re.search(r'name="seen" value="([^"]+)"', answer.text)[1]
    token = re.search(r'name="csrftoken" value="([^"]+)"', answer.text.partition('id="decision"')[2])[1]
    browser.post("/review/decide", {**late, "csrftoken": token, "seen": again})
    assert [row["after"] for row in decisions(root)] == ["95.5", "94"], "the form shown again shows what holds now"


def test_a_paper_that_was_read_anew_since_the_form_was_opened_is_looked_at_again(browser, root):
    browser.login("lan-thu")
    paper = unsure(root)
    seen = browser.seen(paper, TOTAL)
    with closing(sqlite3.connect(root / "thidua.db")) as db, db:
        db.execute("UPDATE facts SET value = '12.5' WHERE document_id = ? AND field = ?", [paper, TOTAL])
    answer = browser.decide(document=paper, field=TOTAL, choice="same", seen=seen)
    assert answer.status_code == 409
    assert not re.search(r'value="same" checked', answer.text), "Enter alone confirms nothing that was not seen"
    assert decisions(root) == []


def test_a_refused_form_keeps_what_was_typed(browser, root):
    browser.login("lan-thu")
    form = {"document": unsure(root), "field": TOTAL, "choice": "other", "reason": "đọc lại"}
    answer = browser.decide(**form, other="chín lăm")
    assert answer.status_code == 422
    assert "chín lăm" not in str(answer.url)
    assert 'name="other" value="chín lăm"' in answer.text
    assert 'name="reason" value="đọc lại"' in answer.text
    assert re.search(r'value="other" data-key="s" data-changes checked', answer.text)
    assert decisions(root) == []


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


LAN = Account("lan", "reviewer")


def test_sessions_end_by_themselves():
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    secret = sessions.begin(LAN)
    for _ in range(int(LONGEST / IDLE) * 2):
        now[0] += IDLE / 2
        assert sessions.who(secret) == LAN
    now[0] += IDLE / 2
    assert sessions.who(secret) is None, "the longest"
    secret = sessions.begin(LAN)
    now[0] += IDLE + 1
    assert sessions.who(secret) is None, "idle"


def test_tries_are_free_again_after_the_wait():
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    for _ in range(TRIES):
        sessions.tried("lan")
    assert not sessions.may_try("lan")
    assert sessions.may_try("minh")
    now[0] += WAIT
    assert sessions.may_try("lan")


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


@pytest.mark.parametrize(
    "path",
    [
        "/thidua.json?sql=select+*+from+accounts",
        "/thidua.json?sql=select+password+from+accounts",
        "/thidua.json?sql=select+name+%7C%7C+password+from+main.accounts",
        "/thidua.json?sql=with+a+as+(select+*+from+accounts)+select+*+from+a",
        "/thidua/accounts",
        "/thidua/accounts.csv",
        "/thidua.db",
    ],
)
def test_no_page_shows_the_accounts(browser, path):
    text = browser.get(path).text
    assert not any(name in text for name in ACCOUNTS)
    assert not re.search(r"[0-9a-f]{32}:", text)


def test_sql_can_neither_write_nor_open_another_file(browser, root):
    for sql in ("delete+from+decisions", "attach+database+'/etc/passwd'+as+x"):
        assert browser.get(f"/thidua.json?sql={sql}").status_code >= 400


STRANGE = (
    "/document/999999",
    "/file/999999",
    "/file/1/page/999.png",
    "/file/999999/original",
    "/file/../../etc/passwd",
)


@pytest.mark.parametrize("path", STRANGE)
def test_only_what_is_archived_is_given_out(browser, path):
    assert browser.get(path).status_code == 404


def test_a_download_is_the_archived_file_and_never_opens_in_the_browser(browser, root):
    (file,) = ask(root, "SELECT * FROM files WHERE file_id = 1")
    answer = browser.get("/file/1/original")
    assert len(answer.content) == file["bytes"]
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"


PAGES = ("/", "/thidua", "/thidua/audit_facts", "/search?q=thi+dua", "/findings", "/charts", "/document/1", "/file/1")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_a_policy_that_runs_no_foreign_script(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert "default-src 'none'" in policy
    assert not re.search(r'(src|href)="(https?:)?//(?!datasette\.io|127\.0\.0\.1)', answer.text), (
        "an asset from the network"
    )


@pytest.mark.parametrize(
    "path", ["/search?q=7*7", "/search?q=hyperlink", "/thidua/audit_facts?field=issuer", "/findings"]
)
def test_a_hostile_paper_shows_as_text(browser, path):
    text = browser.get(path).text
    assert "<script>document.title" not in text
    assert "{{7*7}}" in text


def test_the_hostile_paper_was_read_as_it_stands(root):
    issuers = [row["value"] for row in ask(root, "SELECT value FROM facts WHERE field = 'issuer'")]
    assert any(HOSTILE.upper() in issuer.upper() for issuer in issuers)


def test_a_conflict_is_settled_by_choosing_the_paper_that_counts(browser, root):
    browser.login("lan-thu")
    (first, *_) = ask(root, "SELECT document_id FROM review_queue WHERE why = 'document.conflict'")
    document = str(first["document_id"])
    page = browser.get(f"/review/item?document={document}&field=state").text
    assert not re.search(r'name="choice"[^>]*checked', page), "Enter alone dismisses no conflict"
    for empty in ("same", "none", "other", ""):
        refused = browser.decide(document=document, field="state", choice=empty, reason="gõ nhầm")
        assert refused.status_code == 422, empty
    assert decisions(root) == []
    settled = browser.decide(document=document, field="state", choice="accepted", reason="bản sau là bản đúng")
    assert "field=state" not in settled.headers["location"], "its rivals are settled with it"
    command(root, "check", "--as-of", "2021-01-15")
    states = ask(root, "SELECT state FROM documents WHERE document_id = ?", document)
    assert states == [{"state": "accepted"}]


def test_enter_alone_decides_nothing_where_there_is_no_value_to_confirm(browser, root):
    browser.login("lan-thu")
    (strange,) = ask(root, "SELECT file_id FROM files WHERE file_name = 'lạ.docx'")
    for field in ("task_key", "unit_id", "replaces"):
        page = browser.get(f"/review/item?document={strange['file_id']}&field={field}").text
        chosen = re.search(r'name="choice"[^>]*checked', page)
        assert not chosen, (field, chosen)
        refused = browser.decide(document=strange["file_id"], field=field, choice="same", reason="x")
        assert refused.status_code == 422
    assert decisions(root) == []


PAIRED = """
    SELECT d.document_id, d.file_id, f.file_name, e.data FROM document_files d
    JOIN files f ON f.file_id = d.file_id JOIN extractions e ON e.file_id = d.file_id
    WHERE d.document_id IN (SELECT document_id FROM document_files JOIN extractions USING (file_id)
                            GROUP BY 1 HAVING count(*) > 1)
    ORDER BY d.document_id, d.file_id DESC
"""


def test_where_the_files_of_a_paper_differ_each_is_shown_and_one_is_chosen(browser, root):
    browser.login("lan-thu")
    second, first = ask(root, PAIRED)[:2]
    read = json.loads(second["data"])
    (number,) = (fact for fact in read["facts"] if fact["field"] == "subject")
    number["value"] = "Về việc khác hẳn"
    with closing(sqlite3.connect(root / "thidua.db")) as db, db:
        db.execute("UPDATE extractions SET data = ? WHERE file_id = ?", [json.dumps(read), second["file_id"]])
    document = first["document_id"]
    page = browser.get(f"/review/item?document={document}&field=subject").text
    form = html.unescape(page.partition('id="decision"')[2].partition("</form>")[0])
    assert f'<a href="/file/{first["file_id"]}?' in form
    assert f'<a href="/file/{second["file_id"]}?' in form
    assert second["file_name"] in form
    assert not re.search(r'name="choice"[^>]*checked', form), "one must be chosen"
    choice = re.search(r'value="([0-9]+)"[^>]*> <kbd>2</kbd> <strong>Về việc khác hẳn', form)[1]
    browser.decide(document=document, field="subject", choice=choice, reason="theo bản ký")
    assert [row["after"] for row in decisions(root)] == ["Về việc khác hẳn"]


def test_a_name_that_is_kept_is_the_units_from_then_on(browser, root):
    browser.login("lan-thu")
    (strange,) = ask(root, "SELECT file_id FROM files WHERE file_name = 'lạ.docx'")
    document = str(strange["file_id"])
    form = {"choice": "other", "other": "snn", "reason": "tên cũ", "keep_name": "on"}
    browser.decide(document=document, field="unit_id", **form)
    unit, alias = decisions(root)
    assert (unit["field"], unit["after"]) == ("unit_id", "snn")
    assert alias["field"].startswith("alias:")
    command(root, "run", "--as-of", "2021-01-15", "--jobs", "2")
    query = "SELECT d.unit_id FROM documents d JOIN document_files f USING (document_id) WHERE f.file_id = ?"
    assert ask(root, query, document) == [{"unit_id": "snn"}], ask(root, "SELECT * FROM document_files")


def test_four_eyes_want_a_second_person(root):
    khoi = root / "khoi.toml"
    khoi.write_text(khoi.read_text(encoding="utf-8") + "\n[review]\nfour_eyes = true\n", encoding="utf-8")
    browser = Browser(root)
    try:
        browser.login("minh-thu")
        paper = unsure(root)
        decided = browser.decide(document=paper, field=TOTAL, choice="other", other="95,5", reason="theo bảng")
        for page in (decided.headers["location"], f"/review/item?document={paper}&field={TOTAL}"):
            assert "It holds when a second person approves." in browser.get(page).text
        form = {"csrftoken": browser.token("/search"), "decision": "1"}
        assert browser.post("/review/approve", form).status_code == 403, "one's own"
        command(root, "user", "add", "hoa-thu", "--role", "approver", "--password-file", "-", stdin=PASSWORD)
        browser.login("hoa-thu")
        assert browser.post("/review/approve", {**form, "csrftoken": browser.token("/search")}).status_code == 302
        assert ask(root, "SELECT approved_by FROM audit_decisions") == [{"approved_by": "hoa-thu"}]
        assert "It holds when" not in browser.get(f"/review/item?document={paper}&field={TOTAL}").text
        browser.post("/review/undo", {**form, "csrftoken": browser.token("/search")})
        queue = browser.get("/review").text
        waiting, _table, last = queue.partition("Waiting for a second person")[2].partition("</table>")
        assert "takes back 1" in waiting
        (named,) = ask(root, "SELECT number FROM audit_documents WHERE document_id = ?", paper)
        assert all(f'<a href="/document/{paper}">{named["number"]}</a>' in part for part in (waiting, last))
        assert ask(root, "SELECT after FROM standing_decisions") == [{"after": "95.5"}], "it still holds"
        paper = f"/document/{decisions(root)[0]['document_id']}"
        assert "waits for approval" in browser.get(paper).text
        browser.post("/review/undo", {"csrftoken": browser.token("/search"), "decision": "2"})
        assert "waits for approval" not in browser.get(paper).text, "it was withdrawn"
    finally:
        browser.close()


def test_a_finding_is_answered(browser, root):
    browser.login("lan-thu")
    form = {"csrftoken": browser.token("/findings"), "finding": "1", "answer": "accepted", "reason": "đã hỏi đơn vị"}
    page = browser.get("/findings").text
    seen = re.search(r'name="finding" value="1"><input type="hidden" name="seen" value="([^"]+)"', page)[1]
    assert browser.post("/findings/answer", {**form, "seen": "of another finding"}).status_code == 409
    assert browser.post("/findings/answer", {**form, "seen": seen}).status_code == 302
    assert browser.post("/findings/answer", {**form, "seen": seen}).status_code == 409, "answered meanwhile"
    assert ask(root, "SELECT answer, answer_reason FROM audit_findings WHERE finding_id = 1") == [
        {"answer": "accepted", "answer_reason": "đã hỏi đơn vị"}
    ]


def test_a_refused_answer_keeps_what_was_typed_and_an_answer_comes_back_to_its_list(browser, root):
    browser.login("lan-thu")
    query = "SELECT finding_id, fingerprint, code FROM findings WHERE severity = 'error' LIMIT 1"
    (one,) = ask(root, query)
    shown = {"finding": str(one["finding_id"]), "seen": one["fingerprint"], "back": f"code={one['code']}&xx=1"}
    form = {"csrftoken": browser.token("/findings"), "answer": "accepted", "reason": "đã hỏi “Sở”", **shown}

    unsure = browser.post("/findings/answer", {**form, "answer": "maybe"})
    assert unsure.status_code == 422
    (mine,) = re.findall(r"<li(?:(?!<li).)*đã hỏi “Sở”.*?</li>", unsure.text, flags=re.DOTALL)
    assert f'value="{one["fingerprint"]}"' in mine
    assert 'role="alert"' in mine
    blank = browser.post("/findings/answer", {**form, "reason": " "}).text
    assert "An answer needs a reason." in blank
    assert '<option value="accepted" selected>' in blank.partition(f'value="{one["fingerprint"]}"')[2]

    gone = browser.post("/findings/answer", {**form, "seen": "of another"}).text
    alert = re.search(r'role="alert">(.*?)</p>', gone)[1]
    assert "changed or was answered" in alert
    assert "left as it is: “đã hỏi “Sở””" in html.unescape(alert)
    assert decisions(root) == []

    done = browser.post("/findings/answer", form)
    assert done.headers["location"] == f"/findings?code={one['code']}&done=1"
    assert "Decision 1 is kept" in browser.get(done.headers["location"]).text
    undone = browser.post("/review/undo", {"csrftoken": form["csrftoken"], "decision": "1", "back": "1"})
    assert undone.headers["location"] == "/findings"


@pytest.mark.parametrize("name", QUERIES)
def test_every_prepared_question_is_answered(browser, name):
    form = "field=&unit=&code=&value=&papers=&first_day=01/01/2020&last_day=2099-01-01&document=14"
    answer = browser.get(f"/thidua/{name}.json?_shape=array&{form}")
    assert answer.status_code == 200, answer.text
    if name not in ("by_decision",):
        assert answer.json(), "the sample block has an answer to each"


def test_notes_of_wrong_passwords_and_ended_sessions_do_not_pile_up():
    now = [0.0]
    sessions = Sessions(clock=lambda: now[0])
    for number in range(NAMES * 3):
        sessions.tried(f"tên {number}")
    for _ in range(TRIES):
        sessions.tried("lan")
    assert not sessions.may_try("lan")
    assert len(sessions._wrong) <= NAMES
    old = [sessions.begin(Account("minh", "reader")) for _ in range(50)]
    now[0] = LONGEST + 1
    sessions.tried("minh")
    sessions.begin(Account("minh", "reader"))
    assert len(sessions._open) == 1
    assert sessions.who(old[0]) is None
    assert "lan" not in sessions._wrong


def test_findings_are_filtered_and_the_first_page_tells_what_waits(browser, root):
    (one,) = ask(root, "SELECT code, count(*) AS many FROM findings GROUP BY code ORDER BY 2 DESC LIMIT 1")
    shown = browser.get(f"/findings?code={one['code']}&page=99").text
    assert shown.count('class="severity"') == one["many"]
    (all_of_them,) = ask(root, "SELECT count(*) AS many FROM findings")
    assert browser.get("/findings").text.count('class="severity"') == all_of_them["many"] > one["many"]
    assert browser.get("/findings?unit_id=%27+OR+1=1").text.count('class="severity"') == 0
    (asked,) = ask(root, "SELECT count(*) AS many FROM review_queue")
    assert re.search(rf'href="/review">[^<]+</a></td><td>{asked["many"]}</td>', browser.get("/").text)


def test_a_paper_tells_its_history_in_order_of_time(browser, root):
    browser.login("lan-thu")
    paper = unsure(root)
    browser.decide(document=paper, field=TOTAL, choice="other", other="95,5", reason="theo bảng")
    page = browser.get(f"/document/{paper}").text
    told = re.findall(r"<tr>(.*?)</tr>", page.partition('class="history"')[2], flags=re.DOTALL)[1:]
    whats = [re.findall(r"<td[^>]*>(.*?)</td>", row, flags=re.DOTALL)[2] for row in told]
    assert [whats.index(what) for what in ("came in", "read")] == [0, 1]
    assert "decided" in whats
    assert "the last check finds" in whats
    (file,) = ask(root, "SELECT file_name FROM files WHERE file_id = ?", paper)
    assert html.escape(file["file_name"]) in told[0]
    assert version() in told[1]


def test_what_lay_in_an_archive_says_so(browser, root):
    with zipfile.ZipFile(root / "inbox/gửi kèm.zip", "w") as folder:
        folder.write(next((root / "inbox").rglob("*.docx")), "báo cáo.docx")
    command(root, "receive")
    (file,) = ask(root, "SELECT document_id FROM audit_files WHERE file_name = 'gửi kèm.zip/báo cáo.docx'")
    page = browser.get(f"/document/{file['document_id']}").text
    assert "báo cáo.docx, which lay in gửi kèm.zip; the same as another file" in page


def test_search_shows_page_after_page_and_the_total(browser, root):
    first = browser.get("/search?q=thi+dua").text
    total = int(re.search(r"<p>([0-9]+) passages", first)[1])
    assert total > SHOWN, "the sample block speaks of nothing else"
    pages = -(-total // SHOWN)
    shown = []
    for at in range(1, pages + 1):
        page = browser.get(f"/search?q=thi+dua&page={at}").text
        shown += re.findall(r'<li><p class="file"><a href="([^"]+)"', page)
        assert ('rel="next"' in page, 'rel="prev"' in page) == (at < pages, at > 1)
    assert len(shown) == total
    assert browser.get("/search?q=thi+dua&page=999").text.count("<li>") == total - (pages - 1) * SHOWN


@pytest.mark.parametrize(
    ("first", "last", "answered"),
    [("1/1/2020", "31/12/2099", True), ("2020-01-01", "", True), ("", "", True), ("1/1/2000", "31/12/2000", False)],
)
def test_questions_take_days_as_people_write_them(browser, first, last, answered):
    answer = browser.get(f"/thidua/what_changed.json?_shape=array&first_day={first}&last_day={last}")
    assert bool(answer.json()) is answered


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_day_that_is_none_is_told(browser):
    answer = browser.get("/thidua/what_changed?first_day=31/2/2020&last_day=")
    assert answer.status_code == 400
    assert "15/6/2020" in answer.text


@pytest.mark.parametrize("field", [TOTAL, "unit_id", "score:I.1/self_score"])
def test_whoever_comes_from_a_paper_goes_back_to_it(browser, root, field):
    browser.login("lan-thu")
    paper = unsure(root)
    page = browser.get(f"/document/{paper}").text
    form = html.unescape(re.search(rf'/review/item\?[^"]*field={quote(field)}[^"]*', page)[0])
    asked = browser.get(form).text
    assert 'name="back" value="1"' in asked
    assert f'href="/document/{paper}#{quote(field)}"' in asked
    entry = {"document": paper, "field": field, "seen": browser.seen(paper, field), "back": "1", "choice": "none"}
    refused = browser.post("/review/decide", {"csrftoken": browser.token("/search"), **entry})
    assert 'name="back" value="1"' in refused.text, "where the entry is refused too"
    kept = browser.post("/review/decide", {"csrftoken": browser.token("/search"), **entry, "reason": "đã xem"})
    path, _hash, place = kept.headers["location"].partition("#")
    page = browser.get(path).text
    assert path.startswith(f"/document/{paper}?done=")
    assert f'id="{unquote(place)}"' in page
    undo = browser.post("/review/undo", {"csrftoken": browser.token("/search"), "decision": "1", "back": "1"})
    assert undo.headers["location"] == f"/document/{paper}?undone=1#{place}"
    assert "Decision 1 is taken back." in browser.get(f"/document/{paper}?undone=1").text
    assert "Decision 1 is taken back." in browser.get(f"/review/item?document={paper}&field=number&undone=1").text
    assert "is taken back" not in browser.get(f"/document/{paper}?undone=%3Cb%3E").text
    assert "Decision 1 is kept" in page

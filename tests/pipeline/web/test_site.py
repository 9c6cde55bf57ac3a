"""The site without a browser: what every page says, and what no page shows."""

import html
import re
import zipfile

import pytest

from extractors.version import version
from pipeline.edges.store_search import SHOWN
from pipeline.web.queries import QUERIES
from tests.pipeline.web.browser import TOTAL, unsure
from tests.pipeline.web.served import ACCOUNTS, HOSTILE, ask, command

pytestmark = pytest.mark.usefixtures("english")


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


@pytest.mark.parametrize("name", QUERIES)
def test_every_prepared_question_is_answered(browser, name):
    form = "field=&unit=&code=&value=&papers=&first_day=01/01/2020&last_day=2099-01-01&document=14"
    answer = browser.get(f"/thidua/{name}.json?_shape=array&{form}")
    assert answer.status_code == 200, answer.text
    if name not in ("by_decision",):
        assert answer.json(), "the sample block has an answer to each"


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

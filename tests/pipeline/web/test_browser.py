"""The desk in a real browser: a person logs in, sees the value in its box, corrects it by keyboard."""

import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from pipeline.labels import at
from tests.pipeline.web.colours import contrast
from tests.pipeline.web.served import AS_OF, PASSWORD, ask, command

CHROMIUM = Path("/usr/bin/chromium")
sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed at /usr/bin/chromium"),
    pytest.mark.usefixtures("vietnamese"),
]


@pytest.fixture(scope="module")
def chromium():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def served(root):
    """The site as `thidua serve` serves it: (address, workspace)."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code = "from pipeline.cli import main; main()"
    arguments = ["-C", str(root), "serve", "--port", str(port), "--as-of", AS_OF]
    server = subprocess.Popen([sys.executable, "-c", code, "--lang", "vi", *arguments], cwd=Path(__file__).parents[3])
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(lambda: urllib.request.urlopen(f"{address}/login").close() or True)
        yield address, root
    finally:
        server.terminate()
        server.wait(20)


def _wait(ask_once, seconds=40):
    """What the question says once it says anything; the last error where time runs out."""
    until = time.monotonic() + seconds
    while True:
        try:
            if found := ask_once():
                return found
        except OSError:
            if time.monotonic() > until:
                raise
        assert time.monotonic() < until, "it never came"
        time.sleep(0.1)


@pytest.fixture
def page(chromium, served):
    """A fresh browser window that notes every complaint and every foreign request."""
    context = chromium.new_context(locale="vi-VN", viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
    page.on("dialog", lambda dialog: page.complaints.append(f"dialog: {dialog.message}") or dialog.dismiss())
    page.on("request", lambda asked: asked.url.startswith(served[0]) or page.complaints.append(asked.url))
    yield page
    context.close()


def focused(page, name):
    page.wait_for_selector(f"[name='{name}']:focus")  # no script of ours: the page's policy forbids it to be evaluated


def login(page, address, name):
    page.goto(f"{address}/login")
    focused(page, "name")
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/login"))


def printed_at(root, asked):
    """The box of the value's own words on the archived page, found without our reader; in points from the top left."""
    (file,) = ask(root, "SELECT sha256 FROM files WHERE file_id = ?", asked["file_id"])
    pdf = pypdfium2.PdfDocument(root / "archive" / file["sha256"][:2] / file["sha256"])
    sheet = pdf[asked["page"] - 1]
    words = sheet.get_textpage()
    found = []
    search = words.search(asked["raw"], match_whole_word=True)
    while hit := search.get_next():
        boxes = [words.get_charbox(n) for n in range(hit[0], hit[0] + hit[1])]
        height = sheet.get_height()
        left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
        found.append((left, height - max(b[3] for b in boxes), right, height - min(b[1] for b in boxes)))
    pdf.close()
    return found


TOTAL_IN_PDF = """
    SELECT f.* FROM facts f JOIN documents d USING (document_id)
    WHERE f.bbox IS NOT NULL AND f.field = 'total_self_score' AND d.kind = 'plan_report_year' AND d.state = 'accepted'
    LIMIT 1
"""


def test_a_value_is_found_seen_in_its_box_corrected_by_keyboard_and_told_in_report_and_log(page, served):
    address, root = served
    (asked,) = ask(root, TOTAL_IN_PDF)
    login(page, address, "lan-thu")
    page.keyboard.press("Enter")
    page.wait_for_selector("#decision")
    page.goto(f"{address}/review/item?document={asked['document_id']}&field={asked['field']}")
    _box_lies_over_the_words(page, root, asked)

    page.keyboard.press("s")
    page.keyboard.type("91,25")
    page.keyboard.press("Enter")
    page.keyboard.type("theo biên bản họp Khối")
    page.keyboard.press("Enter")
    page.wait_for_selector(".done")
    assert f"field={asked['field']}" not in page.url, "the next one comes up"

    key = (asked["document_id"], asked["field"])
    query = "SELECT value, status FROM audit_facts WHERE document_id = ? AND field = ? AND status = 'corrected'"
    assert _wait(lambda: ask(root, query, *key)) == [{"value": "91.25", "status": "corrected"}]
    page.goto(f"{address}/thidua/audit_events?what=decide")
    assert "theo biên bản họp Khối" in page.inner_text("table.rows-and-columns")
    page.goto(f"{address}/document/{asked['document_id']}")
    assert "theo biên bản họp Khối" in page.inner_text("main")
    assert page.complaints == []

    command(root, "report", "year", "--as-of", AS_OF)
    (report,) = (root / "reports").glob("bao-cao-tong-ket-*.docx")
    texts = [cell.text for table in Document(str(report)).tables for row in table.rows for cell in row.cells]
    assert any("91,25" in text for text in texts)


def _box_lies_over_the_words(page, root, asked):
    """The drawn box covers the printed words: compared on the screen with where they stand in the file."""
    sheet = page.locator("svg.sheet").bounding_box()
    box = page.locator("svg.sheet rect.value").bounding_box()
    points = [float(number) for number in page.locator("svg.sheet").get_attribute("viewBox").split()]
    scale = sheet["width"] / points[2]
    on_screen = [
        (sheet["x"] + x0 * scale, sheet["y"] + top * scale, sheet["x"] + x1 * scale, sheet["y"] + bottom * scale)
        for x0, top, x1, bottom in printed_at(root, asked)
    ]
    inside = [words for words in on_screen if _covers(box, words)]
    assert len(inside) == 1, (box, on_screen)
    (x0, top, x1, bottom) = inside[0]
    assert box["width"] < (x1 - x0) + 12 * scale, "and little else"
    assert box["height"] < (bottom - top) + 16 * scale


def _covers(box, words):
    x, y = (words[0] + words[2]) / 2, (words[1] + words[3]) / 2
    return box["x"] <= x <= box["x"] + box["width"] and box["y"] <= y <= box["y"] + box["height"]


SCORE_IN_PDF = """
    SELECT s.* FROM scores s JOIN files f USING (file_id)
    WHERE f.media_type = 'application/pdf' AND length(s.criterion) < 40 AND s.level > 0
        AND s.self_score <> s.max_score LIMIT 1
"""


def test_a_score_is_seen_in_the_box_of_its_own_cell(page, served):
    address, root = served
    (score,) = ask(root, SCORE_IN_PDF)
    login(page, address, "lan-thu")
    page.goto(f"{address}/review/item?document={score['document_id']}&field=score:%23{score['row']}/self_score")
    sheet, box = page.locator("svg.sheet").bounding_box(), page.locator("svg.sheet rect.value").bounding_box()
    scale = sheet["width"] / float(page.locator("svg.sheet").get_attribute("viewBox").split()[2])

    def on_screen(words):
        found = printed_at(root, {**score, "raw": words})
        return [tuple(side * scale + sheet["xy"[at % 2]] for at, side in enumerate(box)) for box in found]

    figure = f"{score['self_score']:g}".replace(".", ",")
    (mine,) = [at for at in on_screen(figure) if _covers(box, at)]
    criterion = [at for at in on_screen(score["criterion"]) if box["y"] < at[3] and at[1] < box["y"] + box["height"]]
    assert [at[2] < mine[0] for at in criterion] == [True], "right of its criterion, which is outside"
    assert not _covers(box, criterion[0])


def test_in_a_word_file_the_cell_of_a_score_is_marked(page, served):
    address, root = served
    query = """
        SELECT s.document_id, s.row, printf('%g', s.self_score) AS figure FROM scores s
        WHERE s.page IS NULL AND s.self_score <> s.max_score LIMIT 1
    """
    (score,) = ask(root, query)
    login(page, address, "lan-thu")
    page.goto(f"{address}/review/item?document={score['document_id']}&field=score:%23{score['row']}/self_score")
    (marked,) = page.locator(".words td.here").all_inner_texts()
    assert marked.strip() == score["figure"].replace(".", ",")


def test_in_a_word_file_the_cell_is_marked(page, served):
    address, root = served
    query = "SELECT * FROM facts WHERE field = 'number' AND where_ LIKE 'table 1%' AND page IS NULL LIMIT 1"
    (number,) = ask(root, query)
    page.goto(f"{address}/document/{number['document_id']}")
    page.click(f'a:text-is("{at(number["where_"])}")')
    assert page.inner_text(".words mark") == number["raw"]
    assert number["raw"] in page.inner_text(".words td.here")


def test_a_reader_reads_and_cannot_write(page, served):
    address, root = served
    login(page, address, "doc-thu")
    page.goto(f"{address}/document/1")
    assert page.locator("a[href*='/review/item']").count() == 0
    assert page.goto(f"{address}/review/item?document=1&field=number").status == 403
    page.goto(f"{address}/search")
    token = page.get_attribute("input[name=csrftoken]", "value")
    form = {"csrftoken": token, "document": "1", "field": "number", "choice": "same"}
    assert page.request.post(f"{address}/review/decide", form=form).status == 403
    assert ask(root, "SELECT * FROM decisions") == []


def test_a_hostile_paper_stays_text(page, served):
    address, root = served
    (strange,) = ask(root, "SELECT file_id FROM files WHERE file_name = 'lạ.docx'")
    login(page, address, "lan-thu")
    number = strange["file_id"]
    paths = (f"/document/{number}", f"/file/{number}", "/search?q=hyperlink", "/thidua/audit_facts?field=issuer")
    for path in (*paths, f"/review/item?document={number}&field=issuer", "/findings"):
        page.goto(f"{address}{path}")
        text = page.inner_text("body")
        assert "{{7*7}}" in text, path
        assert "=HYPERLINK" in text, path
        assert "<script>" in text.lower(), path
        assert page.title() != "HỎNG"
    assert page.complaints == []


def test_words_are_found_without_tones_and_lead_to_their_place(page, served):
    address, _root = served
    page.goto(f"{address}/search")
    focused(page, "q")
    page.keyboard.type("thi dua khen thuong")
    page.keyboard.press("Enter")
    page.wait_for_selector("ol.hits mark")
    marked = " ".join(page.locator("ol.hits mark").all_inner_texts()).lower()
    assert "thi" in marked
    assert "thưởng" in marked
    page.locator("ol.hits a").first.click()
    page.wait_for_selector(".sheet")
    assert page.complaints == []


PAGES = ("/", "/thidua", "/thidua/audit_scores", "/thidua?sql=select+1", "/thidua/who_was_late", "/charts", "/findings")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_works_under_its_policy(page, served, path):
    page.goto(f"{served[0]}{path}")
    assert page.complaints == []
    assert not re.search(r"\b(rows|Apply|Custom SQL|Advanced export)\b", page.inner_text("body")), "not translated"


def test_the_clerk_goes_on_and_back_takes_a_quick_reason_and_undoes(page, served):
    address, root = served
    login(page, address, "lan-thu")
    page.goto(f"{address}/review/first")
    first = page.url
    page.keyboard.press("n")
    page.wait_for_url(lambda url: url != first)
    page.keyboard.press("p")
    page.wait_for_url(first)
    page.goto(f"{address}/review/item?document={ask(root, TOTAL_IN_PDF)[0]['document_id']}&field=total_self_score")
    page.keyboard.press("s")
    page.keyboard.type("91,25")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    page.wait_for_selector(".done")
    page.wait_for_load_state()  # a key that comes before the page's script is heard by nobody
    assert "91,25" in page.inner_text(".done")
    page.keyboard.press("l")
    page.wait_for_url(lambda url: "field=total_self_score" in url)
    page.keyboard.press("u")
    _wait(lambda: ask(root, "SELECT 1 FROM decisions WHERE undoes = 1"))
    (kept, _undo) = ask(root, "SELECT after, reason, undoes FROM decisions ORDER BY decision_id")
    assert kept == {"after": "91.25", "reason": "theo bản giấy có chữ ký", "undoes": None}
    assert page.complaints == []


def test_the_paper_is_turned_page_by_page_and_its_caption_stays_in_sight(page, served):
    address, root = served
    asked = ask(root, TOTAL_IN_PDF)[0]
    login(page, address, "lan-thu")
    page.set_viewport_size({"width": 1000, "height": 700})
    page.goto(f"{address}/review/item?document={asked['document_id']}&field={asked['field']}")
    assert page.evaluate("scrollY") == 0
    caption, bar = page.locator(".turn").bounding_box(), page.locator("header").bounding_box()
    assert caption["y"] >= bar["y"] + bar["height"]
    assert page.locator("rect.value").count() == 1
    page.keyboard.press("[" if asked["page"] > 1 else "]")
    page.wait_for_url(lambda url: "sheet=" in url)
    assert page.locator("rect.value").count() == 0
    page.keyboard.press("v")
    page.wait_for_selector("rect.value")


UNDER = """
    [...document.querySelectorAll("a, button, input[type=submit]")].map((link) => {
        let under = link;
        while (under && getComputedStyle(under).backgroundColor === "rgba(0, 0, 0, 0)") under = under.parentElement;
        const ground = under ? getComputedStyle(under).backgroundColor : "rgb(255, 255, 255)";
        return [link.textContent || link.value, getComputedStyle(link).color, ground];
    })
"""
"""Each link's words, its colour and the colour that lies under it."""


def _hex(colour):
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"[0-9]+", colour)[:3])


def test_links_stand_out_from_what_lies_under_them(page, served):
    address, root = served
    asked = ask(root, TOTAL_IN_PDF)[0]
    login(page, address, "lan-thu")
    item = f"/review/item?document={asked['document_id']}&field={asked['field']}"
    for path in (
        f"/file/{asked['file_id']}",
        "/file/1",
        item,
        "/review",
        "/thidua/audit_files",
        "/thidua/versions",
        "/",
    ):
        page.goto(f"{address}{path}")
        faint = [row for row in page.evaluate(UNDER) if contrast(_hex(row[1]), _hex(row[2])) < 4.5]
        assert faint == [], path


def test_no_word_is_broken_in_a_facet_and_no_heading_has_a_bar(page, served):
    page.goto(f"{served[0]}/thidua/audit_documents")
    assert page.evaluate("getComputedStyle(document.querySelector('.facet-info li')).wordBreak") == "normal"
    assert page.evaluate("getComputedStyle(document.querySelector('.page-header')).borderLeftWidth") == "0px"
    page.goto(f"{served[0]}/thidua/versions")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).borderLeftWidth") == "0px"

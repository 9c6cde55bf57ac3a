"""What a person decides in a form: stored once, as it was seen, and told where it was decided."""

import html
import json
import re
import sqlite3
from contextlib import closing
from urllib.parse import quote, unquote

import pytest

from tests.pipeline.web.browser import TOTAL, Browser, decisions, unsure
from tests.pipeline.web.served import PASSWORD, ask, command

pytestmark = pytest.mark.usefixtures("english")


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

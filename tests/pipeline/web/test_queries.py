"""The questions that auditors ask: answered from what counts, by names, in sentences."""

import re
import sqlite3

import pytest
from sqlite_utils import Database

from pipeline.web.changes import in_words
from pipeline.web.charts import scores
from tests.pipeline.web.browser import TOTAL, Browser, unsure
from tests.pipeline.web.served import ask

pytestmark = pytest.mark.usefixtures("vietnamese")


def rows(browser, name, **asked):
    form = "&".join(f"{key}={value}" for key, value in asked.items())
    return browser.get(f"/thidua/{name}.json?_shape=array&{form}").json()


@pytest.mark.parametrize("name", ["where_from", "where_from_scores", "scores_by_unit"])
def test_only_what_counts_is_listed_unless_all_is_asked_for(reader, name):
    assert {row["state"] for row in rows(reader, name)} == {"accepted"}
    assert {row["state"] for row in rows(reader, name, papers="all")} == {"accepted", "needs_review", "superseded"}


def test_scores_side_by_side_are_those_of_the_report_and_say_why_others_do_not_count(reader):
    counted = {row["unit_id"]: row["total_self_score"] for row in rows(reader, "scores_by_unit")}
    db = Database(sqlite3.connect(reader.root / "thidua.db"))
    drawn = scores(db, reader.desk.block)
    db.close()
    charted = {bar.name for bar in drawn.bars if bar.parts[0].width}
    assert {reader.desk.names[unit] for unit in counted} == charted
    others = [row for row in rows(reader, "scores_by_unit", papers="all") if row["counts"] != "counts"]
    page = reader.get("/thidua/scores_by_unit?papers=all").text
    assert {"superseded", "paper_unsure", "contradicted"} <= {row["counts"] for row in others}
    assert "chưa tính, vì tổng điểm không khớp" in page


def test_each_paper_of_a_conflict_says_why_it_does_not_count(reader):
    doubted = [row for row in rows(reader, "never_counted") if row["state"] == "needs_review"]
    rivals = ask(reader.root, "SELECT document_id FROM documents WHERE doubts LIKE '%document.conflict%'")
    told = {row["document_id"]: row["told"] for row in doubted}
    assert len(rivals) > 1
    assert all("nhiều văn bản" in told[rival["document_id"]] for rival in rivals)
    assert all("nhiều văn bản" in reader.get(f"/document/{rival['document_id']}").text for rival in rivals)


@pytest.mark.parametrize(
    ("name", "parameter", "offered"),
    [
        ("where_from", "field", r'<option value="total_self_score">Tổng điểm tự chấm</option>'),
        ("where_from", "unit", r'<option value="sxd">Sở Xây dựng</option>'),
        ("where_from_scores", "code", r'<option value="I.1">I\.1 [^<]+</option>'),
        ("versions", "document", r'<option value="[0-9]+">Sở [^<]+/BC-[^<]+/2020</option>'),
        ("scores_by_unit", "papers", r'<option value="" selected>chỉ văn bản được tính</option>'),
    ],
)
def test_what_is_asked_for_is_chosen_by_name(reader, name, parameter, offered):
    page = reader.get(f"/thidua/{name}").text
    assert re.search(offered, re.search(rf'<select[^>]* name="{parameter}">.*?</select>', page, re.DOTALL)[0])


def test_the_questions_are_one_step_from_every_page(reader):
    for path in ("/", "/search", "/thidua/audit_files", "/document/1"):
        assert re.search(r'<a href="/thidua">Câu hỏi, dữ liệu</a>', reader.get(path).text), path


def test_what_was_asked_for_stays_chosen_even_where_nothing_is_known_of_it(reader):
    page = reader.get("/thidua/where_from?unit=xyz&field=number").text
    assert '<option value="xyz" selected>xyz</option>' in page
    assert '<option value="number" selected>' in page


@pytest.mark.parametrize("value", ["95,5", "95.5", "95,50"])
def test_a_number_is_found_however_it_is_written(reader, value):
    assert {row["value"] for row in rows(reader, "where_from", value=value, field=TOTAL)} == {"95.5"}


def test_a_place_leads_to_its_box(reader):
    page = reader.get("/thidua/where_from?papers=all").text
    assert re.search(r'<td class="col-bbox[^"]*"><a href="/file/[0-9]+\?[^"]*box=', page)
    assert re.search(r'<td class="col-where_[^"]*"><a href="/file/[0-9]+\?[^"]*where=[^"]*">[^<]*đoạn', page)


def test_the_log_is_told_in_sentences(root):
    browser = Browser(root)
    try:
        browser.login("lan-thu")
        paper = unsure(root)
        browser.decide(document=paper, field=TOTAL, choice="other", other="95,25", reason="theo bảng")
        (told,) = [row["told"] for row in rows(browser, "what_changed") if row["what"] == "decide"]
        assert re.fullmatch(r"Tổng điểm tự chấm: [0-9,–]+ → 95,25 \(theo bảng\)", told)
        for path in ("/thidua/what_changed", "/thidua/audit_events"):
            page = browser.get(path).text
            assert told in re.sub(r' title="[^"]*"', "", page), path
            assert not re.search(r"<td[^>]*>(<span[^>]*>)?\{", page), "no JSON in a cell"
    finally:
        browser.close()


@pytest.mark.parametrize(
    ("what", "subject", "detail", "words"),
    [
        ("receive", "a.docx", '{"state": "duplicate"}', "a.docx; bản trùng"),
        ("receive", "a.docx", '{"state": "received"}', "a.docx"),
        ("extract", "7", '{"reason": "no pages"}', "tệp số 7: không có trang nào"),
        ("check", "2021-01-15", '{"findings": 3}', "tính đến 15/01/2021: 3 phát hiện."),
        ("account", "lan", '{"role": "reader", "active": true}', "lan: người đọc"),
        ("account", "lan", '{"active": false}', "lan: đóng tài khoản"),
        ("report", "a.docx", "{}", "a.docx"),
        ("undo", "7/kind", '{"undoes": 3, "before": "other"}', "hoàn tác 3; Loại báo cáo: văn bản khác → –"),
        ("approve", "7/kind", '{"decision": 3}', "Loại báo cáo: duyệt quyết định 3"),
    ],
)
def test_each_event_has_its_sentence(what, subject, detail, words):
    assert in_words(what, subject, detail, {}) == words

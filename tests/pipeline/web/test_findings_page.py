"""Findings are filtered, answered and counted."""

import html
import re

import pytest

from tests.pipeline.web.browser import decisions
from tests.pipeline.web.served import ask

pytestmark = pytest.mark.usefixtures("english")


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


def test_findings_are_filtered_and_the_first_page_tells_what_waits(browser, root):
    (one,) = ask(root, "SELECT code, count(*) AS many FROM findings GROUP BY code ORDER BY 2 DESC LIMIT 1")
    shown = browser.get(f"/findings?code={one['code']}&page=99").text
    assert shown.count('class="severity"') == one["many"]
    (all_of_them,) = ask(root, "SELECT count(*) AS many FROM findings")
    assert browser.get("/findings").text.count('class="severity"') == all_of_them["many"] > one["many"]
    assert browser.get("/findings?unit_id=%27+OR+1=1").text.count('class="severity"') == 0
    (asked,) = ask(root, "SELECT count(*) AS many FROM review_queue")
    assert re.search(rf'href="/review">[^<]+</a></td><td>{asked["many"]}</td>', browser.get("/").text)

"""`make evaluate` tells what is wrong: an answer that is not what the paper says shows as a silent error, and so on."""

import json
from collections import Counter

import pytest

from extractors.extraction import extract, read
from pipeline.records import Finding
from scripts.evaluate import SAMPLES, compared_findings, found_findings, judged

NAME = "Bao cao tong ket 2020 SXD.docx"


@pytest.fixture(scope="module")
def found():
    return extract(read((SAMPLES / "inbox" / "2020-12 tong ket" / NAME).read_bytes()))


@pytest.fixture
def answers():
    return json.loads((SAMPLES / "expected" / f"{NAME}.expected.json").read_text(encoding="utf-8"))


def verdicts(answers, found):
    return Counter(value.verdict for value in judged(NAME, answers, found))


def test_what_agrees_is_right(answers, found):
    assert verdicts(answers, found) == {"right": len(answers["facts"]) + len(answers["scores"])}


@pytest.mark.parametrize(("field", "value"), [("number", "413/BC-SXD"), ("issued_on", "2020-12-23")])
def test_another_value_is_a_silent_error(answers, found, field, value):
    next(fact for fact in answers["facts"] if fact["field"] == field)["value"] = value
    assert verdicts(answers, found)["wrong"] == 1


def test_a_value_that_is_not_there_is_a_silent_error(answers, found):
    answers["facts"].pop()
    answers["scores"].pop()
    assert verdicts(answers, found)["wrong"] == 2


def test_a_value_that_should_be_blank_is_a_silent_error(answers, found):
    answers["facts"][0] |= {"status": "blank", "value": None}
    assert verdicts(answers, found)["wrong"] == 1


def test_a_value_that_nobody_found_is_missed(answers, found):
    answers["facts"].append({"field": "replaces", "value": "1/BC-SXD", "status": "accepted"})
    assert verdicts(answers, found)["missed"] == 1


def test_another_score_is_a_silent_error(answers, found):
    answers["scores"][3]["self_score"] += 1
    assert verdicts(answers, found)["wrong"] == 1


def test_the_planted_findings_are_found_and_no_others():
    planted = json.loads((SAMPLES / "findings.json").read_text(encoding="utf-8"))
    assert compared_findings(planted, found_findings(SAMPLES)) == ([], [])


def test_a_finding_too_many_or_too_few_is_told():
    late = Finding("schedule.late", {"file": "a/b.docx"}, unit_id="sct", task_key="7")
    assert compared_findings([], [late]) == ([], ["schedule.late: b.docx"])
    assert compared_findings([{"code": "schedule.late", "about": "sct 7", "times": 1}], []) == (
        ["schedule.late: sct 7"],
        [],
    )

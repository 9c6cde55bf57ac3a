"""A filter is asked for in words: nobody needs to know a code."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlencode

import pytest

from pipeline.web.filters import VALUES, coded, filter_words

pytestmark = pytest.mark.usefixtures("vietnamese")

NAMES = {"snv": "Sở Nội vụ", "skhdt": "Sở Kế hoạch và Đầu tư", "stttt": "Sở Thông tin và Truyền thông"}


def asked(table, column, typed, condition="exact"):
    """What the store is asked for where a person types that into a new filter."""
    form = {"_filter_column": column, "_filter_op": condition, "_filter_value": typed, "_sort": "document_id"}
    told = dict(parse_qsl(coded(urlencode(form), table, NAMES), keep_blank_values=True))
    assert told == {**form, "_filter_value": told["_filter_value"]}
    return told["_filter_value"]


@pytest.mark.parametrize(
    ("table", "column", "typed", "value"),
    [
        ("audit_documents", "state", "chưa tính, chờ người xem", "needs_review"),
        ("audit_documents", "state", "CHUA TINH, cho nguoi xem ", "needs_review"),
        ("audit_documents", "state", "chờ người", "needs_review"),
        ("audit_documents", "state", "needs_review", "needs_review"),
        ("audit_documents", "state", "tính", "tính"),
        ("audit_documents", "unit_id", "nội vụ", "snv"),
        ("audit_documents", "unit_id", "SNV", "snv"),
        ("audit_documents", "unit_id", "Sở", "Sở"),
        ("audit_documents", "unit_id", "", ""),
        ("audit_documents", "kind", "bảng tự chấm điểm", "score_sheet"),
        ("audit_documents", "issued_on", "15/6/2020", "2020-06-15"),
        ("audit_documents", "issued_on", "hôm qua", "hôm qua"),
        ("audit_documents", "subject", "bảng tự chấm điểm", "bảng tự chấm điểm"),
        ("audit_schedule", "state", "đúng hạn", "on_time"),
        ("audit_scores", "self_score", "9,5", "9.5"),
    ],
)
def test_what_is_typed_in_words_is_asked_for_by_its_code(table, column, typed, value):
    assert asked(table, column, typed) == value


def test_several_words_are_told_apart_and_patterns_stay():
    assert asked("audit_documents", "unit_id", "nội vụ, đầu tư", "in") == "snv,skhdt"
    assert asked("audit_documents", "unit_id", "nội vụ", "startswith") == "nội vụ"
    assert asked("audit_documents", "issued_on", "15/6/2020", "gte") == "2020-06-15"


def test_each_line_of_the_form_is_read_by_its_own_column():
    form = {"_filter_column_1": "state", "_filter_op_1": "not", "_filter_value_1": "chờ người"}
    form |= {"_filter_column": "unit_id", "_filter_op": "exact", "_filter_value": "nội vụ"}
    told = dict(parse_qsl(coded(urlencode(form), "audit_documents", NAMES)))
    assert (told["_filter_value_1"], told["_filter_value"]) == ("needs_review", "snv")


@pytest.mark.parametrize(("table", "column"), VALUES)
def test_every_word_that_is_offered_leads_to_its_code(table, column):
    offered = [words for own, words in filter_words(table, {}) if own == column]
    assert [asked(table, column, words) for words in offered] == [str(value) for value in VALUES[table, column]]


def test_a_new_filter_offers_the_words_and_finds_what_they_mean(reader):
    page = reader.get("/thidua/audit_documents").text
    (words,) = re.findall(r'<datalist id="filter-words">(.*?)</datalist>', page, flags=re.DOTALL)
    assert '<option value="chưa tính, chờ người xem">Có tính hay không</option>' in unescape(words)
    assert 'name="_filter_value" class="filter-value" list="filter-words"' in page
    form = {"_filter_column": "state", "_filter_op": "exact", "_filter_value": "chưa tính, chờ người xem"}
    answer = reader.get(f"/thidua/audit_documents?{urlencode(form)}")
    assert re.search(r"[?&]state(?:__exact)?=needs_review$", answer.headers["location"])

"""Of a scan nothing is accepted on one reading's word."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.records import (
    Candidate,
    Document,
    Extraction,
    Fact,
    Paragraph,
    Place,
    ScoreRow,
    Status,
)
from extractors.second_reading import vouched, weakly_read

PLACE = Place(1, "", 1, 1)


def fact(value, field="signer_name", status=Status.ACCEPTED):
    return Fact(field, value, str(value), status, 0.99, "rule", PLACE)


def row(number, code, score, doubts=("recognised",)):
    status = Status.NEEDS_REVIEW if doubts else Status.ACCEPTED
    return ScoreRow(number, code, "Tiêu chí", 0, None, status, PLACE, "", self_score=Decimal(score), doubts=doubts)


def reading(facts=(), scores=()):
    return Extraction("application/pdf", 1, tuple(facts), tuple(scores), (), ())


def only(extraction):
    (found,) = extraction.facts
    return found


def test_a_value_that_both_readings_accept_stays_accepted():
    found = only(vouched(reading([fact("Lê Văn Mẫu")]), reading([fact("Lê Văn Mẫu")])))
    assert found.status is Status.ACCEPTED
    assert found.method == "rule + second reading"


@pytest.mark.parametrize(
    "other",
    [
        [fact("Lê Vân Mẫu")],
        [fact("Lê Văn Mẫu", status=Status.NEEDS_REVIEW)],
        [],
    ],
)
def test_anything_less_goes_to_a_person_with_both_readings(other):
    found = only(vouched(reading([fact("Lê Văn Mẫu")]), reading(other)))
    assert found.status is Status.NEEDS_REVIEW
    assert [candidate.value for candidate in found.candidates] == ["Lê Văn Mẫu", *(o.value for o in other)]


def test_without_a_second_reading_nothing_is_accepted():
    found = vouched(reading([fact("Lê Văn Mẫu")], [row(1, "I", "5")]), None)
    assert only(found).status is Status.NEEDS_REVIEW
    assert found.scores[0].status is Status.NEEDS_REVIEW


def test_an_empty_place_is_never_sure():
    """A number written by pen or hidden by a stamp looks like none."""
    blank = fact(None, "number", Status.BLANK)
    assert only(vouched(reading([blank]), reading([blank]))).status is Status.NEEDS_REVIEW


def test_what_only_the_second_reading_found_is_shown():
    assert only(vouched(reading(), reading([fact("15/BC-SM", "number")]))).status is Status.NEEDS_REVIEW


@pytest.mark.parametrize(
    ("field", "value"),
    [("recipients", ("Như trên", "Lãnh đạo sở (b/€)")), ("signer_title", "CIIÁNH VĂN PHÒNG"), ("issuer", "SỞ NỘI V|Ụ")],
)
def test_values_that_no_paper_has_are_doubted_though_both_readings_agree(field, value):
    same = reading([fact(value, field)])
    assert only(vouched(same, same)).status is Status.NEEDS_REVIEW


def test_a_row_is_accepted_where_both_readings_print_the_same_figures():
    first, second = reading(scores=[row(1, "I", "5")]), reading(scores=[row(1, "I", "5")])
    assert vouched(first, second).scores[0].status is Status.ACCEPTED


def test_a_row_that_the_sums_prove_outweighs_a_reading_that_differs():
    first, second = reading(scores=[row(1, "I", "2")]), reading(scores=[row(1, "I", "5", doubts=())])
    (found,) = vouched(first, second).scores
    assert (found.self_score, found.status) == (Decimal(5), Status.ACCEPTED)


@pytest.mark.parametrize("other", [row(1, "I", "2"), row(1, "A", "5")])
def test_a_row_whose_readings_differ_and_no_sum_proves_goes_to_a_person(other):
    (found,) = vouched(reading(scores=[row(1, "I", "5")]), reading(scores=[other])).scores
    assert found.status is Status.NEEDS_REVIEW


def test_a_doubt_of_the_reading_itself_is_never_settled():
    odd = row(1, "I", "5", ("ambiguous_number", "recognised"))
    (found,) = vouched(reading(scores=[odd]), reading(scores=[odd])).scores
    assert found.doubts == ("ambiguous_number",)


def test_a_row_missing_in_the_second_reading_goes_to_a_person():
    first = reading(scores=[row(1, "I", "5", ()), row(2, "II", "4", ())])
    second = reading(scores=[row(1, "I", "5", ())])
    assert [one.status for one in vouched(first, second).scores] == [Status.ACCEPTED, Status.NEEDS_REVIEW]


def test_a_candidate_in_a_hardly_read_line_is_doubted():
    lines = (Paragraph("Số: 15", PLACE, doubtful=True), Paragraph("Mẫu", PLACE._replace(first=2, last=2)))
    document = Document("application/pdf", 1, lines, recognised=frozenset({1}))
    number = Candidate("number", "15", "number.head", "15", PLACE)
    place = replace(number, field="place", place=PLACE._replace(first=2, last=2))
    assert [c.doubt for c in weakly_read([number, place], document)] == ["weakly_read", ""]

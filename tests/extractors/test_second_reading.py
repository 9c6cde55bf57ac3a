"""Of a scan nothing is accepted on one reading's word."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.recognised import behind_recognised, recognised_in
from extractors.records import (
    Candidate,
    Document,
    Extraction,
    Fact,
    Paragraph,
    Passage,
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


def test_a_name_of_a_rare_word_wants_the_paper_to_say_it_again():
    """Where both readings see "Chấu", the paper may have "Chẩu"."""
    read = reading([fact("Giàng A Chấu")])
    assert only(vouched(read, read)).status is Status.NEEDS_REVIEW
    again = replace(read, passages=(Passage("Đồng chí Giàng A Chấu, Phó Giám đốc", "", PLACE),))
    assert only(vouched(again, again)).status is Status.ACCEPTED


def test_a_value_that_both_readings_accept_stays_accepted():
    found = only(vouched(reading([fact("Lê Văn Mậu")]), reading([fact("Lê Văn Mậu")])))
    assert found.status is Status.ACCEPTED
    assert found.method == "rule + second reading"


@pytest.mark.parametrize(
    "other",
    [
        [fact("Lê Vân Mẫu")],
        [fact("Lê Văn Mậu", status=Status.NEEDS_REVIEW)],
        [],
    ],
)
def test_anything_less_goes_to_a_person_with_both_readings(other):
    found = only(vouched(reading([fact("Lê Văn Mậu")]), reading(other)))
    assert found.status is Status.NEEDS_REVIEW
    assert [candidate.value for candidate in found.candidates] == ["Lê Văn Mậu", *(o.value for o in other)]


def test_without_a_second_reading_nothing_is_accepted():
    found = vouched(reading([fact("Lê Văn Mậu")], [row(1, "I", "5")]), None)
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


def on(page, one):
    return replace(one, place=Place(page, "", page, page))


def paper(*recognised, pages=4):
    """One paragraph a page."""
    lines = tuple(Paragraph("Mẫu", Place(page, "", page, page)) for page in range(1, pages + 1))
    return Document("application/pdf", pages, lines, recognised=frozenset(recognised))


def judged(first, second, document):
    return vouched(first, second, recognised_in(document), behind_recognised(document))


def test_a_value_on_a_page_of_text_is_accepted_as_text():
    said = reading([on(1, fact("V/v bình xét", "subject"))])
    assert only(judged(said, said, paper(2))) == said.facts[0]
    assert only(judged(said, None, paper(2))) == said.facts[0]


def test_a_value_that_reaches_onto_a_recognised_page_is_recognised():
    long = replace(fact(("Như trên", "Lưu: VT"), "recipients"), place=Place(1, "", 1, 2))
    assert only(judged(reading([long]), None, paper(2))).status is Status.NEEDS_REVIEW
    assert only(judged(reading([long]), None, paper(3))).status is Status.ACCEPTED


@pytest.mark.parametrize("other", [[fact("Trần Văn Mẫu")], [fact("Lê Văn Mậu", status=Status.NEEDS_REVIEW)], []])
def test_a_value_on_a_page_of_text_that_hangs_on_how_a_picture_is_read_goes_to_a_person(other):
    first = reading([on(1, fact("Lê Văn Mậu"))])
    assert only(judged(first, reading(other), paper(2))).status is Status.NEEDS_REVIEW


def test_a_foot_behind_a_picture_may_be_an_annexs_but_a_total_is_a_total():
    said = reading([on(3, fact("Lê Văn Mậu")), on(3, fact(98.5, "total_self_score"))])
    signer, total = judged(said, said, paper(2)).facts
    assert (signer.status, total.status) == (Status.NEEDS_REVIEW, Status.ACCEPTED)


def test_a_printed_row_stays_accepted_and_a_recognised_one_needs_its_twin():
    first = reading(scores=[on(1, row(1, "I", "5", ())), on(2, row(2, "II", "4"))])
    wrong = reading(scores=[on(1, row(1, "I", "5", ())), on(2, row(2, "II", "7"))])
    assert [r.status for r in judged(first, first, paper(2)).scores] == [Status.ACCEPTED] * 2
    assert [r.status for r in judged(first, wrong, paper(2)).scores] == [Status.ACCEPTED, Status.NEEDS_REVIEW]
    assert [r.status for r in judged(first, None, paper(2)).scores] == [Status.ACCEPTED, Status.NEEDS_REVIEW]


def test_a_printed_row_below_a_number_that_may_be_misread_goes_to_a_person():
    alone = reading(scores=[on(1, row(1, "II", "4")), on(2, replace(row(2, "II.1", "4", ()), parent="II"))])
    assert judged(alone, alone, paper(1)).scores[1].doubts == ("misnumbered",)
    both = reading(scores=[on(1, row(1, "I", "4", ())), on(2, replace(row(2, "I.1", "4", ()), parent="I"))])
    assert judged(both, both, paper(1)).scores[1].status is Status.ACCEPTED


FACTS = st.lists(
    st.builds(
        lambda field, value, page, status: on(page, fact(value, field, status)),
        st.sampled_from(["signer_name", "number", "issuer", "total_self_score"]),
        st.sampled_from(["Lê Văn Mậu", "Lê Vân Mẫu"]),
        st.integers(1, 4),
        st.sampled_from([Status.ACCEPTED, Status.NEEDS_REVIEW]),
    ),
    unique_by=lambda one: one.field,
)
ROWS = st.lists(
    st.tuples(st.sampled_from("123"), st.integers(1, 4), st.booleans()), max_size=5, unique_by=lambda one: one[1]
).map(
    lambda made: [
        on(page, row(number, "ABCD"[number - 1], score, () if proven else ("recognised",)))
        for number, (score, page, proven) in enumerate(sorted(made, key=lambda one: one[1]), 1)
    ]
)


@given(FACTS, st.none() | FACTS, ROWS, st.none() | ROWS, st.sets(st.integers(1, 4), min_size=1))
def test_nothing_recognised_is_accepted_on_one_readings_word(facts, again, rows, other_rows, pictures):
    second = None if again is None or other_rows is None else reading(again, other_rows)
    found = judged(reading(facts, rows), second, paper(*pictures))
    twins = {one.field: one for one in second.facts} if second else {}
    for one in found.facts:
        if one.status is Status.ACCEPTED and one.place.page in pictures:
            assert one.field in twins
            assert twins[one.field].value == one.value
    for one in found.scores:
        if one.status is Status.ACCEPTED and one.place.page in pictures:
            assert second
            assert second.scores
    assert [r.row for r in found.scores] == [r.row for r in rows]


@given(FACTS, ROWS, st.sets(st.integers(1, 4), min_size=1))
def test_what_was_doubtful_as_text_is_not_accepted_for_a_pictures_sake(facts, rows, pictures):
    said = reading(facts, rows)
    found = judged(said, said, paper(*pictures))
    doubtful = {one.field for one in facts if one.status is not Status.ACCEPTED}
    assert not doubtful & {one.field for one in found.facts if one.status is Status.ACCEPTED}


@pytest.mark.parametrize(
    ("field", "value", "text", "status"),
    [
        ("issuer", "CỤM THI ĐUA SỐ 1", "Quy chế của Cụm thi đua số 1.", Status.ACCEPTED),
        ("issuer", "CỤM THỊ ĐUA SỐ 1", "Quy chế của Cụm thi đua số 1.", Status.NEEDS_REVIEW),
        ("subject", "Sơ kết 6 tháng", "Trên đây là báo cáo sơ kết 6 tháng.", Status.ACCEPTED),
        ("subject", "Sơ kết 6 tháng", "Báo cáo sơ kết 6 tháng đầu năm.", Status.NEEDS_REVIEW),
    ],
)
def test_words_that_no_list_has_must_be_said_again_with_their_marks_and_to_their_end(field, value, text, status):
    said = replace(reading([fact(value, field)]), passages=(Passage(text, "", PLACE),))
    assert only(vouched(said, said)).status is status

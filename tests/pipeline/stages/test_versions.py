"""A paper replaces another where it says so; else a person chooses which of two counts."""

from __future__ import annotations

from extractors.records import Status
from pipeline.records import Decision, DocumentState, ScheduleState
from tests.pipeline.cases import (
    TEXT,
    codes,
    fact,
    outcome,
    read_file,
    report,
    state,
    words,
)


def test_a_newer_paper_that_says_so_replaces_the_older() -> None:
    old = read_file(1, report(), TEXT)
    new = read_file(2, report(number="21/BC-STC", issued_on="2022-06-20", replaces="15/BC-STC"), TEXT)
    found = outcome(new, old)
    assert [(p.document_id, p.state, p.superseded_by) for p in found.papers] == [
        (1, DocumentState.SUPERSEDED, 2),
        (2, DocumentState.ACCEPTED, None),
    ]
    assert "document.conflict" not in codes(found)
    assert "document.superseded" in codes(found)


def test_a_chain_of_versions() -> None:
    first = read_file(1, report(number="1/BC-STC", issued_on="2022-06-01"), TEXT)
    second = read_file(2, report(number="2/BC-STC", issued_on="2022-06-02", replaces="01/BC-STC"), TEXT)
    third = read_file(3, report(number="3/BC-STC", issued_on="2022-06-03", replaces="2/BC-STC"), TEXT)
    assert [paper.superseded_by for paper in outcome(third, first, second).papers] == [2, 3, None]


def test_papers_that_replace_each_other_replace_nothing() -> None:
    undated = fact("issued_on", None, Status.BLANK)
    one = read_file(1, report(number="1/BC-STC", issued_on=undated, replaces="2/BC-STC"), words(0))
    two = read_file(2, report(number="2/BC-STC", issued_on=undated, replaces="1/BC-STC"), words(5000))
    found = outcome(one, two)
    assert {paper.state for paper in found.papers} == {DocumentState.NEEDS_REVIEW}
    assert "document.conflict" in codes(found)


def test_a_correcting_letter_does_not_replace_a_report() -> None:
    letter = report(number="30/STC-VP", doc_type="CÔNG VĂN", subject="V/v đính chính Báo cáo số 15/BC-STC")
    letter |= {"issued_on": "2022-06-12", "replaces": "15/BC-STC"}
    found = outcome(read_file(1, report(), TEXT), read_file(2, letter))
    assert (found.papers[0].state, found.papers[0].doubts) == (DocumentState.NEEDS_REVIEW, ("document.corrected",))


def test_two_live_papers_without_a_word_of_replacement_wait_for_a_person() -> None:
    found = outcome(read_file(1, report()), read_file(2, report(number="21/BC-STC", issued_on="2022-06-12")))
    assert {paper.state for paper in found.papers} == {DocumentState.NEEDS_REVIEW}
    (conflict,) = [f for f in found.findings if f.code == "document.conflict"]
    assert conflict.evidence["documents"] == [1, 2]
    assert state(found, "2") is ScheduleState.ON_TIME


def test_a_person_chooses_one_of_two_rivals() -> None:
    rivals = (read_file(1, report()), read_file(2, report(number="21/BC-STC", issued_on="2022-06-12")))
    found = outcome(*rivals, decisions=[Decision(1, 2, "state", "accepted")])
    assert [(p.state, p.superseded_by) for p in found.papers] == [
        (DocumentState.SUPERSEDED, 2),
        (DocumentState.ACCEPTED, None),
    ]


def test_of_two_rivals_that_were_chosen_the_one_chosen_last_counts() -> None:
    rivals = (read_file(1, report()), read_file(2, report(number="21/BC-STC", issued_on="2022-06-12")))
    both = [Decision(1, 2, "state", "accepted"), Decision(2, 1, "state", "accepted")]
    found = outcome(*rivals, decisions=both)
    assert [(p.state, p.superseded_by) for p in found.papers] == [
        (DocumentState.ACCEPTED, None),
        (DocumentState.SUPERSEDED, 1),
    ]


def test_a_replaced_paper_that_a_person_says_counts_replaces_the_newer() -> None:
    old = read_file(1, report(), TEXT)
    new = read_file(2, report(number="21/BC-STC", issued_on="2022-06-20", replaces="15/BC-STC"), TEXT)
    found = outcome(old, new, decisions=[Decision(1, 1, "state", "accepted")])
    assert [(p.state, p.superseded_by) for p in found.papers] == [
        (DocumentState.ACCEPTED, None),
        (DocumentState.SUPERSEDED, 1),
    ]


def test_a_corrected_report_that_a_person_says_counts_is_in_doubt_no_more() -> None:
    letter = report(number="30/STC-VP", doc_type="CÔNG VĂN", subject="V/v đính chính Báo cáo số 15/BC-STC")
    letter |= {"issued_on": "2022-06-12", "replaces": "15/BC-STC"}
    decided = [Decision(1, 1, "state", "accepted")]
    found = outcome(read_file(1, report(), TEXT), read_file(2, letter), decisions=decided)
    assert (found.papers[0].state, found.papers[0].doubts) == (DocumentState.ACCEPTED, ())


def test_a_paper_that_a_person_says_does_not_count_does_not_even_when_its_rival_is_gone() -> None:
    found = outcome(read_file(1, report()), decisions=[Decision(1, 1, "state", "needs_review")])
    assert (found.papers[0].state, found.papers[0].doubts) == (DocumentState.NEEDS_REVIEW, ("document.set_aside",))

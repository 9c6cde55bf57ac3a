"""Whatever the order and interleaving of arrivals, the outcome is the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.records import Extraction, Status
from pipeline.records import DocumentState, Outcome, ReadFile
from tests.pipeline.cases import PDF, fact, outcome, read_file, report, score, words, year_report

FILES = (
    read_file(1, report(number=None, issued_on=None), words(0), scores=[score("1", "9")]),
    read_file(2, report(), words(0), media_type=PDF, scores=[score("1", "8")]),
    read_file(3, report(number="21/BC-STC", issued_on="2022-06-20", replaces="15/BC-STC"), words(0)),
    read_file(4, report(issuer="SỞ KẾ HOẠCH VÀ ĐẦU TƯ", number="3/BC-SKHĐT"), words(2000)),
    read_file(5, report(issuer="SỞ KẾ HOẠCH VÀ ĐẦU TƯ", number="9/BC-SKHĐT", issued_on="2022-07-01"), words(3000)),
    read_file(6, year_report(), words(4000), received="2022-12-20"),
    read_file(7, report(issuer="SỞ Y TẾ", number="1/BC-SYT"), words(5000)),
    read_file(8, report(issuer="VĂN PHÒNG", number="1/BC-VP", parent_agency="HĐND TỈNH LAM SƠN"), words(6000)),
    read_file(9, report(issuer="VĂN PHÒNG", number="2/BC-VP", period="2021-H1"), words(7000)),
)


def in_order(order: list[int]) -> Outcome:
    return outcome(*(FILES[n] for n in order))


@given(st.permutations(range(len(FILES))))
def test_the_order_of_reading_does_not_matter(order: list[int]) -> None:
    assert in_order(order) == in_order(list(range(len(FILES))))


def told(found: Outcome, names: dict[int, str]) -> object:
    """An outcome without the ids that depend on who came first."""
    files = {p.document_id: tuple(sorted(names[f.file_id] for f in p.files)) for p in found.papers}
    papers = {
        (files[p.document_id], p.unit_id, p.kind, p.task_key, p.state, files.get(p.superseded_by or 0), p.doubts)
        for p in found.papers
    }
    rows = {(r.task.key, r.unit_id, r.state, r.days_late, files.get(r.document_id or 0)) for r in found.schedule}
    return papers, rows, sorted((f.code, f.unit_id or "", f.task_key or "") for f in found.findings)


def renumbered(read: ReadFile, file_id: int) -> ReadFile:
    return replace(read, file=replace(read.file, file_id=file_id))


@settings(max_examples=50)
@given(st.permutations(range(1, len(FILES) + 1)))
def test_the_order_of_arrival_does_not_matter(ids: list[int]) -> None:
    moved = [renumbered(read, new) for read, new in zip(FILES, ids, strict=True)]
    names = {new: read.file.file_name for read, new in zip(FILES, ids, strict=True)}
    first = {read.file.file_id: read.file.file_name for read in FILES}
    assert told(outcome(*moved), names) == told(outcome(*FILES), first)


@given(st.sets(st.sampled_from(range(len(FILES)))))
def test_no_file_is_lost_and_none_stands_in_two_papers(chosen: set[int]) -> None:
    found = in_order(sorted(chosen))
    ids = [file.file_id for paper in found.papers for file in paper.files]
    assert sorted(ids) == sorted(FILES[n].file.file_id for n in chosen)
    assert all(p.document_id == min(f.file_id for f in p.files) for p in found.papers)


def test_a_file_that_says_nothing_is_a_paper_for_a_person() -> None:
    empty = ReadFile(FILES[0].file, Extraction(PDF, 1, (), (), (), ()))
    (paper,) = outcome(empty).papers
    assert (paper.unit_id, paper.kind, paper.task_key) == (None, "other", None)
    assert paper.state is DocumentState.NEEDS_REVIEW


def test_a_guess_never_counts_as_sure() -> None:
    guess = fact("issued_on", "2022-06-10", Status.NEEDS_REVIEW)
    found = outcome(read_file(1, report(issued_on=guess), received="2022-07-05"))
    assert next(r.days_late for r in found.schedule if r.task.key == "2" and r.unit_id == "stc") == 5

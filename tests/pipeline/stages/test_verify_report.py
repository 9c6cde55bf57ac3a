"""A finished report is proved number by number: equal, changed since, not from here."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from extractors.errors import Unreadable
from pipeline.edges.render import render
from pipeline.figures import Form
from pipeline.records import DocumentFact
from pipeline.reports.year import build
from pipeline.stages.verify_report import Verdict, identity, verify_report
from tests.pipeline.reports.invented import AS_OF, TEMPLATES, view

FIELD = "count:granted/giay_khen/individual"


def report(papers=None, form=Form.CLEAN):
    return render(build(replace(view(), papers=papers or view().papers))[0], TEMPLATES, form).data


def changed(value):
    first, *others = view().papers
    held = first.facts[FIELD]
    facts = {**first.facts, FIELD: DocumentFact(replace(held.fact, value=value), held.file_id)}
    return report((replace(first, facts=facts), *others))


def rewritten(data, old, new):
    """The report after somebody typed over a text in Word."""
    document = Document(io.BytesIO(data))
    cells = [p for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs]
    run = next(run for p in [*document.paragraphs, *cells] for run in p.runs if old in run.text)
    run.text = run.text.replace(old, new)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def verdicts(paper, fresh):
    return [(c.text, c.verdict, c.now) for c in verify_report(paper, fresh) if c.verdict is not Verdict.EQUAL]


@pytest.mark.parametrize("form", list(Form))
def test_an_untouched_report_holds(form):
    found = Counter(c.verdict for c in verify_report(report(form=form), report()))
    assert set(found) == {Verdict.EQUAL}
    assert found[Verdict.EQUAL] > 200


def test_a_value_that_changed_in_the_store_is_named_with_its_sums():
    found = verdicts(report(), changed(60))
    assert {(text, now) for text, verdict, now in found if verdict is Verdict.CHANGED} == {("57", "60"), ("100", "103")}
    assert {verdict for _text, verdict, _now in found} == {Verdict.CHANGED}


def test_a_figure_that_somebody_typed_over_is_found():
    assert ("98,5", Verdict.CHANGED, "97,5") in verdicts(rewritten(report(), "97,5", "98,5"), report())


def test_a_number_that_somebody_added_is_not_from_here():
    added = rewritten(report(), "Công tác khen thưởng", "Công tác khen thưởng cho 77 tập thể")
    assert verdicts(added, report()) == [("77", Verdict.NOT_FROM_HERE, "")]


def test_a_paragraph_that_somebody_reworded_keeps_its_numbers():
    reworded = rewritten(report(), "nội dung công việc", "nội dung, công việc")
    assert verdicts(reworded, report()) == []


def test_a_report_says_which_it_is():
    assert identity(report()) == ("Báo cáo tổng kết công tác thi đua, khen thưởng năm 2030", AS_OF)
    assert isinstance(identity(report()).as_of, date)


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04"])
def test_a_file_that_is_no_report_is_unreadable(data):
    with pytest.raises(Unreadable):
        verify_report(data, report())

"""Rendering: the same bytes every time, figures bookmarked and commented, errors that say where."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from pipeline.edges.marking import bookmark_name, disarmed, prepared
from pipeline.edges.render import render
from pipeline.edges.template import BrokenTemplate
from pipeline.figures import Figure, Form, Line, figures_of
from pipeline.reports.year import build
from tests.pipeline.reports.invented import TEMPLATES, view
from tests.pipeline.reports.reading import bookmarks


def template_saying(folder, *paragraphs):
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(folder / "year.docx"))
    return folder


@pytest.mark.parametrize("form", list(Form))
def test_the_same_view_gives_the_same_bytes(form):
    first, second = (render(build(view())[0], TEMPLATES, form) for _turn in range(2))
    assert first == second


def test_another_view_gives_another_fingerprint():
    one, other = view(), replace(view(), papers=view().papers[1:])
    assert render(build(one)[0], TEMPLATES).inputs_sha256 != render(build(other)[0], TEMPLATES).inputs_sha256


def test_the_zip_bears_no_clock():
    data = render(build(view())[0], TEMPLATES).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_printed_figure_has_its_bookmark():
    context = build(view())[0]
    wanted = {bookmark_name(f.key) for f in figures_of(context.values) if f.text}
    found = bookmarks(render(context, TEMPLATES).data)
    printed = {name for name in found if name.startswith("f_")}
    assert {name[: len(next(iter(wanted)))] for name in printed} <= wanted
    assert bookmark_name("score/vp/total/self") in printed
    assert bookmark_name("sum/granted/giay_khen/individual") in printed


def test_bookmark_ids_and_names_are_each_once():
    body = Document(io.BytesIO(render(build(view())[0], TEMPLATES).data)).element.body
    starts = list(body.iter(qn("w:bookmarkStart")))
    for attribute in (qn("w:id"), qn("w:name")):
        assert len({s.get(attribute) for s in starts}) == len(starts)


def test_the_review_copy_comments_a_figure_with_file_page_and_words():
    report = render(build(view())[0], TEMPLATES, Form.REVIEW)
    comments = [c.text for c in Document(io.BytesIO(report.data)).comments]
    said = next(c for c in comments if c.startswith("Tổng điểm tự chấm – Văn phòng UBND tỉnh"))
    assert "152/BC-VP" in said
    assert "email/vp/bao-cao-1.pdf" in said
    assert "trang 1" in said
    assert "“Tổng cộng 97,5”" in said
    assert report.file_name == "bao-cao-tong-ket-2030-ban-doi-chieu.docx"


def test_both_forms_say_the_same():
    clean, review = (render(build(view())[0], TEMPLATES, form).data for form in Form)
    assert [p.text for p in Document(io.BytesIO(clean)).paragraphs] == [
        p.text for p in Document(io.BytesIO(review)).paragraphs
    ]


@pytest.mark.parametrize(
    ("tag", "named"),
    [
        ("{{ block.nmae }}", "{{ block.nmae }}"),
        ("{{ unknown }}", "{{ unknown }}"),
        ("{% for row in receipts %}", "year.docx"),
        ("{{ block.name ", "year.docx"),
        ("{{ ''.__class__.__mro__ }}", "year.docx"),
    ],
)
def test_a_broken_template_is_named_with_paragraph_and_tag(tmp_path, tag, named):
    folder = template_saying(tmp_path, "Kính gửi", f"Của {tag}", "Hết")
    with pytest.raises(BrokenTemplate) as error:
        render(build(view())[0], folder)
    assert "year.docx" in str(error.value)
    assert named in str(error.value)


def test_an_unknown_variable_is_found_in_its_own_paragraph(tmp_path):
    folder = template_saying(tmp_path, "{{ block.name }}", "Năm {{ block.year }}, {{ block.yaer }}")
    with pytest.raises(BrokenTemplate, match=r"paragraph 2 .*\{\{ block\.yaer \}\}|đoạn 2 .*\{\{ block\.yaer \}\}"):
        render(build(view())[0], folder)


def test_a_file_that_is_no_word_file_is_named(tmp_path):
    (tmp_path / "year.docx").write_bytes(b"no zip")
    with pytest.raises(BrokenTemplate, match=r"year\.docx"):
        render(build(view())[0], tmp_path)


@given(st.text())
def test_disarmed_text_is_one_line_without_controls_or_marks(text):
    clean = disarmed(text)
    assert not any(ord(c) < 32 or 0xE000 <= ord(c) <= 0xF8FF or 0xD800 <= ord(c) <= 0xDFFF for c in clean)
    assert disarmed(clean) == clean


@given(st.lists(st.text(max_size=20), max_size=5))
def test_prepared_values_keep_every_figure_in_order(texts):
    figures = []
    prepared([Line((Figure(str(n), text, "x"), " ")) for n, text in enumerate(texts)], figures)
    assert [f.text for f in figures] == texts

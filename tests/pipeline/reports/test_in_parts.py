"""A long register is written part by part: the same bytes as at once, and nothing left behind in memory."""

from __future__ import annotations

import gc
import io
import shutil
import weakref
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn

from pipeline.edges import in_parts, render, template
from pipeline.figures import Figure, figures_of, plain
from pipeline.reports import h1, year
from pipeline.reports.register import build
from tests.pipeline.reports.invented import TEMPLATES, fact, paper, view
from tests.pipeline.reports.reading import bookmarks


def register(papers):
    facts = {"number": fact("number", "15/BC-VP", "Số: 15/BC-VP"), "subject": fact("subject", "Về thi đua", "Về")}
    [context] = build(replace(view(), papers=tuple(paper(n, "vp", facts) for n in range(1, papers + 1))))
    return context


def written(context, folder=TEMPLATES):
    return render.render(context, folder).data


def at_once(monkeypatch, context, folder=TEMPLATES):
    monkeypatch.setattr(render, "ROWS_AT_ONCE", 10_000)
    return written(context, folder)


def in_parts_of(monkeypatch, rows):
    for module in (render, in_parts):
        monkeypatch.setattr(module, "ROWS_AT_ONCE", rows)


@pytest.mark.parametrize("papers", [8, 9, 11, 12])
def test_a_register_in_parts_is_the_same_to_the_byte(monkeypatch, papers):
    whole = at_once(monkeypatch, register(papers))
    in_parts_of(monkeypatch, 4)
    assert in_parts.in_parts(register(papers), TEMPLATES / "register.docx").data == whole
    assert written(register(papers)) == whole


def test_bookmarks_are_numbered_from_one_over_all_parts(monkeypatch):
    """Word holds an id in 32 bits, and calls a file broken where it does not fit."""
    in_parts_of(monkeypatch, 4)
    body = Document(io.BytesIO(written(register(30)))).element.body
    for end in ("w:bookmarkStart", "w:bookmarkEnd"):
        ids = [element.get(qn("w:id")) for element in body.iter(qn(end))]
        assert len(ids) >= 30
        assert ids == [str(n + 1) for n in range(len(ids))]


def with_sources(context, papers):
    """The report, as if its numbers rested on so many papers; some of them say one, some two."""

    def said(paper, turn):
        figure = Figure(f"list/{paper}/{turn}", str(turn), "Giấy khen")
        return {"label": "Giấy khen", "value": figure, "place": f"trang {turn}", "raw": f"{turn} giấy khen"}

    groups = [{"title": f"Tệp {n}", "rows": [said(n, turn) for turn in range(1 + n % 2)]} for n in range(papers)]
    return replace(context, values={**context.values, "source_groups": groups})


@pytest.mark.parametrize("kind", [year, h1])
def test_a_report_on_many_papers_is_the_same_to_the_byte_in_parts(monkeypatch, kind):
    context = with_sources(kind.build(view())[0], 9)
    whole = at_once(monkeypatch, context)
    for groups in (2, 3):
        in_parts_of(monkeypatch, groups)
        assert in_parts.in_parts(context, TEMPLATES / context.template).data == whole


def test_another_paper_gives_another_fingerprint(monkeypatch):
    in_parts_of(monkeypatch, 4)
    one, other = (render.render(register(papers), TEMPLATES) for papers in (9, 10))
    assert one.inputs_sha256 != other.inputs_sha256


def changed(folder, change):
    """A folder with the register's template, changed."""
    shutil.copy(TEMPLATES / "register.docx", folder)
    document = Document(str(folder / "register.docx"))
    change(document)
    document.save(str(folder / "register.docx"))
    return folder


def number_by_turn(document):
    next(t for t in document.element.body.iter(qn("w:t")) if "row.no" in (t.text or "")).text = "{{ loop.index }}"


def say_how_many(document):
    document.add_paragraph("Cộng {{ rows|length }} văn bản")


def name_figures_around(document):
    document.paragraphs[0].insert_paragraph_before("{{ rows[0].received }}")


@pytest.mark.parametrize("change", [number_by_turn, say_how_many, name_figures_around])
def test_a_template_that_does_more_with_its_rows_is_written_at_once(monkeypatch, tmp_path, change):
    folder = changed(tmp_path, change)
    whole = at_once(monkeypatch, register(9), folder)
    in_parts_of(monkeypatch, 4)
    assert in_parts.in_parts(register(9), folder / "register.docx") is None
    assert written(register(9), folder) == whole


def frame_with_figures(document):
    for place in (0, len(document.paragraphs)):
        paragraphs = document.paragraphs
        text = "{{ draft.errors }}"
        paragraphs[0].insert_paragraph_before(text) if place == 0 else document.add_paragraph(text)


def test_what_stands_around_the_rows_stands_there_once(monkeypatch, tmp_path):
    folder = changed(tmp_path, frame_with_figures)
    context = register(9)
    figure = replace(next(iter(figures_of(context.values["rows"]))), key="draft/errors")
    context = replace(context, values={**context.values, "draft": {**context.values["draft"], "errors": figure}})
    whole = at_once(monkeypatch, context, folder)
    in_parts_of(monkeypatch, 4)
    assert in_parts.in_parts(context, folder / "register.docx") is not None
    data = written(context, folder)
    texts = [p.text for p in Document(io.BytesIO(data)).element.body.iter(qn("w:p"))]
    assert texts == [p.text for p in Document(io.BytesIO(whole)).element.body.iter(qn("w:p"))]
    assert bookmarks(data) == bookmarks(whole)


def test_no_more_rows_are_filled_in_at_a_time_than_belong_to_a_part(monkeypatch):
    filled, seen = in_parts.filled, []
    monkeypatch.setattr(
        in_parts, "filled", lambda path, values, long: seen.append(values[long]) or filled(path, values, long)
    )
    in_parts_of(monkeypatch, 4)
    written(register(10))
    assert [len(rows) for rows in seen] == [4, 4, 2]
    assert [row["no"] for rows in seen for row in rows] == list(range(1, 11))


def test_rows_are_made_when_they_are_looked_at_and_are_the_same_each_time():
    rows = register(5).values["rows"]
    assert [row["no"] for row in rows] == [1, 2, 3, 4, 5]
    assert [row["no"] for row in rows[1:3]] == [2, 3]
    assert rows[-1] == list(rows)[4]
    assert plain(rows[:2]) == plain(rows)[:2]


def test_the_tree_of_a_document_that_is_let_go_is_gone_before_garbage_is_looked_for():
    document = Document(str(TEMPLATES / "register.docx"))
    trees = [weakref.ref(tree) for tree in (document.element, document.element.body, document.styles.element)]
    list(document.tables)
    gc.disable()
    try:
        template.let_go(document)
        del document
        assert [tree() for tree in trees] == [None, None, None]
    finally:
        gc.enable()

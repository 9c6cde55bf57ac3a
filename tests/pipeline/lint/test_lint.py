"""Lint: nothing to say of our own papers, and every planted fault found by its rule."""

import io

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from pipeline.edges.render import render
from pipeline.errors import UnusableWorkspace
from pipeline.figures import ReportContext
from pipeline.lint.rules import lint
from pipeline.reports.registry import REPORTS, build
from tests.pipeline.reports.invented import TEMPLATES, view


def papers(kind):
    contexts = [c for c in build(kind, view()) if isinstance(c, ReportContext)]
    return [render(context, TEMPLATES).data for context in contexts]


@pytest.fixture(scope="module")
def year():
    return papers("year")[0]


@pytest.mark.parametrize("kind", REPORTS)
def test_our_own_papers_break_no_rule(kind):
    found = papers(kind)
    assert found
    assert [lint(data) for data in found] == [()] * len(found)


def cell(document, row, column, line):
    return document.tables[0].rows[row].cells[column].paragraphs[line]


def starting(document, words):
    everywhere = [
        *document.paragraphs,
        *(p for t in document.tables for r in t.rows for c in r.cells for p in c.paragraphs),
    ]
    return next(p for p in everywhere if p.text.startswith(words))


def style_all(paragraph, **font):
    for run in paragraph.runs:
        for name, value in font.items():
            setattr(run.font, name, value)


def put(paragraph, text):
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text


def prose(document):
    return next(p for p in document.paragraphs if len(p.text) > 90 and p.style.name == "Lời văn")


FAULTS = {
    "P1": lambda d: setattr(d.sections[0], "page_width", Mm(216)),
    "P3": lambda d: setattr(d.sections[0], "top_margin", Mm(12)),
    "P4": lambda d: setattr(d.sections[0], "left_margin", Mm(25)),
    "P5": lambda d: style_all(prose(d), name="Arial"),
    "P6": lambda d: setattr(d.sections[0], "different_first_page_header_footer", False),
    "H1": lambda d: style_all(cell(d, 0, 1, 0), size=Pt(15)),
    "H2": lambda d: put(cell(d, 0, 1, 1), "Độc lập – Tự do – Hạnh phúc"),
    "H3": lambda d: style_all(cell(d, 0, 0, 0), bold=True),
    "H4": lambda d: style_all(cell(d, 0, 0, 1), bold=False),
    "H5": lambda d: put(starting(d, "Số:"), "Số: 5/BC-KTĐ"),
    "H6": lambda d: put(starting(d, "Sao Mai, ngày"), "Sao Mai, ngày 5 tháng 03 năm 2031"),
    "H7": lambda d: style_all(starting(d, "BÁO CÁO"), bold=False),
    "H8": lambda d: style_all(starting(d, "Tổng kết công tác"), italic=True),
    "B3": lambda d: setattr(prose(d), "alignment", WD_ALIGN_PARAGRAPH.LEFT),
    "B5": lambda d: put(starting(d, "I. "), "I. Tình hình chấp hành chế độ báo cáo"),
    "B7": lambda d: put(prose(d), "f) " + "nội dung " * 12),
    "B8": lambda d: put(starting(d, "Trên đây"), "Trên đây là báo cáo của Khối."),
    "S1": lambda d: style_all(starting(d, "TRƯỞNG KHỐI"), bold=False),
    "S3": lambda d: put(starting(d, "TRƯỞNG KHỐI"), "TRƯỞNG KHỐI TS. NGUYỄN VĂN THỬ"),
    "N2": lambda d: style_all(starting(d, "Nơi nhận:"), italic=False),
    "A1": lambda d: style_all(starting(d, "Phụ lục I"), bold=False),
}


@pytest.mark.parametrize("rule", FAULTS)
def test_a_planted_fault_is_found_by_its_rule_alone(year, rule):
    document = Document(io.BytesIO(year))
    FAULTS[rule](document)
    written = io.BytesIO()
    document.save(written)
    found = lint(written.getvalue())
    assert {warning.rule for warning in found} == {rule}
    assert all(warning.where and warning.found and warning.wanted for warning in found)


def test_coloured_text_and_a_missing_line_are_found(year):
    document = Document(io.BytesIO(year))
    for run in prose(document).runs:
        run.font.color.rgb = RGBColor(0xFF, 0, 0)
    line = cell(document, 0, 1, 2)
    line.style = document.styles["Normal"]
    written = io.BytesIO()
    document.save(written)
    assert {warning.rule for warning in lint(written.getvalue())} == {"P5", "H2"}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"PK\x03\x04 no zip"])
def test_what_is_no_word_file_is_refused_in_words(data):
    with pytest.raises(UnusableWorkspace):
        lint(data)

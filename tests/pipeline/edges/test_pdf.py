"""PDF by LibreOffice: pages where it is installed, a clear word where it is not."""

from __future__ import annotations

import shutil

import pypdfium2
import pytest

from pipeline.edges import pdf
from pipeline.edges.render import render
from pipeline.reports.year import build
from tests.pipeline.reports.invented import TEMPLATES, view


@pytest.mark.skipif(not any(shutil.which(name) for name in pdf.PROGRAMS), reason="LibreOffice is not installed")
def test_the_paper_becomes_pages_with_its_title():
    document = pypdfium2.PdfDocument(pdf.to_pdf(render(build(view())[0], TEMPLATES).data))
    assert len(document) > 5
    assert "BÁO CÁO" in document[0].get_textpage().get_text_range()
    document.close()


def test_without_libreoffice_it_says_so(monkeypatch):
    monkeypatch.setattr(pdf, "PROGRAMS", ("no-such-program",))
    with pytest.raises(pdf.NoPdf, match="LibreOffice"):
        pdf.to_pdf(b"")


def test_a_program_that_writes_nothing_is_an_error(monkeypatch):
    monkeypatch.setattr(pdf, "PROGRAMS", ("true",))
    with pytest.raises(pdf.NoPdf):
        pdf.to_pdf(b"paper")

"""Papers from the command line: every kind, in both forms, proved against the store."""

import shutil

import pytest
from docx import Document

from pipeline.reports.registry import REPORTS
from tests.pipeline.command import thidua

DAY = ("--as-of", "2023-01-10")
YEAR = "bao-cao-tong-ket-2022.docx"


def test_every_kind_is_written_and_its_numbers_are_the_store_s(finished):
    done = thidua(finished, "report", *REPORTS, "--review", *DAY)
    assert done.returncode == 0, done.stderr
    written = sorted(path.name for path in (finished / "reports").glob("*.docx"))
    assert len([name for name in written if "ban-doi-chieu" in name]) >= len(REPORTS)
    for name in (name for name in written if "ban-doi-chieu" not in name):
        done = thidua(finished, "verify", str(finished / "reports" / name))
        assert done.returncode == 0, name + done.stdout + done.stderr


def test_a_number_that_somebody_changed_is_found_and_named(finished):
    path = finished / "reports" / YEAR
    document = Document(str(path))
    cell = next(c for t in document.tables for r in t.rows for c in r.cells if c.text.strip() == "91,5")
    next(r for p in cell.paragraphs for r in p.runs if r.text.strip() == "91,5").text = "95,5"
    document.save(str(path))
    done = thidua(finished, "verify", str(path))
    assert done.returncode == 3
    assert "95,5" in done.stdout
    assert "91,5" in done.stdout
    assert path.name in done.stderr


def test_a_paper_that_was_made_unreadable_is_named_as_changed(finished):
    path = finished / "reports" / YEAR
    path.write_bytes(b"x")
    done = thidua(finished, "verify", str(path))
    assert done.returncode == 3
    assert done.stderr.count(path.name) == 2


def test_a_paper_of_somebody_else_is_refused_in_words(finished):
    done = thidua(finished, "verify", str(finished / "ke-hoach.docx"))
    assert done.returncode == 2
    assert "ke-hoach.docx" in done.stderr


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_pdf_lies_beside_the_word_file(finished):
    done = thidua(finished, "report", "reminder", "--pdf", *DAY)
    assert done.returncode == 0, done.stderr
    word = sorted(path.stem for path in (finished / "reports").glob("don-doc-*.docx"))
    assert word
    assert sorted(path.stem for path in (finished / "reports").glob("don-doc-*.pdf")) == word

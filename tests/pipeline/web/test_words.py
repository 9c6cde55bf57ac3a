"""No page speaks in codes: columns, filters, facets, findings, evidence and reasons have Vietnamese words."""

import re
import sqlite3
from html import unescape

import pytest
from sqlite_utils import Database

from pipeline.findings import FINDINGS
from pipeline.reports.registry import REPORTS
from pipeline.web.finding_names import NAMES
from pipeline.web.heads import head
from pipeline.web.history import history
from pipeline.web.metadata import COLUMNS, VIEWS
from pipeline.web.phrases import conditions
from pipeline.web.queries import QUERIES
from pipeline.web.reading import paper
from pipeline.web.wording import cell, faceted, told
from tests.pipeline.web.served import ask

pytestmark = pytest.mark.usefixtures("vietnamese")

CODE = re.compile(
    r"\b(?:needs_review|superseded|plan_report_[a-z0-9]+|score_sheet|not_due|not_documented|collective|individual|person|any|period|issuer|views|granted|registered|proposed|[0-9]+\s+d"
    r"|cstd_[a-z_]+|giay_khen|ldtt|reminder|register|(?:file|document|score|schedule|signature|plan|awards)\.[a-z_]+)\b"
)


def seen(page):
    """The words that a person sees: without scripts, styles, the tables' definitions and what their columns mean."""
    for hidden in ("script", "style", "pre", "dl", "code"):
        page = re.sub(rf"<{hidden}\b.*?</{hidden}>", " ", page, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", page))


@pytest.mark.parametrize("name", [*VIEWS, *QUERIES])
def test_no_page_of_the_store_shows_a_code(reader, name):
    assert set(CODE.findall(seen(reader.get(f"/thidua/{name}").text))) == set()


@pytest.mark.parametrize("path", ["/findings", "/charts", "/search?q=thi+dua", "/thidua", "/"])
def test_no_page_of_the_desk_shows_a_code(reader, path):
    assert set(CODE.findall(seen(reader.get(path).text))) == set()


def test_every_finding_and_every_report_has_a_name():
    assert set(NAMES) == set(FINDINGS)
    assert all(told("code", code) != code for code in FINDINGS)
    assert all(cell("kind", kind) for kind in REPORTS)


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_has_a_head(column):
    assert head(column) != column


def test_a_head_says_what_the_table_means_by_it():
    assert len({head("state", table) for table in ("audit_documents", "audit_files", "audit_schedule")}) == 3
    assert head("place") == "Địa danh"


def test_a_filter_is_set_by_name_and_said_in_words(reader):
    page = reader.get("/thidua/audit_documents?state=needs_review&unit_id=stttt").text
    filters = page.partition('class="filters"')[2].partition("</form>")[0]
    assert '<option value="needs_review" selected>chưa tính, chờ người xem</option>' in filters
    assert '<option value="stttt" selected>Sở Thông tin và Truyền thông</option>' in filters
    assert 'value="needs_review">' not in filters.replace('<option value="needs_review" selected>', "")


def test_the_line_of_conditions_names_columns_and_values():
    line = 'where subject contains "state and kind" and state = "needs_review" sorted by issued_on descending'
    told_line = conditions(line, "audit_documents", lambda column, value: faceted(column, value, {}))
    assert "subject" not in told_line
    assert 'chứa "state and kind"' in told_line
    assert 'Có tính hay không = "chưa tính, chờ người xem"' in told_line
    assert "Ngày ban hành" in told_line


def test_a_page_is_titled_by_what_it_is(reader):
    for path in ("/thidua/versions", "/thidua/audit_facts"):
        title = re.search(r"<title>(.*?)</title>", reader.get(path).text, re.DOTALL)[1]
        assert not re.search(r"SELECT|audit_|thidua", title)


def test_evidence_is_told_piece_by_piece():
    text = '{"file": "a.docx", "place": "table 1, row 2", "column": "self_score", "other_place": "page 2", "x": null}'
    assert (
        cell("evidence", text)
        == "Tệp: a.docx; Vị trí: bảng 1, dòng 2; Cột: Điểm tự chấm; Vị trí trong tệp kia: trang 2"
    )


def test_a_history_says_in_vietnamese_why_a_file_was_not_read(root):
    (file,) = ask(root, "SELECT file_id, document_id FROM document_files LIMIT 1")
    db = Database(sqlite3.connect(root / "thidua.db"))
    read = "SELECT '2021-01-15' AS at, 'lan' AS who, 'extract' AS what, '{}' AS subject, '{}' AS detail, 1 AS event_id"
    detail = '{"reason": "no pages", "code": "file.unreadable"}'
    db.execute(f"CREATE TEMP VIEW events AS {read.format(file['file_id'], detail)}")
    told_of = history(db, paper(db, file["document_id"]), {})
    db.close()
    assert any("không có trang nào" in entry.about for entry in told_of if entry.what == "đã đọc")

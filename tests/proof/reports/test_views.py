"""Every view that auditors read tells the numbers that the papers show, and the papers show those that it tells."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.proof.reports.paper import UNSURE, asked, number, table, tables, units

AS_OF = date(2021, 1, 15)
SURE = "('accepted', 'confirmed', 'corrected')"
CONFLICT = "SELECT unit_id FROM audit_findings WHERE code = 'document.conflict'"
"""Units of which several papers came, of which no person has chosen one: none of them counts."""
YEAR = "d.kind = 'plan_report_year' AND d.state <> 'superseded'"
STATES = {"Đúng hạn": "on_time", "Trễ hạn": "late", "Chưa gửi": "missing", "Chưa có thông tin": "not_documented"}


def day(text: str) -> str:
    """08/01/2021 as the store has it."""
    found = re.search(r"([0-9]{2})/([0-9]{2})/([0-9]{4})", text)
    assert found, text
    return "-".join(reversed(found.groups()))


def test_audit_scores_every_row_of_the_appendix_and_no_more(sample_block: Path) -> None:
    sheet = next(t for t in tables(sample_block, "bang-tong-hop-diem-*.docx") if t.rows[0].cells[0].text == "Mã")
    known = units(sample_block)
    heads = [cell.text for cell in sheet.rows[0].cells]
    shown, unsure = set(), set()
    for row in sheet.rows[1:]:
        code, _name, _most, *cells = (cell.text for cell in row.cells)
        for name, text in zip(heads[3:], cells, strict=True):
            if text:
                (unsure if UNSURE in text else shown).add((known[name], code, number(text.replace(UNSURE, ""))))
    query = f"""
        SELECT s.unit_id, s.criteria_code, s.self_score FROM audit_scores s
        JOIN audit_documents d ON d.document_id = s.document_id
        WHERE {YEAR} AND d.unit_id NOT IN ({CONFLICT})
          AND s.criteria_code IS NOT NULL AND s.self_score IS NOT NULL AND s.status {{}} {SURE}
    """
    stored = set(asked(sample_block, query.format("IN")))
    assert len(shown) >= 100
    assert shown <= stored
    assert unsure <= set(asked(sample_block, query.format("NOT IN"))) | stored
    assert {row[:2] for row in stored} <= {row[:2] for row in shown | unsure}


def test_audit_schedule_how_each_task_stands(sample_block: Path) -> None:
    heads = ("TT", "Thời gian", "Kết quả", "Chi tiết")
    rows = table(tables(sample_block, "bao-cao-*.docx"), *heads)
    query = "SELECT due_on, state, count(*) FROM audit_schedule WHERE task_key = ? GROUP BY state"
    counted = 0
    for key, when, _result, detail in rows:
        stored = asked(sample_block, query, [key])
        assert {due_on for due_on, _state, _count in stored} == {day(when)}, key
        parts = re.findall(r"([^:;]+): ([0-9]+) đơn vị", detail.replace("; ", ";"))
        told = {STATES[what]: int(many) for what, many in parts}
        if told:
            assert told == {state: count for _due, state, count in stored}, key
            counted += len(told)
    assert {row[0] for row in rows} == {row[0] for row in asked(sample_block, "SELECT task_key FROM audit_schedule")}
    assert counted >= 10


def test_audit_schedule_what_a_reminder_asks_for(sample_block: Path) -> None:
    query = "SELECT task_key, due_on FROM audit_schedule WHERE unit_id = ? AND state = 'missing' ORDER BY task_key"
    papers = sorted((sample_block / "reports").glob("don-doc-*.docx"))
    for paper in papers:
        unit = paper.name.split("-")[2]
        rows = table(tables(sample_block, paper.name), "Số trong Kế hoạch", "Hạn", "Quá hạn (ngày)")
        assert sorted((key, day(due)) for key, due, _days in rows) == asked(sample_block, query, [unit])
        for _key, due, days in rows:
            assert int(days) == (AS_OF - date.fromisoformat(day(due))).days
    named = {paper.name.split("-")[2] for paper in papers}
    assert named == {
        row[0] for row in asked(sample_block, "SELECT unit_id FROM audit_schedule WHERE state = 'missing'")
    }


COUNTS = {
    "Số đơn vị đã gửi báo cáo": "s.document_id IS NOT NULL",
    "Số đơn vị chưa gửi báo cáo": "s.document_id IS NULL",
    "Số đơn vị gửi đúng hạn": "s.state = 'on_time'",
    "Số đơn vị gửi trễ hạn": "s.state = 'late'",
    "Số đơn vị đã gửi nhưng chưa xác định được hạn": (
        "s.document_id IS NOT NULL AND s.state NOT IN ('on_time', 'late')"
    ),
}


def test_audit_schedule_the_counts_of_the_text(sample_block: Path) -> None:
    heads = ("Số liệu", "Giá trị", "Cách tính")
    shown = {name: value for name, value, _how in table(tables(sample_block, "bao-cao-*.docx"), *heads)}
    (task,) = asked(sample_block, f"SELECT DISTINCT d.task_key FROM audit_documents d WHERE {YEAR} AND d.task_key > ''")
    for name, condition in COUNTS.items():
        query = f"""
            SELECT count(*) FROM audit_schedule s WHERE s.task_key = ? AND {condition}
        """
        assert [(int(shown[name]),)] == asked(sample_block, query, task), name


def test_audit_documents_and_files_what_the_register_lists(sample_block: Path) -> None:
    heads = ("Số đến", "Số, ký hiệu", "Ngày tháng", "Ghi chú")
    rows = table(tables(sample_block, "so-van-ban-den-*.docx"), *heads)
    assert [row[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    query = """
        SELECT d.number, d.issued_on FROM audit_documents d JOIN audit_files f ON f.document_id = d.document_id
        WHERE f.file_name = ?
    """
    for _at, paper, issued, files in rows:
        for name in files.split("; "):
            ((stored_number, stored_day),) = asked(sample_block, query, [name])
            assert (paper if paper and paper[0] != "(" and UNSURE not in paper else None) == stored_number, name
            assert (day(issued) if issued and UNSURE not in issued else None) == stored_day, name
    listed = {name for *_rest, files in rows for name in files.split("; ")}
    assert listed == {row[0] for row in asked(sample_block, "SELECT file_name FROM audit_files WHERE document_id > 0")}
    assert len(rows) == asked(sample_block, "SELECT count(*) FROM audit_documents")[0][0]


def quoted(root: Path, paper: str) -> Iterator[tuple[str, str, str, str]]:
    """File, value, place and raw text of every figure that the paper's list of sources quotes."""
    for sheet in (t for t in tables(root, paper) if t.rows[0].cells[-1].text == "Nguyên văn"):
        file = ""
        for row in sheet.rows[1:]:
            _name, value, where, raw = (cell.text for cell in row.cells)
            if value == where == raw:
                file = raw.partition("(tệp: ")[2].rstrip(")")
            else:
                yield file, value, where, raw


@pytest.mark.parametrize("paper", ["bao-cao-*.docx", "bang-tong-hop-diem-*.docx"])
def test_audit_facts_and_scores_every_figure_that_is_quoted(sample_block: Path, paper: str) -> None:
    facts = asked(sample_block, """
        SELECT f.file_name, a.value, a.raw, a.status FROM audit_facts a JOIN audit_files f USING (file_id)
    """)  # fmt: skip
    scores = asked(sample_block, """
        SELECT f.file_name, s.self_score, s.criterion, s.code
        FROM audit_scores s JOIN audit_files f USING (file_id)
    """)  # fmt: skip
    checked = 0
    for file, value, where, raw in quoted(sample_block, paper):
        assert any(stands(row, file, value, raw) for row in facts) or any(
            row[0] == file
            and row[1] == number(value.replace(UNSURE, ""))
            and row[2] in raw
            and row[3].rpartition(".")[2] in raw
            for row in scores
        ), (file, value, where, raw)
        checked += 1
    assert checked >= 100


def stands(row: tuple[str, str, str, str], file: str, value: str, raw: str) -> bool:
    """Whether the fact is the figure: in that file, in those words, and where it is sure, of that value."""
    name, stored, words, status = row
    if name != file or words is None or " ".join(words.split()) != " ".join(raw.split()):
        return False
    if UNSURE in value or status not in SURE:
        return True
    plain = day(value) if re.fullmatch(r"[0-9]{2}/[0-9]{2}/[0-9]{4}", value) else value
    return (number_or_none(plain) or plain) == (number_or_none(stored) or stored)


def number_or_none(text: str) -> float | None:
    """The number; None for words."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def test_audit_findings_what_people_are_told_of(sample_block: Path) -> None:
    rows = table(tables(sample_block, "bao-cao-*.docx"), "TT", "Đơn vị", "Nội dung", "Mức độ")
    known = units(sample_block)
    told = {(known.get(name), text) for _at, name, text, _level in rows}
    query = "SELECT unit_id, message FROM audit_findings WHERE severity <> 'info'"
    stored = {(unit, " ".join(message.split())) for unit, message in asked(sample_block, query)}
    assert {text for _unit, text in told} == {text for _unit, text in stored}
    assert len(rows) == len(stored) >= 10


def test_audit_reports_the_papers_as_they_lie_there(sample_block: Path) -> None:
    stored = dict(asked(sample_block, "SELECT file_name, sha256 FROM audit_reports ORDER BY report_id"))
    lying = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (sample_block / "reports").iterdir()}
    assert stored == lying


def test_audit_events_every_paper_and_file_is_told_of_once(sample_block: Path) -> None:
    query = "SELECT count(*), count(DISTINCT subject) FROM audit_events WHERE what = ?"
    files = asked(sample_block, "SELECT count(*) FROM audit_files")[0][0]
    assert asked(sample_block, query, ["receive"]) == [(files, files)]
    papers = asked(sample_block, "SELECT count(*) FROM audit_reports")[0][0]
    assert asked(sample_block, query, ["report"]) == [(papers, papers)]

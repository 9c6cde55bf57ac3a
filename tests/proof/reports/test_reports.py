"""Every number of a finished report equals what plain SQL says of the store."""

from pathlib import Path

import pytest

from tests.pipeline.command import thidua
from tests.proof.reports.paper import UNSURE, asked, number, table, tables, units

GROUPS = {"I", "II", "III", "IV"}

TOTAL = """
    SELECT f.value FROM audit_facts f JOIN audit_documents d ON d.document_id = f.document_id
    WHERE d.unit_id = ? AND d.kind = 'plan_report_year' AND d.state <> 'superseded'
      AND f.field = 'total_self_score' AND f.status IN ('accepted', 'confirmed', 'corrected')
"""


def test_the_totals_are_the_store_s(sample_block: Path) -> None:
    rows = table(tables(sample_block, "bao-cao-*.docx"), "Đơn vị", "Điểm tự chấm")
    known = units(sample_block)
    checked = 0
    for name, points in rows:
        if (value := number(points)) is not None:
            assert [float(row[0]) for row in asked(sample_block, TOTAL, [known[name]])] == [value], name
            checked += 1
    assert checked >= 5


def test_the_timeliness_is_the_store_s(sample_block: Path) -> None:
    rows = table(tables(sample_block, "bao-cao-*.docx"), "Đơn vị", "Số, ký hiệu", "Ngày văn bản", "Hạn gửi")
    known = units(sample_block)
    query = """
        SELECT d.number, strftime('%d/%m/%Y', d.issued_on), strftime('%d/%m/%Y', s.due_on)
        FROM audit_documents d JOIN audit_schedule s ON s.document_id = d.document_id AND s.unit_id = d.unit_id
        WHERE d.unit_id = ? AND d.kind = 'plan_report_year' AND d.number = ?
    """
    checked = 0
    for name, paper, issued, due in rows:
        if paper and UNSURE not in paper + issued:
            assert asked(sample_block, query, [known[name], paper]) == [(paper, issued, due)], name
            checked += 1
    assert checked >= 5


def test_the_groups_of_the_score_sheet_are_the_store_s(sample_block: Path) -> None:
    sheet = next(t for t in tables(sample_block, "bao-cao-*.docx") if len(t.columns) > 12)
    heads = [[c.text for c in row.cells] for row in sheet.rows[:2]]
    own = [(i, heads[0][i]) for i in range(len(heads[0])) if heads[1][i] == "TC" and heads[0][i] in GROUPS]
    known = units(sample_block)
    query = """
        SELECT s.self_score FROM audit_scores s JOIN audit_documents d ON d.document_id = s.document_id
        WHERE d.unit_id = ? AND d.kind = 'plan_report_year' AND d.state <> 'superseded' AND s.criteria_code = ?
          AND s.status IN ('accepted', 'confirmed', 'corrected')
    """
    checked = 0
    for row in sheet.rows[2:]:
        cells = [c.text for c in row.cells]
        for column, code in own:
            value = number(cells[column]) if cells[1] in known else None
            if value is not None:
                assert (value,) in asked(sample_block, query, [known[cells[1]], code]), (cells[1], code)
                checked += 1
    assert checked >= 20


def test_the_awards_are_the_store_s(sample_block: Path) -> None:
    from pipeline.awards import named

    known = units(sample_block)
    query = "SELECT unit_id, award, who, registered, proposed, granted FROM audit_awards"
    stored = {(unit, named(award, who)): counts for unit, award, who, *counts in asked(sample_block, query)}
    heads = ("Danh hiệu, hình thức/Đơn vị", "Đăng ký", "Đề nghị", "Được tặng")
    award, checked = "", 0
    for name, *cells in table(tables(sample_block, "bao-cao-*.docx"), *heads):
        award = award if name in known else name
        for text, count in zip(cells, stored.get((known.get(name, ""), award), ()), strict=False):
            if (value := number(text)) is not None:
                assert value == count, (name, award)
                checked += 1
    assert checked >= 15


def test_the_block_s_awards_are_the_sums_of_the_store(sample_block: Path) -> None:
    from pipeline.awards import named

    query = "SELECT award, who, sum(registered), sum(proposed), sum(granted) FROM audit_awards GROUP BY award, who"
    stored = {named(award, who): sums for award, who, *sums in asked(sample_block, query)}
    heads = ("TT", "Danh hiệu, hình thức khen thưởng", "Đăng ký", "Đề nghị", "Được tặng")
    shown = {
        name: [number(c) for c in cells] for _, name, *cells in table(tables(sample_block, "bao-cao-*.docx"), *heads)
    }
    assert len(shown) >= 5
    assert {name: shown[name] for name in shown if any(shown[name])} == {n: list(s) for n, s in stored.items()}


@pytest.mark.parametrize("kind", ["bao-cao", "bang-tong-hop-diem", "don-doc", "so-van-ban-den"])
def test_every_number_of_every_paper_is_what_the_store_would_write(sample_block: Path, kind: str) -> None:
    for paper in sorted((sample_block / "reports").glob(f"{kind}-*.docx")):
        done = thidua(sample_block, "verify", str(paper), "--json")
        assert done.returncode == 0, done.stdout + done.stderr
        assert '"verdict": "equal"' in done.stdout

"""A chart says of each unit's total what the report says of it."""

import pytest
from docx import Document
from sqlite_utils import Database

from pipeline import blockfile
from pipeline.web import charts
from tests.pipeline.web.served import AS_OF, ask, command

pytestmark = pytest.mark.usefixtures("vietnamese")


def test_each_total_is_the_reports_and_one_that_a_check_contradicts_has_no_bar(root):
    command(root, "report", "scores", "--as-of", AS_OF)
    (paper,) = (root / "reports").glob("bang-tong-hop-diem-*.docx")
    rows = [[cell.text for cell in row.cells] for table in Document(str(paper)).tables for row in table.rows]
    block = blockfile.load(root / "khoi.toml")
    db = Database(root / "thidua.db")
    chart = charts.scores(db, block)
    db.close()
    assert len(chart.bars) == len(block.units)
    for bar in chart.bars:
        printed = next(row for row in rows if bar.name in row)
        assert bar.told.strip("–") in printed, bar
        assert bool(bar.parts[0].width) == (bar.told not in ("–", "") and "[" not in bar.told)
    told = {bar.told for bar in chart.bars}
    wrong = ask(root, "SELECT document_id FROM findings WHERE code = 'score.total_mismatch' AND severity = 'error'")
    assert wrong
    assert any("[cần kiểm tra]" in words for words in told)

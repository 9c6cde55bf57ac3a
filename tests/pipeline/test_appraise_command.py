"""The appraisal meeting from the command line: sheets out, scores back as decisions."""

import openpyxl

from tests.pipeline.appraised import block_cell
from tests.pipeline.command import rows, run, thidua

DAY = ("--as-of", "2023-01-10")


def exported(root):
    done = thidua(root, "appraise", "export", str(root / "cham.xlsx"), *DAY)
    assert done.returncode == 0, done.stderr
    return openpyxl.load_workbook(root / "cham.xlsx")


def test_a_changed_score_becomes_a_decision_that_the_store_shows(workspace):
    run(workspace)
    book = exported(workspace)
    score, reason = block_cell(book["Sở Y tế"], "I.1")
    assert not score.protection.locked
    score.value, reason.value = 37.5, "Thiếu tài liệu kiểm chứng"
    book.save(workspace / "cham.xlsx")
    done = thidua(workspace, "appraise", "import", str(workspace / "cham.xlsx"), "--who", "Hội nghị", *DAY)
    assert done.returncode == 0, done.stderr
    decided = "SELECT who, field, after, reason FROM audit_decisions"
    assert rows(workspace, decided) == [("Hội nghị", "score:I.1/block_score", "37.5", "Thiếu tài liệu kiểm chứng")]
    held = "SELECT block_score FROM audit_scores WHERE unit_id = 'syt' AND code = 'I.1'"
    assert rows(workspace, held) == [(37.5,)]


def test_a_score_that_the_block_gives_as_the_unit_did_needs_no_reason(workspace):
    run(workspace)
    book = exported(workspace)
    score, _reason = block_cell(book["Sở Y tế"], "I.1")
    score.value = 38
    book.save(workspace / "cham.xlsx")
    done = thidua(workspace, "appraise", "import", str(workspace / "cham.xlsx"), "--who", "Hội nghị", *DAY)
    assert done.returncode == 0, done.stderr
    assert rows(workspace, "SELECT after, reason > '' FROM audit_decisions") == [("38", 1)]


def test_a_sheet_that_cannot_be_taken_over_changes_nothing(workspace):
    run(workspace)
    book = exported(workspace)
    score, _reason = block_cell(book["Sở Y tế"], "I.1")
    score.value = "ba mươi bảy"
    book.save(workspace / "cham.xlsx")
    done = thidua(workspace, "appraise", "import", str(workspace / "cham.xlsx"), *DAY)
    assert done.returncode == 2
    assert "ba mươi bảy" in done.stderr
    assert rows(workspace, "SELECT count(*) FROM audit_decisions") == [(0,)]

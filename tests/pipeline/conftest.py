"""A small workspace with two reports in its inbox."""

import pytest

from tests.pipeline.papers import write_workspace, write_year_report

GOOD = ("55", "38", "17", "36,5", "22", "14,5")


@pytest.fixture
def workspace(tmp_path):
    root = write_workspace(tmp_path / "khối 2022")
    inbox = root / "inbox"
    (inbox / "email").mkdir()
    write_year_report(inbox / "email/syt.docx", "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    write_year_report(inbox / "sct.docx", "Sở Công Thương", "9/BC-SCT", "05 tháng 01 năm 2023", GOOD, "91,5")
    return root

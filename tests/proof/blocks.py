"""Small workspaces with one of each: a DOCX, a PDF, a mailed archive, a copy, a broken file, a lock file."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.packed import zipped
from tests.pipeline.papers import GOOD, aged, write_workspace, write_year_report

AS_OF = "2023-01-10"


def small_block(root: Path) -> Path:
    """A workspace with five files in its inbox, of which two are papers."""
    write_workspace(root)
    inbox = root / "inbox"
    (inbox / "email").mkdir()
    write_year_report(inbox / "sct.docx", "Sở Công Thương", "9/BC-SCT", "05 tháng 01 năm 2023", GOOD, "91,5")
    report = root / "syt.docx"
    write_year_report(report, "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    (inbox / "email/ho so.zip").write_bytes(zipped({"syt.docx": report.read_bytes(), "~$syt.docx": b"lock"}))
    shutil.move(report, inbox / "sy te.docx")
    (inbox / "hong.docx").write_bytes((inbox / "sct.docx").read_bytes()[:9000])
    (inbox / "~$sct.docx").write_bytes(b"lock")
    return aged(root)

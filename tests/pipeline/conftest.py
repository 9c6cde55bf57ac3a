"""A small workspace with two reports in its inbox."""

import shutil

import pytest

from tests.pipeline.command import run
from tests.pipeline.papers import GOOD, write_workspace, write_year_report


@pytest.fixture
def workspace(tmp_path):
    return _written(tmp_path / "khối 2022")


@pytest.fixture(scope="session")
def _finished(tmp_path_factory):
    root = _written(tmp_path_factory.mktemp("finished") / "khối 2022")
    done = run(root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def finished(_finished, tmp_path):
    """The workspace after a run, as a copy that the test may change."""
    return shutil.copytree(_finished, tmp_path / "khối 2022")


def _written(folder):
    root = write_workspace(folder)
    inbox = root / "inbox"
    (inbox / "email").mkdir()
    write_year_report(inbox / "email/syt.docx", "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    write_year_report(inbox / "sct.docx", "Sở Công Thương", "9/BC-SCT", "05 tháng 01 năm 2023", GOOD, "91,5")
    return root

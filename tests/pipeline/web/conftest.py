"""The sample block, served: a workspace with accounts and a hostile paper in it."""

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.commands.group import thidua
from pipeline.edges import store_search
from pipeline.edges.workspace import opened
from tests.pipeline.papers import write_year_report

AS_OF = "2021-01-15"
PASSWORD = "mật khẩu thử"
ACCOUNTS = {"doc-thu": "reader", "lan-thu": "reviewer", "minh-thu": "approver"}
HOSTILE = '<script>document.title="HỎNG"</script> =HYPERLINK("http://xau.vn") {{7*7}}'
SAMPLES = Path(__file__).parents[3] / "samples"


def command(root, *arguments, stdin=None):
    result = CliRunner().invoke(thidua, ["-C", str(root), *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (0, 1), result.output
    return result.output


def ask(root, query, *values):
    """Rows as dicts, through a connection of its own."""
    db = sqlite3.connect(root / "thidua.db")
    db.row_factory = sqlite3.Row
    found = [dict(row) for row in db.execute(query, values)]
    db.close()
    return found


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The workspace, run once; tests that decide take a copy."""
    root = tmp_path_factory.mktemp("khối") / "năm 2020"
    root.mkdir()
    for name in ("khoi.toml", "ke-hoach.docx", "tieu-chi.docx"):
        shutil.copyfile(SAMPLES / name, root / name)
    shutil.copytree(SAMPLES / "inbox", root / "inbox")
    scores = ("55", "38", "17", "36,5", "22", "14,5")
    write_year_report(root / "inbox" / "lạ.docx", HOSTILE, "1/BC-LA", "20 tháng 12 năm 2020", scores, "91,5")
    command(root, "run", "--as-of", AS_OF, "--jobs", "2")
    with opened(root) as workspace:
        store_search.refresh(workspace.db)  # as `thidua serve` does when it begins
    for name, role in ACCOUNTS.items():
        command(root, "user", "add", name, "--role", role, "--password-file", "-", stdin=PASSWORD)
    return root


@pytest.fixture
def root(made, tmp_path):
    copy = tmp_path / "khối"
    shutil.copytree(made, copy)
    return copy


@pytest.fixture
def as_of():
    return date.fromisoformat(AS_OF)

"""No export writes over what the workspace itself stands on."""

import pytest
from click.testing import CliRunner

from pipeline.commands.group import thidua

OWN = ("thidua.db", "thidua.db-wal", "khoi.toml", "ke-hoach.docx", "tieu-chi.docx", "inbox/x.xlsx", "archive/ab/x")
EXPORTS = (
    ("export", "xlsx"),
    ("export", "csv"),
    ("export", "snapshot"),
    ("review", "export"),
    ("appraise", "export"),
)


def held(root):
    """Every file but the store, which a check may write to."""
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and "thidua.db" not in path.name}


@pytest.mark.parametrize("command", EXPORTS)
def test_an_export_onto_the_workspace_s_own_files_is_refused(finished, command):
    before = held(finished)
    for own in (*OWN, "inbox", "archive"):
        done = CliRunner().invoke(thidua, ["-C", str(finished), *command, str(finished / own)])
        assert done.exit_code == 2, (own, done.output)
    assert held(finished) == before
    assert CliRunner().invoke(thidua, ["-C", str(finished), "verify"]).exit_code == 0


def test_another_place_is_written(finished):
    target = finished / "export/so.xlsx"
    assert CliRunner().invoke(thidua, ["-C", str(finished), "export", "xlsx", str(target)]).exit_code == 0
    assert target.is_file()

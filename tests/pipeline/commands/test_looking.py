"""A command that only tells makes nothing in a workspace that has no store yet."""

import pytest

from tests.pipeline.command import thidua
from tests.pipeline.papers import write_workspace


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("status",), 0),
        (("status", "--json"), 0),
        (("verify",), 2),
        (("explain",), 0),
        (("doctor",), 0),
        (("review", "list"), 0),
        (("review", "show", "1"), 0),
        (("user", "list"), 0),
        (("templates", "--dry-run"), 0),
        (("export", "csv"), 2),
        (("export", "xlsx"), 2),
        (("export", "snapshot"), 2),
    ],
)
def test_looking_makes_no_store(tmp_path, command, code):
    root = write_workspace(tmp_path / "khối")
    before = sorted(root.rglob("*"))
    done = thidua(root, *command)
    assert done.returncode == code, done.stderr
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("command", [("status",), ("review", "list"), ("export", "csv")])
def test_looking_hides_no_lost_store(tmp_path, command):
    root = write_workspace(tmp_path / "khối")
    (root / "archive/ab").mkdir(parents=True)
    (root / "archive/ab/abc").write_bytes(b"received")
    done = thidua(root, *command)
    assert (done.returncode, "archive/" in done.stderr) == (2, True), done.stderr

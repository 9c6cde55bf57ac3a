"""The sample block, run once for all proofs that look at it."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def sample_block(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample block, run."""
    from click.testing import CliRunner

    from pipeline.commands.group import thidua

    root = tmp_path_factory.mktemp("sample") / "khối"
    done = CliRunner().invoke(thidua, ["demo", str(root), "--jobs", "2"])
    assert done.exit_code == 0, done.output
    return root

"""The sample workspace, run once for all pages that begin in it."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.docs.reader import environment


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The sample workspace as `thidua demo` leaves it; copy it before use."""
    root = tmp_path_factory.mktemp("docs") / "thu-khoi"
    subprocess.run(["thidua", "demo", str(root)], env=environment("vi"), check=True, capture_output=True)
    return root


@pytest.fixture
def own_sample(sample, tmp_path):
    """A copy of the sample workspace to work in."""
    return shutil.copytree(sample, tmp_path / "thu-khoi")

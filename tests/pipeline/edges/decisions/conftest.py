"""The store of the year, open for deciding."""

from dataclasses import replace

import pytest

from tests.pipeline.cases import BLOCK
from tests.pipeline.edges.decisions.year import checked, opened


@pytest.fixture
def workspace(tmp_path):
    workspace = opened(tmp_path)
    checked(workspace)
    yield workspace
    workspace.db.close()


@pytest.fixture
def four_eyes(tmp_path):
    workspace = opened(tmp_path, replace(BLOCK, four_eyes=True))
    checked(workspace)
    yield workspace
    workspace.db.close()

"""What holds for all tests: the program, started hundreds of times, is compiled once, whatever the machine says.

No example has a deadline: a machine that is busy with other tests is slow, not wrong.
"""

import os

import pytest
from hypothesis import settings

from tests.speaking import speaking

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile("thidua", deadline=None)
settings.load_profile("thidua")


@pytest.fixture
def english():
    with speaking("en"):
        yield


@pytest.fixture
def vietnamese():
    with speaking("vi"):
        yield

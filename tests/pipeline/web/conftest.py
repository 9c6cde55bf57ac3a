"""The sample block, served: a workspace with accounts and a hostile paper in it."""

import shutil
from datetime import date

import pytest

from pipeline.edges import store_search
from pipeline.edges.store_accounts import ROLES
from pipeline.edges.workspace import opened
from tests.pipeline.papers import GOOD, write_year_report
from tests.pipeline.web.browser import Browser
from tests.pipeline.web.served import ACCOUNTS, AS_OF, HOSTILE, NAMES, PASSWORD, SAMPLES, command
from tests.speaking import speaking


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The workspace, run once; tests that decide take a copy."""
    root = tmp_path_factory.mktemp("khối") / "năm 2020"
    root.mkdir()
    for name in ("khoi.toml", "ke-hoach.docx", "tieu-chi.docx"):
        shutil.copyfile(SAMPLES / name, root / name)
    shutil.copytree(SAMPLES / "inbox", root / "inbox")
    write_year_report(root / "inbox" / "lạ.docx", HOSTILE, "1/BC-LA", "20 tháng 12 năm 2020", GOOD, "91,5")
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


@pytest.fixture
def browser(root):
    """Nobody yet, in the language of the test."""
    browser = Browser(root)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def reader(made):
    """Who only reads, in Vietnamese."""
    with speaking("vi"):
        browser = Browser(made)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def browsers(made):
    """One browser for nobody (None) and one for each role."""
    found = {role: Browser(made) for role in (None, *ROLES)}
    for role in ROLES:
        found[role].login(NAMES[role])
    yield found
    for browser in found.values():
        browser.close()

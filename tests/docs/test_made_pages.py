"""The pages that come from the program are current; what they are made from is whole; no licence binds us."""

import re
import sqlite3
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from pipeline.explanations.registry import EXPLANATIONS
from pipeline.findings import FINDINGS
from scripts.make_pages import PAGES
from scripts.pages import licences, schema
from tests.docs.blocks import DOCS

pytestmark = pytest.mark.usefixtures("vietnamese")

CURRENT = [name for name in PAGES if name != "licences.md"]
PROJECT = tomllib.loads((DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("name", CURRENT)
def test_the_page_is_current(name):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run `make pages`"


def test_every_finding_is_on_the_page():
    page = (DOCS / "en" / "findings.md").read_text(encoding="utf-8")
    assert [code for code in FINDINGS if f"### `{code}`" not in page] == []
    assert FINDINGS.keys() <= EXPLANATIONS.keys()


def test_every_column_of_the_schema_is_read():
    db = sqlite3.connect(":memory:")
    db.executescript((schema.PIPELINE / "schema.sql").read_text(encoding="utf-8"))
    for table in schema.tables():
        if table.columns:
            wanted = [row[1] for row in db.execute(f"PRAGMA table_info({table.name})")]
            assert [column[0] for column in table.columns] == wanted, table.name
    made = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    db.close()
    named = {table.name for table in schema.tables()}
    assert named == {name for name in made if not re.match(r"sqlite_|passages_fts_", name)}


def test_every_package_that_we_name_is_listed():
    parts = [line for part, lines in PROJECT["optional-dependencies"].items() if part != "bench" for line in lines]
    wanted = {canonicalize_name(Requirement(line).name) for line in [*PROJECT["dependencies"], *parts]}
    listed = set(re.findall(r"^\| ([a-z0-9-]+) \|", (DOCS / "licences.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert wanted - listed == set(), "run `make pages`"


def test_no_licence_binds_what_we_write():
    """LGPL and MPL libraries may be used by anybody; GPL and AGPL would bind us; an unknown one has to be looked up."""
    said = {package.name: package.licence for package in licences.packages()}
    assert [name for name, licence in said.items() if re.search(r"(?<!L)GPL|AGPL|UNKNOWN|Affero", licence)] == []


def test_a_binding_licence_would_be_seen():
    assert re.search(r"(?<!L)GPL|AGPL|UNKNOWN|Affero", "GPL-3.0-only")
    assert not re.search(r"(?<!L)GPL|AGPL|UNKNOWN|Affero", "LGPL-2.1-only")

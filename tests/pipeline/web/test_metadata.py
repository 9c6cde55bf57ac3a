"""What auditors are told of the store, and that Datasette still has the words that are translated."""

from pathlib import Path

import datasette
import pytest

from pipeline.edges.database import open_store
from pipeline.web.metadata import COLUMNS, VIEWS
from pipeline.web.phrases import PHRASES, translated

TEMPLATES = Path(datasette.__file__).parent / "templates"
OVERRIDDEN = ("index.html", "database.html")


@pytest.fixture(scope="module")
def columns(tmp_path_factory):
    db = open_store(tmp_path_factory.mktemp("s") / "thidua.db")
    found = {view: [row[1] for row in db.execute(f"PRAGMA table_info({view})")] for view in db.view_names()}
    db.close()
    return {view: names for view, names in found.items() if view.startswith("audit_")}


def test_every_view_has_a_title_and_every_column_a_description(columns):
    assert set(columns) == set(VIEWS)
    missing = {(view, name) for view, names in columns.items() for name in names if name not in COLUMNS}
    assert missing == set()


def test_every_facet_is_a_column(columns):
    assert all(facet in columns[name] for name, view in VIEWS.items() for facet in view.facets)


def test_no_description_is_of_a_column_that_is_not_there(columns):
    known = {name for names in columns.values() for name in names}
    assert set(COLUMNS) <= known


@pytest.mark.parametrize("phrase", PHRASES)
def test_datasette_still_says_what_is_translated(phrase):
    texts = [path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html") if path.name not in OVERRIDDEN]
    assert any(phrase in text for text in texts)


def test_scripts_stay_as_they_are():
    script = "<script>const rows = '>Log out<';</script>"
    assert script in translated(f"<p>{script}</p>")


@pytest.mark.usefixtures("vietnamese")
def test_heads_and_questions_are_said_in_vietnamese():
    from pipeline.web.heads import HEADS, head
    from pipeline.web.phrases import translated

    assert all(head(name) != name for name in HEADS)
    assert head("max_score") == "Điểm tối đa"
    assert "{{ head(name) }}</label>" in translated('<label for="qp1">{{ name }}</label>')
    assert "table.js" not in translated("<script src=\"{{ urls.static('table.js') }}\" defer></script>")

"""The templates and their page: every kind renders from the invented year, and no variable is unnamed."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from pipeline.edges.render import render
from pipeline.figures import Figure, Line, ReportContext, figures_of
from pipeline.reports.registry import REPORTS, build
from tests.pipeline.reports.invented import TEMPLATES, view
from tests.pipeline.reports.reading import everything

NAMED = set(re.findall(r"`([a-z_]+(?:\.[a-z_]+)*)`", (TEMPLATES / "README.md").read_text()))


def variables(content, name=""):
    """Every name that a template can use: "block.name"; below a list only the fields' own names."""
    if isinstance(content, Mapping):
        for key, value in content.items():
            yield from variables(value, f"{name}.{key}" if name else key)
    elif isinstance(content, list | tuple) and not isinstance(content, Figure | Line):
        yield name
        for item in content:
            yield from variables(item)
    elif name:
        yield name


def contexts():
    papers = [paper for kind in REPORTS for paper in build(kind, view())]
    return [paper for paper in papers if isinstance(paper, ReportContext)]


@pytest.mark.parametrize("context", contexts(), ids=lambda c: c.file_name)
def test_every_variable_is_named_on_the_templates_page(context):
    assert set(variables(context.values)) - NAMED == set()


@pytest.mark.parametrize("context", contexts(), ids=lambda c: c.file_name)
def test_a_paper_renders_whole(context):
    shown = everything(render(context, TEMPLATES).data)
    assert "{{" not in shown
    assert "{%" not in shown
    assert "\ue000" not in shown


@pytest.mark.parametrize("context", contexts(), ids=lambda c: c.file_name)
def test_a_doubtful_figure_is_never_printed_as_sure(context):
    for figure in figures_of(context.values):
        assert figure.sure or "[cần kiểm tra]" in figure.text, figure.key


def test_every_template_is_of_a_kind():
    wanted = {context.template for context in contexts()}
    assert {path.name for path in TEMPLATES.glob("*.docx")} == wanted

"""Charts: the same bytes each time, words for those who cannot see them, and no paper without them fails."""

import io
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from pipeline.edges import charts
from pipeline.edges.render import render
from pipeline.reports.year import build
from tests.pipeline.reports.invented import view

pytest.importorskip("matplotlib")

DESCRIPTION = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def year():
    return render(build(view())[0], Path("templates")).data


def test_the_year_s_report_has_charts_with_words_for_them():
    with zipfile.ZipFile(io.BytesIO(year())) as paper:
        images = [name for name in paper.namelist() if name.startswith("word/media/")]
        body = etree.fromstring(paper.read("word/document.xml"))
    described = [element.get("descr") or "" for element in body.iter(DESCRIPTION)]
    assert len(images) == len(described) == 2
    assert "Sở Sao Mai: điểm tự chấm 95,25" in described[0]
    assert "Tổ chức ký kết giao ước" in described[1]


def test_the_same_content_gives_the_same_bytes():
    first = year()
    charts.drawn.cache_clear()
    assert year() == first


def test_without_matplotlib_the_paper_does_without_charts(monkeypatch):
    charts.drawn.cache_clear()
    for name in ("matplotlib", "matplotlib.figure"):
        monkeypatch.setitem(sys.modules, name, None)
    with zipfile.ZipFile(io.BytesIO(year())) as paper:
        assert not [name for name in paper.namelist() if name.startswith("word/media/")]
    charts.drawn.cache_clear()

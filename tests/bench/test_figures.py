"""What the benchmark says of its figures; the figures themselves are never tested."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench import measure, papers
from bench.goals import at_least, at_most
from bench.on_dask import Line, line
from bench.table import Figures, earlier, judged

GOALS = {"reads": at_most(4), "beats": at_least(20), "peer": at_least(15)}


def test_each_figure_stands_beside_its_goal_and_the_run_before(capsys: pytest.CaptureFixture[str]) -> None:
    figures: Figures = {"Word papers": {"reads": 4.0, "beats": 19.9, "peer": None, "whole": 7.0}}
    judged({"reads": 5.0, "peer": None}, figures, GOALS)
    said = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["Word", "papers"] in said
    assert ["reads", "5.000", "4.000", "✓", "at", "most", "4"] in said
    assert ["beats", "-", "19.900", "✗", "at", "least", "20"] in said
    assert ["peer", "-", "-", "?", "at", "least", "15,", "not", "installed"] in said
    assert ["whole", "-", "7.000"] in said
    assert ["✓", "1", "of", "3", "goals", "met"] in said
    assert said[-2:] == [["✗", "not", "met:", "beats"], ["?", "not", "measured:", "peer"]]


@pytest.mark.parametrize("text", ["", "{", "[]"])
def test_a_file_without_figures_says_nothing_of_before(tmp_path: Path, text: str) -> None:
    (tmp_path / "bench.json").write_text(text, encoding="utf-8")
    assert earlier(tmp_path / "bench.json") == {}
    assert earlier(tmp_path / "none.json") == {}


def test_start_up_is_told_from_what_each_paper_costs() -> None:
    walls = [(9.0, 6.0), (3.0, 8.0)]  # two seconds, and half a second for each paper; the slower runs are noise
    assert line(walls, 2, 8) == Line(start=2.0, each=0.5)


def test_one_number_of_papers_tells_nothing_of_growth() -> None:
    one = {
        "papers": 100,
        "ms_a_paper": 20.0,
        "taken_in_ms_a_paper": 10.0,
        "peak_mb": {papers.whole_runs.COMPLETE: 100.0},
    }
    assert papers.growth([one]) == {}
    ten = {
        "papers": 10_000,
        "ms_a_paper": 21.0,
        "taken_in_ms_a_paper": 9.0,
        "peak_mb": {papers.whole_runs.COMPLETE: 105},
    }
    assert papers.growth([one, ten]) == {
        "CPU a paper, complete run: 10,000 / 100": 1.05,
        "CPU a paper, inbox to store: 10,000 / 100": 0.9,
        "peak of a complete run: 10,000 / 100": 1.05,
    }


def test_a_command_that_fails_says_why() -> None:
    with pytest.raises(subprocess.CalledProcessError) as failed:
        measure.command([sys.executable, "-c", "import sys; print('no such worker', file=sys.stderr); sys.exit(2)"])
    assert failed.value.__notes__ == ["no such worker\n"]

"""Every code has its three texts, in both languages; `explain` prints them."""

import json

import pytest
from click.testing import CliRunner

from pipeline.commands.appraise import PROBLEMS
from pipeline.commands.group import thidua
from pipeline.explanations.registry import EXPLANATIONS
from pipeline.findings import FINDINGS
from pipeline.language import catalog

pytestmark = pytest.mark.usefixtures("english")


def explain(*arguments):
    return CliRunner().invoke(thidua, ["explain", *arguments])


def test_every_code_that_a_person_meets_is_explained_and_no_other():
    exits = {f"exit.{code}" for code in (1, 2, 3)}
    assert EXPLANATIONS.keys() == FINDINGS.keys() | PROBLEMS.keys() | exits


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_its_three_texts_are_whole_sentences_and_translated(code):
    for text in EXPLANATIONS[code]:
        vietnamese = catalog("vi").gettext(text)
        assert vietnamese != text
        for one in (text, vietnamese):
            assert one.endswith((".", "…"))
            assert one[0].isupper() or one[0] == "`"
            assert len(one) <= 260


def test_without_a_code_all_are_listed():
    told = explain()
    assert told.exit_code == 0
    assert all(code in told.output for code in EXPLANATIONS)


@pytest.mark.parametrize("code", ["score.over_max", "SCORE.OVER_MAX", "score.over_max:"])
def test_a_code_is_explained_however_it_is_copied(code):
    told = explain(code).output
    words = " ".join(told.split())
    assert all(text in words for text in EXPLANATIONS["score.over_max"])
    assert "error" in told


def test_a_mistyped_code_is_answered_with_the_nearest():
    told = explain("score.overmax")
    assert told.exit_code == 2
    assert "score.over_max" in told.output


def test_programs_get_all_of_it():
    listed = json.loads(explain("--json").output)
    assert [one["code"] for one in listed] == list(EXPLANATIONS)
    assert json.loads(explain("schedule.late", "--json").output)[0]["todo"] == EXPLANATIONS["schedule.late"].todo

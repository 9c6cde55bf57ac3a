"""A decision is taken back by another one, and brings back what held before."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.decided_values import Choice, NotAllowed
from pipeline.edges.log import broken_at
from pipeline.edges.store_decisions import decide, standing, undo, unlogged
from tests.pipeline.cases import fact, read_file, score, words, year_report
from tests.pipeline.edges.decisions.year import FILES, UNSURE, checked, opened, rows, told

pytestmark = pytest.mark.usefixtures("english")


def test_undo_is_a_decision_and_brings_back_what_held_before(workspace):
    (first,) = decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    (second,) = decide(workspace, "lan", [Choice(2, "total_self_score", "94", "nhầm")])
    undo(workspace, "minh", second)
    assert checked(workspace)[2].facts["total_self_score"].fact.value == 95.5
    undo(workspace, "minh", first)
    assert checked(workspace)[2].facts["total_self_score"].fact.status is UNSURE
    with pytest.raises(NotAllowed):
        undo(workspace, "minh", first)
    assert len(rows(workspace, "SELECT * FROM decisions")) == 4
    assert unlogged(workspace.db) == []


def test_an_undo_tells_the_value_that_stands_and_the_one_that_will(workspace):
    (first,) = decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    (second,) = decide(workspace, "lan", [Choice(2, "total_self_score", "94", "nhầm")])
    assert told(workspace, undo(workspace, "minh", second)) == ("94", "95.5")
    (third,) = decide(workspace, "lan", [Choice(2, "total_self_score", "93", "nhầm")])
    assert told(workspace, third)[0] == "95.5", "not what was taken back"
    assert told(workspace, undo(workspace, "minh", third)) == ("93", "95.5")
    assert told(workspace, undo(workspace, "minh", first)) == ("95.5", "96"), "what the paper reads"


def test_an_undo_brings_what_the_paper_reads_now(workspace):
    (first,) = decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    now = {"total_self_score": fact("total_self_score", 90.0)}
    checked(workspace, (FILES[0], read_file(2, year_report(**now), words(500), scores=[score("I", "9.5")])))
    assert told(workspace, undo(workspace, "minh", first)) == ("95.5", "90")


def test_what_was_taken_back_is_not_what_the_paper_reads_even_before_the_next_check(workspace):
    (first,) = decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    checked(workspace)
    undo(workspace, "minh", first)
    (second,) = decide(workspace, "lan", [Choice(2, "total_self_score", "94", "nhầm")])
    (row,) = rows(workspace, f"SELECT before, read FROM decisions WHERE decision_id = {second}")
    assert row == {"before": "96", "read": "96"}


def test_a_decision_that_another_one_followed_is_not_taken_back_out_of_turn(workspace):
    (first,) = decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    (second,) = decide(workspace, "lan", [Choice(2, "total_self_score", "94", "nhầm")])
    with pytest.raises(NotAllowed, match=f"decision {second} came after"):
        undo(workspace, "minh", first)
    back = undo(workspace, "minh", second)
    with pytest.raises(NotAllowed, match="decide the value anew"):
        undo(workspace, "minh", back)
    undo(workspace, "minh", first)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.integers(0, 100).map(str), st.just("undo")), max_size=8))
def test_what_stands_is_the_last_that_was_not_undone(tmp_path_factory, steps):
    workspace = opened(tmp_path_factory.mktemp("any"))
    checked(workspace)
    held: list[tuple[int, str]] = []
    for step in steps:
        if step != "undo":
            (made,) = decide(workspace, "lan", [Choice(2, "total_self_score", step, "lý do")])
            held.append((made, step))
        elif held:
            undo(workspace, "lan", held.pop()[0])
    found = [decision.after for decision in standing(workspace.db)]
    assert found == [after for _, after in held[-1:]]
    assert broken_at(workspace.db) is None
    assert unlogged(workspace.db) == []
    workspace.db.close()

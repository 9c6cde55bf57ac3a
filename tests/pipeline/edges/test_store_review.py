"""What the store has for a person who decides: where the files of a paper differ, what each of them says."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.decided_values import Choice
from pipeline.edges import store_review
from pipeline.edges.codec import dump_extraction
from pipeline.edges.store_decisions import decide
from tests.pipeline.cases import PDF, read_file, score, words, year_report
from tests.pipeline.edges.decisions.year import checked, opened

TEXT = words(0)
DRAFT_ROWS = [score("I", "9"), replace(score("II", "5"), row=2), replace(score("III", "4"), row=3)]
SIGNED_ROWS = [score("I", "8.5"), replace(DRAFT_ROWS[1], block_score=Decimal(6)), DRAFT_ROWS[2]]
PAIR = (
    read_file(1, year_report(number=None, signer_name="Lê Văn Thử"), TEXT, scores=DRAFT_ROWS),
    read_file(2, year_report(signer_name="Nông Thị Mẫu"), TEXT, media_type=PDF, scores=SIGNED_ROWS),
)


@pytest.fixture
def workspace(tmp_path):
    """A paper whose draft and signed copy differ in two figures and the signer."""
    workspace = opened(tmp_path)
    checked(workspace, PAIR)
    for read in PAIR:
        data = dump_extraction(read.extraction).decode()
        workspace.db.table("extractions").insert({"file_id": read.file.file_id, "data": data})
    yield workspace
    workspace.db.close()


def said(workspace, field):
    """(file, value) of what each file says."""
    item = store_review.shown(workspace.db, 1, field).item
    return [(witness.file_id, witness.value) for witness in item.witnesses if witness.file_id]


def asked(workspace):
    return [one.field for one in store_review.queue(workspace.db) if one.field.startswith("score:")]


def test_where_two_files_differ_each_reading_can_be_chosen_with_its_file_and_place(workspace):
    assert said(workspace, "score:I/self_score") == [(1, "9"), (2, "8.5")]
    assert said(workspace, "signer_name") == [(1, "Lê Văn Thử"), (2, "Nông Thị Mẫu")]
    signed = store_review.shown(workspace.db, 1, "score:I/self_score").item.witnesses[1]
    assert signed.file_name == PAIR[1].file.file_name
    assert signed.raw == SIGNED_ROWS[0].raw
    assert said(workspace, "score:III/self_score") == [], "what is the same needs no choice"
    assert said(workspace, "doc_type") == []


def test_a_figure_that_only_one_file_has_is_told_of_both(workspace):
    assert said(workspace, "score:II/block_score") == [(1, None), (2, "6")]


def test_the_figure_that_differs_is_asked_for_and_no_other_until_each_is_decided(workspace):
    assert asked(workspace) == ["score:I/self_score", "score:II/block_score"]
    decide(workspace, "lan", [Choice(1, "score:II/self_score", "5")])
    checked(workspace, PAIR)
    assert asked(workspace) == ["score:I/self_score", "score:II/block_score"], "another figure settles nothing"
    decide(workspace, "lan", [Choice(1, "score:II/block_score", "6", "bản ký")])
    checked(workspace, PAIR)
    assert asked(workspace) == ["score:I/self_score"]


def test_the_queue_shows_the_figure_that_it_asks_for(workspace):
    values = {one.field: one.value for one in store_review.queue(workspace.db)}
    assert values["score:I/self_score"] == "9"
    assert values["score:II/block_score"] is None

"""What `check` wrote is read again, whole: paper by paper, in an order that no arrival changes."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from pipeline import checked as kept
from pipeline import run
from pipeline.checked import checked
from pipeline.edges.database import writing
from pipeline.edges.store_outcome import put_outcome
from pipeline.edges.workers import local
from pipeline.edges.workspace import opened
from pipeline.errors import AlteredStore
from pipeline.records import DocumentState
from pipeline.stages import check

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DAY = date(2021, 1, 15)
DECIDED = {"number": "99/BC-X", "unit_id": None, "score:I/self_score": "1", "count:granted/bang_khen/any": "7"}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """The sample block, read, with papers of several files, copies, replaced papers and decisions."""
    root = tmp_path_factory.mktemp("kept") / "khối"
    shutil.copytree(SAMPLES, root, ignore=shutil.ignore_patterns("faulty", "expected"))
    with opened(root) as workspace:
        run.plan(workspace)
        run.receive(workspace)
        with local(2) as read:
            run.extract(workspace, read)
        for file_id, (field, after) in enumerate(DECIDED.items(), 2):
            row = {"at": "2021-01-01", "who": "a", "document_id": file_id, "field": field, "after": after}
            workspace.db.table("decisions").insert({**row, "reason": ""})
        yield workspace


@pytest.fixture
def assembled(monkeypatch):
    """What `check` assembled, as often as it did."""
    outcomes = []
    assemble = check.assemble
    monkeypatch.setattr(check, "assemble", lambda *given: outcomes.append(assemble(*given)) or outcomes[-1])
    return outcomes


def whole(paper):
    row = (paper.document_id, paper.unit_id, paper.kind, paper.task_key, paper.state, paper.superseded_by)
    return (*row, paper.doubts, tuple(paper.files), dict(paper.facts), tuple(paper.scores))


def test_every_paper_is_read_again_as_it_was_assembled_and_in_the_same_order(workspace, assembled):
    workspace.db.execute("DELETE FROM derived")
    outcome = checked(workspace, DAY)
    (first,) = assembled
    assert any(len(paper.files) > 1 for paper in first.papers)
    assert any(paper.state is DocumentState.SUPERSEDED for paper in first.papers)
    assert any(entry.fact.method == "person" for paper in first.papers for entry in paper.facts.values())
    in_age = sorted(first.papers, key=check.age)
    assert [whole(paper) for paper in outcome.papers] == [whole(paper) for paper in in_age]
    assert (outcome.schedule, outcome.findings) == (first.schedule, first.findings)


def test_what_is_read_again_would_be_written_the_same(workspace):
    outcome = checked(workspace, DAY)
    with writing(workspace.db):
        assert put_outcome(workspace.db, outcome) == 0


def test_a_paper_whose_text_another_hand_took_away_is_told(workspace):
    paper = checked(workspace, DAY).papers[0]
    own = "SELECT file_id FROM document_files WHERE document_id = ?"
    workspace.db.execute("BEGIN")
    workspace.db.execute(f"DELETE FROM extractions WHERE file_id IN ({own})", [paper.document_id])
    with pytest.raises(AlteredStore, match=rf"thidua\.db.*extractions {paper.document_id}"):
        _ = paper.facts["doc_type"]
    workspace.db.conn.rollback()


def test_papers_are_not_held_once_others_were_looked_at(workspace, monkeypatch):
    monkeypatch.setattr(kept, "WHOLE_AT_ONCE", 2)
    papers = checked(workspace, DAY).papers
    first = papers[0].facts["doc_type"]
    assert papers[0].facts["doc_type"] is first
    assert all(len(paper.files) for paper in papers)
    _ = [paper.facts.get("doc_type") for paper in papers[1:]]
    assert papers[0].facts["doc_type"] == first
    assert papers[0].facts["doc_type"] is not first

"""A year of two papers, checked and stored, of which a person decides."""

from dataclasses import replace

from extractors.records import Status
from pipeline.decided_values import Choice
from pipeline.edges.database import open_store
from pipeline.edges.store_decisions import approve, decide, standing
from pipeline.edges.store_outcome import put_outcome, put_plan
from pipeline.edges.workspace import Workspace
from pipeline.stages.check import assemble
from tests.pipeline.cases import AS_OF, BLOCK, PLAN, fact, read_file, report, score, words, year_report

AT = "2023-01-31T08:00:00+07:00"

UNSURE = Status.NEEDS_REVIEW

FILES = (
    read_file(1, report(issued_on=fact("issued_on", "2022-06-10", UNSURE)), words(0)),
    read_file(
        2,
        year_report(total_self_score=fact("total_self_score", 96.0, UNSURE)),
        words(500),
        scores=[score("I", "9.5"), replace(score("II", "8", status=UNSURE), row=2)],
    ),
)


def checked(workspace, files=FILES):
    """The block's year, checked and stored; the files' rows are there."""
    for read in files:
        row = {name: getattr(read.file, name) for name in ("file_id", "file_name", "sha256", "bytes", "received_at")}
        workspace.db.table("files").insert({**row, "modified_ns": 0, "state": "read"}, pk="file_id", ignore=True)
    done = [read.file for read in files]
    outcome = assemble(workspace.block, PLAN, (), tuple(files), tuple(done), standing(workspace.db), AS_OF)
    with workspace.db.atomic():
        put_plan(workspace.db, PLAN.tasks, ())
        put_outcome(workspace.db, outcome)
    return {paper.document_id: paper for paper in outcome.papers}


def opened(folder, block=BLOCK):
    return Workspace(folder, block, open_store(folder / "thidua.db"), lambda: AT)


def rows(workspace, query):
    return list(workspace.db.query(query))


def total(workspace):
    return checked(workspace)[2].facts["total_self_score"].fact


def approved_change(workspace, after="95,5"):
    (changed,) = decide(workspace, "lan", [Choice(2, "total_self_score", after, "cộng sai")])
    approve(workspace, "minh", changed)
    return changed


def told(workspace, decision):
    (row,) = rows(workspace, f"SELECT before, after FROM decisions WHERE decision_id = {decision}")
    return row["before"], row["after"]

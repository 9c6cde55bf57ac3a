"""How the block stands on a day: what `check` left in the store, derived anew where what it rests on has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from extractors.records import Criterion
from pipeline import run
from pipeline.edges import kept_outcome, store_decisions, store_derived, store_files
from pipeline.edges.database import FILE_NAME, altered, writing
from pipeline.edges.workspace import Workspace
from pipeline.records import Outcome, Paper, Plan

WHOLE_AT_ONCE = 256
"""Papers whose facts are held: those that are looked at one after the other, again and again."""


def checked(workspace: Workspace, as_of: date) -> Outcome:
    """The schedule, the papers and the findings as of the day."""
    while True:
        resolved, criteria = run.plan_and_criteria(workspace)
        with writing(workspace.db):  # nobody decides anything between one look and the next
            inputs = store_derived.inputs(workspace, as_of)
            if store_derived.held(workspace.db, store_derived.CHECK, inputs) is not None:
                return _kept(workspace, resolved, criteria)
        run.check(workspace, as_of)


def _kept(workspace: Workspace, plan: Plan, criteria: tuple[Criterion, ...]) -> Outcome:
    from pipeline.stages.check import in_order

    outcome = kept_outcome.outcome(workspace.db, plan, _whole(workspace, plan, criteria))
    return replace(outcome, findings=in_order(outcome.findings))


def _whole(workspace: Workspace, plan: Plan, criteria: tuple[Criterion, ...]) -> kept_outcome.Whole:
    """Assembles a paper again from what its files say, as `check` did."""
    from pipeline.stages.decided_facts import latest
    from pipeline.stages.one_paper import Known, copies_of, paper_of, reading

    groups = kept_outcome.groups(workspace.db)
    decided = latest(store_decisions.standing(workspace.db), groups.values())
    known = Known(workspace.block, plan, criteria, copies_of(store_files.copies(workspace.db)), decided)

    @lru_cache(WHOLE_AT_ONCE)
    def whole(document_id: int) -> Paper:
        read = store_files.read_files(workspace.db, groups.get(document_id, (document_id,)))
        if not read:
            raise altered(workspace.root / FILE_NAME, f"extractions {document_id}")
        return paper_of([reading(one, known) for one in read], known)

    return whole

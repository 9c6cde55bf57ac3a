"""What the files say becomes papers, the schedule and findings: pure, the same for any order of arrival."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from extractors.records import Criterion
from pipeline.checks.registry import CHECKS
from pipeline.records import (
    Block,
    Case,
    Decision,
    DocumentState,
    Finding,
    InboxFile,
    Outcome,
    Paper,
    Plan,
    ReadFile,
)
from pipeline.stages.decided_facts import Decided, latest
from pipeline.stages.one_paper import Known, copies_of, paper_of, reading
from pipeline.stages.pairing import grouped
from pipeline.stages.schedule import schedule
from pipeline.stages.versions import age, settled


def assemble(
    block: Block,
    plan: Plan,
    criteria: tuple[Criterion, ...],
    read_files: tuple[ReadFile, ...],
    files: tuple[InboxFile, ...],
    decisions: tuple[Decision, ...],
    as_of: date,
) -> Outcome:
    """All that follows from what was read, as of the day; decisions outweigh it."""
    live = _live(Known(block, plan, criteria, copies_of(files)), read_files, decisions, as_of)
    rows = schedule(plan, live, block, as_of)
    extractions = {read.file.file_id: read.extraction for read in read_files}
    case = Case(block, as_of, plan, criteria, files, live, extractions, rows, decisions)
    return Outcome(live, rows, _findings(case))


def _live(
    known: Known, read_files: tuple[ReadFile, ...], decisions: tuple[Decision, ...], as_of: date
) -> tuple[Paper, ...]:
    """The papers that the files are, each with its state on the day."""
    groups = grouped([reading(read, known) for read in sorted(read_files, key=lambda read: read.file.file_id)])
    decided = latest(decisions, [[one.file_id for one in group] for group in groups])
    known = replace(known, decided=decided)
    papers = sorted((paper_of(group, known) for group in groups), key=age)
    return settled(papers, known.block, as_of, _chosen(papers, decided))


def _findings(case: Case) -> tuple[Finding, ...]:
    """What every check finds, each finding once."""
    return in_order(finding for check in CHECKS.values() for finding in check(case))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, in an order that depends on nothing but them."""
    unique: dict[str, Finding] = {}
    for finding in findings:
        told = [finding.code, finding.document_id, finding.unit_id, finding.task_key, finding.evidence]
        unique.setdefault(json.dumps(told, ensure_ascii=False, sort_keys=True, default=str), finding)
    return tuple(unique[key] for key in sorted(unique))


def _chosen(papers: Iterable[Paper], decided: Mapping[int, Decided]) -> dict[int, int]:
    """The ids of the papers that a person said count, with the decision that said so."""
    said = ((paper.document_id, decided.get(paper.document_id, {}).get("state")) for paper in papers)
    return {paper: told.decision_id for paper, told in said if told and told.after == DocumentState.ACCEPTED}

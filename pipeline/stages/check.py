"""What the files say becomes papers, the schedule and findings: pure, the same for any order of arrival."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from extractors.records import Criterion, Extraction, Notice
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
from pipeline.stages.pairing import Reading, grouped
from pipeline.stages.schedule import schedule
from pipeline.stages.versions import age, settled


def assemble(
    block: Block,
    plan: Plan,
    criteria: tuple[Criterion, ...],
    read_files: Iterable[ReadFile],
    files: tuple[InboxFile, ...],
    decisions: tuple[Decision, ...],
    as_of: date,
) -> Outcome:
    """All that follows from what was read, as of the day; decisions outweigh it."""
    found = _found(Known(block, plan, criteria, copies_of(files)), read_files, decisions)
    live = settled(found.papers, block, as_of, found.chosen)
    rows = schedule(plan, live, block, as_of)
    case = Case(block, as_of, plan, criteria, files, live, found.several, rows, decisions, found.notices)
    return Outcome(live, rows, _findings(case))


class _Found(NamedTuple):
    """The papers, and what the checks ask of their files: all else that these say is let go."""

    papers: Sequence[Paper]
    chosen: Mapping[int, int]
    """The ids of the papers that a person said count, with the decision that said so."""
    several: Mapping[int, Extraction]
    notices: Mapping[int, tuple[Notice, ...]]


def _found(known: Known, read_files: Iterable[ReadFile], decisions: tuple[Decision, ...]) -> _Found:
    groups = grouped(sorted((reading(read, known) for read in read_files), key=lambda one: one.file_id))
    decided = latest(decisions, [[one.file_id for one in group] for group in groups])
    several = {one.file_id: one.read.extraction for group in groups if len(group) > 1 for one in group}
    noticed = ((one.file_id, one.read.extraction.notices) for group in groups for one in group)
    notices = {file_id: told for file_id, told in noticed if told}
    known = replace(known, decided=decided)
    papers = sorted((paper_of(group, known) for group in _each_once(groups)), key=age)
    return _Found(papers, _chosen(papers, decided), several, notices)


def _each_once(groups: list[tuple[Reading, ...]]) -> Iterator[tuple[Reading, ...]]:
    """The groups, each let go when the next is asked for: readings and papers are never all there at once."""
    while groups:
        yield groups.pop()


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

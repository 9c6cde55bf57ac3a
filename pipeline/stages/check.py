"""What the files say becomes papers, the schedule and findings: pure, the same for any order of arrival."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from extractors.records import Criterion, Fact
from extractors.vietnamese.text import fold
from pipeline.checks.registry import CHECKS
from pipeline.decided_values import OF_THE_PAPER
from pipeline.records import (
    Block,
    Case,
    Decision,
    DocumentScore,
    DocumentState,
    FileState,
    Finding,
    InboxFile,
    Kind,
    Outcome,
    Paper,
    Plan,
    ReadFile,
)
from pipeline.stages.criteria import criteria_codes
from pipeline.stages.decided_facts import latest, rereads, with_decided_facts
from pipeline.stages.decided_scores import with_decided_scores
from pipeline.stages.kinds import Meaning, meaning
from pipeline.stages.pairing import Reading, differing_figures, grouped, merged_facts, merged_scores, typed_first
from pipeline.stages.schedule import schedule
from pipeline.stages.units import issuer_of, printed_issuer
from pipeline.stages.versions import age, settled

SET_ASIDE = "document.set_aside"
"""The doubt of a paper that a person said does not count."""


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
    copies = _copies(files)
    readings = [_reading(read, copies, block, plan) for read in sorted(read_files, key=lambda r: r.file.file_id)]
    groups = grouped(readings)
    decided = latest(decisions, [[reading.file_id for reading in group] for group in groups])
    papers = sorted((_paper(group, copies, criteria, block, plan, decided) for group in groups), key=age)
    live = settled(papers, block, as_of, _chosen(papers, decided))
    rows = schedule(plan, live, block, as_of)
    extractions = {read.file.file_id: read.extraction for read in read_files}
    case = Case(block, as_of, plan, criteria, files, live, extractions, rows, decisions)
    return Outcome(live, rows, _findings(case))


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


def _reading(read: ReadFile, copies: Mapping[str, Sequence[InboxFile]], block: Block, plan: Plan) -> Reading:
    facts = {fact.field: fact for fact in read.extraction.facts}
    meant = meaning(
        facts,
        issuer_of(facts, block, _names([read.file], copies)),
        scored=_is_scored(read),
        block=block,
        plan=plan,
    )
    return Reading(read, facts, meant, meant.unit_id or fold(printed_issuer(facts)))


def _is_scored(read: ReadFile) -> bool:
    """Whether the paper gives scores, or may: a blank form, as guidelines and plans print it, gives none."""
    return any(row.doubts or row.is_filled for row in read.extraction.scores)


def _paper(
    group: Sequence[Reading],
    copies: Mapping[str, Sequence[InboxFile]],
    criteria: Sequence[Criterion],
    block: Block,
    plan: Plan,
    decided: Mapping[tuple[int, str], Decision],
) -> Paper:
    document_id = min(reading.file_id for reading in group)
    found = merged_facts(group)
    facts = with_decided_facts(found, document_id, decided)
    source, rows = merged_scores(group)
    codes = criteria_codes(rows, criteria)
    scores = [DocumentScore(row, source, code) for row, code in zip(rows, codes, strict=True)]
    printed = {field: entry.fact for field, entry in facts.items()}
    meant = _meaning(group, printed, copies, block, plan)
    own = _files(group, copies)
    paper = Paper(
        document_id=document_id,
        files=own,
        unit_id=meant.unit_id,
        kind=meant.kind,
        task_key=meant.task_key,
        state=DocumentState.ACCEPTED,
        superseded_by=None,
        first_received_at=min(file.received_at for file in own),
        facts=facts,
        scores=with_decided_scores(scores, document_id, decided, differing_figures(group)),
        doubts=tuple(dict.fromkeys(meant.doubts)),
        nature=meant.nature,
        from_block=meant.from_block,
        reread=rereads(found, rows, document_id, decided),
    )
    return _with_choices(paper, decided)


def _meaning(
    group: Sequence[Reading],
    printed: Mapping[str, Fact],
    copies: Mapping[str, Sequence[InboxFile]],
    block: Block,
    plan: Plan,
) -> Meaning:
    """What the paper's facts make it: what its one file means by itself, where nobody decided otherwise."""
    first, *others = group
    if not others and printed == first.facts:
        return first.meaning
    names = _names([reading.read.file for reading in group], copies)
    scored = any(_is_scored(reading.read) for reading in group)
    return meaning(printed, issuer_of(printed, block, names), scored=scored, block=block, plan=plan)


def _copies(files: Iterable[InboxFile]) -> dict[str, list[InboxFile]]:
    """The files of bytes that were there already, by their SHA-256."""
    copies: dict[str, list[InboxFile]] = {}
    for file in files:
        if file.state is FileState.DUPLICATE:
            copies.setdefault(file.sha256, []).append(file)
    return copies


def _names(read: Iterable[InboxFile], copies: Mapping[str, Sequence[InboxFile]]) -> list[str]:
    """Every name under which the files came: which of them came first tells nothing."""
    return [one.file_name for file in read for one in (file, *copies.get(file.sha256, ()))]


def _files(group: Sequence[Reading], copies: Mapping[str, Sequence[InboxFile]]) -> tuple[InboxFile, ...]:
    """The paper's files: those that were read, the one that can be edited first, then those with the same bytes."""
    read = [reading.read.file for reading in typed_first(group)]
    same = dict.fromkeys(file.sha256 for file in read)
    again = [copy for sha256 in same for copy in copies.get(sha256, ())]
    return (*read, *sorted(again, key=lambda file: file.file_id))


def _chosen(papers: Iterable[Paper], decided: Mapping[tuple[int, str], Decision]) -> dict[int, int]:
    """The ids of the papers that a person said count, with the decision that said so."""
    said = ((paper.document_id, decided.get((paper.document_id, "state"))) for paper in papers)
    return {paper: told.decision_id for paper, told in said if told and told.after == DocumentState.ACCEPTED}


def _with_choices(paper: Paper, decided: Mapping[tuple[int, str], Decision]) -> Paper:
    """The paper with the member, kind, task and state that a person chose; their doubts are settled."""
    choices = {
        field: decided[paper.document_id, field].after
        for field in OF_THE_PAPER
        if (paper.document_id, field) in decided
    }
    if not choices:
        return paper
    doubts = tuple(
        d
        for d in paper.doubts
        if not any(d.startswith(f"document.{field.removesuffix('_id').removesuffix('_key')}_") for field in choices)
    )
    return replace(
        paper,
        unit_id=choices.get("unit_id", paper.unit_id) or None,
        kind=Kind(choices.get("kind") or paper.kind),
        task_key=choices.get("task_key", paper.task_key) or None,
        doubts=_left_in_doubt(doubts, choices.get("state")),
    )


def _left_in_doubt(doubts: tuple[str, ...], state: str | None) -> tuple[str, ...]:
    """What is still in doubt of a paper that a person said counts, or does not, or said nothing of."""
    if state == DocumentState.ACCEPTED:
        return ()
    return (*doubts, SET_ASIDE) if state == DocumentState.NEEDS_REVIEW else doubts

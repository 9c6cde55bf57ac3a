"""What the files of one paper make it: a paper of a member for a task, with its facts and scores as decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.records import Criterion, Fact
from extractors.vietnamese.text import fold
from pipeline.decided_values import OF_THE_PAPER
from pipeline.records import (
    Block,
    DocumentScore,
    DocumentState,
    FileState,
    InboxFile,
    Kind,
    Paper,
    Plan,
    ReadFile,
)
from pipeline.stages.criteria import criteria_codes
from pipeline.stages.decided_facts import Decided, rereads, with_decided_facts
from pipeline.stages.decided_scores import with_decided_scores
from pipeline.stages.kinds import Meaning, meaning
from pipeline.stages.pairing import Reading, differing_figures, merged_facts, merged_scores, typed_first
from pipeline.stages.units import issuer_of, printed_issuer

SET_ASIDE = "document.set_aside"
"""The doubt of a paper that a person said does not count."""

Copies = Mapping[str, Sequence[InboxFile]]
"""The files of bytes that were there already, by their SHA-256."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside a paper's own files."""

    block: Block
    plan: Plan
    criteria: tuple[Criterion, ...]
    copies: Copies
    decided: Mapping[int, Decided] = field(default_factory=dict)


def copies_of(files: Iterable[InboxFile]) -> Copies:
    """The copies among the files."""
    copies: dict[str, list[InboxFile]] = {}
    for file in files:
        if file.state is FileState.DUPLICATE:
            copies.setdefault(file.sha256, []).append(file)
    return copies


def reading(read: ReadFile, known: Known) -> Reading:
    """The file, and what it means by itself; nobody's decision counts yet."""
    facts = {fact.field: fact for fact in read.extraction.facts}
    issuer = issuer_of(facts, known.block, _names([read.file], known.copies))
    meant = meaning(facts, issuer, scored=_is_scored(read), block=known.block, plan=known.plan)
    return Reading(read, facts, meant, meant.unit_id or fold(printed_issuer(facts)))


def _is_scored(read: ReadFile) -> bool:
    """Whether the paper gives scores, or may: a blank form, as guidelines and plans print it, gives none."""
    return any(row.doubts or row.is_filled for row in read.extraction.scores)


def paper_of(group: Sequence[Reading], known: Known) -> Paper:
    """The paper that the files are, as decided; whether another replaces or contradicts it is not looked at."""
    document_id = min(reading.file_id for reading in group)
    decided = known.decided.get(document_id, {})
    found = merged_facts(group)
    facts = with_decided_facts(found, document_id, decided)
    source, rows = merged_scores(group)
    codes = criteria_codes(rows, known.criteria)
    scores = [DocumentScore(row, source, code) for row, code in zip(rows, codes, strict=True)]
    printed = {field: entry.fact for field, entry in facts.items()}
    meant = _meaning(group, printed, known)
    own = _files(group, known.copies)
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
        scores=with_decided_scores(scores, decided, differing_figures(group)),
        doubts=tuple(dict.fromkeys(meant.doubts)),
        nature=meant.nature,
        from_block=meant.from_block,
        reread=rereads(found, rows, decided),
    )
    return _with_choices(paper, decided)


def _meaning(group: Sequence[Reading], printed: Mapping[str, Fact], known: Known) -> Meaning:
    """What the paper's facts make it: what its one file means by itself, where nobody decided otherwise."""
    first, *others = group
    if not others and printed == first.facts:
        return first.meaning
    issuer = issuer_of(printed, known.block, _names([reading.read.file for reading in group], known.copies))
    scored = any(_is_scored(reading.read) for reading in group)
    return meaning(printed, issuer, scored=scored, block=known.block, plan=known.plan)


def _names(read: Iterable[InboxFile], copies: Copies) -> list[str]:
    """Every name under which the files came: which of them came first tells nothing."""
    return [one.file_name for file in read for one in (file, *copies.get(file.sha256, ()))]


def _files(group: Sequence[Reading], copies: Copies) -> tuple[InboxFile, ...]:
    """The paper's files: those that were read, the one that can be edited first, then those with the same bytes."""
    read = [reading.read.file for reading in typed_first(group)]
    same = dict.fromkeys(file.sha256 for file in read)
    again = [copy for sha256 in same for copy in copies.get(sha256, ())]
    return (*read, *sorted(again, key=lambda file: file.file_id))


def _with_choices(paper: Paper, decided: Decided) -> Paper:
    """The paper with the member, kind, task and state that a person chose; their doubts are settled."""
    choices = {field: decided[field].after for field in OF_THE_PAPER if field in decided}
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

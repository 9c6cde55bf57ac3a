"""Which of a member's papers live: the replaced are superseded, rivals without a word of replacement wait."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from pipeline.checks.age import Age, age_of, number_key
from pipeline.checks.pairs import SURE
from pipeline.records import Block, DocumentState, Kind, Paper
from pipeline.stages.arrival import issued_on, may_have_come

CORRECTED = "document.corrected"
CONFLICT = "document.conflict"


def settled(
    papers: Sequence[Paper], block: Block, as_of: date, chosen: Mapping[int, int] = MappingProxyType({})
) -> tuple[Paper, ...]:
    """The papers with their states on the day; `chosen`: the ids that a person decided for, each with its decision."""
    there = [paper for paper in papers if may_have_come(paper, block, as_of)]
    named = {old: new for old, new in _replacements(there) if chosen.get(old, 0) <= chosen.get(new, 0)}
    replaced = named | dict(_choices(there, chosen))
    corrected = {old.document_id for new, old in _named_pairs(there) if new.kind is not old.kind}
    rivals = _rivals([p for p in there if p.document_id not in replaced])
    return tuple(_state(paper, replaced, corrected - chosen.keys(), rivals - chosen.keys()) for paper in papers)


def rival_groups(papers: Iterable[Paper]) -> list[tuple[Paper, ...]]:
    """Papers of one member for one task and of one kind, where there are several."""
    groups: dict[tuple[str | None, str, Kind], list[Paper]] = {}
    for paper in papers:
        if paper.unit_id and paper.task_key and paper.kind is not Kind.OTHER:
            groups.setdefault((paper.unit_id, paper.task_key, paper.kind), []).append(paper)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _state(paper: Paper, replaced: Mapping[int, int], corrected: set[int], rivals: frozenset[int]) -> Paper:
    if paper.document_id in replaced:
        return replace(paper, state=DocumentState.SUPERSEDED, superseded_by=replaced[paper.document_id])
    doubts = paper.doubts
    doubts += (CORRECTED,) if paper.document_id in corrected else ()
    doubts += (CONFLICT,) if paper.document_id in rivals else ()
    return replace(paper, doubts=doubts, state=DocumentState.NEEDS_REVIEW if doubts else DocumentState.ACCEPTED)


def _rivals(papers: Iterable[Paper]) -> frozenset[int]:
    return frozenset(paper.document_id for group in rival_groups(papers) for paper in group)


def _choices(papers: Sequence[Paper], chosen: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Where a person chose one of several rivals, it replaces the others; the one chosen last where two were."""
    for group in rival_groups(papers):
        picked = [paper.document_id for paper in group if paper.document_id in chosen]
        if picked:
            last = max(picked, key=lambda document_id: chosen[document_id])
            yield from ((p.document_id, last) for p in group if p.document_id != last)


def _replacements(papers: Sequence[Paper]) -> Iterator[tuple[int, int]]:
    """(replaced, newer) for every paper that a newer one of its kind replaces; the newest of several."""
    newest: dict[int, Paper] = {}
    for new, old in _named_pairs(papers):
        rival = newest.get(old.document_id)
        if new.kind is old.kind and (rival is None or age(new) > age(rival)):
            newest[old.document_id] = new
    yield from ((old, new.document_id) for old, new in newest.items() if not _circular(old, newest))


def _circular(start: int, newest: Mapping[int, Paper]) -> bool:
    """Whether the replacements lead back to the paper: then none of them is believed."""
    seen = {start}
    at = newest[start].document_id
    while at in newest and at not in seen:
        seen.add(at)
        at = newest[at].document_id
    return at in seen


def _named_pairs(papers: Sequence[Paper]) -> Iterator[tuple[Paper, Paper]]:
    """(newer, older) where the newer one names the older one's number as replaced or corrected."""
    of_number: dict[tuple[str, str], list[Paper]] = {}
    for paper in papers:
        if paper.unit_id is not None:
            of_number.setdefault((paper.unit_id, _number(paper)), []).append(paper)
    for new in papers:
        entry = new.facts.get("replaces")
        told = entry.fact.value if entry and entry.fact.status in SURE else None
        if new.unit_id is None or not isinstance(told, str):
            continue
        wanted = number_key(told)
        named = _before(new, of_number.get((new.unit_id, wanted), ()) if wanted else ())
        unnumbered = [] if named else _before(new, of_number.get((new.unit_id, ""), ()))
        unnumbered = [old for old in unnumbered if _same_task(new, old)]
        yield from ((new, old) for old in named or (unnumbered if len(unnumbered) == 1 else ()))


def _before(new: Paper, papers: Iterable[Paper]) -> list[Paper]:
    return [old for old in papers if old is not new and _not_after(old, new)]


def _same_task(first: Paper, second: Paper) -> bool:
    return first.kind is second.kind is not Kind.OTHER and first.task_key == second.task_key


def _not_after(old: Paper, new: Paper) -> bool:
    """Whether the older one can be: not dated after the newer, and no circle of two."""
    before, after = issued_on(old.facts), issued_on(new.facts)
    return before is None or after is None or before < after or (before == after and age(old) < age(new))


def _number(paper: Paper) -> str:
    return number_key(_printed_number(paper))


def _printed_number(paper: Paper) -> str:
    entry = paper.facts.get("number")
    return entry.fact.value if entry and isinstance(entry.fact.value, str) else ""


def age(paper: Paper) -> Age:
    """The paper's place among all."""
    return age_of(issued_on(paper.facts), _printed_number(paper), min(file.sha256 for file in paper.files))

"""Facts as a person decided them, and what the tool reads there now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extractors.records import NOWHERE, Fact, ScoreRow, Status
from pipeline.decided_values import FIGURES, OF_THE_PAPER
from pipeline.records import Decision, DocumentFact
from pipeline.stages.decided_scores import row_keys
from pipeline.values import value_like, value_text

Decided = Mapping[str, Decision]
"""What was last decided of one paper, by field."""

NO_FACT = ("score:", "alias:", "finding:")
"""How the fields begin that are no facts."""


def latest(decisions: Iterable[Decision], groups: Iterable[Sequence[int]]) -> dict[int, dict[str, Decision]]:
    """For each paper the last decision on each field; one on a file that has joined a paper is the paper's."""
    paper_of = {file_id: min(group) for group in groups for file_id in group}
    found: dict[int, dict[str, Decision]] = {}
    for decision in sorted(decisions, key=lambda decision: decision.decision_id):
        found.setdefault(paper_of.get(decision.document_id, decision.document_id), {})[decision.field] = decision
    return found


def with_decided_facts(
    facts: Mapping[str, DocumentFact], document_id: int, decided: Decided
) -> Mapping[str, DocumentFact]:
    """The facts as decided: confirmed where the tool said the same, else corrected; those it did not find, added."""
    if not decided:
        return facts
    result = dict(facts)
    for field, decision in decided.items():
        if field not in OF_THE_PAPER and not field.startswith(NO_FACT):
            result[field] = _decided(facts.get(field) or _unread(field, document_id), decision)
    return result


def _unread(field: str, document_id: int) -> DocumentFact:
    return DocumentFact(Fact(field, None, None, Status.NEEDS_REVIEW, 0.0, "", NOWHERE), document_id)


def _decided(entry: DocumentFact, decision: Decision) -> DocumentFact:
    fact = entry.fact
    same = value_text(fact.value) == decision.after
    like = fact.value if fact.value is not None else next((c.value for c in fact.candidates), None)
    return replace(
        entry,
        fact=replace(
            fact,
            value=fact.value if same else value_like(decision.after, like),
            status=Status.CONFIRMED if same else Status.CORRECTED,
            confidence=1.0,
            method="person",
        ),
    )


def rereads(facts: Mapping[str, DocumentFact], rows: Sequence[ScoreRow], decided: Decided) -> dict[str, str | None]:
    """What the tool would accept by itself of the fields that a person decided."""
    if not decided:
        return {}
    accepted = {name: value_text(e.fact.value) for name, e in facts.items() if e.fact.status is Status.ACCEPTED}
    for row, key in zip(rows, row_keys(rows), strict=True):
        if row.status is Status.ACCEPTED:
            accepted |= {f"score:{key}/{column}": value_text(getattr(row, column)) for column in FIGURES}
    return {name: value for name, value in accepted.items() if name in decided}

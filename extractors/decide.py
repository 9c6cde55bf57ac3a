"""The whole policy of trust: candidates become facts here and nowhere else.

A rule is trusted as often as it is right (TRUST; the tests fail where it is right less often). Rules and
witnesses that agree add up as independent ones: together they are wrong only if all are. A fact is
accepted when that leaves at most 1 in 100, nothing contradicts it and no rule has a doubt about its own
reading. Everything else goes to a person, with all that was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import prod

from extractors.records import Candidate, Fact, Status, UnitName, Value
from extractors.vietnamese.text import dashes, one_line, tones
from extractors.witnesses import Testimony, testimonies

ENOUGH = 0.99

UNKNOWN = 0.8
"""The trust in a rule that has no line of its own."""

TRUST: dict[str, float] = {
    # how a candidate was found -> how often it is right
    "count.sentence": 0.99,
    "count.table": 0.99,
    "count.mention": 0.5,
    "doc_type.title": 0.985,
    "doc_type.leading_words": 0.95,
    "doc_type.capitals": 0.9,
    "doc_type.letter_by_subject": 0.97,
    "doc_type.letter_by_addressee": 0.8,
    "number.head": 0.985,
    "number.malformed": 0.2,
    "number.drawn": 0.97,
    "number.drawn_digits": 0.95,
    "number.appendix": 0.95,
    "issuer.letterhead": 0.99,
    "issuer.joined": 0.8,
    "issuer.mixed_case": 0.96,
    "issuer.sheet_label": 0.96,
    "parent_agency.letterhead": 0.99,
    "parent_agency.joined": 0.8,
    "parent_agency.mixed_case": 0.96,
    "place.dateline": 0.99,
    "place.no_comma": 0.9,
    "issued_on.dateline": 0.99,
    "issued_on.malformed": 0.2,
    "issued_on.bare": 0.95,
    "issued_on.drawn": 0.99,
    "issued_on.drawn_digits": 0.99,
    "issued_on.appendix": 0.95,
    "subject.letter": 0.99,
    "subject.until_rule": 0.99,
    "subject.until_addressee": 0.99,
    "subject.until_grounds": 0.99,
    "subject.until_gap": 0.99,
    "subject.until_style": 0.99,
    "subject.until_sentence": 0.97,
    "subject.until_office": 0.97,
    "subject.until_bracket": 0.9,
    "subject.no_end": 0.6,
    "subject.in_title": 0.8,
    "subject.in_ended_title": 0.99,
    "period.subject": 0.97,
    "period.body": 0.9,
    "period.appendix": 0.9,
    "period.sheet_title": 0.99,
    "signer_title.foot": 0.99,
    "signer_title.several_lines": 0.85,
    "signer_name.foot": 0.99,
    "signer_name.shape": 0.95,
    "authority.foot": 0.985,
    "recipients.list": 0.99,
    "recipients.loose": 0.5,
    "replaces.this_paper": 0.99,
    "replaces.note": 0.99,
    "total_max_score.table": 0.99,
    "total_self_score.table": 0.99,
    "total_block_score.table": 0.99,
    "total_max_score.own": 0.99,
    "total_self_score.own": 0.99,
    "total_max_score.prose": 0.95,
    "total_self_score.prose": 0.95,
    "total_self_score.words": 0.95,
    "total_max_score.aside": 0.5,
    "total_self_score.aside": 0.5,
    "total_max_score.unnamed": 0.6,
    "total_self_score.unnamed": 0.6,
    # what another fact says of it -> how often it says so rightly
    "number's type": 0.9,
    "paper's type": 0.9,
    "number's office": 0.95,
    "issuer": 0.9,
    "member's name": 0.95,
    "parent_agency": 0.9,
    "place": 0.8,
    "signer's office": 0.6,
    "authority": 0.9,
    "period": 0.6,
    "day": 0.8,
    "number's year": 0.9,
    "list of types": 0.5,
}


def decide(candidates: Iterable[Candidate], roster: tuple[UnitName, ...] = ()) -> tuple[Fact, ...]:
    """One fact a field, in the order in which the fields were first found."""
    by_field: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_field.setdefault(candidate.field, []).append(candidate)
    found = {field: _most_trusted(of_field) for field, of_field in by_field.items()}
    said = testimonies(found, roster)
    return tuple(_fact(found[field], by_field[field], [s for s in said if s.field == field]) for field in by_field)


def _trust(rule: str) -> float:
    return TRUST.get(rule, UNKNOWN)


def _most_trusted(candidates: Sequence[Candidate]) -> Candidate:
    """The candidate whose value the most trusted rules share; the first of them where several do."""
    if len(candidates) == 1:
        return candidates[0]
    return max(candidates, key=lambda c: _confidence([o.rule for o in candidates if same(o.value, c.value)]))


def _fact(best: Candidate, candidates: Sequence[Candidate], said: Sequence[Testimony]) -> Fact:
    for_it = [c for c in candidates if same(c.value, best.value)]
    against = [*(c.rule for c in candidates if c not in for_it), *(s.witness for s in said if not s.agrees)]
    voices = list(dict.fromkeys([*(c.rule for c in for_it), *(s.witness for s in said if s.agrees)]))
    confidence = _confidence(voices)
    doubtful = bool(against) or any(c.doubt for c in for_it)
    status = _status(best.value, confidence, doubtful=doubtful)
    return Fact(
        field=best.field,
        value=best.value,
        raw=best.raw,
        status=status,
        confidence=min(confidence, 0.5) if doubtful else confidence,
        method=" + ".join(voices),
        place=best.place,
        candidates=tuple(candidates) if status is Status.NEEDS_REVIEW else (),
    )


def _status(value: Value, confidence: float, *, doubtful: bool) -> Status:
    if doubtful:
        return Status.NEEDS_REVIEW
    if value is None:
        return Status.BLANK
    return Status.ACCEPTED if confidence >= ENOUGH else Status.NEEDS_REVIEW


def _confidence(voices: Iterable[str]) -> float:
    """How often readings with these voices are right, were they independent; never quite always."""
    return round(min(0.999, 1 - prod(1 - _trust(voice) for voice in set(voices))), 4)


def same(one: Value, other: Value) -> bool:
    """Whether two values say the same: spaces, dashes, tone placement and, in texts, case aside."""
    if isinstance(one, str) and isinstance(other, str):
        return _key(one) == _key(other)
    return one == other


@lru_cache(maxsize=4_096)
def _key(text: str) -> str:
    return tones(dashes(one_line(text))).casefold()

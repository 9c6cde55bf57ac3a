"""The policy of trust for what was recognised from a picture: nothing is accepted on one reading's word.

The picture was read twice, at two scales. A fact stays accepted where the rules accept it in both readings with
the same value. What only one reading has, or finds empty (a stamp or a pen may stand there), goes to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.decide import same
from extractors.patterns.misread import MISREAD
from extractors.recognised import Standing, everywhere
from extractors.records import Candidate, Document, Extraction, Fact, Paragraph, Status
from extractors.restored import is_known
from extractors.second_rows import WITNESS, vouched_rows
from extractors.vietnamese.name_words import is_of_common_words
from extractors.vietnamese.syllables import strange_words
from extractors.vietnamese.text import one_line, tones

WEAK = "weakly_read"

_WORDS = {"doc_type", "parent_agency", "issuer", "place", "subject", "signer_title", "signer_name"}

_OFFICES = {"issuer", "parent_agency"}
_LONG_WORDS = {"subject"}
"""Fields too long for two readings to be proof: a letter that both misread the same makes another word that exists."""

_ANYWHERE = ("total_", "count:")
"""Fields that a paper says anywhere; all others stand at its head and foot."""


def vouched(
    first: Extraction,
    second: Extraction | None,
    recognised: Standing = everywhere,
    behind: Standing = everywhere,
) -> Extraction:
    """The first reading, accepted only where the second bears it out.

    What stands on a page of text is accepted as text, unless the readings of the other pages make something else
    of it; but not a paper's head or foot `behind` a picture, which may be an annex's.
    """
    facts = {fact.field: fact for fact in second.facts} if second else {}
    own = {fact.field for fact in first.facts}
    body = [_spoken(passage.text) for passage in first.passages]

    def judged(fact: Fact) -> Fact:
        other = facts.get(fact.field)
        if recognised(fact.place):
            return _fact(fact, other, body)
        if behind(fact.place) and not fact.field.startswith(_ANYWHERE):
            return _doubted(fact, other)
        return _printed(fact, other) if second else fact

    return replace(
        first,
        facts=(
            *(judged(fact) for fact in first.facts),
            *(_doubted(fact, None) for field, fact in facts.items() if field not in own),
        ),
        scores=tuple(vouched_rows(first.scores, second.scores if second else None, recognised)),
    )


def _fact(fact: Fact, other: Fact | None, body: Sequence[str]) -> Fact:
    if other is None or not _agree(fact, other) or looks_misread(fact):
        return _doubted(fact, other)
    if _needs_saying_again(fact) and not _said_again(fact, body):
        return _doubted(fact, other)
    sure = fact if fact.status is Status.ACCEPTED else other
    method = f"{sure.method} + {WITNESS}"
    return replace(fact, status=sure.status, confidence=sure.confidence, method=method, candidates=())


def _printed(fact: Fact, other: Fact | None) -> Fact:
    """A fact that stands on a page of text: the same whatever the pictures are read as, or a person's."""
    if other is None or not same(fact.value, other.value) or other.status is not fact.status:
        return _doubted(fact, other)
    return fact


def _agree(fact: Fact, other: Fact) -> bool:
    """Whether both are sure of the same value; for a name on a closed list it is enough that one of them is."""
    sure = [f.status is Status.ACCEPTED for f in (fact, other)]
    return same(fact.value, other.value) and (all(sure) or (any(sure) and is_known(fact.field, fact.value)))


def _needs_saying_again(fact: Fact) -> bool:
    """Whether nothing but the readings' agreement speaks for the words: no closed list, no member's name."""
    if fact.field in _OFFICES:
        return not is_known(fact.field, fact.value) and "member's name" not in fact.method
    if fact.field == "signer_name":
        return not is_of_common_words(str(fact.value))
    return fact.field in _LONG_WORDS


def _said_again(fact: Fact, body: Iterable[str]) -> bool:
    """Whether the paper says the same words once more in its text, letter and mark, and ends them there."""
    words = re.compile(rf"(?<!\w){re.escape(_spoken(str(fact.value)))}(?!\s*[\w–-])")
    return any(words.search(text) for text in body)


def _spoken(text: str) -> str:
    return tones(one_line(text)).casefold()


def looks_misread(fact: Fact) -> bool:
    """Whether the value has signs that no paper has, or, where it is words, one that no Vietnamese word has."""
    texts = [fact.value] if isinstance(fact.value, str) else fact.value if isinstance(fact.value, tuple) else []
    if any(MISREAD.search(text) for text in texts):
        return True
    return fact.field in _WORDS and any(strange_words(text) for text in texts)


def weakly_read(candidates: Iterable[Candidate], document: Document) -> Iterator[Candidate]:
    """The candidates, with a doubt where they stand in a line that was hardly recognised.

    What such a line of an appendix says of the paper has no weight where the paper's own head says it plainly.
    """
    found = list(_marked(candidates, document))
    plain = {candidate.field for candidate in found if not candidate.doubt}
    yield from (c for c in found if c.doubt != WEAK or not c.rule.endswith(".appendix") or c.field not in plain)


def _marked(candidates: Iterable[Candidate], document: Document) -> Iterator[Candidate]:
    weak = {b.place.first for b in document.blocks if isinstance(b, Paragraph) and b.doubtful}
    for candidate in candidates:
        place = candidate.place
        lines = range(place.first, max(place.first, place.last) + 1) if place.first and not place.container else ()
        doubt = WEAK if any(line in weak for line in lines) else ""
        yield replace(candidate, doubt=candidate.doubt or doubt)


def _doubted(fact: Fact, other: Fact | None) -> Fact:
    """The fact for a person to look at, with what either reading found."""
    found = [f for f in (fact, other) if f is not None]
    candidates = [c for f in found for c in f.candidates or (Candidate(f.field, f.value, f.method, f.raw, f.place),)]
    return replace(
        fact,
        status=Status.NEEDS_REVIEW,
        confidence=min(fact.confidence, 0.5),
        candidates=tuple(candidates),
    )

"""The policy of trust for what was recognised from a picture: nothing is accepted on one reading's word.

The picture was read twice, at two scales. A fact stays accepted where the rules accept it in both readings with
the same value; a score row where both readings print the same figures, or where the sums prove its figures.
What only one reading has, or finds empty (a stamp or a pen may stand there), goes to a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.decide import same
from extractors.decide_rows import RECOGNISED
from extractors.patterns.misread import MISREAD
from extractors.records import Candidate, Document, Extraction, Fact, Paragraph, ScoreRow, Status
from extractors.restored import is_known
from extractors.sheets.sequence import out_of_sequence
from extractors.vietnamese.syllables import strange_words
from extractors.vietnamese.text import fold

WITNESS = "second reading"
DOUBTFUL_ROW = "doubtful_row"

WEAK = "weakly_read"
MISNUMBERED = "misnumbered"

_WORDS = {"doc_type", "parent_agency", "issuer", "place", "subject", "signer_title", "signer_name"}

_LONG_WORDS = {"subject"}
"""Fields too long for two readings to be proof: a letter that both misread the same makes another word that exists."""

_FIGURES = ("max_score", "self_score", "block_score", "council_score", "bonus", "deduction")


def vouched(first: Extraction, second: Extraction | None) -> Extraction:
    """The first reading, accepted only where the second bears it out."""
    facts = {fact.field: fact for fact in second.facts} if second else {}
    own = {fact.field for fact in first.facts}
    body = [fold(passage.text) for passage in first.passages]
    return replace(
        first,
        facts=(
            *(_fact(fact, facts.get(fact.field), body) for fact in first.facts),
            *(_doubted(fact, None) for field, fact in facts.items() if field not in own),
        ),
        scores=tuple(_rows(first.scores, second.scores if second else ())),
    )


def _fact(fact: Fact, other: Fact | None, body: Sequence[str]) -> Fact:
    if other is None or not _agree(fact, other) or looks_misread(fact):
        return _doubted(fact, other)
    if fact.field in _LONG_WORDS and not _said_again(fact, body):
        return _doubted(fact, other)
    sure = fact if fact.status is Status.ACCEPTED else other
    method = f"{sure.method} + {WITNESS}"
    return replace(fact, status=sure.status, confidence=sure.confidence, method=method, candidates=())


def _agree(fact: Fact, other: Fact) -> bool:
    """Whether both are sure of the same value; for a name on a closed list it is enough that one of them is."""
    sure = [f.status is Status.ACCEPTED for f in (fact, other)]
    return same(fact.value, other.value) and (all(sure) or (any(sure) and is_known(fact.field, fact.value)))


def _said_again(fact: Fact, body: Iterable[str]) -> bool:
    """Whether the paper says the same words once more in its text."""
    words = fold(str(fact.value))
    return any(words in text for text in body)


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


def _rows(first: Sequence[ScoreRow], second: Sequence[ScoreRow]) -> Iterator[ScoreRow]:
    if len(out_of_sequence(second)) < len(out_of_sequence(first)) and len(first) == len(second):
        first, second = second, first
    twins = _twins(first, second)
    misnumbered = {row.row for row in out_of_sequence(first)}
    misread = {row.row for row in out_of_sequence(second)}
    for row in first:
        twin = twins.get(row.row)
        best = twin if twin is not None and not _proven(row) and _proven(twin) else row
        numbered = twin is not None and (twin.code == row.code or twin.row in misread) and row.row not in misnumbered
        doubts = tuple(_doubts(best, row, twin)) if twin is not None else (WITNESS,)
        doubts += () if numbered else (MISNUMBERED,)
        status = Status.NEEDS_REVIEW if doubts else Status.ACCEPTED
        yield replace(best, row=row.row, code=row.code, parent=row.parent, doubts=doubts, status=status)


def _doubts(best: ScoreRow, row: ScoreRow, twin: ScoreRow) -> Iterator[str]:
    """What is left to doubt: sums outweigh a weak reading, two readings that agree outweigh sums that do not hold."""
    agree = _figures(row) == _figures(twin)
    settled = {DOUBTFUL_ROW, RECOGNISED} if _proven(best) else {RECOGNISED} if agree else set()
    yield from (doubt for doubt in best.doubts if doubt not in settled)
    if not agree and not _proven(best):
        yield WITNESS


def _proven(row: ScoreRow) -> bool:
    """Whether the sums of its sheet bear out every figure."""
    return RECOGNISED not in row.doubts


def _figures(row: ScoreRow) -> tuple[object, ...]:
    return (*(getattr(row, name) for name in _FIGURES), *sorted(row.nothing.items()))


def _twins(first: Sequence[ScoreRow], second: Sequence[ScoreRow]) -> Mapping[int, ScoreRow]:
    """For each row of the first reading the same row of the second: by order, or by a code that is unique in both."""
    if len(first) == len(second):
        return {row.row: twin for row, twin in zip(first, second, strict=True)}
    codes = Counter(row.code for row in (*_once(first), *_once(second)))
    by_code = {row.code: row for row in second if codes[row.code] == 2}
    return {row.row: by_code[row.code] for row in first if row.code in by_code}


def _once(rows: Sequence[ScoreRow]) -> list[ScoreRow]:
    """The rows whose code no other has."""
    counts = Counter(row.code for row in rows)
    return [row for row in rows if counts[row.code] == 1 and row.code]

"""Several files of one paper: a draft DOCX and its signed PDF are found and become one document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from extractors.records import Extraction, Fact, ScoreRow, Status
from extractors.vietnamese.text import fold
from pipeline.checks.age import number_key
from pipeline.checks.pairs import SURE, differences, same_value
from pipeline.records import DocumentFact, Kind, ReadFile
from pipeline.stages.kinds import Meaning
from pipeline.stages.one_file import FactsOfOneFile

PDF = "application/pdf"
SHINGLE = 5
"""Words in a shingle."""
SAME_NUMBER = 0.6
"""Files with one number and so great a part of the shorter one's shingles in common are one paper."""
NO_NUMBER = 0.75
"""The same for files of which one has no number yet; two reports of one unit share up to 0.6 of stock phrases."""
SAME_FORMAT = 0.97
"""The same where both are of one format: sent twice, saved twice."""

TABLE_FIELDS = ("total_", "count:")
"""Facts that tables carry: the file that can be edited reads them best."""


@dataclass(frozen=True)
class Reading:
    """One read file and what it means by itself."""

    read: ReadFile
    facts: Mapping[str, Fact]
    meaning: Meaning
    sender: str
    """The member's id, or the issuer's folded name."""

    @property
    def file_id(self) -> int:
        """The file's id."""
        return self.read.file.file_id

    @cached_property
    def number(self) -> str:
        """Its number for comparing, "" where it has none."""
        return number_key(_value(self, "number"))

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Its text as shingles; made once, and only where the file may be one of several."""
        return shingles(self.read.extraction)


def grouped(readings: Sequence[Reading]) -> list[tuple[Reading, ...]]:
    """The readings, those of one paper together, the likeliest first; whatever order they come in."""
    groups = {reading.file_id: [reading] for reading in readings}
    for link in sorted(_links(readings), key=_likeliest):
        one, other = groups[link.first.file_id], groups[link.second.file_id]
        if one is not other and all(likeness(a, b) is not None for a in one for b in other):
            one += other
            groups.update({reading.file_id: one for reading in other})
    unique = {id(group): group for group in groups.values()}.values()
    return sorted((tuple(sorted(g, key=lambda r: r.file_id)) for g in unique), key=lambda g: g[0].file_id)


class _Link(NamedTuple):
    """Two files that may be one paper, and how like each other they are."""

    like: float
    first: Reading
    second: Reading


def _likeliest(link: _Link) -> tuple[object, ...]:
    """Sorts the likeliest first: by text, then two formats before one; nothing depends on who came first."""
    both = (link.first, link.second)
    numbers = sorted(reading.number for reading in both)
    return -link.like, _format(link.first) == _format(link.second), numbers, sorted(_bytes(r) for r in both)


def _bytes(reading: Reading) -> str:
    return reading.read.file.sha256


def _links(readings: Sequence[Reading]) -> Iterator[_Link]:
    """Every two files of one sender that may be one paper."""
    by_sender: dict[tuple[object, ...], list[Reading]] = {}
    for reading in readings:
        if reading.sender:
            key = (reading.sender, reading.meaning.nature, _kind_of_paper(reading))
            by_sender.setdefault(key, []).append(reading)
    for same in by_sender.values():
        for first, second in (*_of_one_number(same), *_without_number(same)):
            if (like := likeness(first, second)) is not None:
                yield _Link(like, first, second)


def _of_one_number(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Every two files that bear the same number."""
    by_number: dict[str, list[Reading]] = {}
    for reading in readings:
        by_number.setdefault(reading.number, []).append(reading)
    return (pair for number, same in by_number.items() if number for pair in combinations(same, 2))


def _without_number(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Every two files of which one has no number and whose texts have enough in common, each two once.

    The shingles of files without a number are looked up in one index, so that no two files need be laid side by side.
    """
    blank = [reading for reading in readings if not reading.number]
    index: dict[int, list[int]] = {}
    for n, reading in enumerate(blank):
        for shingle in reading.shingles:
            index.setdefault(shingle, []).append(n)
    earlier = {reading.file_id: n for n, reading in enumerate(blank)}
    for reading in readings if blank else ():
        own = shingles(reading.read.extraction)
        common = Counter(n for shingle in own for n in index.get(shingle, ()))
        for n, count in common.items():
            enough = count >= NO_NUMBER * min(len(own), len(blank[n].shingles))
            if enough and n < earlier.get(reading.file_id, len(blank)):
                yield blank[n], reading


def _kind_of_paper(reading: Reading) -> str:
    """The printed kind, which only tells papers apart that are no reports."""
    return fold(_value(reading, "doc_type")) if reading.meaning.nature is Kind.OTHER else ""


def likeness(first: Reading, second: Reading) -> float | None:
    """The part of the shorter file's words that the other has too; None where they cannot be one paper."""
    numbers = {first.number, second.number}
    alike = ["period"] if "" not in numbers else ["period", "issued_on"]
    if not first.sender or len(numbers - {""}) > 1 or any(_contradict(first, second, field) for field in alike):
        return None
    if "" in numbers and number_key(_value(first, "replaces")) != number_key(_value(second, "replaces")):
        return None
    like = _common(first.shingles, second.shingles)
    same_format = first.read.extraction.media_type == second.read.extraction.media_type
    needed = SAME_NUMBER if "" not in numbers else SAME_FORMAT if same_format else NO_NUMBER
    return like if like >= needed else None


def _contradict(first: Reading, second: Reading, field: str) -> bool:
    values = {_value(reading, field) for reading in (first, second)} - {""}
    return len(values) > 1


def _common(mine: frozenset[int], theirs: frozenset[int]) -> float:
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def shingles(extraction: Extraction) -> frozenset[int]:
    """Every run of five words of the text, hashed; line ends and marks do not count."""
    words = re.findall(r"\w+", fold(" ".join(passage.text for passage in extraction.passages)))
    return frozenset(hash(tuple(words[n : n + SHINGLE])) for n in range(max(len(words) - SHINGLE + 1, 1)) if words)


def merged_facts(group: Sequence[Reading]) -> Mapping[str, DocumentFact]:
    """The paper's facts: each from the file that reads it best; in doubt where two files are sure and differ."""
    if len(group) == 1:
        return FactsOfOneFile(group[0].facts, group[0].file_id)
    signed, typed = _signed_first(group), typed_first(group)
    fields = dict.fromkeys(field for reading in signed for field in reading.facts)
    return {field: _merged(field, typed if field.startswith(TABLE_FIELDS) else signed) for field in fields}


def _merged(field: str, files: Sequence[Reading]) -> DocumentFact:
    found = [DocumentFact(r.facts[field], r.file_id) for r in files if field in r.facts]
    if len(found) == 1:
        return found[0]
    best = min(found, key=lambda entry: _rank(entry.fact))
    sure = [entry.fact for entry in found if entry.fact.status in SURE]
    if any(not same_value(fact.value, best.fact.value) for fact in sure):
        candidates = tuple(c for entry in found for c in entry.fact.candidates)
        return replace(best, fact=replace(best.fact, status=Status.NEEDS_REVIEW, candidates=candidates))
    return best


def _rank(fact: Fact) -> int:
    """A sure value before a guess before an empty place."""
    if fact.status in SURE:
        return 0
    return 1 if fact.status is Status.NEEDS_REVIEW else 2


def _signed_first(group: Sequence[Reading]) -> list[Reading]:
    """The file that was signed first: with a number, and a PDF."""
    return sorted(group, key=lambda r: (not r.number, _format(r) != PDF, _bytes(r)))


def typed_first(group: Sequence[Reading]) -> list[Reading]:
    """The file that can be edited first."""
    return sorted(group, key=lambda r: (_format(r) == PDF, _bytes(r)))


def _format(reading: Reading) -> str:
    return reading.read.extraction.media_type


def merged_scores(group: Sequence[Reading]) -> tuple[int, tuple[ScoreRow, ...]]:
    """The id of the file whose score sheet holds, and its rows; those that another file contradicts need review."""
    files = [reading for reading in typed_first(group) if reading.read.extraction.scores]
    if not files:
        return 0, ()
    best = files[0]
    doubtful = {code for code, _column in differing_figures(files)}
    rows = (_doubted(row) if row.code in doubtful else row for row in best.read.extraction.scores)
    return best.file_id, tuple(rows)


def differing_figures(group: Sequence[Reading]) -> frozenset[tuple[str, str]]:
    """(code, column) of the figures that the files read differently: each waits for a person by itself."""
    files = [reading for reading in typed_first(group) if reading.read.extraction.scores]
    return frozenset(figure for other in files[1:] for figure in _differing(files[0], other))


def _differing(first: Reading, second: Reading) -> Iterator[tuple[str, str]]:
    for found in differences(first.read.extraction, second.read.extraction):
        if found.field.startswith("score:"):
            code, _slash, column = found.field.removeprefix("score:").rpartition("/")
            yield code, column


def _doubted(row: ScoreRow) -> ScoreRow:
    return replace(row, status=Status.NEEDS_REVIEW, doubts=(*row.doubts, "document.pair_differs"))


def _value(reading: Reading, field: str) -> str:
    fact = reading.facts.get(field)
    return fact.value if fact and isinstance(fact.value, str) else ""

"""How many awards a paper says were registered, proposed and granted: `count:STAGE/AWARD/WHO`.

Precision before coverage: a number whose stage, award, people, time or place is not plainly this paper's own
is a candidate with a doubt; a number plainly of others or of another year is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from extractors.fields import counts_table
from extractors.fields.counts_clause import Count, counts
from extractors.fields.counts_context import Around, around, stage_of, time_of
from extractors.fields.counts_symbols import Time, clauses, cut, letters, sentences
from extractors.fields.prose import Lexicon
from extractors.layout import Layout
from extractors.lines import Line, Side
from extractors.patterns import awards
from extractors.patterns import counts as shapes
from extractors.places import within
from extractors.records import Candidate, Paragraph, Table
from extractors.vietnamese.text import fold, tones

SENTENCE = "count.sentence"
MENTION = "count.mention"


def find(layout: Layout) -> Iterator[Candidate]:
    """The counts of a paper's running text and of its tables."""
    lines = (*layout.head, *layout.title, *layout.about, *layout.body)
    paragraphs = list(dict.fromkeys(line.style for line in lines))
    tables = [block for block in layout.document.blocks if isinstance(block, Table)]
    yield from candidates(paragraphs, tables, own_names(layout.head))


def own_names(head: Iterable[Line]) -> frozenset[str]:
    """The office's name in the letterhead: its last line, its last two, its last three; never the office above it."""
    above = takewhile(lambda line: not shapes.NUMBER_LINE.search(fold(line.text)), head)
    left = [line.text for line in above if line.side is Side.LEFT and shapes.NAME_LINE.search(fold(line.text))]
    return frozenset(" ".join(left[-n:]) for n in (1, 2, 3) if left)


def candidates(
    paragraphs: Iterable[Paragraph], tables: Iterable[Table] = (), own_names: Iterable[str] = ()
) -> Iterator[Candidate]:
    """The counts in running text, then in tables. `own_names`: the issuer's names, as a sentence's subject."""
    body = list(paragraphs)
    likely = [a for a in around(body) if speaks_of_counts(a.paragraph.text)]
    awarding = [table for table in tables if _names_awards(table)]
    if not likely and not awarding:
        return
    lexicon, time = _lexicon(tuple(sorted(set(own_names)))), time_of(body)
    reader = _Reader(lexicon, time, stage_of(body))
    found = [c for a in likely for c in reader.paragraph(a)]
    found += [c for table in awarding for c in counts_table.candidates(table, lexicon, time)]
    yield from _agreed(found)


def _names_awards(table: Table) -> bool:
    return any(shapes.AWARD_WORD.search(fold(cell.text)) for row in table.rows for cell in row)


def speaks_of_counts(text: str) -> bool:
    """Whether the text may hold a count: a cheap test before spaCy is loaded."""
    if not shapes.DIGIT.search(text):
        return False
    folded = fold(text)
    return bool(shapes.AWARD_WORD.search(folded) and shapes.COUNT_HINT.search(folded))


@lru_cache(maxsize=64)
def _lexicon(own_names: tuple[str, ...]) -> Lexicon:
    return Lexicon({**awards.LEXICON, "own": own_names} if own_names else awards.LEXICON)


class _Reader:
    """Reads the paragraphs of one paper."""

    def __init__(self, lexicon: Lexicon, time: Time, stage: str) -> None:
        self.lexicon, self.time, self.stage = lexicon, time, stage

    def paragraph(self, item: Around) -> Iterator[Candidate]:
        """The candidates of one paragraph."""
        doubt = self._doubt_around(item)
        implied = self._implied_stage(item)
        people = self._people_around(item)
        for start, sentence in sentences(item.paragraph.text):
            found, turned = self._sentence(sentence, implied)
            for count in found:
                elsewhere = "people said elsewhere" if people and count.who == "any" and not count.who_said else ""
                yield _candidate(replace(count, doubt=count.doubt or doubt or elsewhere), item.paragraph, start)
            doubt = doubt or ("after figures of others" if turned else "")

    def _sentence(self, text: str, implied: str) -> tuple[list[Count], bool]:
        """The counts of a sentence, and whether it turns to others or to another time."""
        found: list[Count] = []
        turned = False
        for clause in clauses(self.lexicon, text, self.time):
            kept, turns = cut(clause)
            stage = found[0].stage if found and found[0].leading else implied
            doubt = "beside figures of others" if turned or turns else ""
            found.extend(_settled(count, stage, doubt) for count in counts(kept))
            turned = turned or turns
        return found, turned

    def _implied_stage(self, item: Around) -> str:
        """The stage that the lead-in, else the heading, else the paper's title names."""
        for text in (item.lead, item.heading):
            named = set(letters(self.lexicon, text, self.time)) & set("rpg")
            firm = named - {"g"} or named
            if len(firm) == 1:
                return {"r": "registered", "p": "proposed", "g": "granted"}[firm.pop()]
        return self.stage

    def _doubt_around(self, item: Around) -> str:
        if item.broken:
            return "a sentence cut in two"
        if shapes.NOT_THIS_YEARS.search(fold(item.heading)):
            return "under a heading of what was before or is to come"
        if self._of_others(item.heading):
            return "under another office's heading"
        lead, heading = (letters(self.lexicon, text, self.time) for text in (item.lead, item.heading))
        unknown = "x" in lead and "O" not in lead
        if set("bzyhtdq") & {*lead, *heading} or unknown:
            return "perhaps of others, of another time or a part"
        return ""

    def _of_others(self, heading: str) -> bool:
        """Whether the heading names an office or a body that is not the paper's own."""
        words = shapes.LIST_MARK.sub("", tones(heading.lower()), count=1)
        return bool(shapes.OFFICE.search(words)) and "O" not in letters(self.lexicon, heading, self.time)

    def _people_around(self, item: Around) -> bool:
        """Whether a heading or lead-in says who the numbers below it count."""
        return bool(set("IC") & set(letters(self.lexicon, f"{item.heading}; {item.lead}", self.time)))


def _settled(count: Count, implied: str, doubt: str) -> Count:
    """The count with the stage that its surroundings imply where it says none."""
    stage = count.stage
    if stage in ("", "given"):
        stage = implied or ("granted" if stage else "")
    unclear = "" if stage else "the stage is not said"
    return replace(count, stage=stage or "granted", doubt=count.doubt or doubt or unclear)


def _candidate(count: Count, paragraph: Paragraph, offset: int) -> Candidate:
    first, end = offset + count.start, offset + count.end
    return Candidate(
        field=f"count:{count.stage}/{count.award}/{count.who}",
        value=float(count.value),
        rule=MENTION if count.doubt else SENTENCE,
        raw=paragraph.text[first:end],
        place=within(paragraph.place, first, end),
        doubt=count.doubt,
    )


def _agreed(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates, in doubt where the paper gives one field several values."""
    values: dict[str, set[object]] = defaultdict(set)
    for candidate in found:
        values[candidate.field].add(candidate.value)
    for candidate in found:
        several = len(values[candidate.field]) > 1
        yield replace(candidate, doubt=candidate.doubt or "several values") if several else candidate

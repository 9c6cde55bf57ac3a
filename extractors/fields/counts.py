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
from extractors.fields.counts_clause import Count, Symbols, counts
from extractors.fields.counts_context import Around, around, is_of_what_is_to_be, stage_of, time_of
from extractors.fields.counts_surroundings import Surroundings
from extractors.fields.counts_symbols import Time, clauses, cut, sentences
from extractors.fields.prose import Lexicon
from extractors.layout import Layout
from extractors.lines import Line, Side
from extractors.patterns import awards
from extractors.patterns import counts as shapes
from extractors.places import within
from extractors.records import Candidate, Paragraph, Table
from extractors.vietnamese.skeleton import skeleton
from extractors.vietnamese.text import fold

SENTENCE = "count.sentence"
MENTION = "count.mention"


def find(layout: Layout) -> Iterator[Candidate]:
    """The counts of a paper's running text and of its tables."""
    lines = (*layout.head, *layout.title, *layout.about, *layout.body)
    paragraphs = {id(line.style): line.style for line in lines}.values()
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
    likely = {n for n, paragraph in enumerate(body) if speaks_of_counts(paragraph.text)}
    awarding = [table for table in tables if _names_awards(table)]
    if not likely and not awarding:
        return
    phrases, time = lexicon(tuple(sorted(set(own_names)))), time_of(body)
    reader = _Reader(phrases, time, stage_of(body))
    found = [c for a in around(body, likely) for c in reader.paragraph(a)] if likely else []
    found += [c for table in awarding for c in counts_table.candidates(table, phrases, time)]
    if is_of_what_is_to_be(body):
        found = [replace(c, doubt=c.doubt or _AIM) for c in found]
    yield from _agreed(found)


def _names_awards(table: Table) -> bool:
    return any(_names_award(_squeezed(skeleton(cell.text))) for row in table.rows for cell in row)


def _names_award(bones: str) -> bool:
    """Whether the text names an award: its words are looked up first, at a tenth of what a pattern costs."""
    return any(map(bones.__contains__, shapes.IN_AWARD_WORDS)) and bool(shapes.AWARD_WORD.search(bones))


def speaks_of_counts(text: str) -> bool:
    """Whether the text may hold a count: a cheap test before spaCy is loaded."""
    if not shapes.DIGIT.search(text):
        return False
    bones = _squeezed(skeleton(text))
    return shapes.COUNT_HINT.search(bones) is not None and _names_award(bones)


def _squeezed(bones: str) -> str:
    """The skeleton with single spaces, which most have already."""
    return " ".join(bones.split()) if "  " in bones or "\n" in bones else bones


@lru_cache(maxsize=64)
def lexicon(own_names: tuple[str, ...]) -> Lexicon:
    """The phrases that counts are told in, and an office's own names: added to the others, which take milliseconds."""
    return Lexicon({"own": own_names}, lexicon(())) if own_names else Lexicon(awards.LEXICON)


class _Reader:
    """Reads the paragraphs of one paper."""

    def __init__(self, lexicon: Lexicon, time: Time, stage: str) -> None:
        self.lexicon, self.time = lexicon, time
        self.surroundings = Surroundings(lexicon, time, stage)

    def paragraph(self, item: Around) -> Iterator[Candidate]:
        """The candidates of one paragraph."""
        read = self.surroundings
        doubt, people = read.doubt(item), read.says_people(item)
        implied, aims = read.stage(item), {_ANY} if read.aims_before(item) else set[str]()
        aimed = ""
        for start, sentence in sentences(item.paragraph.text):
            aimed = aimed or (_AIM if shapes.AIM.search(fold(sentence)) else "")
            if read.is_of_others(sentence):
                doubt = doubt or "after figures of others"
            found, turned = self._sentence(sentence, implied, aims)
            for count in found:
                elsewhere = "people said elsewhere" if people and count.who == "any" and not count.who_said else ""
                own = count.doubt or doubt or elsewhere or (aimed if count.stage == "granted" else "")
                yield _candidate(replace(count, doubt=own), item.paragraph, start)
            doubt = doubt or ("after figures of others" if turned else "")

    def _sentence(self, text: str, implied: str, aims: set[str]) -> tuple[list[Count], bool]:
        """The counts of a sentence, and whether it turns to others or to another time; adds to the awards aimed at."""
        found: list[Count] = []
        turned, led = False, ""
        for clause in clauses(self.lexicon, text, self.time):
            kept, turns = cut(clause)
            stage = found[0].stage if found and found[0].leading else ""
            doubt = "beside figures of others" if turned or turns else led
            read = counts(kept)
            for count in read:
                settled = _settled(count, stage or implied, doubt or _mixed(count, implied, aims))
                aims |= {settled.award} if settled.stage != "granted" else set()
                found.append(settled)
            turned = turned or turns
            led = led or _lead(kept, read)
            aims |= {_ANY} if led == _AIM else set()
        return found, turned


_AIM = "perhaps an aim"
_ANY = ""
"""In place of an award: the words above aim at some."""


def _lead(clause: Symbols, read: Sequence[Count]) -> str:
    """Why the clauses behind this one may be of what its first words say: "Sở dự kiến: …; …"."""
    if read and not any(count.doubt for count in read):
        return ""
    if shapes.AIMED_LEAD.match(clause.letters):
        return _AIM
    return "below words not understood" if shapes.STRANGE_LEAD.match(clause.letters) else ""


def _mixed(count: Count, implied: str, aims: set[str]) -> str:
    """Why an award given may be one aimed at: under "Đăng ký:", or `đạt` behind the aim of another award."""
    if count.stage != "granted":
        return ""
    behind_an_aim = count.attained and bool(aims) and count.award not in aims
    return _AIM if behind_an_aim or implied in ("registered", "proposed") else ""


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

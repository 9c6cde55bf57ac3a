"""A sentence of running text -> its clauses as strings of letters (`extractors.patterns.counts`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from extractors.fields.counts_clause import Symbol, Symbols
from extractors.fields.prose import Lexicon, Phrase
from extractors.patterns import counts as shapes


class Time(NamedTuple):
    """The period a paper is about, as far as its own words say."""

    year: int | None
    half: bool
    """A paper of the first half-year."""


def clauses(lexicon: Lexicon, text: str, time: Time) -> Iterator[Symbols]:
    """The clauses of a sentence, divided by semicolons; offsets are into `text`."""
    symbols: list[Symbol] = []
    for phrase in _without_provinces(_with_periods(lexicon.read(text), text)):
        if phrase.text == ";":
            yield Symbols(symbols)
            symbols = []
        else:
            symbols.extend(_symbol(phrase, time))
    yield Symbols(symbols)


@lru_cache(maxsize=64)
def letters(lexicon: Lexicon, text: str, time: Time) -> str:
    """The letters of a whole text: what a heading or a lead-in speaks of, to each line below it."""
    return ";".join(clause.letters for clause in clauses(lexicon, text, time))


def _with_periods(phrases: Iterable[Phrase], text: str) -> Iterator[Phrase]:
    """The phrases, those that name a period joined to one of label "period"."""
    periods = list(shapes.PERIOD.finditer(text))
    for phrase in phrases:
        match = next((m for m in periods if m.start() <= phrase.start < m.end()), None)
        if match is None:
            yield phrase
        elif match.start() == phrase.start:
            yield Phrase("period", match.group(), match.start(), match.end(), exact=True)


def _without_provinces(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases without a province's name after its council: "UBND tỉnh Cao Bằng"."""
    after_council = False
    for phrase in phrases:
        name = not phrase.label and phrase.text[0].isupper()
        if after_council and name:
            continue
        after_council = phrase.label == "giver:province"
        yield phrase


def _symbol(phrase: Phrase, time: Time) -> Iterator[Symbol]:
    """The phrase's letter and code; nothing for a phrase that is left out."""
    letter, code = _letter(phrase, time)
    if letter:
        yield letter, code, phrase.start, phrase.end


def _letter(phrase: Phrase, time: Time) -> tuple[str, str]:
    if phrase.label == "period":
        return _period(phrase.text, time), ""
    if phrase.label:
        return _labelled(phrase)
    if phrase.text in shapes.SILENT:
        return "", ""
    if shapes.WHOLE_NUMBER.fullmatch(phrase.text):
        return ("x" if shapes.BARE_YEAR.fullmatch(phrase.text) else "N"), phrase.text
    if phrase.text[0].isdigit():
        return "D", phrase.text
    return shapes.MARKS.get(phrase.text.lower(), "x"), ""


def _labelled(phrase: Phrase) -> tuple[str, str]:
    """A phrase without its accents is the award it may be, and no other word."""
    kind, _, code = phrase.label.partition(":")
    letter = shapes.SYMBOLS.get(phrase.label, shapes.SYMBOLS.get(kind, "x"))
    if phrase.exact or letter == "O":
        return letter, code
    return ("a" if letter == "A" else "x"), code


def _period(text: str, time: Time) -> str:
    """Empty for the paper's own period, `y` for another year, `h` for another part of the year."""
    match = shapes.PERIOD.fullmatch(text)
    if match is None or match["part"] or match["more"]:
        return "h"
    year = match["half_year"] or match["the_year"]
    if year and int(year) != time.year:
        return "y" if time.year else "h"
    return "h" if match["half"] and not time.half else ""


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence of the text and where it starts, without the mark of a list."""
    mark = shapes.LIST_MARK.match(text)
    start = mark.end() if mark else 0
    for match in shapes.SENTENCE_END.finditer(text, start):
        if text[match.end() : match.end() + 1].islower():
            continue
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def cut(symbols: Symbols) -> tuple[Symbols, bool]:
    """The clause up to the words that turn to others or to another time, and whether there are any."""
    found = shapes.TURN.search(symbols.letters)
    return (Symbols(symbols.items[: found.start()]), True) if found else (symbols, False)

"""One clause of running text -> the counts that it states, and why each is or is not sure.

Only a clause that a shape of `extractors.patterns.counts` explains to its last word is sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.patterns import awards
from extractors.patterns import counts as shapes

STAGES = {"r": "registered", "p": "proposed", "g": "granted"}

Symbol = tuple[str, str, int, int]
"""Letter, code, start and end in the text."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of an award as a clause states it."""

    award: str
    who: str
    stage: str
    """"" where the clause does not say, "given" where it says only that something is given."""
    leading: bool
    """The stage stands before the number and the award, so that it holds for what follows."""
    value: int
    start: int
    end: int
    doubt: str = ""
    who_said: bool = True
    attained: bool = False
    """Granted only by the word `đạt`, which aims use too."""


class Symbols:
    """A clause as a string of letters, with the way back to the text."""

    def __init__(self, symbols: Sequence[Symbol]) -> None:
        self.items = _without_shares(symbols)
        self.letters = "".join(letter for letter, *_ in self.items)

    def codes(self, letter: str, first: int, end: int) -> list[str]:
        """The codes of the letter's items between two indexes."""
        return [code for found, code, *_ in self.items[first:end] if found == letter]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Start and end in the text of the items between two indexes."""
        part = self.items[first:end]
        return part[0][2], part[-1][3]


def _without_shares(symbols: Sequence[Symbol]) -> list[Symbol]:
    """The symbols with each share ("= 15 %") as one letter `e`."""
    letters = "".join(letter for letter, *_ in symbols)
    merged: list[Symbol] = []
    last = 0
    for match in shapes.SHARE.finditer(letters):
        merged.extend(symbols[last : match.start()])
        merged.append(("e", "", symbols[match.start()][2], symbols[match.end() - 1][3]))
        last = match.end()
    merged.extend(symbols[last:])
    return merged


def counts(symbols: Symbols) -> list[Count]:
    """The counts of a clause, in order; each with its doubt."""
    for whole, one in shapes.SHAPES.values():
        if whole.fullmatch(symbols.letters):
            found = [count for match in one.finditer(symbols.letters) for count in _statement(symbols, match)]
            return _stages_shared(found, symbols)
    return list(_loose(symbols))


def _statement(symbols: Symbols, match: re.Match[str]) -> Iterator[Count]:
    """The counts of one statement that its shape explains."""
    first, end = match.span()
    at = symbols.letters.index("A", first, end)
    stage, leading, doubt = _stage(symbols, first, end)
    award, question = given_by(symbols.items[at][1], symbols.codes("M", first, end))
    attained = stage == "granted" and set(symbols.codes("g", first, end)) == {"attained"}
    span = symbols.span(*_core(symbols.letters, first, end))
    for number in shapes.COUNTED.finditer(symbols.letters, first, end):
        who = _who(number["who"])
        code, who, mismatch = fitted(award, who)
        value = _value(symbols.items[number.start()][1])
        said = bool(number["who"]) or code == "sang_kien"
        yield Count(code, who, stage, leading, value, *span, doubt or question or mismatch, said, attained)


def _core(letters: str, first: int, end: int) -> tuple[int, int]:
    """The indexes from the first number, award or stage to the last, marks at the ends left out."""
    while letters[end - 1] in "s:":
        end -= 1
    return first, end


def _stage(symbols: Symbols, first: int, end: int) -> tuple[str, bool, str]:
    """The stage that the statement names, whether it leads, and why it is unclear."""
    letters = symbols.letters[first:end]
    named = [letter for letter in letters if letter in "rpg"]
    firm = {letter for letter in named if letter != "g"} or set(named)
    if len(firm) > 1 or (named and firm != {"g"} and named[0] == "g"):
        return "", False, "several stages"
    if not firm:
        return "given" if "n" in letters else "", False, ""
    letter = firm.pop()
    number, award = letters.index("N"), letters.index("A")
    late = "g" in letters[max(number, award) :]
    doubt = "several stages" if letter != "g" and late else ""
    return STAGES[letter], letters.index(letter) < min(number, award), doubt


def given_by(code: str, givers: Sequence[str]) -> tuple[str, str]:
    """The award that these givers give, and what is unclear about it."""
    given = set(givers)
    if not given:
        return code, "whose award is not said" if code in awards.NEEDS_GIVER else ""
    if len(given) > 1:
        return code, "several givers"
    resolved = awards.OF_GIVER.get((code, given.pop()))
    return (resolved, "") if resolved else (code, "an unusual giver")


def _who(letters: str | None) -> str:
    """Who was counted: individual, collective, any (both in one number), "" where it is not said."""
    if not letters:
        return ""
    if "I" in letters and "C" in letters:
        return "any"
    return "individual" if "I" in letters else "collective"


def fitted(award: str, who: str) -> tuple[str, str, str]:
    """Award and who as they go together, and the doubt where they do not."""
    if award == "sang_kien":
        return award, "any", "" if not who else "people, not initiatives"
    if award == "ldtt" and who == "collective":
        return "tt_ldtt", who, ""
    natural = "individual" if award in awards.PEOPLE_ONLY else "collective" if award in awards.COLLECTIVES_ONLY else ""
    if natural and who and who != natural:
        return award, who, "an award not for these"
    return award, who or natural or "any", ""


def _value(digits: str) -> int:
    return int(digits.replace(".", ""))


def _stages_shared(found: list[Count], symbols: Symbols) -> list[Count]:
    """A stage said once, at the very start or the very end of the clause, holds for its other statements."""
    lead = shapes.STAGE_AHEAD.match(symbols.letters)
    if lead and all(not count.stage for count in found):
        stage = STAGES[lead[1]]
        return [replace(count, stage=stage, leading=True) for count in found]
    stages = [count.stage for count in found]
    if len(set(stages) - {""}) != 1 or "" not in stages:
        return found
    if stages[0] and found[0].leading:
        return [replace(count, stage=stages[0], leading=True) for count in found]
    if stages[-1] and not any(stages[:-1]):
        return [replace(count, stage=stages[-1]) for count in found]
    return found


_REASONS = {
    "l": "times, not people",
    "q": "not exact",
    "d": "not decided",
    "t": "a part of another number",
    "b": "perhaps of others",
    "h": "perhaps of another period",
    "k": "a share",
    "%": "a share",
    "e": "a share",
}


def _loose(symbols: Symbols) -> Iterator[Count]:
    """Each award of the clause with the number beside it; a person decides."""
    reason = next((_REASONS[letter] for letter in symbols.letters if letter in _REASONS), "words not understood")
    taken = 0
    for match in shapes.NUMBER_NEAR_AWARD.finditer(symbols.letters):
        first, end = match.span()
        code, givers = symbols.codes("A", first, end)[0], symbols.codes("M", first, end)
        stage, leading, _ = _stage(symbols, first, end)
        for number in _with_its_group(symbols.letters, match, taken):
            own = (match["who"] or match["who_after"]) if first <= number.start() < end else number["who"]
            award, who, _ = fitted(given_by(code, givers)[0], _who(own))
            value = _value(symbols.items[number.start()][1])
            span = symbols.span(min(first, number.start()), max(end, number.end()))
            yield Count(award, who, stage, leading, value, *span, reason)
        taken = end


def _with_its_group(letters: str, match: re.Match[str], taken: int) -> Iterator[re.Match[str]]:
    """The number beside an award and those listed with it: "02 tập thể, 05 cá nhân"; what is `taken` is another's."""
    first, end = match.span()
    ahead = shapes.LISTED_AHEAD.search(letters, taken, first) if match["who"] else None
    behind = shapes.LISTED_BEHIND.match(letters, end) if match["who_after"] else None
    yield from shapes.COUNTED.finditer(letters, ahead.start() if ahead else first, behind.end() if behind else end)

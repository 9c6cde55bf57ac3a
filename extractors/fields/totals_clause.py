"""How plainly a sentence says that a figure is the unit's own total of the whole sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from extractors.lines import Line, Side
from extractors.patterns import letterhead
from extractors.patterns import totals as patterns
from extractors.vietnamese.text import fold

OWN = "own"
"""The paper's own office, by its name, and not a word that is not understood."""
PROSE = "prose"
"""As plain, but without the office's name."""
ASIDE = "aside"
"""Beside other words: a part of the sheet, another score, somebody else's, before bonus points …"""


class Names(NamedTuple):
    """The office's name in the letterhead, folded."""

    own: tuple[str, ...]
    """In the orders in which papers say it: "VĂN PHÒNG" below "UBND TỈNH" is the "văn phòng UBND tỉnh"."""
    above: str
    """The office above it; "" for none."""


def names(head: Iterable[Line]) -> Names:
    """The names in the letterhead's left column."""
    until = takewhile(lambda line: not patterns.NUMBER_LINE.match(line.text), head)
    left = [
        fold(line.text) for line in until if line.side is not Side.RIGHT and not letterhead.MOTTO.search(line.bones)
    ]
    if not left:
        return Names((), "")
    above = left[0] if len(left) > 1 and patterns.COUNCIL.match(left[0]) else ""
    return Names((" ".join(left), " ".join([*left[1:], left[0]])), above)


_LONGEST = 600
"""Letters of a sentence that can be plain, at most."""


def rule_of(match: re.Match[str], office: Names) -> str:
    """Which of the three the match of a total is, by all the words of its sentence."""
    ahead = patterns.SENTENCE_END.split(match.string[: match.start()])[-1]
    behind = patterns.SENTENCE_END.split(match.string[match.end() :], maxsplit=1)[0]
    if len(ahead) + len(behind) > _LONGEST or patterns.LATER_TOTAL.match(match.string, match.end()):
        return ASIDE
    *lead, subject = map(_folded, patterns.CLAUSE_END.split(ahead))
    between, behind = _without(_folded(match["between"]), office), _folded(behind)
    plain = patterns.PLAIN_BETWEEN.fullmatch(between) and patterns.PLAIN_BEHIND.fullmatch(behind)
    if not plain or not all(map(patterns.PLAIN_LEAD.fullmatch, lead)):
        return ASIDE
    who = patterns.BEFORE_SUBJECT.sub("", subject, count=1)
    if len(who.split()) > 1 and any(who in name for name in office.own):
        return ASIDE if who in office.above else OWN
    return PROSE if patterns.PLAIN_SUBJECT.fullmatch(who) else ASIDE


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _without(between: str, office: Names) -> str:
    """The words without "của" the office's own name."""
    named = patterns.OF_OFFICE.search(between)
    is_own = named is not None and any(named["who"] in name for name in office.own)
    return between[: named.start()] + between[named.end() :] if named and is_own else between

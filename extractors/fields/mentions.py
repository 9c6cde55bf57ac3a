"""Where a text names units of the roster: PhraseMatcher over folded syllables, the longest name wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from extractors.fields.prose import Lexicon
from extractors.places import within
from extractors.records import Paragraph, Place, UnitName


class Mention(NamedTuple):
    """A unit's name in a text."""

    unit_ids: tuple[str, ...]
    """Several where units share the name."""
    raw: str
    """Exactly the text at `place`."""
    place: Place
    exact: bool
    """False where only the accents differ from the name: a proposal, for a person to confirm."""


def mentions(paragraphs: Iterable[Paragraph], roster: tuple[UnitName, ...]) -> Iterator[Mention]:
    """The units that the paragraphs name, in order; codes of four letters and more are names too."""
    names = _names(roster)
    if not names:
        return
    lexicon = _lexicon(names)
    for paragraph in paragraphs:
        for phrase in lexicon.read(paragraph.text):
            if phrase.label:
                place = within(paragraph.place, phrase.start, phrase.end)
                raw = paragraph.text[phrase.start : phrase.end]
                yield Mention(tuple(phrase.label.split()), raw, place, phrase.exact)


def _names(roster: tuple[UnitName, ...]) -> tuple[tuple[str, str], ...]:
    """Unit ids, joined by a space, and the name that they share."""
    owners: dict[str, set[str]] = {}
    for unit in roster:
        for name in {unit.name, unit.code if len(unit.code) >= _CODE_LENGTH else ""} - {""}:
            owners.setdefault(name, set()).add(unit.unit_id)
    return tuple(sorted((" ".join(sorted(ids)), name) for name, ids in owners.items()))


_CODE_LENGTH = 4
"""Shorter codes ("VP", "SNV") stand for too much in running text."""


@lru_cache(maxsize=8)
def _lexicon(names: tuple[tuple[str, str], ...]) -> Lexicon:
    by_label: dict[str, list[str]] = {}
    for label, name in names:
        by_label.setdefault(label, []).append(name)
    return Lexicon(by_label)

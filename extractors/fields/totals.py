"""The score sheet's totals in running text: figures and words, the unit's own and the maximum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.fields.counts_context import is_heading
from extractors.fields.totals_clause import ASIDE, OWN, PROSE, Names, names, rule_of
from extractors.layout import Layout
from extractors.patterns import totals as patterns
from extractors.patterns.periods import OUTLOOK
from extractors.places import within
from extractors.records import Candidate, Paragraph
from extractors.vietnamese.numbers import readings
from extractors.vietnamese.periods import main_period
from extractors.vietnamese.skeleton import skeleton
from extractors.vietnamese.words import number_in_words

_ELSEWHERE = "under_another_heading"
SELF, MAX = "total_self_score", "total_max_score"

Spot = tuple[str, int | None]
"""A paragraph's text, and how far below its page's top it stands, in points."""


def find(layout: Layout) -> Iterator[Candidate]:
    """Candidates of `total_self_score` and `total_max_score`; what every page's head or foot says is none."""
    found = list(_found(layout))
    running = _on_several_pages(found)
    return (candidate for spot, candidate in found if spot not in running)


def _found(layout: Layout) -> Iterator[tuple[Spot, Candidate]]:
    """The candidates, each with where its paragraph stands."""
    office, year = names(layout.head), _year(layout)
    elsewhere = ""
    for block in layout.document.blocks:
        if not isinstance(block, Paragraph):
            continue
        if is_heading(block):
            elsewhere = _of_something_else(block.text, year)
        elif block.text.rstrip().endswith(":") and patterns.NOT_NOW.search(block.text):
            elsewhere = _ELSEWHERE
        elif _is_worth_reading(block.text):
            for candidate in _in_paragraph(block, office, year):
                yield _spot(block), replace(candidate, doubt=candidate.doubt or elsewhere)


def _spot(paragraph: Paragraph) -> Spot:
    """The text and its height on the page."""
    box = paragraph.place.bbox
    return paragraph.text, round(box[1]) if box else None


def _on_several_pages(found: Sequence[tuple[Spot, Candidate]]) -> frozenset[Spot]:
    """Where the same words stand at the same height of several pages."""
    pages: dict[Spot, set[int | None]] = {}
    for spot, candidate in found:
        pages.setdefault(spot, set()).add(candidate.place.page)
    return frozenset(spot for spot, own in pages.items() if len(own) > 1)


def _of_something_else(heading: str, year: str) -> str:
    """Why a total below the heading may be another's: of another time, or of another topic than the unit's scores."""
    bones = skeleton(heading)
    named = _years_told(heading, bones)
    other_time = patterns.PART_OF_YEAR.search(bones) or (year and named and named[-1] != year)
    if other_time or not patterns.OF_SCORES.search(bones):
        return _ELSEWHERE
    return ""


def _years_told(heading: str, bones: str) -> list[str]:
    """The years that the heading names, without that of what is to come: "năm 2018, phương hướng năm 2019"."""
    outlook = OUTLOOK.search(bones)
    now = patterns.NAMED_YEAR.findall(heading[: outlook.start()]) if outlook else []
    return now or patterns.NAMED_YEAR.findall(heading)


def _is_worth_reading(text: str) -> bool:
    """Whether a total may stand in the text: words looked up cost a quarter of a pattern that takes either case.

    The skeleton, which is known already, tells of most texts that they hold none.
    """
    bones = skeleton(text)
    return any(map(bones.__contains__, patterns.BONES_OF_TOTALS)) and any(
        map(text.lower().__contains__, patterns.OF_TOTALS)
    )


def _year(layout: Layout) -> str:
    """The year that the subject names; "" for none."""
    period = main_period(" ".join(line.text for line in layout.titled))
    return period.value[:4] if period and not period.doubt else ""


def _in_paragraph(paragraph: Paragraph, office: Names, year: str) -> Iterator[Candidate]:
    unnamed = patterns.UNNAMED.fullmatch(paragraph.text)
    if unnamed:
        yield from _own(paragraph, unnamed, "unnamed")
        return
    found = (m for m in patterns.SELF.finditer(paragraph.text) if not _is_of_a_part(m))
    totals = [m for m in found if not _is_of_another_year(m, year)]
    rules = [rule_of(match, office) if year or not _named_year(match) else ASIDE for match in totals]
    for match, rule in zip(totals, rules, strict=True):
        yield from _own(paragraph, match, rule)
    for match in patterns.SELF_IN_WORDS.finditer(paragraph.text):
        if not _is_of_a_part(match) and not _is_of_another_year(match, year):
            value, rule = number_in_words(match["words"]), _of_words(rule_of(match, office))
            yield from _candidate(paragraph, match, SELF, rule, "words", value)
    for match in patterns.MAXIMUM.finditer(paragraph.text):
        if not _is_of_a_part(match):
            most = _figure(match["number"])
            rule = ASIDE if _is_less(most, totals) else min(rules, key=_RULES.index, default=PROSE)
            yield from _candidate(paragraph, match, MAX, rule, "number", most)


def _is_less(most: Decimal | None, totals: list[re.Match[str]]) -> bool:
    """Whether the figure is less than the paragraph's own total: then it is a part's, and no maximum."""
    own = [value for match in totals if (value := _value(match)) is not None]
    return most is not None and bool(own) and most < max(own)


_RULES = (OWN, PROSE, ASIDE)
"""The plainest first."""


def _of_words(rule: str) -> str:
    """Words beside a figure bear it out; beside words not understood they say no more than it does."""
    return ASIDE if rule == ASIDE else "words"


def _own(paragraph: Paragraph, match: re.Match[str], rule: str) -> Iterator[Candidate]:
    """The unit's total and, beside it, its words and the maximum."""
    words = match["words"] or match["words_after"]
    if not (match["unit"] or match["most"] or words):
        return
    yield from _candidate(paragraph, match, SELF, rule, "number", _value(match))
    if words:
        group = "words" if match["words"] else "words_after"
        yield from _candidate(paragraph, match, SELF, _of_words(rule), group, number_in_words(words))
    if match["most"]:
        yield from _candidate(paragraph, match, MAX, rule, "most", _figure(match["most"]))


def _value(match: re.Match[str]) -> Decimal | None:
    """The figure, with the tenths of `98 điểm 5`."""
    value = _figure(match["number"])
    if value is None or not match["tenths"]:
        return value
    return Decimal(f"{value}.{match['tenths']}") if value == value.to_integral_value() else None


def _figure(text: str) -> Decimal | None:
    """The likelier reading: in prose `1.000 điểm` is a thousand."""
    return next(iter(readings(text)), None)


def _candidate(
    paragraph: Paragraph, match: re.Match[str], field: str, rule: str, group: str, value: Decimal | None
) -> Iterator[Candidate]:
    if value is None:
        return
    end = match.end("tenths") if group == "number" and "tenths" in match.re.groupindex and match["tenths"] else 0
    start, end = match.start(group), end or match.end(group)
    raw = paragraph.text[start:end]
    yield Candidate(field, float(value), f"{field}.{rule}", raw, within(paragraph.place, start, end), _doubt(match))


def _doubt(match: re.Match[str]) -> str:
    sentence = match.string[max(0, match.start() - 60) : match.end()]
    if patterns.NOT_NOW.search(sentence):
        return "earlier_year"
    figure = match.groupdict().get("number") or ""
    return "ambiguous_number" if patterns.ONE_DOT.fullmatch(figure) else ""


def _is_of_another_year(match: re.Match[str], year: str) -> bool:
    """Whether the year named last in its sentence is not the paper's own."""
    named = _named_year(match)
    return bool(year and named) and named != year


def _named_year(match: re.Match[str]) -> str:
    """The year named last in the match's sentence, up to its end; "" for none."""
    sentence = patterns.SENTENCE_END.split(match.string[: match.end()])[-1]
    return next(reversed(patterns.NAMED_YEAR.findall(sentence)), "")


def _is_of_a_part(match: re.Match[str]) -> bool:
    """Whether the words before it say that it is a part's figure."""
    return patterns.OF_A_PART.search(match.string[: match.start()]) is not None

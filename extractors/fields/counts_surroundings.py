"""What the words around a paragraph say of its numbers: whose they are, of which time, and how far they have come."""

from __future__ import annotations

from extractors.fields.counts_clause import STAGES
from extractors.fields.counts_context import Around
from extractors.fields.counts_symbols import Time, letters
from extractors.fields.prose import Lexicon
from extractors.patterns import counts as shapes
from extractors.vietnamese.text import fold, tones

_ELSEWHERE = frozenset("bzyhtdq")
"""Of others, of a change, of another year or half, a part, not decided, not exact."""


class Surroundings:
    """Reads headings, lead-ins and the text above, of one paper."""

    def __init__(self, lexicon: Lexicon, time: Time, stage: str) -> None:
        """`stage`: what the paper's title names, "" for nothing."""
        self.lexicon, self.time, self.title_stage = lexicon, time, stage

    def stage(self, item: Around) -> str:
        """The stage that the lead-in, else the nearest heading that names one, else the paper's title names."""
        for text in (item.lead, *reversed(item.headings)):
            named = set(self._letters(text)) & set(STAGES)
            firm = named - {"g"} or named
            if len(firm) == 1:
                return STAGES[firm.pop()]
        return self.title_stage

    def aims_before(self, item: Around) -> bool:
        """Whether the text above registers or proposes: "Hội đồng thống nhất đề nghị …"."""
        return bool({"r", "p"} & set(self._letters(item.before)))

    def says_people(self, item: Around) -> bool:
        """Whether a heading or lead-in says who the numbers below it count."""
        return any(set("IC") & set(self._letters(text)) for text in (item.lead, *item.headings[-1:]))

    def is_of_others(self, text: str) -> bool:
        """Whether the text begins with a body that is not the paper's own: "Công đoàn Sở …"."""
        return bool(shapes.OTHER_SUBJECT.match(text)) and "O" not in self._letters(text)

    def doubt(self, item: Around) -> str:
        """Why the paragraph's numbers may not be the paper's own; "" where nothing says so."""
        if item.broken:
            return "a sentence cut in two"
        if any(shapes.NOT_THIS_YEARS.search(fold(heading)) for heading in item.headings):
            return "under a heading of what was before or is to come"
        if any(map(self._names_others, item.headings)):
            return "under another office's heading"
        lead = self._letters(item.lead)
        unknown = "x" in lead and "O" not in lead
        if unknown or any(_ELSEWHERE & set(said) for said in (lead, *map(self._letters, item.headings))):
            return "perhaps of others, of another time or a part"
        return "after figures of others" if self._is_of_others_above(item) else ""

    def _is_of_others_above(self, item: Around) -> bool:
        """Whether the text above begins with others or with another year, and the paragraph does not turn back."""
        if self.time.year and str(self.time.year) in item.paragraph.text:
            return False
        return self.is_of_others(item.before) or self._letters(item.before).startswith("y")

    def _names_others(self, heading: str) -> bool:
        """Whether the heading names an office or a body that is not the paper's own."""
        words = shapes.LIST_MARK.sub("", tones(heading.lower()), count=1)
        return bool(shapes.OFFICE.search(words)) and "O" not in self._letters(heading)

    def _letters(self, text: str) -> str:
        return letters(self.lexicon, text, self.time) if text else ""

"""The running text, each paragraph under its nearest heading: for search, pairing and extracts."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.layout import Layout
from extractors.lines import Line
from extractors.patterns import headings, letterhead
from extractors.records import Passage

_LONGEST = 160
"""Letters of a heading, at most."""


def passages(layout: Layout) -> Iterator[Passage]:
    """Every paragraph of the body with its nearest heading."""
    heading = ""
    for line in layout.body:
        if letterhead.RULE.match(line.bones):
            continue
        if is_heading(line):
            heading = line.text
        yield Passage(line.text, heading, line.place)


def is_heading(line: Line) -> bool:
    """Whether the line heads what follows: short, no sentence, in capitals, bold or numbered."""
    if len(line.text) > _LONGEST or line.text.endswith((".", ";", ",", ":")) or not any(map(str.isalnum, line.text)):
        return False
    return (
        line.text == line.text.upper()
        or line.style.bold
        or bool(line.style.label or headings.NUMBERED.match(line.bones))
    )

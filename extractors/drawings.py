"""What a form or signature field draws over the typed head: a number, a day, or digits in the gap left for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.records import Aside, AsideKind, Paragraph, Place

_LONGEST = 60
"""Characters in a drawn line of a head, at most: a form may hold the whole body too."""


def drawn(asides: Iterable[Aside]) -> Iterator[Paragraph]:
    """The short texts that are drawn over the paper's first page."""
    for aside in asides:
        text = aside.paragraph
        if aside.kind is AsideKind.FILLED_IN and len(text.text) <= _LONGEST and text.place.page in {None, 1}:
            yield text


def digits_over(asides: Iterable[Aside], typed: Place) -> list[Paragraph]:
    """The drawn texts that are nothing but digits and stand on the typed line, from left to right."""
    found = [p for p in drawn(asides) if p.text.strip(" .").isdecimal() and _on_line(p.place, typed)]
    return sorted(found, key=lambda p: p.place.bbox or (0, 0, 0, 0))


def _on_line(place: Place, typed: Place) -> bool:
    box, line = place.bbox, typed.bbox
    if box is None or line is None or place.page != typed.page:
        return False
    middle, height = (box[1] + box[3]) / 2, line[3] - line[1]
    return line[1] - height / 2 <= middle <= line[3] + height / 2 and line[0] <= box[0] <= line[2]

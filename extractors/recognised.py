"""Where a paper's text was recognised from a picture: there, and only there, no reading is trusted on its own."""

from __future__ import annotations

from collections.abc import Callable

from extractors.records import Document, Paragraph, Place

Standing = Callable[[Place], bool]
"""Whether some of what stands at the place was recognised."""


def nowhere(_: Place) -> bool:
    """A paper of text."""
    return False


def everywhere(_: Place) -> bool:
    """A scan."""
    return True


def recognised_in(document: Document) -> Standing:
    """For the document's places; what stands at none in particular is held for recognised where any page is."""
    if not document.recognised:
        return nowhere
    body = [block for block in document.blocks if isinstance(block, Paragraph)]
    lines = {block.place.first for block in body if block.place.page in document.recognised}

    def stands(place: Place) -> bool:
        if place.page is None or place.page in document.recognised:
            return True
        return not place.container and any(n in lines for n in range(place.first, place.last + 1))

    return stands


def behind_recognised(document: Document) -> Standing:
    """Whether a recognised page comes before the place, so that what stands there may belong to an annex."""
    first = min(document.recognised, default=None)
    return lambda place: first is not None and (place.page is None or place.page > first)

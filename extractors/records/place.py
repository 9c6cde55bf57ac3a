"""Where a text stands in a file."""

from __future__ import annotations

from typing import NamedTuple

BBox = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points, the page's top left corner being (0, 0)."""


class Place(NamedTuple):
    """Where a text stands. `extractors.places` prints it and finds the text again."""

    page: int | None = None
    """1-based; None for formats without fixed pages."""
    container: str = ""
    """Empty for the body, or a path: "table 1, row 2, cell 1", "text box 1", "footnote 2".

    Rows are counted as in the file's table, cells among those that start in the row; both 1-based.
    """
    first: int = 0
    """First paragraph inside the container, 1-based; 0 means the whole container."""
    last: int = 0
    """Last paragraph, inclusive; 0 when `first` is 0."""
    start: int | None = None
    """First character inside the paragraphs' texts joined by a line feed; None means all of it."""
    end: int | None = None
    bbox: BBox | None = None


NOWHERE = Place()

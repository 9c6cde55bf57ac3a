"""A page's ruling lines: LibreOffice strokes them, Word fills thin rectangles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from extractors.formats.pdf.shapes import Rule, Rules
from extractors.records import BBox

THIN = 3.0
"""Points: a path no thicker than this is a line."""
SHORTEST = 6.0
"""Points: anything shorter is a dash or a letter."""
NEAR = 1.5
"""Points: lines this near each other are one."""

Turn = Callable[[BBox], BBox]
"""From PDFium's coordinates to the page as it is seen."""


def rules_of(page: Any, turn: Turn) -> Rules:
    """The page's straight lines, those on one line joined."""
    across: list[Rule] = []
    down: list[Rule] = []
    for box in _boxes(page):
        for edge in _edges(turn(box)):
            x0, y0, x1, y1 = edge
            if y1 - y0 <= THIN and x1 - x0 >= SHORTEST:
                across.append(Rule((y0 + y1) / 2, x0, x1))
            elif x1 - x0 <= THIN and y1 - y0 >= SHORTEST:
                down.append(Rule((x0 + x1) / 2, y0, y1))
    return Rules(joined(across), joined(down))


def _boxes(page: Any) -> Iterator[BBox]:
    import pypdfium2.raw as pdfium

    for path in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = path.get_bounds()
        yield (left, bottom, right, top)


def _edges(box: BBox) -> Iterator[BBox]:
    """The box itself where it is thin, else the four lines of a drawn frame."""
    x0, y0, x1, y1 = box
    if min(x1 - x0, y1 - y0) <= THIN:
        yield box
        return
    yield (x0, y0, x1, y0)
    yield (x0, y1, x1, y1)
    yield (x0, y0, x0, y1)
    yield (x1, y0, x1, y1)


def joined(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules with those that continue or cover each other made one."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules):
        if lines and rule.at - lines[-1][-1].at <= NEAR:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    return tuple(rule for line in lines for rule in _along(line))


def _along(line: list[Rule]) -> Iterator[Rule]:
    at = sum(rule.at for rule in line) / len(line)
    parts = sorted((rule.start, rule.end) for rule in line)
    start, end = parts[0]
    for next_start, next_end in parts[1:]:
        if next_start > end + 2 * NEAR:
            yield Rule(at, start, end)
            start, end = next_start, next_end
        end = max(end, next_end)
    yield Rule(at, start, end)

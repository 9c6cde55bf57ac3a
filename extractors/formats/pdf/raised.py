"""Lines that PDFium ends behind a raised figure put together again; and which raised figures are footnotes' marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from extractors.formats.pdf.shapes import Fragment, Line, PageRead, union
from extractors.vietnamese.text import raised

LEVEL = 0.2
"""Share of a line's size by which the baselines of its parts may differ."""
CLOSE = 0.6
"""Share of a line's size that the gap between its parts is at most."""
SPACE = 0.14
"""Share of a line's size from which on a gap is a space."""

_MARK = re.compile(r"\s*([0-9⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?=[^0-9⁰¹²³⁴⁵⁶⁷⁸⁹.,/])")
_RAISED = re.compile(r"(?<![0-9\s/]m)(?<![0-9\s/][kcd]m)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
"""A raised figure, but the power of a measure: 98¹, not 500 m²."""


def in_one(lines: Sequence[Line]) -> list[Line]:
    """The lines in content order, each that stands right behind the one before on its baseline joined to it."""
    whole: list[Line] = []
    for line in lines:
        if whole and _goes_on(whole[-1], line):
            whole[-1] = _joined(whole[-1], line)
        else:
            whole.append(line)
    return whole


def _goes_on(before: Line, line: Line) -> bool:
    gap, size = line.box[0] - before.box[2], before.size
    return -0.2 * size < gap < CLOSE * size and abs(line.box[3] - before.box[3]) < LEVEL * size


def _joined(before: Line, line: Line) -> Line:
    space = " " if line.box[0] - before.box[2] > SPACE * before.size else ""
    box, size = union([before.box, line.box]), max(before.size, line.size)
    return before._replace(text=before.text + space + line.text, box=box, size=size, bold_end=line.bold_end)


def without_marks(page: PageRead, lines: list[Line], footnotes: Iterable[Line]) -> tuple[PageRead, list[Line]]:
    """The page and its lines of text without the marks of its footnotes; the marks become the page's notes."""
    marks = {raised(found[1]) for note in footnotes if (found := _MARK.match(note.text))}
    if not marks:
        return page, lines
    taken: list[str] = []

    def unmarked(line: Line) -> Line:
        found = [mark for mark in _RAISED.findall(line.text) if mark in marks]
        taken.extend(found)
        return line._replace(text=_RAISED.sub(lambda m: "" if m[0] in marks else m[0], line.text)) if found else line

    own = [unmarked(line) for line in lines]
    fragments = tuple(_with(fragment, unmarked) for fragment in page.fragments)
    return page._replace(fragments=fragments, notes="".join(taken)), own


def _with(fragment: Fragment, changed: Callable[[Line], Line]) -> Fragment:
    return fragment._replace(cells=tuple(tuple(map(changed, cell)) for cell in fragment.cells))

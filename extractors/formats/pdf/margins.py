"""What a page carries besides its text: page numbers, running heads, stamps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from statistics import median

from extractors.formats.pdf.hidden import is_off
from extractors.formats.pdf.shapes import Line, PageRead
from extractors.formats.stamped import signature_lines
from extractors.patterns.stamps import ARRIVAL_LINE, PAGE_NUMBER, SIGNATURE, SIGNATURE_PART
from extractors.records import AsideKind
from extractors.vietnamese.text import one_line

MARGIN = 0.09
"""Share of a page's height, at its top and at its foot, in which page numbers and running heads stand."""
REPEATED = 3
"""Pages on which the same line must stand at the same height to be a running head."""
NEAR = 14.0
"""Points: a stamp's lines stand this near each other."""

SMALLER = 1.5
"""Points by which footnotes are smaller than the text."""

Kept = list[tuple[AsideKind, Line]]


def sorted_out(pages: Sequence[PageRead]) -> tuple[list[list[Line]], Kept]:
    """The lines of each page that are its text, and the rest with what each is."""
    heads = _running_heads(pages)
    texts, kept = [], Kept()
    for page in pages:
        kinds = stamp_lines(page.lines) | _running(page, heads)
        kinds |= {id(line): AsideKind.HIDDEN for line in page.lines if is_off(line, page)}
        kinds |= _footnotes(page, [line for line in page.lines if id(line) not in kinds])
        texts.append([line for line in page.lines if id(line) not in kinds])
        kept += [(kinds[id(line)], line) for line in page.lines if id(line) in kinds]
        kept += [(AsideKind.HIDDEN, line) for line in page.hidden]
    return texts, kept


def _running(page: PageRead, heads: frozenset[tuple[str, int]]) -> dict[int, AsideKind]:
    """By identity, the page's number and the running heads among the lines in its margins."""
    top, foot = MARGIN * page.height, (1 - MARGIN) * page.height
    outer = (line for line in page.lines if line.box[3] < top or line.box[1] > foot)
    return {id(line): kind for line in outer if (kind := _kind(line, page, heads))}


def _kind(line: Line, page: PageRead, heads: frozenset[tuple[str, int]]) -> AsideKind | None:
    if PAGE_NUMBER.match(line.text) and not any(_is_beside(line, other, heads) for other in page.lines):
        return AsideKind.PAGE_NUMBER
    if _place(line) in heads:
        return AsideKind.HEADER if line.box[3] < MARGIN * page.height else AsideKind.FOOTER
    return None


def _is_beside(figure: Line, other: Line, heads: frozenset[tuple[str, int]]) -> bool:
    """Whether the figure ends another line of text: a page's number has none beside it but a running one."""
    level = abs(figure.box[1] + figure.box[3] - other.box[1] - other.box[3]) < figure.size
    return level and other is not figure and _place(other) not in heads


def _footnotes(page: PageRead, lines: Sequence[Line]) -> dict[int, AsideKind]:
    """By identity, the lines below the rule that parts the footnotes from the text: all in smaller print."""
    for rule in sorted(page.across):
        above = [line.size for line in lines if line.box[3] <= rule + 2]
        below = [line for line in lines if line.box[1] >= rule - 2]
        if above and below and max(line.size for line in below) <= median(above) - SMALLER:
            return {id(line): AsideKind.FOOTNOTE for line in below}
    return {}


def _running_heads(pages: Sequence[PageRead]) -> frozenset[tuple[str, int]]:
    """The lines that come again on page after page, of those that stand in some page's margin."""
    if len(pages) < REPEATED:
        return frozenset()
    top, foot = max(page.height for page in pages) * MARGIN, min(page.height for page in pages) * (1 - MARGIN)
    outer = ([line for line in page.lines if line.box[3] < top or line.box[1] > foot] for page in pages)
    counts = Counter(place for lines in outer for place in {_place(line) for line in lines})
    return frozenset(place for place, count in counts.items() if count >= REPEATED)


def _place(line: Line) -> tuple[str, int]:
    return one_line(line.text), round(line.box[1] / 4)


def stamp_lines(lines: Sequence[Line]) -> dict[int, AsideKind]:
    """By identity, the lines that belong to a signature's or the receiver's stamp."""
    signed = signature_lines([line.text for line in lines], [line.box for line in lines])
    return _with_beside(lines, {id(lines[index]) for index in signed})


def drawn_stamp_lines(lines: Sequence[Line]) -> dict[int, AsideKind]:
    """The same of what a page's fields draw, where nothing else begins as a stamp's lines do."""
    return _with_beside(
        lines, {id(line) for line in lines if SIGNATURE.match(line.text) or SIGNATURE_PART.match(line.text)}
    )


def _with_beside(lines: Sequence[Line], signed: Container[int]) -> dict[int, AsideKind]:
    """Those signed, the receiver's, and what stands beside them in small print."""
    stamps: dict[int, AsideKind] = {}
    for line in lines:
        if id(line) in signed:
            stamps[id(line)] = AsideKind.SIGNATURE
        elif ARRIVAL_LINE.match(line.text):
            stamps[id(line)] = AsideKind.ARRIVAL_STAMP
    for seed in [line for line in lines if id(line) in stamps]:
        for line in _beside(seed, lines):
            stamps.setdefault(id(line), stamps[id(seed)])
    return stamps


def _beside(seed: Line, lines: Iterable[Line]) -> Iterable[Line]:
    """The lines in a stamp's own small print right above or below one of its lines."""
    for line in lines:
        near = abs(line.box[1] - seed.box[3]) < NEAR or abs(seed.box[1] - line.box[3]) < NEAR
        inside = line.box[0] >= seed.box[0] - 4 and line.box[2] <= max(seed.box[2], seed.box[0] + 160) + 4
        if near and inside and line.size <= seed.size + 0.5 and line.size < 10:
            yield line

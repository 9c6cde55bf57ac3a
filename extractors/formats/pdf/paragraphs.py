"""Lines joined to paragraphs: a line goes on where the next word would not have fitted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.formats.pdf.shapes import Line, PageRead, union
from extractors.patterns.page_lines import ITEM, SEAM
from extractors.records import Paragraph, Place
from extractors.vietnamese.text import clean

INDENT = 6.0
"""Points: a line that begins this much further right begins a paragraph."""
CENTRED = 3.0
"""Points by which the middles of centred lines may differ."""
FEW = 12
"""Lines below which a page does not show its margin."""
FLUSH = 2.0
"""Points within which three lines must end for a right margin."""
LEAST = 0.8
"""Share of a page's width that its text reaches at least where a line of it is full."""
HANGING = 90.0
"""Points by which a paragraph's first line may begin right of the others: more is another column."""
SPACING = 1.9
"""Line heights: more than this between two lines is a new paragraph."""

_REACH = 12
"""Characters on each side of a line's end that say whether it tore a word."""


def paragraphs(lines: Iterable[Line], rights: Mapping[int, float]) -> Iterator[tuple[Line, ...]]:
    """The lines in runs, each one paragraph; a page's end does not end one. `rights`: each page's right margin."""
    run: list[Line] = []
    for line in lines:
        if run and _goes_on(run, line, rights[run[-1].page]):
            run.append(line)
        else:
            if run:
                yield tuple(run)
            run = [line]
    if run:
        yield tuple(run)


def right_margins(pages: Iterable[tuple[PageRead, Sequence[Line]]]) -> dict[int, float]:
    """Where the lines of each page end at the right; a page of few lines ends where others of its width do."""
    margins: dict[int, float] = {}
    of_width: dict[int, float] = {}
    short: list[PageRead] = []
    for page, lines in pages:
        tables = (part.grid.columns[-1] for part in page.fragments)
        margins[page.number] = max(_right_margin(lines), *tables, LEAST * page.width)
        if len(lines) < FEW:
            short.append(page)
        else:
            width = round(page.width)
            of_width[width] = max(of_width.get(width, 0.0), margins[page.number])
    for page in short:
        margins[page.number] = max(margins[page.number], of_width.get(round(page.width), 0.0))
    return margins


def _right_margin(lines: Sequence[Line]) -> float:
    """Where most full lines end; the longest line's end where the text is ragged."""
    ends = sorted((line.box[2] for line in lines), reverse=True)
    flush = (end for end, third in zip(ends, ends[2:], strict=False) if end - third <= FLUSH)
    return next(flush, ends[0] if ends else 0.0)


def _goes_on(run: Sequence[Line], line: Line, right: float) -> bool:
    last = run[-1]
    if ITEM.match(line.text) and line.box[0] >= run[0].box[0] - INDENT:
        return False
    if last.text.endswith(";") and line.text[:1].isupper():
        return False
    if last.bold_end != line.bold or abs(last.size - line.size) > 1.0:
        return False
    if last.page == line.page:
        gap, height = line.box[1] - last.box[3], max(last.size, 1.0)
        if gap > SPACING * height or line.box[1] < last.box[1]:
            return False
    full = _full_in_column(run, line) if last.limit else _full(last, line, right)
    return (full or _unfinished(run, line)) and _under(run, line)


def _unfinished(run: Sequence[Line], line: Line) -> bool:
    """Whether the line goes on in small letters what was not ended: a narrow column has a margin of its own.

    A title in capitals stands by itself: "BÁO CÁO" above "kết quả công tác …", as papers of the Party print it.
    """
    if not line.text[:1].islower() or run[-1].text[-1] in ".;:!?" or ITEM.match(line.text):
        return False
    return not all(one.text.isupper() for one in run)


def _full_in_column(run: Sequence[Line], line: Line) -> bool:
    """Whether an item of a list is full: other lines of a head or a foot stand for themselves."""
    return ITEM.match(run[0].text) is not None and _full(run[-1], line, run[-1].limit)


def _full(last: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would not have fitted behind the last line."""
    left, _, end, _ = last.box
    wide = (end - left) / max(len(last.text), 1)
    if end + wide * 0.5 > right:
        return True
    first_word = line.text.split(maxsplit=1)[:1]
    return end + wide * (len("".join(first_word)) + 0.5) > right


def _under(run: Sequence[Line], line: Line) -> bool:
    """Whether the line stands where a paragraph's further lines stand: at its margin, or centred below."""
    if abs(_middle(line) - _middle(run[-1])) <= CENTRED and not _flush(run[-1], line):
        return not line.text[:1].isupper() or (line.box[0] <= run[-1].box[0] + INDENT and not line.text.isupper())
    if len(run) == 1:
        under = run[0].box[0] - HANGING <= line.box[0] <= run[0].box[0] + INDENT
        return under or bool(ITEM.match(run[0].text))
    return abs(line.box[0] - run[-1].box[0]) <= INDENT or run[-1].page != line.page


def _flush(last: Line, line: Line) -> bool:
    """Whether both lines begin at one margin: then their middles say nothing."""
    return abs(last.box[0] - line.box[0]) <= 1.0


def _middle(line: Line) -> float:
    return (line.box[0] + line.box[2]) / 2


def joined(texts: Iterable[str]) -> str:
    """Lines as one text: what a line's end tore without a space, all else with one.

    A small letter at a line's end was torn from nothing.
    """
    whole = ""
    for text in texts:
        part = clean(text).strip()
        if not whole:
            whole = part
            continue
        torn = not whole[-1].islower() and SEAM.search(f"{whole[-_REACH:]}\n{part[:_REACH]}")
        whole += part if torn else f" {part}"
    return whole


def written(lines: Sequence[Line], number: int) -> Paragraph:
    """The paragraph that the lines make, with its number in the paper."""
    first = lines[0]
    box = union([line.box for line in lines if line.page == first.page])
    place = Place(page=first.page, first=number, last=number, bbox=box)
    return Paragraph(
        joined(line.text for line in lines),
        place,
        bold=all(line.bold for line in lines),
        indent=round(first.box[0], 1),
        size=round(first.size, 1),
    )

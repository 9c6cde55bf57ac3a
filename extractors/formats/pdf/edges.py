"""Where the columns of a table without lines part: told by its headings, its figures and the white between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from extractors.patterns.table_cells import PLAIN_FIGURE, ROW_LABEL
from extractors.records import BBox

LEAST_COLUMNS = 3
LEAST_ROWS = 3
SPACE = 0.22
"""Ems: a gap wider than this parts two words."""
APART = 0.7
"""Ems: a gap wider than this parts two headings."""


class Word(NamedTuple):
    """A word, or words without a wider gap between them, and where it stands."""

    text: str
    box: BBox
    size: float


Row = list[Word]
"""The words on one line of print, left to right."""


def words(row: Iterable[Word]) -> Iterator[Word]:
    """The letters of a line as words; a cell's text that runs up to the next one's is parted from it."""
    return _joined(row, SPACE)


def phrases(row: Sequence[Word]) -> Iterator[Word]:
    """The words of a line with those joined that stand near each other; a row's label stands for itself."""
    label = row[:1] if row and ROW_LABEL.fullmatch(row[0].text) else []
    return chain(label, _joined(row[len(label) :], APART))


def around(found: Sequence[Word]) -> BBox:
    """The box around the words."""
    lefts, tops, rights, bottoms = zip(*(word.box for word in found), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def edges_of(heading: Sequence[Row], body: Sequence[Row], sides: BBox) -> list[float]:
    """The edges between the headings, then the page's; none where it is not plain which figures stand below which."""
    names = sorted(chain.from_iterable(heading), key=lambda word: word.box[0])
    groups = list(phrases(names))
    if len(groups) < LEAST_COLUMNS:
        return []
    figures = _figures(body, groups[2].box[0])
    if len(figures) > len(groups) - 2:
        groups = [*groups[:2], *_by_capitals([name for name in names if name.box[0] >= groups[2].box[0]])]
    columns = _columns(groups, figures)
    if not columns:
        return []
    taken = [*columns, *chain.from_iterable(body)]
    inner = [_white(one, other, taken) for one, other in pairwise(columns)]
    if len(figures) == len(columns) - 2:
        inner[2:] = [(one.box[2] + other.box[0]) / 2 for one, other in pairwise(columns[2:])]
    return [sides[0] - 2, _behind_labels(body, columns[0]) or inner[0], *inner[1:], sides[2] + 2]


def _joined(row: Iterable[Word], gap: float) -> Iterator[Word]:
    whole: Word | None = None
    for word in row:
        if whole is not None and word.box[0] - whole.box[2] <= gap * whole.size and not _only_touch(whole, word):
            whole = Word(whole.text + word.text, around([whole, word]), whole.size)
            continue
        if whole is not None:
            yield whole
        whole = word
    if whole is not None:
        yield whole


def _only_touch(before: Word, word: Word) -> bool:
    """Whether a capital follows right behind a small letter or a number: "chuẩnĐiểm", "1Hoàn thành"."""
    near = word.box[0] - before.box[2] <= SPACE * before.size
    return near and word.text[0].isupper() and (before.text[-1].islower() or before.text.isdigit())


def _by_capitals(names: Sequence[Word]) -> list[Word]:
    """The headings, each from its capital on, where no white parts them."""
    groups: list[Word] = []
    for name in names:
        if groups and not name.text[0].isupper():
            groups[-1] = Word(groups[-1].text + name.text, around([groups[-1], name]), name.size)
        else:
            groups.append(name)
    return groups


def _figures(body: Sequence[Row], left: float) -> list[Word]:
    """The columns of figures that end right of there, each as one word around all of them."""
    found = [word for row in body for word in phrases(row) if PLAIN_FIGURE.fullmatch(word.text) and word.box[2] > left]
    columns: list[Word] = []
    for word in sorted(found, key=lambda word: word.box[0]):
        if columns and word.box[0] <= columns[-1].box[2]:
            columns[-1] = columns[-1]._replace(box=around([columns[-1], word]))
        else:
            columns.append(word)
    return columns


def _columns(groups: Sequence[Word], figures: Sequence[Word]) -> list[Word]:
    """Each heading with the figures below it: in their order if there are as many, else by their place alone."""
    if len(figures) == len(groups) - 2:
        both = [one._replace(box=around([one, below])) for one, below in zip(groups[2:], figures, strict=True)]
        found = [*groups[:2], *both]
        return found if all(one.box[2] < other.box[0] for one, other in pairwise(found)) else []
    below = [[one for one in groups if _overlap(one, column)] for column in figures]
    return list(groups) if all(len(found) == 1 for found in below) else []


def _overlap(one: Word, other: Word) -> bool:
    return one.box[0] < other.box[2] and other.box[0] < one.box[2]


def _behind_labels(body: Sequence[Row], heading: Word) -> float:
    """The edge between the rows' labels and what stands behind them; 0 where they do not tell."""
    labelled = [row for row in body if len(row) > 1 and ROW_LABEL.fullmatch(row[0].text)]
    if len(labelled) < LEAST_ROWS:
        return 0
    left = max(heading.box[2], *(row[0].box[2] for row in labelled))
    right = min(row[1].box[0] for row in labelled)
    return (left + right) / 2 if left < right else 0


def _white(left: Word, right: Word, taken: Sequence[Word]) -> float:
    """Where the fewest words are cut between the middles of two columns; the middle of the widest such stretch."""
    low, high = (round((column.box[0] + column.box[2]) / 2) for column in (left, right))
    cuts = [sum(word.box[0] < x < word.box[2] for word in taken) for x in range(low, high + 1)]
    least = min(cuts, default=0)
    best: tuple[int, int] = (0, low)
    run = 0
    for at, cut in zip(range(low, high + 1), cuts, strict=True):
        run = run + 1 if cut == least else 0
        best = max(best, (run, at))
    return best[1] - best[0] / 2

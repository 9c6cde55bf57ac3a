"""Table grids from ruling lines: which lines belong together, and which slots are one cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, repeat

from extractors.formats.pdf.shapes import Grid, Rule, Rules, Slot
from extractors.records import BBox

REACH = 3.0
"""Points by which a line may miss the one that it meets."""
LEAST = 4.0
"""Points: rows and columns narrower than this are double lines."""

Place = tuple[int, int]
"""A row and a column."""

Spot = tuple[int, int]
"""A grid, by its number on the page, and one of its slots."""

Owner = Callable[[BBox], Spot | None]
"""In which cell a character stands; None outside of tables."""


def owner(grids: Sequence[Grid]) -> Owner | None:
    """Finds the cell of a character on a page with these tables; None where there are none."""
    owners = [_owner(grid, number) for number, grid in enumerate(grids)]
    if len(owners) < 2:
        return owners[0] if owners else None
    return lambda box: next((spot for own in owners if (spot := own(box)) is not None), None)


def _owner(grid: Grid, number: int) -> Owner:
    """Finds the cell by the character's middle: most stand in the slot of the character asked for before."""
    spots = {
        (slot.row + i, slot.column + j): (number, index)
        for index, slot in enumerate(grid.slots)
        for i in range(slot.row_span)
        for j in range(slot.column_span)
    }
    rows, columns = grid.rows, grid.columns
    left, top, right, foot = 0.0, 0.0, 0.0, 0.0
    last: Spot | None = None

    def of(box: BBox) -> Spot | None:
        nonlocal left, top, right, foot, last
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if left <= x < right and top <= y < foot:
            return last
        row, column = bisect_right(rows, y), bisect_right(columns, x)
        spot = spots.get((row - 1, column - 1))
        if spot is not None:
            last = spot
            left, top, right, foot = columns[column - 1], rows[row - 1], columns[column], rows[row]
        return spot

    return of


def grids(rules: Rules, page: int) -> list[tuple[Grid, bool]]:
    """The page's tables, top to bottom, and whether the lines divide each into whole cells."""
    found = []
    for across, down in _groups(rules):
        rows = _edges((r.at for r in across), _ends(down))
        columns = _edges((r.at for r in down), _ends(across))
        if len(rows) * len(columns) > 4 and len(rows) > 1 and len(columns) > 1:
            slots, whole = _slots(rows, columns, across, down)
            found.append((Grid(tuple(columns), tuple(rows), tuple(slots), page), whole))
    return sorted(found, key=lambda pair: pair[0].rows[0])


def _groups(rules: Rules) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that meet, directly or through others: one group a table."""
    waiting = list(rules.down)
    left = list(rules.across)
    while waiting:
        down, across = [waiting.pop()], list[Rule]()
        grown = True
        while grown:
            near = [h for h in left if any(_meet(h, v) for v in down)]
            left = [h for h in left if h not in near]
            across += near
            more = [v for v in waiting if any(_meet(h, v) for h in near)]
            waiting = [v for v in waiting if v not in more]
            down += more
            grown = bool(near or more)
        if len(across) > 1 and len(down) > 1:
            yield across, down


def _meet(across: Rule, down: Rule) -> bool:
    return across.start - REACH <= down.at <= across.end + REACH and down.start - REACH <= across.at <= down.end + REACH


def _ends(rules: Sequence[Rule]) -> tuple[float, float]:
    """How far the lines reach: a table may be open at its sides or cut by the page's end."""
    return min(r.start for r in rules), max(r.end for r in rules)


def _edges(places: Iterable[float], reach: tuple[float, float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > LEAST:
            edges.append(place)
    if edges and edges[0] - reach[0] > 2 * LEAST:
        edges.insert(0, reach[0])
    if edges and reach[1] - edges[-1] > 2 * LEAST:
        edges.append(reach[1])
    return edges


def _slots(
    rows: Sequence[float], columns: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]
) -> tuple[list[Slot], bool]:
    """The cells, in reading order; False where a run of slots without lines between is no rectangle."""
    below = _walls(across, rows, columns)
    beside = _walls(down, columns, rows)
    high, wide = len(rows) - 1, len(columns) - 1
    if len(below) == len(rows) * wide and len(beside) == len(columns) * high:
        return [Slot(i, j, 1, 1) for i in range(high) for j in range(wide)], True
    seen: set[Place] = set()
    slots: list[Slot] = []
    whole = True
    for place in ((i, j) for i in range(high) for j in range(wide)):
        if place in seen:
            continue
        i, j = place
        if (j + 1, i) in beside and (i + 1, j) in below and (j, i) in beside and (i, j) in below:
            slots.append(Slot(i, j, 1, 1))
            continue
        run = _open_run(place, below, beside, (high, wide))
        slot = _bounds(run)
        whole = whole and len(run) == slot.row_span * slot.column_span
        seen |= run
        slots.append(slot)
    return slots, whole


def _walls(rules: Sequence[Rule], edges: Sequence[float], others: Sequence[float]) -> set[Place]:
    """(edge, part) wherever a rule on that edge covers the middle of that part between the other edges."""
    between, middles = _middles(edges), _middles(others)
    walls: set[Place] = set()
    for rule in rules:
        edge = bisect_left(between, rule.at)
        covered = range(bisect_left(middles, rule.start - REACH), bisect_right(middles, rule.end + REACH))
        walls.update(zip(repeat(edge), covered))
    return walls


def _middles(edges: Sequence[float]) -> list[float]:
    """Of the parts between them: of several edges, one is the nearest up to the middle to the next."""
    return [(a + b) / 2 for a, b in pairwise(edges)]


def _open_run(first: Place, below: set[Place], beside: set[Place], size: Place) -> set[Place]:
    """The slots that one reaches without crossing a line."""
    seen = {first}
    waiting = [first]
    while waiting:
        i, j = waiting.pop()
        ways = (
            ((i, j + 1), (j + 1, i) in beside),
            ((i, j - 1), (j, i) in beside),
            ((i + 1, j), (i + 1, j) in below),
            ((i - 1, j), (i, j) in below),
        )
        for place, walled in ways:
            if not walled and place not in seen and 0 <= place[0] < size[0] and 0 <= place[1] < size[1]:
                seen.add(place)
                waiting.append(place)
    return seen


def _bounds(places: set[Place]) -> Slot:
    top, left = min(i for i, _ in places), min(j for _, j in places)
    bottom, right = max(i for i, _ in places), max(j for _, j in places)
    return Slot(top, left, bottom - top + 1, right - left + 1)

"""Which column of a table holds what: told by its headings, whatever their order and however they are merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extractors.patterns import scores as patterns
from extractors.records import Cell, Table
from extractors.vietnamese.text import fold

HEADER_SEARCH = 25
"""How many rows may stand above the headings (a spreadsheet keeps the letterhead there)."""
HEADER_DEPTH = 4


class Role(StrEnum):
    """What a column of a score sheet holds."""

    ORDER = "order"
    CRITERION = "criterion"
    MAX = "max"
    SELF = "self"
    BLOCK = "block"
    COUNCIL = "council"
    BONUS = "bonus"
    DEDUCTION = "deduction"
    NOTE = "note"


SCORES = {
    Role.MAX: "max_score",
    Role.SELF: "self_score",
    Role.BLOCK: "block_score",
    Role.COUNCIL: "council_score",
    Role.BONUS: "bonus",
    Role.DEDUCTION: "deduction",
}
"""The roles that hold numbers, with their field in a `ScoreRow`."""

GIVEN = (Role.SELF, Role.BLOCK, Role.COUNCIL)
"""The layers of scores given, in the order in which they are given."""


_ROLES = frozenset(role.value for role in Role)


class Columns(NamedTuple):
    """The roles of a table's columns, and where its data begins."""

    roles: Mapping[Role, tuple[int, ...]]
    """0-based columns; a heading that spans several gives them all."""
    first_row: int
    """0-based row below the headings."""
    header: frozenset[tuple[str, ...]]
    """The folded heading rows, to know them again on a later page."""
    unsure: frozenset[Role] = frozenset()
    """Roles that two headings claim, or one that says not who scores."""
    has_rounds: bool = False
    """Whether two appraisals follow each other that say not whose they are (lần 1, lần 2)."""

    def has_scores_given(self) -> bool:
        """Whether somebody scores in this table: else it is a sheet of criteria."""
        return any(role in self.roles for role in GIVEN)


def columns_of(table: Table) -> Columns | None:
    """The columns of a score sheet or a sheet of criteria; None for any other table."""
    if not _names_criteria(table):
        return None
    for start in range(min(HEADER_SEARCH, len(table.rows))):
        end = _header_end(table, start)
        headings = [_heading(table, start, column, end) for column in range(len(table.rows[start]))]
        if _is_sheet([role for role, _ in map(_role, headings)]):
            return None if any(map(_is_people, headings)) else _columns(table, start, end)
    return None


def _names_criteria(table: Table) -> bool:
    """Whether a column has the words of a criterion's heading in its first rows: all that stands there is read once.

    A heading's lines follow each other in its column: what they say together is found there too.
    """
    first_rows = table.rows[: HEADER_SEARCH + HEADER_DEPTH]
    columns = (fold(" ".join(cell.text for cell in column)) for column in zip(*first_rows, strict=True))
    return any(words in column for column in columns for words in patterns.IN_CRITERION)


def role_of(table: Table, column: int, end: int) -> str:
    """The name of what the column's headings, above the row, say that it holds; "" for none that is known."""
    return next((name for row in table.rows[:end] if (name := _role((fold(row[column].text),))[0])), "")


def folded_row(row: tuple[Cell, ...]) -> tuple[str, ...]:
    """The row's texts, folded: the same for a heading repeated on a later page."""
    return tuple(fold(cell.text) for cell in row)


def _columns(table: Table, start: int, end: int) -> Columns:
    claims: dict[Role, list[int]] = {}
    unsure: set[Role] = set()
    owners: dict[Role, str] = {}
    found = _of_the_latest_year(list(_claims(table, start, end)))
    named = _wordiest(table, end, [column for column, role, _ in found if role is Role.CRITERION])
    for column, role, text in found:
        if role is Role.CRITERION and table.rows[start][column] is not table.rows[start][named]:
            continue
        if role in owners and owners[role] != text and role is not Role.NOTE:
            unsure |= {role} & set(SCORES)
            continue
        owners[role] = text
        claims.setdefault(role, []).append(column)
    if Role.SELF in owners and _has_other_points(table, start, end):
        unsure.add(Role.SELF)
    nameless = patterns.RESULT if Role.SELF in owners else patterns.NAMELESS_SCORE
    unsure |= {role for role, text in owners.items() if nameless.search(text)}
    header = frozenset(folded_row(row) for row in table.rows[start:end])
    first = _after_column_numbers(table, end)
    rounds = {text for text in owners.values() if _role((text,))[0] == "appraisal"}
    return Columns({role: tuple(at) for role, at in claims.items()}, first, header, frozenset(unsure), len(rounds) > 1)


def _has_other_points(table: Table, start: int, end: int) -> bool:
    """Whether another column holds points that no role explains: "Điểm sau rà soát"."""
    headings = [_heading(table, start, column, end) for column in range(len(table.rows[start]))]
    return any(not _role(heading)[0] and patterns.POINTS.search(" ".join(heading)) for heading in headings)


def _of_the_latest_year(claims: list[tuple[int, Role, str]]) -> list[tuple[int, Role, str]]:
    """Without the columns of an earlier year beside the same column of a later one."""
    years = {text: _year(text) for _, _, text in claims}
    latest = {role: max(years[text] for _, r, text in claims if r is role) for _, role, _ in claims}
    return [(at, role, text) for at, role, text in claims if not 0 < years[text] < latest[role]]


def _year(heading: str) -> int:
    """The year that the heading names; 0 for none."""
    return max((int(match["year"]) for match in patterns.YEAR.finditer(heading)), default=0)


def _wordiest(table: Table, first: int, columns: list[int]) -> int:
    """The column that says most: the names of criteria, where groups or targets have a column of their own."""
    words = {column: sum(len(c.text) for c in {row[column] for row in table.rows[first:]}) for column in columns}
    return max(columns, key=lambda column: (words[column], -column))


def _claims(table: Table, start: int, end: int) -> Iterator[tuple[int, Role, str]]:
    """Each column with its role and its heading; the appraisals are shared out in their order."""
    found = [(column, *_role(_heading(table, start, column, end))) for column in range(len(table.rows[start]))]
    names = {name for name, _ in ((f[1], f[2]) for f in found)}
    layers = _appraisal_layers([text for _, name, text in found if name == "appraisal"], names)
    for column, name, text in found:
        if name == "appraisal":
            yield column, layers[text], text
        elif name == "points" and "max" not in names:
            yield column, Role.MAX, text
        elif name == "result" and not names & {*GIVEN, "appraisal"}:
            yield column, Role.SELF, text
        elif name in _ROLES:
            yield column, Role(name), text


def _appraisal_layers(texts: list[str], names: set[str]) -> dict[str, Role]:
    """The first nameless appraisal is the block's, a later one the council's, where those have no column."""
    free = [role for role in (Role.BLOCK, Role.COUNCIL) if role.value not in names] or [Role.COUNCIL]
    distinct = list(dict.fromkeys(texts))
    return {text: free[min(i, len(free) - 1)] for i, text in enumerate(distinct)}


@lru_cache(maxsize=2_000)
def _role(heading: tuple[str, ...]) -> tuple[str, str]:
    """The role's name and the whole heading: the lowest line decides where it can, else all lines together.

    Remembered, for the sheets of a block share a form: a heading costs 30 searches, one that was met costs none.
    """
    whole = " ".join(heading)
    for text in (heading[-1], whole) if heading else ():
        name = next((name for name, pattern in patterns.HEADINGS if pattern.search(text)), "")
        if name and not (name == "points" and text != whole):
            return _within_group(name, whole), whole
    return "", whole


def _within_group(name: str, whole: str) -> str:
    """A column "tự chấm" under "Điểm thưởng" is the bonus that the unit gives itself, not its score."""
    if patterns.EARLIER_YEAR.search(whole):
        return "other"
    if name == "self" and patterns.REWARD.search(whole):
        return Role.BONUS
    if name == "self" and patterns.PENALTY.search(whole):
        return Role.DEDUCTION
    return name


def _heading(table: Table, start: int, column: int, end: int) -> tuple[str, ...]:
    """The folded texts above the column, top down, a merged cell once."""
    cells: list[Cell] = []
    for row in table.rows[start:end]:
        if not cells or cells[-1] is not row[column]:
            cells.append(row[column])
    return tuple(text for cell in cells if (text := fold(cell.text)))


def _header_end(table: Table, start: int) -> int:
    """The row below the headings: as far as their cells reach, and a line of headings below a spanning one."""
    row = table.rows[start]
    reach = max(cell.row + cell.row_span for cell in row)
    if reach == start + 1 and _has_line_below(table, start):
        reach += 1
    return min(reach, start + HEADER_DEPTH, len(table.rows))


def _has_line_below(table: Table, start: int) -> bool:
    """Whether the next row only says what stands below a heading that spans several columns."""
    if start + 1 >= len(table.rows):
        return False
    pairs = list(zip(table.rows[start], table.rows[start + 1], strict=True))
    below = [fold(lower.text) for upper, lower in pairs if upper.column_span > 1]
    if not any(pattern.search(text) for text in below for _, pattern in patterns.HEADINGS):
        return False
    return not any(fold(lower.text) for upper, lower in pairs if upper.column_span == 1)


def _is_sheet(names: list[str]) -> bool:
    scored = {"max", "self", "block", "council", "appraisal", "points"} & set(names)
    return "criterion" in names and bool(scored)


def _is_people(heading: tuple[str, ...]) -> bool:
    return any(patterns.PEOPLE.fullmatch(text) for text in heading)


def _after_column_numbers(table: Table, end: int) -> int:
    """Skips a row that only numbers the columns: (1) (2) (3)."""
    if end < len(table.rows):
        texts = [fold(cell.text) for cell in table.rows[end]]
        said = [text for text in texts if text]
        if len(said) >= len(texts) - 1 and all(map(patterns.COLUMN_NUMBER.fullmatch, said)) and _counts_up(said):
            return end + 1
    return end


def _counts_up(texts: list[str]) -> bool:
    numbers = [int(n) for n in ("".join(c for c in text.split("=")[0] if c.isdecimal()) for text in texts) if n]
    return len(numbers) > 1 and all(b == a + 1 for a, b in pairwise(numbers))

"""Which column of a table holds what: told by its headings, whatever their order and however they are merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.patterns import score_columns as patterns
from extractors.patterns.scores import PLAIN, TITLE
from extractors.records import Cell, Table
from extractors.sheets.roles import GIVEN, NAMES, SCORES, Heading, Role, name_of, names_two_scores, role_in
from extractors.sheets.several import scores_several_units
from extractors.sheets.years import of_the_year, year_in, year_of_table
from extractors.vietnamese.text import fold

HEADER_SEARCH = 25
"""How many rows may stand above the headings (a spreadsheet keeps the letterhead there)."""
HEADER_DEPTH = 4


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


def columns_of(table: Table, titles: Sequence[str] = (), year: int = 0) -> Columns | None:
    """The columns of a score sheet or a sheet of criteria; None for any other table.

    `titles` are the folded lines above it, `year` the one that the paper reports on, 0 where it is not known.
    """
    if not _names_criteria(table):
        return None
    for start in range(min(HEADER_SEARCH, len(table.rows))):
        end = _header_end(table, start)
        lines = [_heading(table, start, column, end) for column in range(len(table.rows[start]))]
        headings = [Heading(column, *role_in(heading)) for column, heading in enumerate(lines)]
        if _is_sheet({one.name for one in headings}):
            said = [line for line in (*titles, *_above(table, start)) if TITLE.search(line)]
            if any(map(_is_people, lines)) or scores_several_units(headings, lines):
                return None
            return _columns(table, (start, end), headings, said, year)
    return None


def _above(table: Table, start: int) -> Iterator[str]:
    """The rows above the headings: a spreadsheet keeps the title there."""
    return (fold(row[0].text) for row in table.rows[:start])


def _names_criteria(table: Table) -> bool:
    """Whether a column has the words of a criterion's heading in its first rows: all that stands there is read once.

    A heading's lines follow each other in its column: what they say together is found there too.
    """
    first_rows = table.rows[: HEADER_SEARCH + HEADER_DEPTH]
    columns = (fold(" ".join(cell.text for cell in column)) for column in zip(*first_rows, strict=True))
    return any(words in column for column in columns for words in patterns.IN_CRITERION)


def role_of(table: Table, column: int, end: int) -> str:
    """The name of what the column's headings, above the row, say that it holds; "" for none that is known."""
    return next((name for row in table.rows[:end] if (name := role_in((fold(row[column].text),))[0])), "")


def folded_row(row: tuple[Cell, ...]) -> tuple[str, ...]:
    """The row's texts, folded: the same for a heading repeated on a later page."""
    return tuple(fold(cell.text) for cell in row)


def _columns(
    table: Table, reach: tuple[int, int], headings: Sequence[Heading], titles: Sequence[str], year: int
) -> Columns | None:
    start, end = reach
    above = table.rows[start:end]
    year = year_of_table(year, titles, headings)
    own, doubted = of_the_year(headings, year)
    claims: dict[Role, list[int]] = {}
    owners: dict[Role, str] = {}
    found = list(_claims(own))
    named = _wordiest(table, end, [column for column, role, _ in found if role is Role.CRITERION])
    if not _holds_words(table, end, named):
        return None
    unsure = set(SCORES) if _runs_over(table, end, [at for at, role, _ in found if role in SCORES]) else set()
    for column, role, text in found:
        if role is Role.CRITERION and table.rows[start][column] is not table.rows[start][named]:
            continue
        if role in owners and role is not Role.NOTE and _lowest(above, claims[role][-1]) is not _lowest(above, column):
            unsure |= {role} & set(SCORES)
            continue
        owners[role] = text
        claims.setdefault(role, []).append(column)
    if Role.SELF in owners and _has_other_points(headings, owners[Role.SELF], year):
        unsure.add(Role.SELF)
    unsure |= {role for role, text in owners.items() if text in doubted or _is_nameless(text, owners, titles, year)}
    unsure |= {role for role, at in claims.items() if names_two_scores(_heading(table, start, at[0], end))}
    header = frozenset(map(folded_row, above))
    first = _after_column_numbers(table, end)
    rounds = {text for text in owners.values() if role_in((text,))[0] == "appraisal"}
    return Columns({role: tuple(at) for role, at in claims.items()}, first, header, frozenset(unsure), len(rounds) > 1)


def _lowest(rows: Sequence[tuple[Cell, ...]], column: int) -> Cell:
    """The lowest heading above the column: two columns below one of them have one heading."""
    return next((row[column] for row in reversed(rows) if row[column].text.strip()), rows[0][column])


def _holds_words(table: Table, first: int, column: int) -> bool:
    """Whether criteria are named there: not where a heading "Tiêu chí 2" stands above points."""
    texts = [text for row in table.rows[first:] if (text := row[column].text.strip())]
    return 2 * sum(PLAIN.fullmatch(text) is not None for text in texts) <= len(texts)


def _runs_over(table: Table, first: int, scored: Sequence[int]) -> bool:
    """Whether a score's heading ends in the row below: then no heading may be whole. A remark "02 lỗi" is a remark."""
    below = table.rows[first] if first < len(table.rows) else ()
    return any(patterns.RUN_OVER.fullmatch(fold(below[at].text)) for at in scored if at < len(below))


def _is_nameless(text: str, owners: Mapping[Role, str], titles: Sequence[str], year: int) -> bool:
    """Whether the heading says not who scores: of a year's result a title may say that the unit does."""
    if patterns.RESULT.search(text) and Role.SELF in owners:
        return not (year and year_in(text) == year and _is_own_scoring(titles))
    return Role.SELF not in owners and patterns.NAMELESS_SCORE.search(text) is not None


def _is_own_scoring(titles: Sequence[str]) -> bool:
    """Whether the titles speak of the unit's own scoring, and of nobody else's."""
    return any(map(patterns.OWN_SCORING.search, titles)) and not any(map(patterns.OTHERS_SCORING.search, titles))


def _has_other_points(headings: Sequence[Heading], own: str, year: int) -> bool:
    """Whether another column holds points that no role explains: "Điểm sau rà soát"; not one of another year."""
    return any(
        one.name in ("", "result") and one.text != own and patterns.POINTS.search(one.text)
        and year_in(one.text) in {0, year or year_in(one.text)}
        for one in headings
    )  # fmt: skip


def _wordiest(table: Table, first: int, columns: list[int]) -> int:
    """The column that says most: the names of criteria, where groups or targets have a column of their own."""
    words = {column: sum(len(c.text) for c in {row[column] for row in table.rows[first:]}) for column in columns}
    return max(columns, key=lambda column: (words[column], -column))


def _claims(headings: Sequence[Heading]) -> Iterator[tuple[int, Role, str]]:
    """Each column with its role and its heading; the appraisals are shared out in their order."""
    names = {one.name for one in headings}
    layers = _appraisal_layers([one.text for one in headings if one.name == "appraisal"], names)
    for column, name, text in headings:
        if name == "appraisal":
            yield column, layers[text], text
        elif name == "points" and "max" not in names:
            yield column, Role.MAX, text
        elif name == "result" and not names & {*GIVEN, "appraisal"}:
            yield column, Role.SELF, text
        elif name in NAMES:
            yield column, Role(name), text


def _appraisal_layers(texts: list[str], names: set[str]) -> dict[str, Role]:
    """The first nameless appraisal is the block's, a later one the council's, where those have no column."""
    free = [role for role in (Role.BLOCK, Role.COUNCIL) if role.value not in names] or [Role.COUNCIL]
    distinct = list(dict.fromkeys(texts))
    return {text: free[min(i, len(free) - 1)] for i, text in enumerate(distinct)}


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
    if not any(map(name_of, below)):
        return False
    return not any(fold(lower.text) for upper, lower in pairs if upper.column_span == 1)


def _is_sheet(names: set[str]) -> bool:
    scored = {"max", "self", "block", "council", "appraisal", "points"} & names
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

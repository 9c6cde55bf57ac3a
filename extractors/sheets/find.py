"""The score sheets among a paper's tables: which of them are the paper's own, and which tables belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.patterns import scores as patterns
from extractors.records import Document, Notice, Paragraph, Place, Table
from extractors.sheets.columns import Columns, columns_of
from extractors.sheets.lines import Kind, Line, lines_of
from extractors.sheets.years import SEVERAL, year_in
from extractors.vietnamese.text import fold

CAPTION_LENGTH = 5
"""How many lines above a table may belong to its title."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One score sheet, over all the tables that it is printed in."""

    lines: tuple[Line, ...]
    columns: Columns
    width: int
    caption: str
    """The lines above it, folded."""
    place: Place
    years: frozenset[int]
    """Those that its titles speak of."""

    def is_of_another_year(self, year: int) -> bool:
        """Whether its titles speak of a year, and not of this one; `year` is 0 where it is not known."""
        return bool(year and self.years) and not self.years & {year, SEVERAL}

    def names(self) -> frozenset[str]:
        """The names of its criteria, folded."""
        return frozenset(fold(line.name) for line in self.lines if line.kind is Kind.CRITERION)

    def ends(self) -> bool:
        """Whether its total has been read."""
        return any(line.kind is Kind.TOTAL for line in self.lines)


def sheets_of(document: Document, year: int = 0) -> list[Sheet]:
    """Every score sheet and sheet of criteria, the tables of one sheet put together.

    `year` is the one that the paper reports on, 0 where it is not known.
    """
    found: list[Sheet] = []
    for table, caption in captioned(document):
        last = found[-1] if found else None
        columns = columns_of(table, caption, year)
        sheet = _sheet(table, columns, caption) if columns else _continued(table, last)
        if sheet is None:
            continue
        if last and _continues(last, sheet, titled=_has_title(caption)):
            found[-1] = replace(last, lines=(*last.lines, *sheet.lines))
        elif columns:
            found.append(sheet)
    return found


def own_sheets(sheets: Sequence[Sheet], year: int = 0) -> tuple[list[Sheet], list[Notice], bool]:
    """The sheets that score this paper's year, what was left out, and whether two contradict each other."""
    scored = [sheet for sheet in sheets if sheet.columns.has_scores_given()]
    current, notices = _of_the_year(scored, year)
    kept: list[Sheet] = []
    contradiction = False
    for sheet in current:
        rival = next((other for other in kept if _overlap(sheet, other)), None)
        if rival is None:
            kept.append(sheet)
            continue
        contradiction |= _figures(sheet) != _figures(rival)
        code = "sheet.copied" if _figures(sheet) == _figures(rival) else "sheet.contradicted"
        notices.append(Notice(code, sheet.place))
    return kept, notices, contradiction


def _sheet(table: Table, columns: Columns, caption: tuple[str, ...]) -> Sheet | None:
    above = [fold(row[0].text) for row in table.rows[: columns.first_row] if row]
    lines = lines_of(table, columns)
    if sum(line.has_number() for line in lines) < 2:
        return None
    told = [*caption, *above]
    years = frozenset(map(year_in, filter(patterns.TITLE.search, told))) - {0}
    return Sheet(tuple(lines), columns, len(table.rows[0]), " | ".join(told), table.place, years)


def _continued(table: Table, last: Sheet | None) -> Sheet | None:
    """A table without headings, as wide as the sheet above it that has no total yet."""
    if last is None or last.ends() or not table.rows or len(table.rows[0]) != last.width:
        return None
    return _sheet(table, last.columns._replace(first_row=0), ())


def _continues(last: Sheet, sheet: Sheet, *, titled: bool) -> bool:
    """Whether the table goes on where the sheet above stopped: same columns, no total yet, no title, other rows."""
    same = last.columns.roles == sheet.columns.roles
    return same and not last.ends() and not titled and not last.names() & sheet.names()


def _has_title(caption: tuple[str, ...]) -> bool:
    return any(patterns.TITLE.search(line) for line in caption)


def captioned(document: Document) -> Iterator[tuple[Table, tuple[str, ...]]]:
    """Every table, the nested ones below theirs, with the last lines between it and the table before, folded."""
    above: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            above.append(block.text)
            continue
        for table in _with_nested(block):
            yield table, tuple(line for line in map(fold, above[-CAPTION_LENGTH:]) if line)
            above = []


def _with_nested(table: Table) -> Iterator[Table]:
    yield table
    seen: set[int] = set()
    for row in table.rows:
        for cell in row:
            if cell.tables and id(cell) not in seen:
                seen.add(id(cell))
                for nested in cell.tables:
                    yield from _with_nested(nested)


def _of_the_year(sheets: list[Sheet], year: int) -> tuple[list[Sheet], list[Notice]]:
    """The sheets without those of another year than the paper's, or than the latest, where the captions tell."""
    years = [_year(sheet.caption) for sheet in sheets]
    own = year if year and year in years else max(years, default=0)
    other = [
        patterns.EARLIER_YEAR.search(sheet.caption) is not None or named not in {0, own}
        for sheet, named in zip(sheets, years, strict=True)
    ]
    if all(other):
        return sheets, []
    kept = [sheet for sheet, left_out in zip(sheets, other, strict=True) if not left_out]
    return kept, [Notice("sheet.earlier_year", s.place) for s, left_out in zip(sheets, other, strict=True) if left_out]


def _year(caption: str) -> int:
    """The year of the title; 0 where it names none."""
    return max((int(match["year"]) for match in patterns.YEAR.finditer(caption)), default=0)


def _overlap(sheet: Sheet, other: Sheet) -> bool:
    """Whether the two score the same criteria."""
    common = sheet.names() & other.names()
    return 2 * len(common) > min(len(sheet.names()), len(other.names()))


def _figures(sheet: Sheet) -> list[tuple[object, ...]]:
    return [
        (fold(line.name), *((role, r.values, r.nothing) for role, r in line.readings.items())) for line in sheet.lines
    ]

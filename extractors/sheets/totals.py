"""The totals that a sheet states: of the whole as candidates, of its parts as witnesses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.patterns import scores as patterns
from extractors.records import Candidate, Cell, Notice
from extractors.sheets.lines import Kind, Line
from extractors.sheets.roles import GIVEN, SCORES, Role
from extractors.sheets.scored import Scored, outline_of
from extractors.sheets.tree import number_of
from extractors.vietnamese.text import fold

FIELDS = {Role.MAX: "total_max_score", Role.SELF: "total_self_score", Role.BLOCK: "total_block_score"}


def stated_totals(scored: Sequence[Scored]) -> list[Candidate]:
    """One candidate for each column that the sheet totals: from its last line of totals that states it."""
    lines = [s for s in scored if s.line.kind is Kind.TOTAL]
    found = []
    for role, field in FIELDS.items():
        stated = [s for s in lines if s.value(role) is not None]
        if stated:
            doubt = "" if _is_of_the_whole(scored, stated, role) else "total_of_a_part"
            found.append(_candidate(stated[-1], role, field, doubt))
    return found


def _is_of_the_whole(scored: Sequence[Scored], stated: Sequence[Scored], role: Role) -> bool:
    """Whether the last total is the sheet's: the only one, below all rows, or else what the sheet adds up to."""
    values = [s.value(role) or Decimal(0) for s in stated]
    last = max(i for i, s in enumerate(scored) if s is stated[-1])
    rows_below = any(s.line.kind is Kind.CRITERION for s in scored[last + 1 :])
    if len(values) == 1 and not rows_below:
        return True
    criteria = [s for s in scored if s.line.kind is Kind.CRITERION]
    tops = [s for s, node in zip(criteria, outline_of(scored), strict=True) if node.parent is None]
    added = sum((s.value(role) or Decimal(0) for s in tops), Decimal(0))
    return values[-1] in {added, sum(values[:-1], Decimal(0)), _gone_on(scored, stated, role)}


def _gone_on(scored: Sequence[Scored], stated: Sequence[Scored], role: Role) -> Decimal | None:
    """The last total but one with the bonus and the points taken off that stand between it and the last."""
    if len(stated) < 2:
        return None
    first, last = (next(i for i, s in enumerate(scored) if s is one) for one in stated[-2:])
    between = ((s, s.value(role)) for s in scored[first + 1 : last] if s.line.kind is Kind.CRITERION)
    signed = (-abs(v) if patterns.PENALTY.search(fold(s.line.name)) else v for s, v in between if v is not None)
    return (stated[-2].value(role) or Decimal(0)) + sum(signed, Decimal(0))


def _cell(line: Line, role: Role) -> Cell:
    """Where the figure stands: a maximum without a column beside a score, "48/50"."""
    beside = (given for given in GIVEN if given in line.readings and line.readings[given].out_of)
    return line.cells[role] if role in line.cells else line.cells[next(beside)]


def _candidate(total: Scored, role: Role, field: str, doubt: str) -> Candidate:
    score, cell = total.scores[role], _cell(total.line, role)
    doubts = (*total.line.doubts, score.doubt, doubt)
    value = float(score.value) if score.value is not None else None
    return Candidate(field, value, f"{field}.table", cell.text, cell.place, next((d for d in doubts if d), ""))


def subtotal_faults(scored: Sequence[Scored]) -> Iterator[Notice]:
    """Each line `Cộng mục I` that is not the sum of the rows of its part."""
    criteria = [s for s in scored if s.line.kind is Kind.CRITERION]
    nodes = outline_of(scored)
    done = 0
    for one in scored:
        if one.line.kind is Kind.CRITERION:
            done += 1
        elif one.line.kind is Kind.SUBTOTAL:
            top = _part(one.line, [number_of(c.line.printed).parts for c in criteria[:done]])
            if top is not None:
                rows = [c for c, n in zip(criteria[:done], nodes, strict=False) if n.parent == top]
                yield from _faults(one, rows)


def _part(line: Line, numbers: Sequence[tuple[str, ...]]) -> int | None:
    """The index of the row that the line names, the nearest above it."""
    match = patterns.SUBTOTAL.fullmatch(fold(line.name))
    wanted = match["code"] if match else ""
    return next((i for i in range(len(numbers) - 1, -1, -1) if fold(".".join(numbers[i])) == wanted), None)


def _faults(stated: Scored, rows: Sequence[Scored]) -> Iterator[Notice]:
    for role in FIELDS:
        value = stated.value(role)
        figures = [f for f in (row.value(role) for row in rows) if f is not None]
        added = sum(figures, Decimal(0))
        if value is not None and figures and added != value:
            values = {"code": stated.line.name, "column": SCORES[role], "stated": str(value), "sum": str(added)}
            yield Notice("score.subtotal_mismatch", stated.line.place, values)
